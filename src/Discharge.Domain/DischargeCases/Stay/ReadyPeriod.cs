using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A period of not meeting criteria to reside (NHS England, Discharge Ready Date guidance).</summary>
/// <param name="From">The first review that found criteria no longer met.</param>
/// <param name="Until">When it ended; null while it goes on.</param>
/// <param name="MetAgain">Whether it ended because criteria were met again, rather than by the person's being gone.</param>
public sealed record ReadyPeriod(Instant From, Instant? Until, bool MetAgain)
{
    /// <summary>Every such period until the person was gone, in order. A review dated after that changes nothing.</summary>
    public static IReadOnlyList<ReadyPeriod> Of(DischargeCase discharge)
    {
        var gone = discharge.GoneAt;
        List<ReadyPeriod> periods = [];
        Instant? since = null;
        foreach (var review in discharge.Facts.All<CriteriaToResideReviewed>().TakeWhile(review => !(gone < review.OccurredAt)))
        {
            if (review.Met.Count > 0 && since is { } from)
            {
                periods.Add(new(from, review.OccurredAt, MetAgain: true));
            }

            since = review.Met.Count > 0 ? null : since ?? review.OccurredAt;
        }

        return since is { } last ? [.. periods, new(last, gone, MetAgain: false)] : periods;
    }

    /// <summary>
    /// The decision to discharge that a moment shares a period with, before it or after: one holds until criteria are met again, so between the two they were not.
    /// A senior's decision made while they were met holds through the next period too.
    /// </summary>
    public static Entry? DecisionAsOf(DischargeCase discharge, Instant moment)
    {
        Instant[] metAgain = [.. Of(discharge).Where(period => period.MetAgain).Select(period => period.Until).OfType<Instant>()];
        return discharge.Facts.EntriesOf<DischargeDecided>().FirstOrDefault(entry =>
            entry.Fact.OccurredAt is var decided && !metAgain.Any(again => Instant.Min(decided, moment) < again && again <= Instant.Max(decided, moment)));
    }
}
