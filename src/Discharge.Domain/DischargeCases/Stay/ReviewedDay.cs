using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A London date on which a person's criteria to reside were reviewed.</summary>
/// <param name="On">The date.</param>
/// <param name="Reviews">How often.</param>
/// <param name="ByADoctor">How often by a doctor.</param>
public sealed record ReviewedDay(LocalDate On, int Reviews, int ByADoctor)
{
    /// <summary>The last such date of a case; null where nobody has reviewed yet.</summary>
    public static ReviewedDay? LastOf(DischargeCase discharge)
    {
        if (discharge.LastReview is not { } last)
        {
            return null;
        }

        var on = LocalCalendar.DateOf(last.OccurredAt);
        CriteriaToResideReviewed[] reviews = [.. discharge.Facts.All<CriteriaToResideReviewed>().Where(review => LocalCalendar.DateOf(review.OccurredAt) == on)];
        return new(on, reviews.Length, reviews.Count(review => review.By.IsADoctor()));
    }
}
