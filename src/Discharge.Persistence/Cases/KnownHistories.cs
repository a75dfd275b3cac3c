using Discharge.Domain.Deciding;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>
/// Histories that this node has read lately, so that a long one is not read whole each time. It is read from its last known entry on: where that is still there with its seal, which covers all entries
/// before it, they are as they were read; where it is not, nothing of what was known is believed and all is read. What is read once, as by whoever goes through all cases, is not kept: it would
/// take the place of what is read again, and leave memory only when all of it is collected.
/// </summary>
/// <param name="time">By which it is known for how long.</param>
public sealed class KnownHistories(TimeProvider time) : IDisposable
{
    // Fewer are read and decoded in less time than it takes to keep them.
    private const int Worthwhile = 8;

    // Of about a kilobyte each.
    private const int MostEntries = 20_000;

    private const string Select = $"select {EntryReader.Columns} from cases.mt_events where stream_id = $1 and version >= $2 order by version";

    // After that a history is read whole again, so that what is put right or destroyed in the store does not live on here.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostEntries });

    // Which were read, for as long as they might have been kept.
    private readonly MemoryCache _read = new(new MemoryCacheOptions { SizeLimit = MostEntries });

    /// <summary>What is known of a stream; an empty history where nothing is.</summary>
    internal Known Of(Guid id) => _kept.TryGetValue(id, out Known? known) && LeftOf(known!.WholeAt!.Value) > TimeSpan.Zero ? known : Known.Nothing;

    /// <summary>Keeps what was read for the second time, where that is worth it, for as long as what it continues would have been kept.</summary>
    internal void Keep(Guid id, Known read)
    {
        var wholeAt = read.WholeAt ?? time.GetTimestamp();
        if (read.History.Entries is not ({ Length: >= Worthwhile } and [.., { Seal: not null }]) || LeftOf(wholeAt) is not { Ticks: > 0 } left)
        {
            _kept.Remove(id);
        }
        else if (!IsReadAgain(id))
        {
            _read.Set<object?>(id, null, new MemoryCacheEntryOptions { Size = read.History.Entries.Length, AbsoluteExpirationRelativeToNow = left });
        }
        else if (Of(id).History != read.History)
        {
            _kept.Set(id, read with { WholeAt = wholeAt }, new MemoryCacheEntryOptions { Size = read.History.Entries.Length, AbsoluteExpirationRelativeToNow = left });
        }
    }

    /// <summary>Selects what continues a history, to be read by <see cref="ContinueAsync"/>.</summary>
    internal static NpgsqlBatchCommand Continuing(Guid id, Known before) => new(Select) { Parameters = { new() { Value = id }, new() { Value = before.History.Version } } };

    /// <summary>A history, continued by the entries in the reader's current result; null where it is not what the store holds, and all has to be read.</summary>
    /// <param name="id">The stream.</param>
    /// <param name="before">What is known of it.</param>
    /// <param name="end">With which entry it ends, at the least; 0 where there is no such stream.</param>
    /// <param name="rows">Where its entries are.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UnreadableEventException">An entry cannot be read, or is not there.</exception>
    internal static async Task<Known?> ContinueAsync(Guid id, Known before, long end, NpgsqlDataReader rows, CancellationToken cancellation)
    {
        if (before.History.Version > 0 && !(await rows.ReadAsync(cancellation) && EntryReader.Is(rows, before.History.Entries[^1])))
        {
            return null;
        }

        var entries = new List<Entry>();
        while (await rows.ReadAsync(cancellation))
        {
            entries.Add(EntryReader.Read(rows));
        }

        var history = EntryReader.Continued(id, before.History, entries, end);
        return entries is [] ? before : before with { History = history };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _kept.Dispose();
        _read.Dispose();
    }

    private bool IsReadAgain(Guid id) => _kept.TryGetValue(id, out _) || _read.TryGetValue(id, out _);

    // For how much longer is believed what was last read whole then.
    private TimeSpan LeftOf(long wholeAt) => Longest - time.GetElapsedTime(wholeAt);

    /// <summary>A history, and since when it is known.</summary>
    /// <param name="History">The history.</param>
    /// <param name="WholeAt">When it was last read whole, as a timestamp of the node; null where that was just now.</param>
    internal sealed record Known(History History, long? WholeAt)
    {
        /// <summary>Where nothing is known.</summary>
        public static Known Nothing { get; } = new(History.Empty, null);
    }
}
