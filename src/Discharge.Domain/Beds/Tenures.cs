using System.Collections.Immutable;
using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>
/// Who has had a place and when, as its standing facts make it: never two at once. A reservation lapses at its moment and gives way to whoever arrives; being there, or having the
/// place kept, ends only where somebody says so. Whatever cannot be so beside what came before it takes no effect.
/// </summary>
/// <param name="All">Each tenure, in order; none overlaps another.</param>
/// <param name="Impossible">The entries that say somebody was in the place, or had it kept, while somebody else was or had.</param>
public sealed record Tenures(ImmutableArray<Tenure> All, ImmutableArray<Entry> Impossible)
{
    /// <summary>The tenures that the standing facts of a place make.</summary>
    public static Tenures Of(Facts<BedEvent> facts)
    {
        var (all, impossible) = (ImmutableArray.CreateBuilder<Tenure>(), new List<Entry>());
        Tenure? now = null;
        foreach (var entry in facts.Entries.Where(entry => entry.Fact is ISharedFact).GroupBy(entry => entry.Fact.OccurredAt).SelectMany(moment => LeavingFirst([.. moment], now)))
        {
            var at = entry.Fact.OccurredAt;
            now = now is { Until: { } lapses } && lapses <= at ? Ended(now, lapses) : now;
            var ((step, @case), isTheirs) = (StepOf(entry.Fact), now?.Case == SharedFacts.With(entry.Fact));
            switch (step)
            {
                case PlaceStep.Reserved when (now is null || (isTheirs && !now.IsPhysical)) && entry.Fact is BedReserved reserved && reserved.Until > at:
                    now = Ended(now, at, new(@case, step, at, reserved.Until, entry.Version));
                    break;
                case PlaceStep.Occupied or PlaceStep.Held when now is null || isTheirs || !now.IsPhysical:
                    now = Ended(now, at, new(@case, step, at, Until: null, entry.Version));
                    break;
                case PlaceStep.Occupied or PlaceStep.Held:
                    impossible.Add(entry);
                    break;
                case PlaceStep.Released when now is { IsPhysical: true } && entry.Fact is BedReleased { IsOfReservation: true }:
                    // They were in it by then, which was told later.
                    break;
                case PlaceStep.Released:
                    now = isTheirs ? Ended(now, at) : now;
                    impossible.RemoveAll(other => other.Fact.OccurredAt == at && SharedFacts.With(other.Fact) == @case);
                    break;
            }
        }

        _ = Ended(now, now?.Until);
        return new(all.ToImmutable(), [.. impossible]);

        Tenure? Ended(Tenure? ending, Instant? at, Tenure? next = null)
        {
            // What began and ended at one moment never was; it is not impossible either.
            if (ending is not null && ending.From != at)
            {
                all.Add(ending with { Until = at });
            }

            return next;
        }
    }

    // Of one moment, whoever is there is gone before somebody else comes, in whatever order the two were told.
    private static IEnumerable<Entry> LeavingFirst(Entry[] moment, Tenure? there)
    {
        var gone = there is null ? null : moment.TakeWhile(entry => StepOf(entry.Fact) is var (step, @case) && (@case != there.Case || step is PlaceStep.Released)).FirstOrDefault(entry => StepOf(entry.Fact).Case == there.Case);
        return gone is null ? moment : moment.Where(entry => entry != gone).Prepend(gone);
    }

    private static (PlaceStep Step, Guid Case) StepOf(Fact fact) => (((ISharedFact)fact).Step, ((ISharedFact)fact).With!.Value);

    /// <summary>Who has the place at a moment; null where nobody does.</summary>
    public Tenure? At(Instant moment) => All.FirstOrDefault(tenure => tenure.Covers(moment));

    /// <summary>What others than a case have of the place between two moments; without an end, from the first on.</summary>
    public IEnumerable<Tenure> OfOthers(Guid @case, Instant from, Instant? until) => All.Where(tenure => tenure.Case != @case && tenure.Overlaps(from, until));
}
