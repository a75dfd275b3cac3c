using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>How long a rehabilitation bed was the person's: how long they were in it, and how long it was held for them and why, counted apart.</summary>
/// <param name="InBed">How long they were in it.</param>
/// <param name="Held">How long it was held, by the reason.</param>
public sealed record BedDays(Duration InBed, IReadOnlyDictionary<HoldReason, Duration> Held)
{
    /// <summary>What it comes to by a moment.</summary>
    public static BedDays Of(RehabilitationCase rehabilitation, Instant at)
    {
        var times = TimesBy(rehabilitation.At(at), at);
        return new(
            times.Where(time => time.Why is null).Aggregate(Duration.Zero, (sum, time) => sum + time.Length),
            times.Where(time => time.Why is not null).GroupBy(time => time.Why!.Value).OrderBy(time => time.Key).ToDictionary(time => time.Key, time => time.Aggregate(Duration.Zero, (sum, one) => sum + one.Length)));
    }

    private static List<(HoldReason? Why, Duration Length)> TimesBy(RehabilitationCase then, Instant at)
    {
        var (times, now) = (new List<(HoldReason? Why, Duration Length)>(), ((Instant From, HoldReason? Why)?)null);
        foreach (var fact in then.Facts.All<RehabilitationEvent>().Where(fact => fact is ISharedFact { With: not null, Step: not PlaceStep.Reserved, EndsReservation: false }))
        {
            End(fact.OccurredAt);
            now = fact switch
            {
                ISharedFact { Step: PlaceStep.Held } held => (fact.OccurredAt, held.KeptBecause),
                ISharedFact { Step: PlaceStep.Occupied } when fact is not MovedIntoCareHome => (fact.OccurredAt, null),
                _ => null,
            };
        }

        End(at);
        return times;

        void End(Instant until)
        {
            if (now is { } since)
            {
                times.Add((since.Why, until - since.From));
            }
        }
    }
}
