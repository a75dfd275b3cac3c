using Discharge.Domain.Timelines;

namespace Discharge.Domain.Reablement;

/// <summary>How a case counts by where the person was on day 91 (ASCOF 2D, formerly 2B(1)).</summary>
internal static class Day91
{
    private const int October = 10;

    /// <summary>Of people of 65 and over discharged into reablement from October to December, those at home on day 91.</summary>
    public static Counted AtHome(ReablementCase reablement, MeasuredPeriod period) =>
        reablement.Referral is { DischargeCase: not null, OccurredAt: var left } && period.Holds(left) && LocalCalendar.DateOf(left).Month < October
            ? Counted.Out(CountingReason.OutsideOctoberToDecember)
            : AtHomeAllYear(reablement, period);

    /// <summary>The same of discharges of any month.</summary>
    public static Counted AtHomeAllYear(ReablementCase reablement, MeasuredPeriod period) => reablement switch
    {
        { Referral: null } => Counted.Out(CountingReason.ReferredInError),
        { Referral.DischargeCase: null } => Counted.Out(CountingReason.NotFromHospital),
        { Referral.OccurredAt: var left } when !period.Holds(left) => Counted.Out(CountingReason.OutsidePeriod),
        { SixtyFiveOrOver: null } => Counted.Out(CountingReason.AgeNotKnown),
        { SixtyFiveOrOver: false } => Counted.Out(CountingReason.Under65),
        _ when FollowUpWindow.DiedBy(reablement) => Counted.Against(CountingReason.DiedBeforeDay91),
        _ => ByStatus(reablement, FollowUpWindow.Of(reablement)!, period),
    };

    private static Counted ByStatus(ReablementCase reablement, FollowUpWindow window, MeasuredPeriod period) => FollowUpWindow.StatusIn(reablement) switch
    {
        null when period.Today <= window.Until => Counted.Out(CountingReason.NotDueYet),
        null => Counted.Against(CountingReason.StatusNotRecorded),
        var recorded when !window.Contains(recorded.OccurredAt) => Counted.Against(CountingReason.StatusOutsideWindow),
        { Whereabouts: Whereabouts.Home or Whereabouts.ExtraCareHousing or Whereabouts.AdultPlacement or Whereabouts.BriefRespite } => Counted.For(CountingReason.AtHome),
        { Whereabouts: Whereabouts.Hospital } => Counted.Against(CountingReason.InHospital),
        { Whereabouts: Whereabouts.CareHome } => Counted.Against(CountingReason.InCareHome),
        { Whereabouts: Whereabouts.Died } => Counted.Against(CountingReason.DiedBeforeDay91),
        _ => Counted.Against(CountingReason.NotContactable),
    };
}
