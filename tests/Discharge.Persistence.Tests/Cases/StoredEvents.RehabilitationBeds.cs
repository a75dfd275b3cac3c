using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>The events of a rehabilitation-bed case.</summary>
public static partial class StoredEvents
{
    private const string Added = "\"note\":{\"id\":\"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b\",\"hash\":\"9f86d0\"}";

    private static IEnumerable<(string Name, string Json, Fact Fact)> RehabilitationBeds =>
    [
        (
            "rehabilitation-bed-case.referred.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","person":"0195a1b2-0000-7000-8000-00000000000a","personHash":"ab12","route":"step-down","referrer":"QMJ01","team":"RHB01",
             "dischargeCase":"0195a1b2-0000-7000-8000-00000000000a","departures":[]}
            """,
            new RehabilitationReferred(At, new PersonRef(Thread), "ab12", RehabilitationRoute.StepDown, OdsCode.Parse("QMJ01"), OdsCode.Parse("RHB01"), Thread)),
        ("rehabilitation-bed-case.accepted.v1", $$"""{"occurredAt":"2026-03-29T01:30:00.123456Z",{{Added}},"departures":[]}""", new RehabilitationAccepted(At, Note)),
        (
            "rehabilitation-bed-case.declined.v1",
            $$"""{"occurredAt":"2026-03-29T01:30:00.123456Z","reason":"needs-not-met",{{Added}},"departures":[]}""",
            new RehabilitationDeclined(At, RehabilitationDeclineReason.NeedsNotMet, Note)),
        (
            "rehabilitation-bed-case.bed-reserved.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","bed":"0195a1b2-0000-7000-8000-00000000000a","provider":"RHB01","until":"2026-03-29T01:30:00.123456Z","departures":[]}""",
            new RehabilitationBedReserved(At, Thread, OdsCode.Parse("RHB01"), At)),
        (
            "rehabilitation-bed-case.reservation-ended.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","bed":"0195a1b2-0000-7000-8000-00000000000a","as":"taken-back","follows":true,"departures":["rehabilitation.place-lost"]}""",
            new RehabilitationReservationEnded(At, Thread, ReservationEnd.TakenBack, Follows: true) { Departures = ["rehabilitation.place-lost"] }),
        (
            "rehabilitation-bed-case.admitted.v1",
            $$"""{"occurredAt":"2026-03-29T01:30:00.123456Z","bed":"0195a1b2-0000-7000-8000-00000000000a","provider":"RHB01",{{Added}},"departures":[]}""",
            new AdmittedToRehabilitationBed(At, Thread, OdsCode.Parse("RHB01"), Note)),
        (
            "rehabilitation-bed-case.goal-set.v1",
            $$"""{"occurredAt":"2026-03-29T01:30:00.123456Z","area":"speech-and-swallowing","baseline":3,"target":8,{{Added}},"departures":[]}""",
            new RehabilitationGoalSet(At, RehabilitationGoalArea.SpeechAndSwallowing, 3, 8, Note)),
        ("rehabilitation-bed-case.goal-scored.v1", """{"occurredAt":"2026-03-29T01:30:00.123456Z","goal":5,"score":6,"departures":[]}""", new RehabilitationGoalScored(At, 5, 6)),
        (
            "rehabilitation-bed-case.therapy-session-held.v1",
            $$"""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"w-118","discipline":"speech-and-language-therapist","minutes":45,{{Added}},"departures":[]}""",
            new TherapySessionHeld(At, Worker, RehabilitationRole.SpeechAndLanguageTherapist, 45, Note)),
        (
            "rehabilitation-bed-case.reviewed.v1",
            $$"""{"occurredAt":"2026-03-29T01:30:00.123456Z","role":"nurse","outcome":"plan-home-access-visit",{{Added}},"departures":[]}""",
            new RehabilitationReviewed(At, RehabilitationRole.Nurse, RehabilitationReviewOutcome.PlanHomeAccessVisit, Note)),
        (
            "rehabilitation-bed-case.care-home-place-agreed.v1",
            $$"""
            {"occurredAt":"2026-03-29T01:30:00.123456Z","kind":"residential","provider":"ELM01","assessedAt":"2026-03-29T01:30:00.123456Z","manager":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "rehabilitationPlan":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"by":"social-worker","bed":"0195a1b2-0000-7000-8000-00000000000a",{{Added}},
             "keptUntil":"2026-03-29T01:30:00.123456Z","departures":[]}
            """,
            new CareHomePlaceAgreed(At, PlaceKind.Residential, OdsCode.Parse("ELM01"), At, Note, Note, RehabilitationRole.SocialWorker, Thread, Note, At)),
        (
            "rehabilitation-bed-case.home-access-visit-started.v1",
            $$"""
            {"occurredAt":"2026-03-29T01:30:00.123456Z","staff":[{"who":"w-118","role":"occupational-therapist"}],"others":["unpaid-carer"],"bed":"0195a1b2-0000-7000-8000-00000000000a",{{Added}},"departures":[]}
            """,
            new HomeAccessVisitStarted(At, [new(Worker, RehabilitationRole.OccupationalTherapist)], [VisitCompanion.UnpaidCarer], Thread, Note)),
        (
            "rehabilitation-bed-case.equipment-tested.v1",
            $$"""{"occurredAt":"2026-03-29T01:30:00.123456Z","visit":5,"item":"hoist","result":"failed",{{Added}},"departures":[]}""",
            new EquipmentTested(At, 5, EquipmentKind.Hoist, TestResult.Failed, Note)),
        (
            "rehabilitation-bed-case.visit-risk-decided.v1",
            $$"""
            {"occurredAt":"2026-03-29T01:30:00.123456Z","visit":5,"hazards":["falls"],"options":[{"way":"carer-shadows",{{Added}}}],"chosen":"carer-shadows","by":"w-118","role":"physiotherapist",{{Added}},"departures":[]}
            """,
            new VisitRiskDecided(At, 5, [Hazard.Falls], [new(WayToManageRisk.CarerShadows, Note)], WayToManageRisk.CarerShadows, Worker, RehabilitationRole.Physiotherapist, Note)),
        (
            "rehabilitation-bed-case.home-access-visit-concluded.v1",
            $$"""
            {"occurredAt":"2026-03-29T01:30:00.123456Z","visit":5,"outcome":"confident-to-discharge","staysAtHome":true,"bed":"0195a1b2-0000-7000-8000-00000000000a",{{Added}},"departures":[]}
            """,
            new HomeAccessVisitConcluded(At, 5, VisitOutcome.ConfidentToDischarge, StaysAtHome: true, Thread, Note)),
        (
            "rehabilitation-bed-case.risks-judged-manageable.v1",
            $$"""
            {"occurredAt":"2026-03-29T01:30:00.123456Z","by":"w-118","role":"doctor","ground":"carer-manages","visit":5,"noVisitBecause":"home-is-known",{{Added}},"follows":true,"departures":[]}
            """,
            new RisksJudgedManageable(At, Worker, RehabilitationRole.Doctor, ConfidenceGround.CarerManages, 5, NoVisitReason.HomeIsKnown, Note, Follows: true)),
        (
            "rehabilitation-bed-case.returned-to-bed.v1",
            $$"""{"occurredAt":"2026-03-29T01:30:00.123456Z","bed":"0195a1b2-0000-7000-8000-00000000000a",{{Added}},"departures":[]}""",
            new ReturnedToRehabilitationBed(At, Thread, Note)),
        (
            "rehabilitation-bed-case.discharge-home-decided.v1",
            $$"""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"w-118","role":"assistant","judgement":6,{{Added}},"departures":[]}""",
            new DischargeHomeDecided(At, Worker, RehabilitationRole.Assistant, 6, Note)),
        (
            "rehabilitation-bed-case.left.v1",
            $$"""{"occurredAt":"2026-03-29T01:30:00.123456Z","for":"another-place","bed":"0195a1b2-0000-7000-8000-00000000000a",{{Added}},"follows":true,"departures":[]}""",
            new RehabilitationBedLeft(At, LeavingFor.AnotherPlace, Thread, Note, Follows: true)),
        (
            "rehabilitation-bed-case.moved-into-care-home.v1",
            $$"""
            {"occurredAt":"2026-03-29T01:30:00.123456Z","place":{"kind":"nursing","provider":"ELM01","bed":"0195a1b2-0000-7000-8000-00000000000a"},"reason":"risks-unmanageable","hazards":["falls"],
             "agreedBy":"occupational-therapist","agreement":5,{{Added}},"departures":[]}
            """,
            new MovedIntoCareHome(At, new(PlaceKind.Nursing, OdsCode.Parse("ELM01"), Thread), DirectMoveReason.RisksUnmanageable, [Hazard.Falls], RehabilitationRole.OccupationalTherapist, 5, Note)),
        (
            "rehabilitation-bed-case.ended.v1",
            $$"""{"occurredAt":"2026-03-29T01:30:00.123456Z","result":"home-not-manageable",{{Added}},"departures":[]}""",
            new RehabilitationEnded(At, RehabilitationResult.HomeNotManageable, Note)),
    ];

    private static IEnumerable<(string Json, Fact Fact)> RehabilitationBedsAtLeast =>
    [
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","person":"0195a1b2-0000-7000-8000-00000000000a","personHash":"ab12","route":"step-up","referrer":"QMJ01","team":"RHB01"}""",
            new RehabilitationReferred(At, new PersonRef(Thread), "ab12", RehabilitationRoute.StepUp, OdsCode.Parse("QMJ01"), OdsCode.Parse("RHB01"))),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z"}""", new RehabilitationAccepted(At)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","reason":"no-bed"}""", new RehabilitationDeclined(At, RehabilitationDeclineReason.NoBed)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","bed":"0195a1b2-0000-7000-8000-00000000000a","as":"no-longer-needed"}""",
            new RehabilitationReservationEnded(At, Thread, ReservationEnd.NoLongerNeeded)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","bed":"0195a1b2-0000-7000-8000-00000000000a","provider":"RHB01"}""", new AdmittedToRehabilitationBed(At, Thread, OdsCode.Parse("RHB01"))),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","area":"stairs","baseline":0,"target":10}""", new RehabilitationGoalSet(At, RehabilitationGoalArea.Stairs, 0, 10)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"w-118","discipline":"nurse","minutes":30}""", new TherapySessionHeld(At, Worker, RehabilitationRole.Nurse, 30)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","role":"nurse","outcome":"go-on"}""", new RehabilitationReviewed(At, RehabilitationRole.Nurse, RehabilitationReviewOutcome.GoOn)),
        (
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","kind":"nursing","provider":"ELM01","assessedAt":"2026-03-29T01:30:00.123456Z","manager":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "rehabilitationPlan":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"by":"nurse"}
            """,
            new CareHomePlaceAgreed(At, PlaceKind.Nursing, OdsCode.Parse("ELM01"), At, Note, Note, RehabilitationRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","staff":[]}""", new HomeAccessVisitStarted(At, [])),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","visit":5,"item":"rails","result":"needs-adjusting"}""", new EquipmentTested(At, 5, EquipmentKind.Rails, TestResult.NeedsAdjusting)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","visit":5,"hazards":[],"options":[],"chosen":"information","by":"w-118","role":"nurse"}""",
            new VisitRiskDecided(At, 5, [], [], WayToManageRisk.Information, Worker, RehabilitationRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","visit":5,"outcome":"trial-night"}""", new HomeAccessVisitConcluded(At, 5, VisitOutcome.TrialNight)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"w-118","role":"nurse","ground":"care-arranged"}""", new RisksJudgedManageable(At, Worker, RehabilitationRole.Nurse, ConfidenceGround.CareArranged)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z"}""", new ReturnedToRehabilitationBed(At)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"w-118","role":"nurse","judgement":6}""", new DischargeHomeDecided(At, Worker, RehabilitationRole.Nurse, 6)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","for":"hospice"}""", new RehabilitationBedLeft(At, LeavingFor.Hospice)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","place":{"kind":"nursing","provider":"ELM01"},"reason":"persons-wish","hazards":[],"agreedBy":"nurse"}""",
            new MovedIntoCareHome(At, new(PlaceKind.Nursing, OdsCode.Parse("ELM01")), DirectMoveReason.PersonsWish, [], RehabilitationRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","result":"died"}""", new RehabilitationEnded(At, RehabilitationResult.Died)),
    ];
}
