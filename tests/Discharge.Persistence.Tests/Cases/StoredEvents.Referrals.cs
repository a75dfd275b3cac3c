using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>The events of referrals and tasks.</summary>
public static partial class StoredEvents
{
    private static IEnumerable<(string Name, string Json, Fact Fact)> Referrals =>
    [
        (
            "discharge-case.referral-sent.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","referral":"0195a1b2-0000-7000-8000-00000000000a","to":"handyperson","owner":"QMJ01","by":"occupational-therapist",
             "due":"2026-03-29T01:30:00.123456Z","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new ReferralSent(At, Thread, ReferredService.Handyperson, OdsCode.Parse("QMJ01"), StaffRole.OccupationalTherapist, At, Note)),
        (
            "discharge-case.referral-step-taken.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","referral":"0195a1b2-0000-7000-8000-00000000000a","step":"no-longer-needed","reason":"another-service-fits-better",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new ReferralStepTaken(At, Thread, ReferralStep.NoLongerNeeded, DeclineReason.AnotherServiceFitsBetter, Note)),
        (
            "discharge-case.task-set.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","task":"0195a1b2-0000-7000-8000-00000000000a","what":"arrange-keys","owner":"QMJ01","by":"nurse",
             "due":"2026-03-29T01:30:00.123456Z","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new TaskSet(At, Thread, TaskKind.ArrangeKeys, OdsCode.Parse("QMJ01"), StaffRole.Nurse, At, Note)),
        (
            "discharge-case.task-ended.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","task":"0195a1b2-0000-7000-8000-00000000000a","as":"no-longer-needed","by":"independent-living-assessor",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new TaskEnded(At, Thread, TaskEnd.NoLongerNeeded, StaffRole.IndependentLivingAssessor, Note)),
    ];

    private static IEnumerable<(string Json, Fact Fact)> ReferralsAtLeast =>
    [
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","referral":"0195a1b2-0000-7000-8000-00000000000a","to":"assistive-technology","owner":"QMJ01","by":"physiotherapist"}""",
            new ReferralSent(At, Thread, ReferredService.AssistiveTechnology, OdsCode.Parse("QMJ01"), StaffRole.Physiotherapist)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","referral":"0195a1b2-0000-7000-8000-00000000000a","step":"received"}""", new ReferralStepTaken(At, Thread, ReferralStep.Received)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","task":"0195a1b2-0000-7000-8000-00000000000a","what":"arrange-meeting","owner":"QMJ01","by":"occupational-therapist"}""",
            new TaskSet(At, Thread, TaskKind.ArrangeMeeting, OdsCode.Parse("QMJ01"), StaffRole.OccupationalTherapist)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","task":"0195a1b2-0000-7000-8000-00000000000a","as":"done","by":"discharge-coordinator"}""",
            new TaskEnded(At, Thread, TaskEnd.Done, StaffRole.DischargeCoordinator)),
    ];
}
