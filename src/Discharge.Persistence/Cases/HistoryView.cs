using System.Text.Json;
using System.Text.Json.Nodes;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Timelines;
using NodaTime;

namespace Discharge.Persistence.Cases;

/// <summary>A case's history as an auditor reads it: every entry, every notice, and how the clocks stood.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">The last entry's number.</param>
/// <param name="AsOf">What had occurred by then, where it was asked for.</param>
/// <param name="KnownAt">What had been recorded by then, where it was asked for.</param>
/// <param name="Entries">The entries, in order of recording.</param>
/// <param name="Notices">The notices, in order of their moments.</param>
/// <param name="Clocks">The clocks as they stood at the moment asked for, or as they stand now.</param>
public sealed record HistoryView(
    Guid Id, long Version, Instant? AsOf, Instant? KnownAt, IReadOnlyList<EntryView> Entries, IReadOnlyList<Notice> Notices, IReadOnlyList<ClockView> Clocks)
{
    /// <summary>The view of a history, without entries where nothing had happened or was known by the moment asked for. Whoever may not see a class of sensitive facts is shown the rest, and of a place only those cases are named that its reader may know of.</summary>
    public static HistoryView Of(RuleBook book, Guid id, History all, IReadOnlyList<Notice> notices, Instant now, Instant? asOf, Instant? knownAt, IReadOnlySet<SensitiveClass> seen, NamedCases? named = null)
    {
        var known = knownAt is { } recorded ? all.KnownAt(recorded) : all;
        var shown = asOf is { } occurred ? known.AsOf(occurred) : known;
        var moment = Instant.Min(asOf ?? Instant.MaxValue, knownAt ?? now);
        var (standing, breaches) = (shown.Standing.Select(entry => entry.Version).ToHashSet(), Breaches.StandingIn(shown).Select(entry => entry.Version).ToHashSet());
        var then = CaseNow.Of(StreamTypes.Of(all), book, id, shown, moment);
        return new(
            id,
            shown.Version,
            asOf,
            knownAt,
            [.. shown.Entries.Where(entry => SensitiveFacts.IsSeen(entry, all, seen)).Select(entry => EntryView.Of(entry, (entry.Fact is ClockBreached ? breaches : standing).Contains(entry.Version), named ?? NamedCases.All))],
            [.. notices.Where(notice => notice.Moment <= (asOf ?? Instant.MaxValue) && notice.GivenAt <= (knownAt ?? Instant.MaxValue))],
            [.. then.Clocks.Select(clock => ClockView.Of(clock, shown, moment))]);
    }
}

/// <summary>One entry as an auditor reads it.</summary>
/// <param name="Version">Its number, by which it is addressed.</param>
/// <param name="Name">The stored name of what was recorded.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Role">The role they acted in.</param>
/// <param name="Organisation">The organisation they acted for.</param>
/// <param name="Stands">Whether it still stands: not withdrawn as entered in error and, for a breach, not taken away by what was recorded since.</param>
/// <param name="Departures">Codes of the rules it departs from.</param>
/// <param name="Fact">What was recorded, which is written with the fields of its own kind.</param>
public sealed record EntryView(
    long Version, string Name, Instant OccurredAt, Instant RecordedAt, string By, string Role, string Organisation, bool Stands, IReadOnlyList<string> Departures, object Fact)
{
    /// <summary>An entry as it is shown in a history.</summary>
    public static EntryView Of(Entry entry, bool stands, NamedCases named) => new(
        entry.Version,
        EventNames.Of(entry.Fact),
        entry.Fact.OccurredAt,
        entry.RecordedAt,
        entry.RecordedBy.Id,
        entry.RecordedBy.Role,
        entry.RecordedBy.Organisation.Value,
        stands,
        entry.Fact.Departures,
        entry.Fact is BedEvent and ISharedFact { With: { } @case } && !named.Include(@case) ? WithoutCase(entry.Fact) : entry.Fact);

    private static JsonObject WithoutCase(Fact fact)
    {
        var json = JsonSerializer.SerializeToNode<object>(fact, PublicJson.Options)!.AsObject();
        json.Remove("case");
        return json;
    }
}
