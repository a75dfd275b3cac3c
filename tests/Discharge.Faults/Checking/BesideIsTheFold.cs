using System.Text.RegularExpressions;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using Discharge.Persistence.Cases;
using NodaTime;
using NodaTime.Extensions;

namespace Discharge.Faults.Checking;

/// <summary>I5: the row that screens read and the rows of the clocks are what the events alone make of the case, worked out anew by the service's own pure code.</summary>
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

        return one.Row is null ? [$"{one.Id} has events and no row"] : [.. Row(one, one.Row, now), .. Clocks(one, Fold(one, one.Events[^1].Version, now))];
    }

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
            .. from column in Columns().Match(show.Sql).Groups[1].Value.Split(',', StringSplitOptions.TrimEntries).Zip(show.Parameters)
               let expected = EvidenceReader.Text(column.Second)
               where row[column.First] != expected
               select $"{one.Id}: {column.First} is {row[column.First]} and should be {expected}",
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
            .. from clock in owed
               where stored.ContainsKey(clock.Key)
               from what in Clock(stored[clock.Key], clock.Value, fold.At)
               select $"{one.Id}: of the clock {clock.Key}, {what}",
        ];
    }

    private static IEnumerable<string> Clock(IReadOnlyDictionary<string, string> row, Clock clock, Instant now)
    {
        (string Column, object? Expected)[] columns =
        [
            ("rule_version", clock.Rule.Version),
            ("started_at", clock.Due.StartedAt.ToDateTimeOffset()),
            ("due_at", clock.Due.DueAt.ToDateTimeOffset()),
            ("breach_at", clock.Due.BreachAt.ToDateTimeOffset()),
            ("ended_at", clock.EndedAt?.ToDateTimeOffset()),
            ("ending", clock.IsOpen ? null : PublicJson.Spell(clock.StatusAt(now))),
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
