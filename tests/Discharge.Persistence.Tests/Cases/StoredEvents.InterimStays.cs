using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>The events of an interim stay.</summary>
public static partial class StoredEvents
{
    private static Guid Place => Guid.Parse("0195a1b2-0000-7000-8000-00000000000b");

    private static IEnumerable<(string Name, string Json, Fact Fact)> InterimStaysGrown =>
    [
        (
            "discharge-case.contingency-place-agreed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","kind":"nursing","provider":"RYJ01","assessedAt":"2026-03-29T01:30:00.123456Z",
             "manager":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"rehabilitationPlan":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "by":"discharge-coordinator","bed":"0195a1b2-0000-7000-8000-00000000000b","keptUntil":"2026-03-29T01:30:00.123456Z","departures":[]}
            """,
            new ContingencyPlaceAgreed(At, InterimBedKind.Nursing, OdsCode.Parse("RYJ01"), At, Note, Note, StaffRole.DischargeCoordinator, Place, KeptUntil: At)),
    ];

    private static IEnumerable<(string Name, string Json, Fact Fact)> InterimStays =>
    [
        (
            "discharge-case.contingency-place-agreed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","kind":"nursing","provider":"RYJ01","assessedAt":"2026-03-29T01:30:00.123456Z",
             "manager":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"rehabilitationPlan":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "by":"discharge-coordinator","bed":"0195a1b2-0000-7000-8000-00000000000b","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new ContingencyPlaceAgreed(At, InterimBedKind.Nursing, OdsCode.Parse("RYJ01"), At, Note, Note, StaffRole.DischargeCoordinator, Place, Note)),
        (
            "discharge-case.home-found-not-possible.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","reasons":["nights-not-covered","no-home"],"by":"social-worker",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new HomeFoundNotPossible(At, [ReasonHomeNotPossible.NightsNotCovered, ReasonHomeNotPossible.NoHome], StaffRole.SocialWorker, Note)),
        (
            "discharge-case.interim-stay-decided.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","kind":"residential","expectedUntil":"2026-03-30","by":"social-worker",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new InterimStayDecided(At, InterimBedKind.Residential, Day, StaffRole.SocialWorker, Note)),
        (
            "discharge-case.interim-bed-occupied.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","place":{"kind":"nursing","provider":"RYJ01","bed":"0195a1b2-0000-7000-8000-00000000000b","weeklyCost":124600},
             "direct":{"reason":"risks-unmanageable","hazards":["falls","fire"],"agreedBy":"doctor","agreement":7},
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":["discharge.interim-bed-without-decision"]}
            """,
            new InterimBedOccupied(
                At,
                new InterimPlace(InterimBedKind.Nursing, OdsCode.Parse("RYJ01"), Place, 124_600),
                new DirectMove(DirectMoveReason.RisksUnmanageable, [Hazard.Falls, Hazard.Fire], StaffRole.Doctor, Agreement: 7),
                Note) { Departures = ["discharge.interim-bed-without-decision"] }),
        (
            "discharge-case.interim-bed-held.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","by":"nurse","bed":"0195a1b2-0000-7000-8000-00000000000b","until":"2026-03-30",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new InterimBedHeld(At, StaffRole.Nurse, Place, Day, Note)),
        (
            "discharge-case.interim-stay-extended.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","until":"2026-03-30","reason":"awaiting-court-or-dispute","authorisedAs":"service-manager",
             "authoriser":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new InterimStayExtended(At, Day, ExtensionReason.AwaitingCourtOrDispute, SeniorRole.ServiceManager, Note, Note)),
        (
            "discharge-case.interim-bed-vacated.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","for":"extra-care-housing","bed":"0195a1b2-0000-7000-8000-00000000000b",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"follows":true,"departures":[]}
            """,
            new InterimBedVacated(At, LeavingInterimBedFor.ExtraCareHousing, Place, Note, Follows: true)),
        (
            "discharge-case.liberty-recorded.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","standing":"urgent","by":"social-worker","until":"2026-03-30",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new LibertyRecorded(At, LibertyStanding.Urgent, StaffRole.SocialWorker, Day, Note)),
        (
            "discharge-case.long-term-assessment-begun.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"social-worker","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new LongTermAssessmentBegun(At, StaffRole.SocialWorker, Note)),
        (
            "discharge-case.recovery-judged.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","finding":"end-of-life","ground":"medical-prognosis","by":"consultant",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new RecoveryJudged(At, RecoveryFinding.EndOfLife, RecoveryGround.MedicalPrognosis, StaffRole.Consultant, Note)),
        (
            "discharge-case.long-term-assessment-completed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","outcome":"home-with-package","by":"social-worker",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new LongTermAssessmentCompleted(At, LongTermOutcome.HomeWithPackage, StaffRole.SocialWorker, Note)),
        (
            "discharge-case.checklist-received.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","positive":true,"by":"nurse","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new ChecklistReceived(At, Positive: true, StaffRole.Nurse, Note)),
        (
            "discharge-case.continuing-healthcare-decided.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","eligible":false,"note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new ContinuingHealthcareDecided(At, Eligible: false, Note)),
    ];

    private static IEnumerable<(string Json, Fact Fact)> InterimStaysAtLeast =>
    [
        (
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","kind":"nursing","provider":"RYJ01","assessedAt":"2026-03-29T01:30:00.123456Z",
             "manager":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"rehabilitationPlan":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"by":"nurse"}
            """,
            new ContingencyPlaceAgreed(At, InterimBedKind.Nursing, OdsCode.Parse("RYJ01"), At, Note, Note, StaffRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","reasons":[],"by":"nurse"}""", new HomeFoundNotPossible(At, [], StaffRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","kind":"nursing","expectedUntil":"2026-03-30","by":"nurse"}""", new InterimStayDecided(At, InterimBedKind.Nursing, Day, StaffRole.Nurse)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","place":{"kind":"residential","provider":"RYJ01"}}""",
            new InterimBedOccupied(At, new InterimPlace(InterimBedKind.Residential, OdsCode.Parse("RYJ01")))),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"nurse"}""", new InterimBedHeld(At, StaffRole.Nurse)),
        (
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","until":"2026-03-30","reason":"awaiting-placement","authorisedAs":"hub-lead",
             "authoriser":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"}}
            """,
            new InterimStayExtended(At, Day, ExtensionReason.AwaitingPlacement, SeniorRole.HubLead, Note)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","for":"home"}""", new InterimBedVacated(At, LeavingInterimBedFor.Home)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","standing":"requested","by":"nurse"}""", new LibertyRecorded(At, LibertyStanding.Requested, StaffRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"nurse"}""", new LongTermAssessmentBegun(At, StaffRole.Nurse)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","finding":"no-further-gain-expected","ground":"goals-met","by":"nurse"}""",
            new RecoveryJudged(At, RecoveryFinding.NoFurtherGainExpected, RecoveryGround.GoalsMet, StaffRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","outcome":"died","by":"nurse"}""", new LongTermAssessmentCompleted(At, LongTermOutcome.Died, StaffRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","positive":false,"by":"nurse"}""", new ChecklistReceived(At, Positive: false, StaffRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","eligible":true}""", new ContinuingHealthcareDecided(At, Eligible: true)),
    ];
}
