using System.Data.Common;
using System.Text.Json;
using Discharge.Domain.Deciding;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>Reads the entries of a stream as they are stored.</summary>
public static class EntryReader
{
    /// <summary>Selects the entries of one stream, or of several with <c>any</c>, in order of recording.</summary>
    public const string Columns = "stream_id, version, type, data, timestamp, user_name, headers";

    /// <summary>The entry in the reader's current row.</summary>
    /// <exception cref="UnreadableEventException">What is stored is not an event this version of the service knows.</exception>
    public static Entry Read(NpgsqlDataReader row)
    {
        var version = row.GetInt64(1);
        var name = row.GetString(2);
        try
        {
            var type = EventNames.TypeOf(name) ?? throw new JsonException("The name is not known.");
            var fact = (Fact?)JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(3).AsSpan(), type, EventJson.Options) ?? throw new JsonException("There is no content.");
            var headers = EntryHeaders.Read(row.GetFieldValue<byte[]>(6));
            return new Entry(version, fact, RecordedAt(row), headers.By(row.GetString(5))) { Seal = headers.Seal };
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException or FormatException or InvalidCastException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UnreadableEventException(row.GetGuid(0), version, name, unreadable);
        }
    }

    /// <summary>Whether the current row is this entry, by its seal, which covers all before it too.</summary>
    internal static bool Is(NpgsqlDataReader row, Entry known)
    {
        try
        {
            return row.GetInt64(1) == known.Version && EntryHeaders.Read(row.GetFieldValue<byte[]>(6)).Seal == known.Seal;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidCastException)
        {
            return false;
        }
    }

    /// <summary>The history that all entries of a stream are, in order of recording.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="end">With which entry it ends, at the least.</param>
    /// <exception cref="UnreadableEventException">One of them is not there.</exception>
    internal static History HistoryOf(Guid stream, IReadOnlyList<Entry> entries, long end) => Continued(stream, History.Empty, entries, end);

    /// <summary>A history with the entries that come after it, in order of recording.</summary>
    /// <exception cref="UnreadableEventException">One of them is not there.</exception>
    internal static History Continued(Guid stream, History before, IReadOnlyList<Entry> entries, long end)
    {
        for (var index = 0; index < entries.Count; index++)
        {
            if (before.Version + index + 1 is var expected && entries[index].Version != expected)
            {
                throw new UnreadableEventException(stream, expected);
            }
        }

        var history = entries is [] ? before : before.With(entries);
        return history.Version < end ? throw new UnreadableEventException(stream, history.Version + 1) : history;
    }

    /// <summary>When the entry in the current row was recorded.</summary>
    internal static Instant RecordedAt(DbDataReader row) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(row.GetDateTime(4), DateTimeKind.Utc));
}

/// <summary>A stored event cannot be read, or is not there. The case it belongs to cannot be shown or changed until it can; no other case is affected.</summary>
public sealed class UnreadableEventException : Exception
{
    /// <summary>An entry cannot be read.</summary>
    /// <param name="stream">The case.</param>
    /// <param name="version">The entry.</param>
    /// <param name="name">The name it is stored under.</param>
    /// <param name="cause">Why.</param>
    public UnreadableEventException(Guid stream, long version, string name, Exception cause)
        : base($"Entry {version} of {stream}, stored as '{name}', cannot be read.", cause) => (Stream, Version) = (stream, version);

    /// <summary>An entry is not there, although it was recorded.</summary>
    /// <param name="stream">The case.</param>
    /// <param name="version">The entry.</param>
    public UnreadableEventException(Guid stream, long version)
        : base($"Entry {version} of {stream} is not there.") => (Stream, Version, IsMissing) = (stream, version, true);

    /// <summary>The case.</summary>
    public Guid Stream { get; }

    /// <summary>The entry.</summary>
    public long Version { get; }

    /// <summary>Whether it is not there, although it was recorded.</summary>
    public bool IsMissing { get; }
}
