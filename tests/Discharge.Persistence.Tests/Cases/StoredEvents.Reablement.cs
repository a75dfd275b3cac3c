using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>The events of a reablement case.</summary>
public static partial class StoredEvents
{
    private static Subject Worker => Subject.Parse("w-118");

    private static IEnumerable<(string Name, string Json, Fact Fact)> Reablement =>
    [
        (
            "reablement-case.referred.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","person":"0195a1b2-0000-7000-8000-00000000000a","personHash":"ab12","source":"discharge","referrer":"QMJ01","team":"RBT01","urgent":true,
             "dischargeCase":"0195a1b2-0000-7000-8000-00000000000a","sixtyFiveOrOver":true,"departures":[]}
            """,
            new ReablementReferred(At, new PersonRef(Thread), "ab12", ReablementSource.Discharge, OdsCode.Parse("QMJ01"), OdsCode.Parse("RBT01"), Urgent: true, Thread, SixtyFiveOrOver: true)),
        ("reablement-case.age-handed-over.v1", """{"occurredAt":"2026-03-29T01:30:00.123456Z","sixtyFiveOrOver":true,"departures":[]}""", new AgeHandedOver(At, SixtyFiveOrOver: true)),
        ("reablement-case.death-handed-over.v1", """{"occurredAt":"2026-03-29T01:30:00.123456Z","departures":[]}""", new DeathHandedOver(At)),
        ("reablement-case.return-handed-over.v1", """{"occurredAt":"2026-03-29T01:30:00.123456Z","departures":[]}""", new ReturnHandedOver(At)),
        ("reablement-case.marked-urgent.v1", """{"occurredAt":"2026-03-29T01:30:00.123456Z","departures":[]}""", new ReferralMarkedUrgent(At)),
        (
            "reablement-case.referral-answered.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","answer":"queried","referrerTold":true,"note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new ReferralAnswered(At, ReferralAnswer.Queried, ReferrerTold: true, Note)),
        (
            "reablement-case.worker-allocated.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","worker":"w-118","role":"physiotherapist","overCapacity":true,"insteadOf":"w-118","departures":["reablement.over-capacity"]}""",
            new WorkerAllocated(At, Worker, ReablementRole.Physiotherapist, OverCapacity: true, InsteadOf: Worker) { Departures = ["reablement.over-capacity"] }),
        (
            "reablement-case.worker-handed-over.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","from":"w-118","to":"w-118","role":"support-worker","reason":"persons-wish",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new WorkerHandedOver(At, Worker, Worker, ReablementRole.SupportWorker, HandOverReason.PersonsWish, Note)),
        (
            "reablement-case.worker-covered.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"w-118","role":"social-worker","departures":[]}""",
            new WorkerCovered(At, Worker, ReablementRole.SocialWorker)),
        ("reablement-case.cover-ended.v1", """{"occurredAt":"2026-03-29T01:30:00.123456Z","departures":[]}""", new CoverEnded(At)),
        ("reablement-case.worker-left.v1", """{"occurredAt":"2026-03-29T01:30:00.123456Z","lead":"w-118","worker":"w-118","departures":[]}""", new WorkerLeft(At, Worker, Worker)),
        (
            "reablement-case.contact-made.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","by":"w-118","role":"independent-living-assessor","how":"visit",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"visit":5,"with":["w-118"],"departures":["reablement.contact-without-worker"]}
            """,
            new ContactMade(At, Worker, ReablementRole.IndependentLivingAssessor, ContactBy.Visit, Note, 5, [Worker]) { Departures = ["reablement.contact-without-worker"] }),
        (
            "reablement-case.visit-planned.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","visitAt":"2026-03-29T01:30:00.123456Z","by":"w-118","role":"physiotherapist","departures":[]}""",
            new VisitPlanned(At, At, Worker, ReablementRole.Physiotherapist)),
        (
            "reablement-case.visit-missed.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","visit":5,"reason":"no-staff","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new VisitMissed(At, 5, MissedVisitReason.NoStaff, Note)),
        (
            "reablement-case.consent-answered.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","answer":"declined","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new ReablementConsentAnswered(At, ReablementConsent.Declined, Note)),
        (
            "reablement-case.start-dated.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","on":"2026-03-30","confirmed":true,"departures":[]}""",
            new StartDated(At, new(2026, 3, 30), Confirmed: true)),
        (
            "reablement-case.patch-assigned.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","patch":"North","departures":[]}""",
            new PatchAssigned(At, "North")),
        (
            "reablement-case.bridging-started.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","provider":"VHELP","departures":[]}""",
            new BridgingStarted(At, OdsCode.Parse("VHELP"))),
        (
            "reablement-case.bridging-ended.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","departures":[]}""",
            new BridgingEnded(At)),
        (
            "reablement-case.assessment-requested.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new AssessmentRequested(At, Note)),
        (
            "reablement-case.assessment-answered.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","request":5,"answer":"booked","bookedFor":"2026-03-29T01:30:00.123456Z","departures":[]}""",
            new AssessmentAnswered(At, 5, AssessmentAnswer.Booked, At)),
        (
            "reablement-case.function-assessed.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"w-118","role":"occupational-therapist","request":5,"note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new FunctionAssessed(At, Worker, ReablementRole.OccupationalTherapist, 5, Note)),
        (
            "reablement-case.crisis-response-requested.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","service":"QMJ01","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new CrisisResponseRequested(At, OdsCode.Parse("QMJ01"), Note)),
        (
            "reablement-case.crisis-contact-made.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","request":5,"note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new CrisisContactMade(At, 5, Note)),
        (
            "reablement-case.goal-set.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","area":"mobility","baseline":3,"target":8,"note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new GoalSet(At, GoalArea.Mobility, 3, 8, Note)),
        (
            "reablement-case.goal-scored.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","goal":5,"score":6,"departures":[]}""",
            new GoalScored(At, 5, 6)),
        (
            "reablement-case.reviewed.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","role":"social-worker","outcome":"plan-the-end","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new ReablementReviewed(At, ReablementRole.SocialWorker, ReviewOutcome.PlanTheEnd, Note)),
        (
            "reablement-case.home-need-noted.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","need":"access","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new HomeNeedNoted(At, HomeNeed.Access, Note)),
        (
            "reablement-case.care-recorded.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","minutesAWeek":840,"doubleHanded":true,"departures":[]}""",
            new CareRecorded(At, 840, DoubleHanded: true)),
        (
            "reablement-case.charging-started.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","for":"long-term-care","departures":[]}""",
            new ChargingStarted(At, ChargedFor.LongTermCare)),
        (
            "reablement-case.limit-decided.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","waitingFor":"package-of-care","owner":"713","charge":"waived","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new LimitDecided(At, WaitingFor.PackageOfCare, OdsCode.Parse("713"), ChargePosition.Waived, Note)),
        (
            "reablement-case.ended.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","sequel":"none-no-needs","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"hadLongTermSupport":true,"departures":[]}""",
            new ReablementEnded(At, ReablementSequel.NoneNoNeeds, Note, HadLongTermSupport: true)),
        (
            "reablement-case.follow-up-recorded.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","whereabouts":"brief-respite","departures":[]}""",
            new FollowUpRecorded(At, Whereabouts.BriefRespite)),
        (
            "reablement-team.registered.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","team":"RBT01","lead":"w-118","departures":[]}""",
            new TeamRegistered(At, OdsCode.Parse("RBT01"), Worker)),
        (
            "reablement-team.capacity-set.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","role":"physiotherapist","from":"2026-03-30","until":"2026-04-03","newPeople":3,"departures":[]}""",
            new CapacitySet(At, ReablementRole.Physiotherapist, new(2026, 3, 30), new(2026, 4, 3), 3)),
        (
            "reablement-team.duty-worker-named.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","worker":"w-118","role":"social-worker","from":"2026-03-30","until":"2026-03-30","departures":[]}""",
            new DutyWorkerNamed(At, Worker, ReablementRole.SocialWorker, new(2026, 3, 30), new(2026, 3, 30))),
    ];

    private static IEnumerable<(string Json, Fact Fact)> ReablementAtLeast =>
    [
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","person":"0195a1b2-0000-7000-8000-00000000000a","personHash":"ab12","source":"community","referrer":"QMJ01","team":"RBT01","urgent":false}""",
            new ReablementReferred(At, new PersonRef(Thread), "ab12", ReablementSource.Community, OdsCode.Parse("QMJ01"), OdsCode.Parse("RBT01"), Urgent: false)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","answer":"declined","referrerTold":false}""", new ReferralAnswered(At, ReferralAnswer.Declined, ReferrerTold: false)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","worker":"w-118","role":"social-worker"}""", new WorkerAllocated(At, Worker, ReablementRole.SocialWorker)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","from":"w-118","to":"w-118","role":"social-worker","reason":"workload"}""",
            new WorkerHandedOver(At, Worker, Worker, ReablementRole.SocialWorker, HandOverReason.Workload)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","lead":"w-118"}""", new WorkerLeft(At, Worker)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"w-118","role":"social-worker","how":"telephone"}""", new ContactMade(At, Worker, ReablementRole.SocialWorker, ContactBy.Telephone)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","visit":5,"reason":"delayed"}""", new VisitMissed(At, 5, MissedVisitReason.Delayed)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","answer":"given"}""", new ReablementConsentAnswered(At, ReablementConsent.Given)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z"}""", new AssessmentRequested(At)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","service":"QMJ01"}""", new CrisisResponseRequested(At, OdsCode.Parse("QMJ01"))),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","request":5}""", new CrisisContactMade(At, 5)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","request":5,"answer":"not-needed"}""", new AssessmentAnswered(At, 5, AssessmentAnswer.NotNeeded)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"w-118","role":"occupational-therapist"}""", new FunctionAssessed(At, Worker, ReablementRole.OccupationalTherapist)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","area":"meals","baseline":0,"target":10}""", new GoalSet(At, GoalArea.Meals, 0, 10)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","role":"social-worker","outcome":"go-on"}""", new ReablementReviewed(At, ReablementRole.SocialWorker, ReviewOutcome.GoOn)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","need":"equipment"}""", new HomeNeedNoted(At, HomeNeed.Equipment)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","waitingFor":"financial-assessment","owner":"713","charge":"undecided"}""", new LimitDecided(At, WaitingFor.FinancialAssessment, OdsCode.Parse("713"), ChargePosition.Undecided)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","sequel":"died"}""", new ReablementEnded(At, ReablementSequel.Died)),
    ];
}
