using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Timelines;
using Marten;
using NodaTime;

namespace Discharge.Persistence.Cases;

/// <summary>
/// Writes what was decided or noticed about one case: its entries, the breaches that follow from them, its due clocks, its notices and its views,
/// all in the caller's transaction. The watch and every command write through here, so that nothing is ever recorded without what follows from it.
/// </summary>
internal static class CaseWriter
{
    private const string WatchOccasion = "clock-watch";

    /// <summary>Who the watch is on record as.</summary>
    public static Actor Watch { get; } = new("clock-watch", "service", OdsCode.Parse("DISCHARGE"));

    /// <summary>Queues what a command recorded on the session, whose transaction holds the stream's row.</summary>
    /// <returns>The case as it stands afterwards, and the entries that were recorded.</returns>
    public static (CaseNow Case, IReadOnlyList<Entry> Recorded) Write(IDocumentSession session, ICaseType type, CaseNow before, IReadOnlyList<Fact> facts, Provenance provenance) =>
        Write(session, type, before, facts, provenance, after => ClockRows.Changes(before, after));

    /// <summary>Queues what the clocks say at a moment, given the case as the last look left it.</summary>
    public static void WriteWhatCameUp(IDocumentSession session, ICaseType type, CaseNow before, Instant moment) =>
        Write(session, type, before, [], new Provenance(Watch, moment, WatchOccasion, WatchOccasion), ClockRows.Anew);

    private static (CaseNow Case, IReadOnlyList<Entry> Recorded) Write(
        IDocumentSession session, ICaseType type, CaseNow before, IReadOnlyList<Fact> facts, Provenance provenance, Func<CaseNow, IEnumerable<Statement>> dueClocks)
    {
        var said = Number(before.History, facts, provenance);
        var afterFacts = At(before.History.With(said));
        var noticed = Number(afterFacts.History, [.. Breaches.MissingFrom(afterFacts.History, afterFacts.Clocks, provenance.Now)], provenance with { By = Watch });
        var after = noticed is [] ? afterFacts : At(afterFacts.History.With(noticed));
        IReadOnlyList<Entry> recorded = [.. said, .. noticed];

        // All of it is worked out before any of it is queued: the watch writes many cases at once, and one that fails must leave no half behind.
        Statement[] statements = [.. dueClocks(after), .. Notices.GivenBy(before, after), .. type.Show(before, after)];
        Append(session, before, after, recorded, provenance);
        foreach (var statement in statements)
        {
            session.Queue(statement);
        }

        return (after, recorded);

        CaseNow At(History history) => CaseNow.Of(type, before.Book, before.Id, history, provenance.Now);
    }

    private static Entry[] Number(History history, IReadOnlyList<Fact> facts, Provenance provenance) =>
        [.. facts.Select((fact, index) => new Entry(history.Version + index + 1, fact, provenance.Now, provenance.By))];

    private static void Append(IDocumentSession session, CaseNow before, CaseNow after, IReadOnlyList<Entry> recorded, Provenance provenance)
    {
        if (recorded is [])
        {
            return;
        }

        var events = recorded.Select(entry =>
        {
            var stored = session.Events.BuildEvent(entry.Fact);
            stored.Timestamp = entry.RecordedAt.ToDateTimeOffset();
            stored.UserName = entry.RecordedBy.Id;
            stored.CorrelationId = provenance.Correlation;
            stored.CausationId = provenance.Causation;
            stored.SetHeader(EntryReader.Role, entry.RecordedBy.Role);
            stored.SetHeader(EntryReader.Organisation, entry.RecordedBy.Organisation.Value);
            return (object)stored;
        });

        if (before.History.Version == 0)
        {
            session.Events.StartStream(after.Id, events);
        }
        else
        {
            session.Events.Append(after.Id, after.History.Version, events);
        }
    }
}

/// <summary>Who records, when and on what occasion.</summary>
/// <param name="By">Who.</param>
/// <param name="Now">The moment of recording.</param>
/// <param name="Correlation">The correlation id.</param>
/// <param name="Causation">What caused it: a request's id, or the watch.</param>
internal sealed record Provenance(Actor By, Instant Now, string Correlation, string Causation);
