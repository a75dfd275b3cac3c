using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Timelines;
using Marten;
using NodaTime;

namespace Discharge.Persistence.Cases;

/// <summary>
/// Writes what was decided or noticed about one case: its entries, the breaches that follow from them, its due clocks and its notices, all in the caller's transaction. The watch and every
/// command write through here, so that nothing is ever recorded without what follows from it. A command writes what screens show as well. The watch leaves that as it is: a row says until when
/// it shows the case as it stands, and the moment that the watch has come to is past that.
/// </summary>
internal static class CaseWriter
{
    private const string WatchOccasion = "clock-watch";

    /// <summary>Who the watch is on record as.</summary>
    public static Actor Watch { get; } = new("clock-watch", "service", OdsCode.Parse("DISCHARGE"));

    /// <summary>Queues what a command recorded on the session, whose transaction holds the stream's row.</summary>
    /// <returns>The case as it stands afterwards, and the entries that were recorded.</returns>
    public static (CaseNow Case, IReadOnlyList<Entry> Recorded) Write(IDocumentSession session, Seal seal, IStreamType type, CaseNow before, IReadOnlyList<Fact> facts, Provenance provenance)
    {
        var said = Number(before.History, facts, provenance);
        var stands = CaseNow.Of(type, before.Book, before.Id, before.History.With(said), provenance.Now);
        var change = Noticed(seal, before, stands, said, provenance, after => ClockRows.Changes(before, after));
        Queue(session, Statement.Together([.. change.Statements, .. type.Ask(before, change.After), .. type.Show(before, change.After)]));
        return (change.After, change.Recorded);
    }

    /// <summary>What the clocks of a case say at the moment at which it stands, given that its last look was before the earlier moment.</summary>
    public static CaseChange WhatCameUp(Seal seal, CaseNow stands, Instant since, StoredClocks stored) => Noticed(
        seal, stands.LookedAt(since - Duration.Epsilon), stands, [], new Provenance(Watch, stands.At, WatchOccasion, WatchOccasion), after => ClockRows.PutRight(stored, after));

    /// <summary>Queues what came up in many cases, as few statements for all.</summary>
    public static void Write(IDocumentSession session, IReadOnlyList<CaseChange> changes) => Queue(session, Statement.Together(changes.SelectMany(change => change.Statements)));

    /// <summary>What is to stand beside a case's stream, where what stood there is taken away first: its clocks, and what screens show of it. Nothing is recorded and nobody is told of anything.</summary>
    public static IEnumerable<Statement> Anew(IStreamType type, CaseNow now, StoredClocks stored)
    {
        // What the watch has still to record does not stand in the history yet, so what is shown is shown as of before, and is past its time at once.
        var shown = ClockRows.DueSince(stored, now) is { } since ? now.LookedAt(since - Duration.Epsilon) : now;
        return [.. ClockRows.Anew(stored, now), .. type.Show(CaseNow.Of(type, now.Book, now.Id, History.Empty, shown.At), shown)];
    }

    /// <summary>Queues statements of many cases, as few as do the same.</summary>
    public static void Write(IDocumentSession session, IEnumerable<Statement> statements) => Queue(session, Statement.Together(statements));

    // All of it is worked out before any of it is queued: the watch writes many cases at once, and one that fails must leave no half behind.
    private static CaseChange Noticed(
        Seal seal, CaseNow before, CaseNow stands, IReadOnlyList<Entry> said, Provenance provenance, Func<CaseNow, IEnumerable<Statement>> clocks)
    {
        var noticed = Number(stands.History, [.. Breaches.MissingFrom(stands.History, stands.Clocks, provenance.Now)], provenance with { By = Watch });
        var after = stands.Noticing(noticed);
        Entry[] recorded = [.. said, .. noticed];
        return new(after, recorded, [.. Appending.Of(seal, after, recorded, provenance), .. clocks(after), .. Notices.GivenBy(before, after), .. Notices.GivenAtOnce(before, after)]);
    }

    private static void Queue(IDocumentSession session, IEnumerable<Statement> statements)
    {
        foreach (var statement in statements)
        {
            session.Queue(statement);
        }
    }

    private static Entry[] Number(History history, IReadOnlyList<Fact> facts, Provenance provenance) =>
        [.. facts.Select((fact, index) => new Entry(history.Version + index + 1, fact, provenance.Now, provenance.By))];
}

/// <summary>Who records, when and on what occasion.</summary>
/// <param name="By">Who.</param>
/// <param name="Now">The moment of recording.</param>
/// <param name="Correlation">The correlation id.</param>
/// <param name="Causation">What caused it: a request's id, or the watch.</param>
internal sealed record Provenance(Actor By, Instant Now, string Correlation, string Causation);

/// <summary>What is to be written of one case.</summary>
/// <param name="After">The case as it will stand.</param>
/// <param name="Recorded">The entries that are new.</param>
/// <param name="Statements">Those entries, and what follows from them: clocks and notices.</param>
internal sealed record CaseChange(CaseNow After, IReadOnlyList<Entry> Recorded, IReadOnlyList<Statement> Statements);
