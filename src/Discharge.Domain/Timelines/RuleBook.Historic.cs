using NodaTime;

namespace Discharge.Domain.Timelines;

// Kept for replaying old cases: no clock of today starts under them, and nobody is escalated to.
public sealed partial class RuleBook
{
    private static LocalDate NoticesFrom => new(2015, 4, 1);
    private static LocalDate NoticesUntil => new(2022, 6, 30);

    private static TimelineRule[] Historic =>
    [
        new()
        {
            Id = "T34",
            Name = "Assessment notice: earliest relevant day",
            Pathways = ["all"],
            StartedBy = new("An assessment notice was given.", ["AssessmentNoticeGiven"]),
            StoppedBy = new("Nothing stops it: it is a minimum.", []),
            Length = new NoSoonerThan(2, "the relevant day"),
            Kind = RuleKind.Historic,
            PausableBy = NeverForHistory,
            VoidedBy = ErrorOnly,
            Authority = new("SI 2014/2823 (revoked)", "the relevant day is at least 2 days after the assessment notice"),
            Standing = Standing.Source("R32").Adding(DateUnchecked),
            InForceFrom = NoticesFrom,
            InForceUntil = NoticesUntil,
        },
        new()
        {
            Id = "T35",
            Name = "Discharge notice: earliest date of discharge",
            Pathways = ["all"],
            StartedBy = new("A discharge notice was given.", ["DischargeNoticeGiven"]),
            StoppedBy = new("The proposed date of discharge.", []),
            Length = new NoSoonerThan(1, "the proposed date of discharge"),
            Kind = RuleKind.Historic,
            PausableBy = NeverForHistory,
            VoidedBy = ErrorOnly,
            Authority = new("SI 2014/2823 (revoked)", "given at least 1 day before the proposed date of discharge"),
            Standing = Standing.Source("R32").Adding(DateUnchecked),
            InForceFrom = NoticesFrom,
            InForceUntil = NoticesUntil,
        },
        FundedCare(1, LocalDays.Weeks(6), new(2020, 9, 1), new(2021, 6, 30), "up to 6 weeks, discharges to 30 June 2021", Standing.Source("R33, R34")),
        FundedCare(2, LocalDays.Weeks(4), new(2021, 7, 1), new(2021, 9, 30), "up to 4 weeks, discharges from 1 July 2021", Standing.Source("R34")),
        FundedCare(3, LocalDays.Weeks(4), new(2021, 10, 1), new(2022, 3, 31), "up to 4 weeks, continued to 31 March 2022", Standing.GeneralKnowledge()),
        FundedCare(4, LocalDays.Weeks(4) with { NotAfter = new LocalDate(2023, 3, 31) }, new(2023, 1, 9), new(2023, 3, 31),
            "the £200m fund: up to 4 weeks of care, to 31 March 2023", Standing.Source("R35", "Its first date is general knowledge, not checked.")),
    ];

    private static TimelineRule FundedCare(int version, Length length, LocalDate from, LocalDate until, string provision, Standing standing) => new()
    {
        Id = "T36",
        Version = version,
        Name = "Funded care after discharge",
        Pathways = ["all, by the date of discharge"],
        StartedBy = new("The person left the hospital.", ["DischargedFromHospital"]),
        StoppedBy = new("The funding ended.", ["FundingEnded"]),
        Length = length,
        Kind = RuleKind.Historic,
        PausableBy = NeverForHistory,
        VoidedBy = AnyReason,
        Warnings = [new(new OnDayBeforeDue(7))],
        Authority = new("NHS England, hospital discharge funding", provision),
        Standing = standing,
        InForceFrom = from,
        InForceUntil = until,
    };
}
