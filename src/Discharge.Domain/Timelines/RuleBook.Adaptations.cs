using static Discharge.Domain.Timelines.LadderLevel;

namespace Discharge.Domain.Timelines;

public sealed partial class RuleBook
{
    private static TimelineRule[] Adaptations =>
    [
        new()
        {
            Id = "T10",
            Name = "Interim arrangement in place",
            Pathways = ["equipment", "adaptation"],
            StartedBy = new("A need was identified while the item is not in place.", ["NeedIdentified"]),
            StoppedBy = new("An interim arrangement started.", ["InterimArrangementStarted"]),
            Length = new SameDay(),
            Kind = RuleKind.Safety,
            PausableBy = NeverForSafety,
            VoidedBy = AnyReason,
            Warnings = [new(new OnReceipt())],
            Escalations = InTurn(L2, L3),
            Authority = TheAssessment("A9: interim arrangements until equipment or adaptation is in place"),
            Standing = Standing.Assessment("A9", "That this is owed at once, counted as the same day, is our reading.").Adding(Undated),
            InForceFrom = SinceEver,
        },
        new()
        {
            Id = "T16",
            Name = "Major adaptation completed",
            Pathways = ["adaptation"],
            StartedBy = new("A major adaptation was recommended.", ["MajorAdaptationRecommended"]),
            StoppedBy = new("The works were completed.", ["AdaptationWorksCompleted"]),
            Milestones = [new("The adaptation was handed to housing.", ["HandedToHousing"])],
            Length = LocalDays.Weeks(6),
            Kind = RuleKind.Target,
            PausableBy = new PausableBy(
                [PauseGround.LandlordPermission, PauseGround.FreeholderPermission, PauseGround.PlanningPermission],
                ["party", "request date", "last chase", "alternative considered", "interim equipment in place"])
            {
                ReviewWithinDays = 14,
            },
            VoidedBy = NotReadmission,
            Warnings = OnDays(21, 35),
            Escalations = [new(L2, new EachDaysPaused(14)), new(L3, new AtBreach())],
            Authority = TheAssessment("A10: process completed within 6 weeks; waits caused by private landlord permission"),
            Standing = Standing.Assessment("A10", "That it ends when the works are complete, and what a pause needs, is our reading.").Adding(Undated),
            InForceFrom = SinceEver,
        },
        new()
        {
            Id = "T17",
            Name = "Disabled Facilities Grant decided",
            Pathways = ["adaptation"],
            StartedBy = new("A valid application was received.", ["ValidDfgApplicationReceived"]),
            StoppedBy = new("The decision was notified.", ["DfgDecisionNotified"]),
            Length = new LocalMonths(6),
            Kind = RuleKind.Statutory,
            PausableBy = NeverForStatute,
            VoidedBy = NotReadmission,
            Warnings = [new(new OnLocalMonth(4)), new(new OnLocalMonth(5))],
            Escalations = Throughout(L3),
            Authority = new("Disabled Facilities Grant, as stated in the House of Commons on 27 October 2009", "decision within 6 months of a valid application"),
            Standing = Standing.Source("R25").Adding(Undated),
            InForceFrom = SinceEver,
        },
        new()
        {
            Id = "T18",
            Name = "Disabled Facilities Grant paid",
            Pathways = ["adaptation"],
            StartedBy = new("A valid application was received.", ["ValidDfgApplicationReceived"]),
            StoppedBy = new("The grant was paid.", ["DfgPaid"]),
            Length = new LocalMonths(12),
            Kind = RuleKind.Statutory,
            PausableBy = NeverForStatute,
            VoidedBy = NotReadmission,
            Warnings = [new(new OnLocalMonth(10))],
            Escalations = Throughout(L3),
            Authority = new("Disabled Facilities Grant, as stated in the House of Commons on 27 October 2009", "payment no more than 12 months after the application"),
            Standing = Standing.Source("R25").Adding(Undated),
            InForceFrom = SinceEver,
        },
    ];
}
