using Discharge.Domain.Deciding;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Beds;

/// <summary>
/// Compares what every place has on record of cases with what every case has on record of places. They change in one transaction, so whatever is found was brought about by something
/// else than this service.
/// </summary>
public sealed class Reconciliation(NpgsqlDataSource database, CaseHistories histories)
{
    private const string Sharing = "select distinct stream_id from cases.mt_events where type = any ($1)";

    // Two at once are read in one statement, which sees both at one moment.
    private const int AtOnce = 200;

    private static readonly string[] Names = [.. EventNames.All.Where(pair => pair.Type.IsAssignableTo(typeof(ISharedFact))).Select(pair => pair.Name)];

    /// <summary>All there is, none where places and cases agree. A case out of reach is not named.</summary>
    public async Task<IReadOnlyList<Disagreement>> FindAsync(Reach reach, CancellationToken cancellation)
    {
        var streams = new Dictionary<Guid, History>();
        foreach (var some in (await IdsAsync(cancellation)).Chunk(AtOnce))
        {
            foreach (var (id, history) in await histories.ReadAsync(some, cancellation))
            {
                streams[id] = history;
            }
        }

        // What was read while it changed is looked at once more, the place and the case in one statement.
        var found = new List<Disagreement>();
        foreach (var pair in Between(streams).Select(disagreement => (disagreement.Bed, Case: disagreement.Case!.Value)).Distinct())
        {
            var (both, named) = await histories.ReadAsync([pair.Bed, pair.Case], reach, cancellation);
            found.AddRange(Between(both).Where(disagreement => (disagreement.Bed, disagreement.Case) == pair).Select(disagreement => named.Include(pair.Case) ? disagreement : disagreement with { Case = null }));
        }

        return [.. found.Distinct()];
    }

    private static IEnumerable<Disagreement> Between(IReadOnlyDictionary<Guid, History> streams)
    {
        var places = streams.Where(stream => StreamTypes.Of(stream.Value) == BedType.Instance).ToArray();
        var inPlaces = places.SelectMany(place => Halves(place.Value).Select(half => (Bed: place.Key, Case: half.With, half.Step, half.At, half.Until))).ToHashSet();
        var inCases = streams.Except(places).SelectMany(@case => Halves(@case.Value).Select(half => (Bed: half.With, Case: @case.Key, half.Step, half.At, half.Until))).ToHashSet();
        return
        [
            .. inPlaces.Except(inCases).Select(half => new Disagreement(half.Bed, half.Case, half.Step, half.At, DisagreementKind.OnlyThePlaceHasIt)),
            .. inCases.Except(inPlaces).Select(half => new Disagreement(half.Bed, half.Case, half.Step, half.At, DisagreementKind.OnlyTheCaseHasIt)),
            .. places.SelectMany(place => BedType.StateOf(place.Key, place.Value).Tenures.Impossible.Select(entry =>
                new Disagreement(place.Key, SharedFacts.With(entry.Fact)!.Value, ((ISharedFact)entry.Fact).Step, entry.Fact.OccurredAt, DisagreementKind.SomebodyElseHadIt))),
        ];
    }

    private static IEnumerable<(Guid With, PlaceStep Step, Instant At, Instant? Until)> Halves(History history) =>
        history.Standing.Where(entry => SharedFacts.With(entry.Fact) is not null).Select(entry => (SharedFacts.With(entry.Fact)!.Value, ((ISharedFact)entry.Fact).Step, entry.Fact.OccurredAt, ((ISharedFact)entry.Fact).Until));

    private Task<List<Guid>> IdsAsync(CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var select = database.CreateCommand(Sharing);
            select.Parameters.Add(new() { Value = Names });
            await using var rows = await select.ExecuteReaderAsync(stop);
            var ids = new List<Guid>();
            while (await rows.ReadAsync(stop))
            {
                ids.Add(rows.GetGuid(0));
            }

            return ids;
        },
        cancellation).AsTask();
}

/// <summary>Something that a place and a case do not agree on.</summary>
/// <param name="Bed">The place.</param>
/// <param name="Case">The case, where whoever asks may know of it.</param>
/// <param name="Step">What happened between them.</param>
/// <param name="At">When.</param>
/// <param name="Kind">Who has it on record and who does not.</param>
public sealed record Disagreement(Guid Bed, Guid? Case, PlaceStep Step, Instant At, DisagreementKind Kind);

/// <summary>Who has something on record and who does not.</summary>
public enum DisagreementKind
{
    /// <summary>The place has it and the case does not.</summary>
    OnlyThePlaceHasIt,

    /// <summary>The case has it and the place does not.</summary>
    OnlyTheCaseHasIt,

    /// <summary>The place has it while somebody else had the place.</summary>
    SomebodyElseHadIt,
}
