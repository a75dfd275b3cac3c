using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using Discharge.Persistence.Cases;
using NodaTime;
using NodaTime.Extensions;

namespace Discharge.Faults.Checking;

/// <summary>
/// I5: the row that screens read, the rows of the clocks, of what is asked and of who else the person is are what the events alone make of the case, worked out anew by the service's own pure code;
/// and who it is about, and the words that entries refer to, are there to the letter.
/// </summary>
internal static partial class BesideIsTheFold
{
    private const string Watch = "clock-watch";

    public static IEnumerable<string> Against(Evidence evidence) => evidence.Cases.Values.SelectMany(one => Against(one, evidence.At.ToInstant()));

    /// <summary>The case as its events make it at a moment.</summary>
    public static CaseNow Fold(StoredCase one, long version, Instant at) => CaseNow.Of(one.Type, RuleBook.Standard, one.Id, one.HistoryTo(version), at);

    private static IEnumerable<string> Against(StoredCase one, Instant now)
    {
        if (one.Events.Count == 0)
        {
            return one.Row is null ? [] : [$"{one.Id} has a row and no events"];
        }

        if (!one.IsReadable)
        {
            return [$"{one.Id}: entry {one.Events.First(entry => entry.Entry is null).Version} cannot be read"];
        }

        return one.RowCount != 1 ? [$"{one.Id} has events and {one.RowCount} rows"] : [.. Row(one, one.Row!, now), .. Of(one, Fold(one, one.Events[^1].Version, now)), .. Words(one)];
    }

    private static IEnumerable<string> Of(StoredCase one, CaseNow fold)
    {
        var shown = one.Type.Show(CaseNow.Of(one.Type, fold.Book, fold.Id, History.Empty, fold.At), fold).ToArray();
        return [.. Clocks(one, fold), .. Rows(one, "asked", one.Asked, shown), .. Rows(one, "person_links", one.Links, shown)];
    }

    private static IEnumerable<string> Rows(StoredCase one, string table, IReadOnlyList<IReadOnlyDictionary<string, string>> stored, Statement[] shown)
    {
        var owed = shown.Where(statement => statement.Sql.TrimStart().StartsWith($"insert into discharge.{table} ", StringComparison.Ordinal))
            .Select(statement => ColumnsOf(statement).ToArray()).ToArray();
        var expected = owed.Select(row => string.Join(", ", row.Select(column => $"{column.Name} {column.Value}"))).ToHashSet();
        var there = stored.Select(row => string.Join(", ", (owed is [] ? row.Keys : owed[0].Select(column => column.Name)).Select(name => $"{name} {row[name]}"))).ToHashSet();
        return
        [
            .. expected.Except(there).Select(row => $"{one.Id}: in {table} there is no row with {row}"),
            .. there.Except(expected).Select(row => $"{one.Id}: in {table} there is a row with {row}, of which the case says nothing"),
        ];
    }

    private static IEnumerable<(string Name, string Value)> ColumnsOf(Statement written) =>
        Columns().Match(written.Sql).Groups[1].Value.Split(',', StringSplitOptions.TrimEntries).Zip(written.Parameters, (name, value) => (name, EvidenceReader.Text(value)));

    private static IEnumerable<string> Words(StoredCase one) =>
    [
        .. Person(one),
        .. Spoken(one),
        .. from entry in one.Events
           from note in NotesIn(JsonNode.Parse(entry.Data))
           let kept = one.Words.GetValueOrDefault(note.Id)?.Hash
           where kept != note.Hash
           select $"{one.Id}: the words of entry {entry.Version} are {(kept is null ? "gone, or cannot be read" : "others")}",
    ];

    private static IEnumerable<string> Spoken(StoredCase one) =>
        one.Words.Keys.Except(one.Events.SelectMany(entry => NotesIn(JsonNode.Parse(entry.Data))).Select(note => note.Id)).Select(note => $"{one.Id}: words are kept, {note}, of which no entry speaks");

    private static IEnumerable<string> Person(StoredCase one) => one.Person switch
    {
        null => [],
        { Details: null } => [$"{one.Id}: it cannot be read who it is about"],
        { MayHaveMore: false } when one.HasOthers => [$"{one.Id}: whom it is about has another case, for which nobody would look"],
        var person when !person.FoundBy.SequenceEqual(person.KnownBy) => [$"{one.Id}: whom it is about is found by {string.Join(", ", person.FoundBy)} and should be by {string.Join(", ", person.KnownBy)}"],
        _ => [],
    };

    private static IEnumerable<NoteRef> NotesIn(JsonNode? said) => said switch
    {
        JsonObject { Count: 2 } note when note.ContainsKey("id") && note.ContainsKey("hash") => [new((Guid)note["id"]!, (string)note["hash"]!)],
        JsonObject many => many.SelectMany(one => NotesIn(one.Value)),
        JsonArray list => list.SelectMany(NotesIn),
        _ => [],
    };

    // A row says what it says until the moment at which it says it will change. From then on it is worked out as it is read, and what the watch records of that moment does not touch it.
    private static IEnumerable<string> Row(StoredCase one, IReadOnlyDictionary<string, string> row, Instant now)
    {
        var changes = row.GetValueOrDefault("changes_at", "-") is "-" ? (Instant?)null : Instant.FromDateTimeUtc(DateTime.Parse(row["changes_at"], null, System.Globalization.DateTimeStyles.RoundtripKind));
        var version = changes <= now ? long.Parse(row["version"], System.Globalization.CultureInfo.InvariantCulture) : one.Events[^1].Version;
        if (one.Events.FirstOrDefault(later => later.Version > version && later.By != Watch) is { } missed)
        {
            return [$"{one.Id}: the row does not show entry {missed.Version}"];
        }

        var fold = Fold(one, version, changes <= now ? changes.Value - Duration.FromTicks(10) : now);
        var show = one.Type.Show(fold, fold).First();
        return
        [
            .. from column in ColumnsOf(show)
               where row[column.Name] != column.Value
               select $"{one.Id}: {column.Name} is {row[column.Name]} and should be {column.Value}",
        ];
    }

    private static IEnumerable<string> Clocks(StoredCase one, CaseNow fold)
    {
        var stored = one.Clocks.Where(row => row["rule_version"] != "0").ToDictionary(row => $"{row["rule"]} {row["started_by"]}");
        var owed = fold.Clocks.ToDictionary(clock => $"{clock.Rule.Id} {clock.Start.Version}");
        return
        [
            .. owed.Keys.Except(stored.Keys).Select(clock => $"{one.Id}: the clock {clock} has no row"),
            .. stored.Keys.Except(owed.Keys).Select(clock => $"{one.Id}: there is a row of the clock {clock}, which the case does not have"),
            .. ToldAhead(one, fold),
            .. from clock in owed
               where stored.ContainsKey(clock.Key)
               from what in Clock(stored[clock.Key], clock.Value, fold.At)
               select $"{one.Id}: of the clock {clock.Key}, {what}",
        ];
    }

    // What is told without a clock, at a moment that has not come, has a row that no list of clocks shows; its version is none. One that has only just come may still be on its way.
    private static IEnumerable<string> ToldAhead(StoredCase one, CaseNow fold)
    {
        var stored = one.Clocks.Where(row => row["rule_version"] == "0").ToDictionary(row => $"{row["rule"]} {row["started_by"]}", row => row["next_at"]);
        var owed = fold.Told.Where(told => told.Moment > fold.At - Duration.FromSeconds(5)).ToLookup(told => $"{told.Rule} {told.Entry}", told => told.Moment);
        return
        [
            .. stored.Where(row => !owed[row.Key].Any(moment => EvidenceReader.Text(moment.ToDateTimeOffset()) == row.Value)).Select(row => $"{one.Id}: at {row.Value} somebody is to be told of {row.Key}, which the case does not ask for"),
            .. owed.Where(told => told.Any(moment => moment > fold.At) && !stored.ContainsKey(told.Key)).Select(told => $"{one.Id}: nobody will be told of {told.Key} at {told.First()}"),
        ];
    }

    private static IEnumerable<string> Clock(IReadOnlyDictionary<string, string> row, Clock clock, Instant now)
    {
        (string Column, object? Expected)[] columns =
        [
            ("rule_version", clock.Rule.Version),
            ("started_at", clock.Due.StartedAt.ToDateTimeOffset()),
            ("warned_at", clock.FirstSpeaksAt is { } first && first < clock.Due.BreachAt ? first.ToDateTimeOffset() : null),
            ("due_at", clock.Due.DueAt.ToDateTimeOffset()),
            ("breach_at", clock.Due.BreachAt.ToDateTimeOffset()),
            ("paused_at", clock.PausedSince?.ToDateTimeOffset()),
            ("ended_at", clock.EndedAt?.ToDateTimeOffset()),
            ("ending", clock.IsOpen ? null : PublicJson.Spell(clock.StatusAt(now))),
            ("owner", PublicJson.Spell(clock.Awaits.Owner)),
        ];
        foreach (var (column, expected) in columns.Where(column => row[column.Column] != EvidenceReader.Text(column.Expected)))
        {
            yield return $"{column} is {row[column]} and should be {EvidenceReader.Text(expected)}";
        }

        // A moment too early costs one look; one too late, or none, would be missed.
        var next = EvidenceReader.Text(clock.NextMomentAfter(now)?.ToDateTimeOffset());
        if (next != "-" && (row["next_at"] == "-" || string.CompareOrdinal(row["next_at"], next) > 0))
        {
            yield return $"the watch looks at {row["next_at"]} and its next moment is {next}";
        }
    }

    [GeneratedRegex(@"\(([^)]*)\)")]
    private static partial Regex Columns();
}
