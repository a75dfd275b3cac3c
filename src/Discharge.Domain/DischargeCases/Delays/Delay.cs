using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Something that keeps, or kept, a person in hospital. Several may run at once.</summary>
/// <param name="Id">The entry with which it started.</param>
/// <param name="Reason">What, as a code of a dated list.</param>
/// <param name="From">When it began.</param>
/// <param name="Until">When it ended; null while it runs.</param>
/// <param name="ActsNext">Who has to act next.</param>
/// <param name="Attributable">The organisation it is attributable to, where known.</param>
public sealed record Delay(long Id, DelayReason Reason, Instant From, Instant? Until, Owner ActsNext, OdsCode? Attributable)
{
    /// <summary>The delays of a case, in order of their beginning. One whose end is dated before its beginning lasted no time.</summary>
    public static IReadOnlyList<Delay> Of(DischargeCase discharge)
    {
        var ends = discharge.Facts.All<DelayEnded>().DistinctBy(end => end.Delay).ToDictionary(end => end.Delay, end => end.OccurredAt);
        return
        [
            .. from entry in discharge.Facts.EntriesOf<DelayStarted>()
               let started = (DelayStarted)entry.Fact
               let until = ends.TryGetValue(entry.Version, out var end) ? Instant.Max(end, started.OccurredAt) : (Instant?)null
               select new Delay(entry.Version, started.Reason, started.OccurredAt, until, started.ActsNext, started.Attributable),
        ];
    }

    /// <summary>Whether it runs still.</summary>
    public bool IsOpen => Until is null;

    /// <summary>Whether it ran at some time from one moment up to another.</summary>
    public bool RunsWithin(Instant from, Instant until) => From < until && !(Until <= from) && from < until;
}
