using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>
/// With which entry streams end by what the store says of each, so that an end which is cut off is noticed and never written over. It is asked before the entries are: what others commit in between
/// is then more than was asked for, and nothing is missing.
/// </summary>
internal static class StreamEnds
{
    private static readonly OfThese Ends = new("select id, version from cases.mt_streams where id = any ($1)");

    /// <summary>Asks for them, to be read by <see cref="ReadAsync"/>.</summary>
    public static NpgsqlBatchCommand Of(params Guid[] streams) => Ends.Ask(streams);

    /// <summary>Reads them from the reader's current result, and goes on to the next.</summary>
    public static async Task<Dictionary<Guid, long>> ReadAsync(NpgsqlDataReader rows, CancellationToken cancellation)
    {
        var ends = new Dictionary<Guid, long>();
        while (await rows.ReadAsync(cancellation))
        {
            ends[rows.GetGuid(0)] = rows.GetInt64(1);
        }

        await rows.NextResultAsync(cancellation);
        return ends;
    }
}
