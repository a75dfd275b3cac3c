using static Discharge.Domain.Timelines.LadderLevel;

namespace Discharge.Domain.Timelines;

// All four are general knowledge, not checked against a source: none of them may be shown as the law.
public sealed partial class RuleBook
{
    private static TimelineRule[] LongTermCare =>
    [
        new()
        {
            Id = "T29",
            Name = "NHS continuing healthcare decided",
            Pathways = ["any"],
            StartedBy = new("A positive Checklist was received.", ["ChecklistReceived"]),
            StoppedBy = new("Eligibility was decided.", ["ContinuingHealthcareDecided"]),
            Length = new LocalDays(28),
            Kind = RuleKind.Target,
            PausableBy = NeverForTarget,
            VoidedBy = NotReadmission,
            Warnings = OnDays(21),
            Escalations = Throughout(L2),
            Authority = new("NHS continuing healthcare practice, as generally known", "decision within 28 days of a positive Checklist"),
            Standing = Standing.GeneralKnowledge(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T30",
            Name = "NHS continuing healthcare Fast Track",
            Pathways = ["end of life"],
            StartedBy = new("A Fast Track application was received.", ["FastTrackReceived"]),
            StoppedBy = new("The package of care is in place.", ["PackageInPlace"]),
            Length = Elapsed.Hours(48),
            Kind = RuleKind.Target,
            PausableBy = NeverForTarget,
            VoidedBy = AnyReason,
            Warnings = AfterHours(24),
            Escalations = Throughout(L3),
            Authority = new("NHS continuing healthcare practice, as generally known", "package in place within 48 hours of a Fast Track application"),
            Standing = Standing.GeneralKnowledge(Undated),
            InForceFrom = SinceEver,
        },
        new()
        {
            Id = "T31",
            Name = "Light-touch review of a care plan",
            Pathways = ["long-term care"],
            StartedBy = new("The care plan was signed off.", ["CarePlanSignedOff"]),
            StoppedBy = new("The care plan was reviewed.", ["CarePlanReviewed"]),
            Length = LocalDayWindow.Weeks(6, 8),
            Kind = RuleKind.Target,
            PausableBy = NeverForTarget,
            VoidedBy = NotReadmission,
            Warnings = OnDays(42),
            Escalations = Throughout(L1),
            Authority = new("Care Act guidance, as generally known", "light-touch review 6 to 8 weeks after sign-off"),
            Standing = Standing.GeneralKnowledge(Undated),
            InForceFrom = SinceEver,
        },
        new()
        {
            Id = "T32",
            Name = "IMCA for an unbefriended person",
            Pathways = ["Pathway 3"],
            StartedBy = new("A placement was decided for an unbefriended person who lacks capacity.", ["InterimStayDecided"]),
            StoppedBy = new("An independent mental capacity advocate was instructed.", ["AdvocateInstructed"]),
            Length = new WhenLongStayExpected(HospitalDays: 28, CareHomeWeeks: 8),
            Kind = RuleKind.Target,
            PausableBy = NeverForTarget,
            VoidedBy = DeathOrError,
            Warnings = [new(new OnReceipt())],
            Escalations = [new(L2, new AtEachWarning())],
            Authority = new("Mental Capacity Act 2005 sections 38 to 39, as generally known", "stay likely over 28 days in hospital or 8 weeks in a care home"),
            Standing = Standing.GeneralKnowledge(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
    ];
}
