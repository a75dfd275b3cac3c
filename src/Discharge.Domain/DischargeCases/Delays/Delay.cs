using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Something that keeps, or kept, a person in hospital. Several may run at once.</summary>
/// <param name="Id">The entry with which it started.</param>
/// <param name="Reason">What, as a code of a dated list.</param>
/// <param name="From">When it began.</param>
/// <param name="Until">When it ended, at the latest when the person left; null while it runs.</param>
/// <param name="ActsNext">Who has to act next.</param>
/// <param name="Attributable">The organisation it is attributable to, where known.</param>
public sealed record Delay(long Id, DelayReason Reason, Instant From, Instant? Until, Owner ActsNext, OdsCode? Attributable)
{
    /// <summary>
    /// The delays of a case, in order of their beginning. Nobody who has left is kept in hospital, so leaving ends what nobody had ended, or said to have
    /// ended later. One whose end is dated before its beginning, or that began after leaving, lasted no time.
    /// </summary>
    public static IReadOnlyList<Delay> Of(DischargeCase discharge)
    {
        var ends = discharge.Facts.All<DelayEnded>().DistinctBy(end => end.Delay).ToDictionary(end => end.Delay, end => end.OccurredAt);
        return
        [
            .. from entry in discharge.Facts.EntriesOf<DelayStarted>()
               let started = (DelayStarted)entry.Fact
               let ended = ends.TryGetValue(entry.Version, out var end) ? end : (Instant?)null
               select new Delay(entry.Version, started.Reason, started.OccurredAt, End(started, ended, discharge.Left?.OccurredAt), started.ActsNext, started.Attributable),
        ];
    }

    private static Instant? End(DelayStarted started, Instant? ended, Instant? left) => new[] { ended, left }.Min() is { } end ? Instant.Max(end, started.OccurredAt) : null;

    /// <summary>Whether it runs still.</summary>
    public bool IsOpen => Until is null;

    /// <summary>Whether it ran at some time from one moment up to another.</summary>
    public bool RunsWithin(Instant from, Instant until) => From < until && !(Until <= from) && from < until;
}
