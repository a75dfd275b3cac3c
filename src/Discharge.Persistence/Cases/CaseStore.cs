using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.PersonalData;
using Marten;
using Marten.Services;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>
/// The one way in. Every command is loaded, decided, appended, projected and committed here, in one transaction that holds the stream's row from
/// the first read, in two round trips: read, then write and commit.
/// </summary>
public sealed class CaseStore(NpgsqlDataSource database, IDocumentStore store, PersonSeals seals, Seal seal, RuleBook book, TimeProvider time, KnownHistories known)
{
    /// <summary>What a decider is given: the case's history, the references of the notes that came along, and the moment it is decided.</summary>
    public delegate Verdict Decider(History history, Func<string?, NoteRef?> note);

    /// <summary>The same, where the decision rests on more than the case: it may ask on the connection whose transaction holds the case, and what it locks stays locked until the commit.</summary>
    public delegate Task<Verdict> AskingDecider(NpgsqlConnection connection, History history, Func<string?, NoteRef?> note, CancellationToken cancellation);

    /// <summary>Decides a command on a case and records what comes of it.</summary>
    /// <param name="type">The type of case it is for; null where it is for a case of any type.</param>
    /// <param name="id">The case.</param>
    /// <param name="sent">What came with the command.</param>
    /// <param name="notes">What it says in words.</param>
    /// <param name="decide">Decides, on the state it is given; called again where a race was lost.</param>
    /// <param name="cancellation">Gives up; where the commit is on its way by then, it may have been done.</param>
    public Task<Outcome> ChangeAsync(IStreamType? type, Guid id, Sent sent, IReadOnlyList<string> notes, Decider decide, CancellationToken cancellation) =>
        ChangeAsync(type, id, sent, notes, (_, history, note, _) => Task.FromResult(decide(history, note)), cancellation);

    /// <summary>The same, for a decision that rests on more than the case.</summary>
    public Task<Outcome> ChangeAsync(IStreamType? type, Guid id, Sent sent, IReadOnlyList<string> notes, AskingDecider decide, CancellationToken cancellation) =>
        CountedAsync(type, Once.DoAsync(database, sent, (connection, stop) => AttemptAsync(connection, type, id, sent, notes, decide, stop), cancellation));

    /// <summary>Opens a stream. The opening is decided by whoever knows what has to be unique about it, in the transaction it is given.</summary>
    public Task<Outcome> OpenAsync(IStreamType type, Guid id, Sent sent, IOpening opening, CancellationToken cancellation) =>
        CountedAsync(type, Once.DoAsync(database, sent, (connection, stop) => AttemptOpeningAsync(connection, type, id, sent, opening, stop), cancellation));

    private static async Task<Outcome> CountedAsync(IStreamType? type, Task<Outcome> command)
    {
        var outcome = await command;
        Measures.Command(type?.Name ?? "any", KebabCase.Spelling.ConvertName(outcome.GetType().Name));
        return outcome;
    }

    private async Task<Outcome> AttemptAsync(
        NpgsqlConnection connection, IStreamType? type, Guid id, Sent sent, IReadOnlyList<string> notes, AskingDecider decide, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var loaded = await Loaded.ReadAsync(connection, id, sent.Key, notes.Count > 0 ? seals : null, cancellation, sent.Reach, known);
        if (loaded.Kept is { } kept)
        {
            return kept;
        }

        if (loaded.History.Version == 0 || !(type is null ? StreamTypes.Of(loaded.History).IsCase : StreamTypes.Of(loaded.History) == type))
        {
            return new Outcome.NotFound();
        }

        type ??= StreamTypes.Of(loaded.History);

        if (Outcome.Stale.Of(loaded.History, sent.IfVersion) is { } stale)
        {
            return stale;
        }

        if (notes.Count > 0 && loaded.Notes.Key is null)
        {
            return new Outcome.Refused(PersonKey.Destroyed);
        }

        var taken = new NotesTaken(id, loaded.Notes);
        return await decide(connection, loaded.History, taken.RefOf, cancellation) switch
        {
            Verdict.Refused refused => new Outcome.Refused(refused.Refusal),
            Verdict.Accepted accepted => await CommitAsync(transaction, type, id, loaded.History, accepted.Facts, sent, taken.New, status: 200, location: null, cancellation),
            _ => throw new InvalidOperationException("A verdict is either accepted or refused."),
        };
    }

    private async Task<Outcome> AttemptOpeningAsync(NpgsqlConnection connection, IStreamType type, Guid id, Sent sent, IOpening opening, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await KeptAnswers.ClaimAsync(connection, sent.Key, cancellation) is { } kept)
        {
            return kept;
        }

        return await opening.DecideAsync(connection, seals, cancellation) switch
        {
            Opened.Refused refused => new Outcome.Refused(refused.Refusal, refused.Existing),
            Opened.Already already => await CommitAsync(
                transaction, type, already.Id, already.History, [], sent, [], status: 200, opening.LocationOf(already.Id), cancellation),
            Opened.Accepted accepted => await CommitAsync(
                transaction, type, id, History.Empty, accepted.Facts, sent, accepted.Beside, status: 201, opening.LocationOf(id), cancellation),
            _ => throw new InvalidOperationException("An opening is either accepted or refused."),
        };
    }

    private async Task<Outcome> CommitAsync(
        NpgsqlTransaction transaction,
        IStreamType type,
        Guid id,
        History history,
        IReadOnlyList<Fact> facts,
        Sent sent,
        IEnumerable<Statement> beside,
        int status,
        string? location,
        CancellationToken cancellation)
    {
        SharedFacts.RefuseHalf(history, facts);
        var now = Now(history);
        if (facts is [] && !sent.Key.IsCallers)
        {
            return Answer(type, CaseNow.Of(type, book, id, history, now), []) with { Status = status, Location = location };
        }

        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        var (after, recorded) = CaseWriter.Write(session, seal, type, CaseNow.Of(type, book, id, history, now), facts, new Provenance(sent.By, now, sent.Correlation, sent.Causation));
        var answer = Answer(type, after, recorded) with { Status = status, Location = location };
        return await Once.CommitAsync(session, beside, sent.Key, answer, now, cancellation);
    }

    private static Outcome.Answered Answer(IStreamType type, CaseNow now, IReadOnlyList<Entry> recorded) =>
        new(Status: 200, now.History.Version, CommandAnswer.For(type, now, recorded).ToJson());

    // Nodes may differ by a millisecond; within one case the moments of recording never go backwards.
    private Instant Now(History history)
    {
        var now = time.GetUtcNow().ToInstant();
        return history.Entries is [.., var last] && last.RecordedAt > now ? last.RecordedAt : now;
    }
}
