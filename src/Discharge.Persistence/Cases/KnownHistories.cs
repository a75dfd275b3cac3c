using Discharge.Domain.Deciding;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>
/// Histories that this node has read lately, so that a long one is not read whole each time. It is read from its last known entry on: where that is still there with its seal, which covers all entries
/// before it, they are as they were read; where it is not, nothing of what was known is believed and all is read.
/// </summary>
public sealed class KnownHistories : IDisposable
{
    // Fewer are read and decoded in less time than it takes to keep them.
    private const int Worthwhile = 8;

    // Of about a kilobyte each.
    private const int MostEntries = 50_000;

    private const string Select = $"select {EntryReader.Columns} from cases.mt_events where stream_id = $1 and version >= $2 order by version";

    // After that a history is read whole again, so that what is put right or destroyed in the store does not live on here.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostEntries });

    /// <summary>What is known of a stream; an empty history where nothing is.</summary>
    internal History Of(Guid id) => _kept.TryGetValue(id, out History? known) ? known! : History.Empty;

    /// <summary>Keeps what was read, where that is worth it.</summary>
    internal void Keep(Guid id, History history)
    {
        if (history.Entries is { Length: >= Worthwhile and var length } and [.., { Seal: not null }] && Of(id) != history)
        {
            _kept.Set(id, history, new MemoryCacheEntryOptions { Size = length, AbsoluteExpirationRelativeToNow = Longest });
        }
    }

    /// <summary>Selects what continues a history, to be read by <see cref="ContinueAsync"/>.</summary>
    internal static NpgsqlBatchCommand Continuing(Guid id, History before) => new(Select) { Parameters = { new() { Value = id }, new() { Value = before.Version } } };

    /// <summary>A history, continued by the entries in the reader's current result; null where it is not what the store holds, and all has to be read.</summary>
    /// <exception cref="UnreadableEventException">An entry cannot be read, or is not there.</exception>
    internal static async Task<History?> ContinueAsync(Guid id, History before, NpgsqlDataReader rows, CancellationToken cancellation)
    {
        if (before.Version > 0 && !(await rows.ReadAsync(cancellation) && EntryReader.Is(rows, before.Entries[^1])))
        {
            return null;
        }

        var entries = new List<Entry>();
        while (await rows.ReadAsync(cancellation))
        {
            entries.Add(EntryReader.Read(rows));
        }

        return entries is [] ? before : EntryReader.Continued(id, before, entries);
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();
}
