using static Discharge.Domain.Timelines.LadderLevel;

namespace Discharge.Domain.Timelines;

public sealed partial class RuleBook
{
    private static TimelineRule[] NationalStandards =>
    [
        new()
        {
            Id = "T26",
            Name = "Bed-based intermediate care starts",
            Pathways = ["Pathway 2"],
            StartedBy = new("A referral for bed-based care was received.", ["BedBasedCareReferralReceived"]),
            StoppedBy = new("Intermediate care started.", ["IntermediateCareStarted"]),
            Length = new LocalDays(2),
            Kind = RuleKind.Target,
            PausableBy = NeverForTarget,
            VoidedBy = AnyReason,
            Warnings = OnDays(1),
            Escalations = Throughout(L2),
            Authority = new("NICE quality standard QS173", "statement 2: bed-based care starts within 2 days"),
            Standing = Standing.Source("R30").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T27",
            Name = "Urgent community response to a crisis",
            Pathways = ["community"],
            StartedBy = new("A referral for urgent community response was received.", ["UcrReferralReceived"]),
            StoppedBy = new("The service made contact.", ["UcrContact"]),
            Length = Elapsed.Hours(2),
            Kind = RuleKind.Target,
            PausableBy = NeverForTarget,
            VoidedBy = AnyReason,
            Warnings = [new(new ElapsedAfterStart(60)), new(new ElapsedAfterStart(90))],
            Escalations = Throughout(L2),
            Authority = new("NHS England, urgent community response", "2-hour standard, met for at least 70%"),
            Standing = Standing.Source("R20").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
        new()
        {
            Id = "T28",
            Name = "Reablement within two days",
            Pathways = ["community, not from a hospital bed"],
            StartedBy = new("A referral from the community was received.", ["ReablementReferralReceived"]),
            StoppedBy = new("Reablement started.", ["ReablementStarted"]),
            Length = new LocalDays(2),
            Kind = RuleKind.Target,
            PausableBy = NeverForTarget,
            VoidedBy = AnyReason,
            Warnings = OnDays(1),
            Escalations = Throughout(L1),
            Authority = new("The two-day reablement standard, as the Chartered Society of Physiotherapy reports it", "starts within 2 days of referral"),
            Standing = Standing.Source("R31").Adding(Undated),
            InForceFrom = SinceEver,
            InUse = true,
        },
    ];
}
