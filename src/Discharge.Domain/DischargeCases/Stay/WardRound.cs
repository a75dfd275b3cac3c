using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A ward round at which the person's discharge was looked at.</summary>
/// <param name="At">When.</param>
/// <param name="Attended">Who attended.</param>
/// <param name="CriteriaReviewed">Whether criteria to reside were reviewed on that date, as they are to be at every ward round.</param>
public sealed record WardRound(Instant At, Listed<WardRoundAttendance> Attended, bool CriteriaReviewed)
{
    /// <summary>The ward rounds of a case, in order.</summary>
    public static IReadOnlyList<WardRound> Of(DischargeCase discharge)
    {
        var reviewed = discharge.Facts.All<CriteriaToResideReviewed>().Select(review => LocalCalendar.DateOf(review.OccurredAt)).ToHashSet();
        return [.. discharge.Facts.All<WardRoundAttended>().Select(round => new WardRound(round.OccurredAt, round.Attended, reviewed.Contains(LocalCalendar.DateOf(round.OccurredAt))))];
    }
}
