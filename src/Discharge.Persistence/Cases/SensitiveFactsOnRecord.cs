using System.Text.Json;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Access;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.PersonalData;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>Reads the sensitive facts that stand for the person of a case.</summary>
public sealed class SensitiveFactsOnRecord(NpgsqlDataSource database, PersonSeals seals)
{
    // The case, and every other of the same person, or of a record linked with theirs, that the caller may know of.
    private static readonly string Cases =
        $"""
        select c.case_id, s.version
          from discharge.whose_cases c
          join cases.mt_streams s on s.id = c.case_id
         where c.case_id = $1
            or (c.person_id in (
                    select p.person_id from discharge.whose_cases p where p.case_id = $1
                     union all
                    select l.other_id from discharge.whose_cases p join discharge.linked_people l on l.person_id = p.person_id where p.case_id = $1)
                and {Reach.Holds("c.case_id", first: 2)})
        """;

    private static readonly string Entries = $"select {EntryReader.Columns} from cases.mt_events where stream_id = any ($1) and type = any ($2) order by stream_id, version";

    private static readonly string[] Names = [.. SensitiveFacts.Kinds.Append(typeof(EntryWithdrawn)).Select(EventNames.Of)];

    /// <summary>What stands of some classes, with its words; null where there is no such case.</summary>
    /// <param name="id">The case.</param>
    /// <param name="reach">Whose cases the caller may know of.</param>
    /// <param name="seen">The classes they may see.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UnreadableEventException">An entry cannot be read, so that nobody may take what is left for all there is.</exception>
    public Task<Shown?> ReadAsync(Guid id, Reach reach, IReadOnlySet<SensitiveClass> seen, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            var cases = await CasesAsync(connection, id, reach, stop);
            if (!cases.TryGetValue(id, out var version))
            {
                return null;
            }

            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new(Entries) { Parameters = { new() { Value = cases.Keys.ToArray() }, new() { Value = Names } } },
                    // After the entries, so that the words of every entry read are there.
                    NoteWords.OfCases.Ask([.. cases.Keys]),
                },
            };
            await using var rows = await batch.ExecuteReaderAsync(stop);
            var histories = await CaseHistories.ReadSomeAsync(rows, unreadable => throw unreadable, stop);
            await rows.NextResultAsync(stop);
            var words = NoteWords.None;
            while (await rows.ReadAsync(stop))
            {
                words = words.And(NoteWords.Read(rows, 1, seals));
            }

            var view = new SensitiveFactsView(id, version, [.. seen.Order()], [.. StandingIn(histories, seen)]);
            return new Shown(words.JoinedTo(JsonSerializer.SerializeToUtf8Bytes(view, PublicJson.Options)), version);
        },
        cancellation).AsTask();

    private static IEnumerable<SensitiveFactView> StandingIn(Dictionary<Guid, History> histories, IReadOnlySet<SensitiveClass> seen) =>
        from read in histories
        from entry in read.Value.Standing
        let of = SensitiveFacts.ClassOf(entry.Fact)
        where of is { } && seen.Contains(of.Value)
        orderby entry.Fact.OccurredAt, read.Key, entry.Version
        select new SensitiveFactView(read.Key, of.Value, EntryView.Of(entry, stands: true, NamedCases.All));

    private static async Task<Dictionary<Guid, long>> CasesAsync(NpgsqlConnection connection, Guid id, Reach reach, CancellationToken cancellation)
    {
        await using var select = new NpgsqlCommand(Cases, connection) { Parameters = { new() { Value = id } } };
        reach.AddTo(select.Parameters);
        await using var rows = await select.ExecuteReaderAsync(cancellation);
        var cases = new Dictionary<Guid, long>();
        while (await rows.ReadAsync(cancellation))
        {
            cases.Add(rows.GetGuid(0), rows.GetInt64(1));
        }

        return cases;
    }
}
