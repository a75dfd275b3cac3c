using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>The events of choosing how a person is supported.</summary>
public static partial class StoredEvents
{
    private static IEnumerable<(string Name, string Json, Fact Fact)> Pathways =>
    [
        (
            "discharge-case.pathway-recommended.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","pathway":"pathway-1","by":"physiotherapist","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "departures":[]}
            """,
            new PathwayRecommended(At, Pathway.Pathway1, StaffRole.Physiotherapist, Note)),
        (
            "discharge-case.advice-given.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","on":["carers-support","healthy-living"],"as":"advice","by":"delivery-driver",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new AdviceGiven(At, [AdviceOn.CarersSupport, AdviceOn.HealthyLiving], AdviceGivenAs.Advice, StaffRole.DeliveryDriver, Note)),
        (
            "discharge-case.funding-split-agreed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","split":{"health":50,"socialCare":30,"selfFunded":20},"from":"2026-03-30","agreedBy":"health-alone",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new FundingSplitAgreed(At, new FundingSplit(Health: 50, SocialCare: 30, SelfFunded: 20), Day, FundingAgreement.HealthAlone, Note)),
        (
            "discharge-case.risk-decided.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","hazards":["wandering","fire"],
             "options":[{"way":"care-visits","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"}},{"way":"equipment"}],
             "chosen":"care-visits","by":"social-worker","score":12,"contingency":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new RiskDecided(
                At,
                [Hazard.Wandering, Hazard.Fire],
                [new RiskOption(WayToManageRisk.CareVisits, Note), new RiskOption(WayToManageRisk.Equipment)],
                WayToManageRisk.CareVisits,
                StaffRole.SocialWorker,
                Score: 12,
                Contingency: Note,
                Note: Note)),
    ];

    private static IEnumerable<(string Json, Fact Fact)> PathwaysAtLeast =>
    [
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","pathway":"pathway-2","by":"social-worker"}""", new PathwayRecommended(At, Pathway.Pathway2, StaffRole.SocialWorker)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","on":[],"as":"signposted-within","by":"consultant"}""", new AdviceGiven(At, [], AdviceGivenAs.SignpostedWithin, StaffRole.Consultant)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","split":{"health":50,"socialCare":30,"selfFunded":20},"from":"2026-03-30","agreedBy":"social-care-alone"}""",
            new FundingSplitAgreed(At, new FundingSplit(Health: 50, SocialCare: 30, SelfFunded: 20), Day, FundingAgreement.SocialCareAlone)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","hazards":[],"options":[],"chosen":"information","by":"delivery-driver"}""",
            new RiskDecided(At, [], [], WayToManageRisk.Information, StaffRole.DeliveryDriver)),
    ];

    private static IEnumerable<(string Name, string Json, Fact Fact)> PathwaysGrown =>
    [
        (
            "discharge-case.funding-split-agreed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","split":{"health":70,"socialCare":30,"selfFunded":0},"from":"2026-03-30","agreedBy":"health-and-social-care",
             "until":"2026-03-30","freeUntil":"2026-03-30","departures":[]}
            """,
            new FundingSplitAgreed(At, new FundingSplit(Health: 70, SocialCare: 30, SelfFunded: 0), Day, FundingAgreement.HealthAndSocialCare, Until: Day, FreeUntil: Day)),
        (
            "discharge-case.functional-assessment-made.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","by":"occupational-therapist","needs":["reablement","moving-and-handling"],
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "detail":{"moving":"with-aid","cognition":"mild-impairment","equipment":["bath-aid","rails"],"baseline":{"on":"barthel-index","score":12},
              "goals":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"}},"departures":[]}
            """,
            new FunctionalAssessmentMade(
                At,
                StaffRole.OccupationalTherapist,
                [FunctionalNeed.Reablement, FunctionalNeed.MovingAndHandling],
                Note,
                new FunctionDetail(
                    MovingAndHandling.WithAid, Cognition.MildImpairment, [EquipmentKind.BathAid, EquipmentKind.Rails], new FunctionScore(OutcomeMeasure.BarthelIndex, Score: 12), Note))),
        (
            "discharge-case.pathway-decided.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","pathway":"pathway-1","reason":"persons-choice","by":"discharge-coordinator",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"difference":"persons-choice","departures":[]}
            """,
            new PathwayDecided(At, Pathway.Pathway1, PathwayReason.PersonsChoice, StaffRole.DischargeCoordinator, Note, ReasonForDifference.PersonsChoice)),
    ];
}
