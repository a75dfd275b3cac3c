using static Discharge.Domain.Timelines.LadderLevel;

namespace Discharge.Domain.Timelines;

public sealed partial class RuleBook
{
    private static Pausing WhilePersonUnavailable =>
        new PausableBy([PauseGround.PersonUnavailable], ["the request and its date"]);

    private static TimelineRule[] OccupationalTherapy =>
    [
        new()
        {
            Id = "T06",
            Name = "Functional assessment answered by the reablement OT",
            Pathways = ["Pathway 1"],
            StartedBy = new("A functional assessment was requested.", ["FunctionalAssessmentRequested"]),
            StoppedBy = new("The request was answered.", ["FunctionalAssessmentResponded"]),
            Milestones = [new("The assessment itself was done.", ["FunctionalAssessmentDone"])],
            Length = Elapsed.Hours(48),
            Kind = RuleKind.Target,
            PausableBy = NeverForTarget,
            VoidedBy = AnyReason,
            Warnings = AfterHours(36),
            Escalations = InTurn(L1, L2),
            Authority = TheAssessment("A7: responded to functional assessment within 48 hours"),
            Standing = Standing.Assessment("A7", "A clock of its own beside T02, which has the same length.").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T13",
            Name = "Complex OT: assessed",
            Pathways = ["complex OT"],
            StartedBy = new("A referral for complex OT was received.", ["OtReferralReceived"]),
            StoppedBy = new("The assessment was completed.", ["OtAssessmentCompleted"]),
            Length = new LocalDays(28),
            Kind = RuleKind.Target,
            PausableBy = WhilePersonUnavailable,
            VoidedBy = NotReadmission,
            Warnings = [new(new OnLocalDay(14), If: Condition.NotBooked), .. OnDays(21)],
            Escalations = InTurn(L1, L2),
            Authority = TheAssessment("A8: assessment within 28 days (maximum wait 4 weeks)"),
            Standing = Standing.Assessment("A8").Adding(Undated),
            InForceFrom = SinceEver,
        },
        new()
        {
            Id = "T14",
            Name = "Complex OT: assessment booked",
            Pathways = ["complex OT"],
            StartedBy = new("A referral for complex OT was received.", ["OtReferralReceived"]),
            StoppedBy = new("The assessment was booked.", ["OtAssessmentBooked"]),
            Length = LocalDays.Weeks(2),
            Kind = RuleKind.Target,
            PausableBy = WhilePersonUnavailable,
            VoidedBy = NotReadmission,
            Warnings = OnDays(10),
            Escalations = Throughout(L1),
            Authority = TheAssessment("A8: assessments booked within 2 weeks to meet the 28-day target"),
            Standing = Standing.Assessment("A8").Adding(Undated),
            InForceFrom = SinceEver,
        },
        new()
        {
            Id = "T15",
            Name = "Complex OT: urgent assessment",
            Pathways = ["complex OT"],
            StartedBy = new("A referral was marked urgent, on receipt or on triage again.", ["OtReferralMarkedUrgent"]),
            StoppedBy = new("The assessment was completed.", ["OtAssessmentCompleted"]),
            Length = Elapsed.Hours(24),
            Kind = RuleKind.Safety,
            PausableBy = NeverForSafety,
            VoidedBy = AnyReason,
            Warnings = AfterHours(12),
            Escalations = InTurn(L2, L3),
            Notes = ["The 28-day clock of the same referral (T13) runs on."],
            Authority = TheAssessment("A8: urgent within 24 hours"),
            Standing = Standing.Assessment("A8").Adding(Undated),
            InForceFrom = SinceEver,
        },
    ];
}
