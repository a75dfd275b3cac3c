using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What an interim stay costs and who pays which part, in pence, each night at a seventh of the week in the bed of that night.</summary>
/// <param name="Nights">The nights it is the cost of.</param>
/// <param name="Total">What they cost together.</param>
/// <param name="Health">The NHS's part.</param>
/// <param name="SocialCare">The local authority's part.</param>
/// <param name="SelfFunded">The person's own part.</param>
/// <param name="NotAgreed">The part of the nights for which nobody has agreed who pays.</param>
public sealed record StayCost(int Nights, long Total, long Health, long SocialCare, long SelfFunded, long NotAgreed)
{
    private const int NightsInAWeek = 7;

    /// <summary>The cost of a stay up to a date, the night before it being the last; null where the cost of a bed of it is not known. What lies ahead is counted in the bed the person is in.</summary>
    public static StayCost? Of(DischargeCase discharge, InterimStay stay, LocalDate until)
    {
        var from = LocalCalendar.DateOf(stay.From);
        var nights = Enumerable.Range(0, Math.Max(0, Period.DaysBetween(from, until)))
            .Select(night => from.PlusDays(night))
            .Select(date => (Week: PlaceOn(stay, date).WeeklyCost, Split: SplitOn(discharge, date)))
            .ToArray();
        return stay.Place.WeeklyCost is null || nights.Any(night => night.Week is null)
            ? null
            : Of([.. nights.Select(night => ((long)night.Week!.Value, night.Split))]);
    }

    // The parts to the penny, as they would be charged; the total is what they come to.
    private static StayCost Of((long Week, FundingSplit? Split)[] nights)
    {
        var (health, social) = (Part(split => split?.Health ?? 0), Part(split => split?.SocialCare ?? 0));
        var (self, notAgreed) = (Part(split => split?.SelfFunded ?? 0), Part(split => split is null ? FundingSplit.Whole : 0));
        return new(nights.Length, health + social + self + notAgreed, health, social, self, notAgreed);

        long Part(Func<FundingSplit?, int> of) =>
            (long)Math.Round(nights.Sum(night => (decimal)(night.Week * of(night.Split))) / (NightsInAWeek * FundingSplit.Whole), MidpointRounding.AwayFromZero);
    }

    private static InterimPlace PlaceOn(InterimStay stay, LocalDate date) =>
        (stay.Places.LastOrDefault(arrival => LocalCalendar.DateOf(arrival.OccurredAt) <= date) ?? stay.Places[0]).Place;

    private static FundingSplit? SplitOn(DischargeCase discharge, LocalDate date) =>
        discharge.Facts.All<FundingSplitAgreed>().LastOrDefault(agreed => agreed.From <= date && !(agreed.Until < date))?.Split;
}
