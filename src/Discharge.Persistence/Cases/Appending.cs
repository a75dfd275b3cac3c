using System.Text.Json;
using Discharge.Domain.Deciding;

namespace Discharge.Persistence.Cases;

/// <summary>
/// Adds entries to streams whose rows this transaction holds. The event store's own function takes one stream at a time, goes through its entries in a loop and checks what the lock has settled
/// already; here the entry of a command, or the breaches of five hundred streams, are one statement.
/// </summary>
internal static class Appending
{
    private static readonly WrittenRows Opened = new(
        """
        insert into cases.mt_streams (id, version, timestamp, created)
        select id, version, recorded_at, recorded_at from ({rows}) as opened (id, version, recorded_at)
        """,
        "uuid", "bigint", "timestamptz");

    private static readonly WrittenRows Continued = new(
        """
        update cases.mt_streams set version = continued.version, timestamp = continued.recorded_at
          from ({rows}) as continued (id, version, recorded_at) where mt_streams.id = continued.id
        """,
        "uuid", "bigint", "timestamptz");

    private static readonly WrittenRows Entries = new(
        """
        insert into cases.mt_events (seq_id, id, stream_id, version, data, type, timestamp, correlation_id, causation_id, headers, user_name)
        select nextval('cases.mt_events_sequence'), id, stream_id, version, data::jsonb, type, recorded_at, correlation_id, causation_id, headers::jsonb, user_name
          from ({rows}) as entries (id, stream_id, version, data, type, recorded_at, correlation_id, causation_id, headers, user_name)
        """,
        "uuid", "uuid", "bigint", "text", "text", "timestamptz", "text", "text", "text", "text");

    /// <summary>The statements that add what was recorded to a stream, which ends with it. Each entry is sealed over the one before it.</summary>
    public static IEnumerable<Statement> Of(Seal seal, CaseNow after, IReadOnlyList<Entry> recorded, Provenance provenance) => recorded is not [.., var last]
        ? []
        :
        [
            (recorded.Count == last.Version ? Opened : Continued).One(after.Id, last.Version, last.RecordedAt.ToDateTimeOffset()),
            .. Rows(seal, after.Id, after.History.Entries[..^recorded.Count] is [.., var before] ? before.Seal : null, recorded, provenance),
        ];

    private static IEnumerable<Statement> Rows(Seal seal, Guid stream, string? before, IReadOnlyList<Entry> recorded, Provenance provenance)
    {
        foreach (var entry in recorded)
        {
            var content = JsonSerializer.Serialize(entry.Fact, entry.Fact.GetType(), EventJson.Options);
            before = seal.Over(before, stream, entry, content, provenance);
            yield return Row(stream, entry, content, before, provenance);
        }
    }

    private static Statement Row(Guid stream, Entry entry, string content, string seal, Provenance provenance)
    {
        var recordedAt = entry.RecordedAt.ToDateTimeOffset();
        return Entries.One(
            Guid.CreateVersion7(recordedAt),
            stream,
            entry.Version,
            content,
            EventNames.Of(entry.Fact),
            recordedAt,
            provenance.Correlation,
            provenance.Causation,
            EntryHeaders.Of(entry.RecordedBy, seal).ToJson(),
            entry.RecordedBy.Id);
    }
}
