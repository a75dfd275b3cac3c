using Npgsql;

namespace Discharge.Persistence.Access;

/// <summary>The cases that may be named to somebody where a place names them: a place is everybody's who may see places, and whose case has it only theirs who may know of the case.</summary>
public sealed class NamedCases
{
    // Of a case nothing is a place, so that nothing of it is read for this.
    private static readonly string InReach =
        $"""
        select named.id
          from (select unnest($5::uuid[]) as id
                 union
                select (entry.data ->> 'case')::uuid from discharge.beds bed join cases.mt_events entry on entry.stream_id = bed.bed_id where bed.bed_id = any ($4) and entry.data ->> 'case' is not null) named
         where {Reach.Holds("named.id", first: 1)}
        """;

    private readonly HashSet<Guid>? _named;

    private NamedCases(HashSet<Guid>? named) => _named = named;

    /// <summary>Every case.</summary>
    public static NamedCases All { get; } = new(named: null);

    /// <summary>Whether a case may be named.</summary>
    public bool Include(Guid @case) => _named is null || _named.Contains(@case);

    /// <summary>Adds to what is read the question which cases may be named, where anything narrows them.</summary>
    /// <param name="batch">What is read.</param>
    /// <param name="reach">Whose cases the reader may know of.</param>
    /// <param name="places">Of these streams, the cases that those which are places name.</param>
    /// <param name="cases">Further cases.</param>
    internal static void Ask(NpgsqlBatch batch, Reach reach, Guid[] places, Guid[] cases)
    {
        if (reach.Organisations is null)
        {
            return;
        }

        var ask = new NpgsqlBatchCommand(InReach);
        reach.AddTo(ask.Parameters);
        ask.Parameters.Add(new() { Value = places });
        ask.Parameters.Add(new() { Value = cases });
        batch.BatchCommands.Add(ask);
    }

    /// <summary>Reads what <see cref="Ask"/> asked, which is the next result where it asked anything.</summary>
    internal static async Task<NamedCases> ReadAsync(NpgsqlDataReader rows, Reach reach, CancellationToken cancellation)
    {
        if (reach.Organisations is null)
        {
            return All;
        }

        await rows.NextResultAsync(cancellation);
        var named = new HashSet<Guid>();
        while (await rows.ReadAsync(cancellation))
        {
            named.Add(rows.GetGuid(0));
        }

        return new(named);
    }
}
