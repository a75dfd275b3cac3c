using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Beds;
using Discharge.Persistence.PersonalData;
using Marten;
using Marten.Services;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>
/// The one hand-over that does not wait: a place and the case that takes it change together or not at all. The streams are locked, the place first, each is decided on what it holds, and all
/// of it is appended and projected under one key in one transaction, in the two round trips of any command.
/// <code>
/// joint.ChangeAsync(about: id, DischargeCaseType.Instance, Streams.Of(bed, id), sent, notes, (held, note) => JointVerdict.Of(
///     (bed, Verdict.Of(new OccupyBed(at, id).Decide(BedType.StateOf(bed, held[bed])))),
///     (id, Verdict.Of(command.Decide(DischargeCaseType.StateOf(id, held[id]))))), cancellation)
/// </code>
/// Both deciders record their half of the shared fact (<see cref="ISharedFact"/>) with the same moment; where one half is missing nothing is recorded. What happened to a third stream alone,
/// such as a reservation that gives way, is asked of its type (<see cref="IStreamType.OtherHalf"/>). A withdrawal of one half withdraws the other, and one that would leave two people in one
/// place is refused.
/// </summary>
public sealed class JointCommands(NpgsqlDataSource database, IDocumentStore store, PersonSeals seals, Seal seal, RuleBook book, TimeProvider time)
{
    /// <summary>A place and a case would no longer say the same.</summary>
    public static readonly Refusal WouldDisagree = new(
        "bed.place-and-case-would-disagree",
        "By what would stand then, a place and a case would say different things of who is in the place: something told of earlier says otherwise.",
        "Withdraw what is on record of the person's places from the entry that is named on, the last of it first, then tell all of it in the order in which it happened.");

    /// <summary>An entry of a place is to be withdrawn with what a case has on record of it, and the case is out of the caller's reach.</summary>
    public static readonly Refusal OfAnotherCase = new(
        "bed.entry-of-another-case",
        "This entry of the place is also on record in a case that is not yours, and would be withdrawn there too.",
        "Its withdrawal by whoever has the case, or by whoever breaks the glass for it.");

    /// <summary>What decides: given the histories of the streams that are held, and the references of the notes that came along.</summary>
    public delegate JointVerdict Decider(Held held, Func<string?, NoteRef?> note);

    /// <summary>Decides a command on several streams and records what comes of it in all of them.</summary>
    /// <param name="about">The stream the caller speaks of: the answer, its version and the notes are of this one.</param>
    /// <param name="type">The type of that stream; null where it may be any.</param>
    /// <param name="streams">The streams to decide on, that one included.</param>
    /// <param name="sent">What came with the command.</param>
    /// <param name="notes">What it says in words.</param>
    /// <param name="decide">Decides; called again where a race was lost, or where another stream turned out to be concerned.</param>
    /// <param name="cancellation">Gives up; where the commit is on its way by then, it may have been done.</param>
    public async Task<Outcome> ChangeAsync(
        Guid about, IStreamType? type, Streams streams, Sent sent, IReadOnlyList<string> notes, Decider decide, CancellationToken cancellation)
    {
        var outcome = await Once.DoAsync(database, sent, (connection, stop) => AttemptAsync(connection, about, type, streams, sent, notes, decide, stop), cancellation);
        Measures.Command(type?.Name ?? "any", KebabCase.Spelling.ConvertName(outcome.GetType().Name));
        return outcome;
    }

    private async Task<Outcome> AttemptAsync(
        NpgsqlConnection connection, Guid about, IStreamType? type, Streams streams, Sent sent, IReadOnlyList<string> notes, Decider decide, CancellationToken cancellation)
    {
        for (var held = streams; ;)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var loaded = await LoadedTogether.ReadAsync(connection, about, held, sent, streams.Cases, notes.Count > 0 ? seals : null, cancellation);
            if ((loaded.Kept ?? Missing(about, type, held, loaded) ?? Outcome.Stale.Of(loaded.Held[about], sent.IfVersion)) is { } already)
            {
                return already;
            }

            if (notes.Count > 0 && loaded.Notes.Key is null)
            {
                return new Outcome.Refused(PersonKey.Destroyed);
            }

            var taken = new NotesTaken(about, loaded.Notes);
            var verdict = decide(loaded.Held, taken.RefOf);
            if (verdict is JointVerdict.Refused no)
            {
                return await RefusedAsync(connection, no.Refusal, sent.Reach, cancellation);
            }

            var agreement = new Agreement(loaded.Held, (JointVerdict.Accepted)verdict);
            if (agreement.AlsoConcerned(held) is { } more)
            {
                // Given back and taken anew, because what is locked is locked in one order.
                held = more;
                continue;
            }

            if (loaded.IsOfOthers && agreement.WithdrawsFromPlace(about))
            {
                return await RefusedAsync(connection, OfAnotherCase, sent.Reach, cancellation);
            }

            return agreement.Reached() switch
            {
                { Refusal: { } refusal } => await RefusedAsync(connection, refusal, sent.Reach, cancellation),
                var reached => await CommitAsync(transaction, about, loaded.Held, reached.Facts, sent, taken.New, cancellation),
            };
        }
    }

    // Whoever comes second is told which case has the place, where they may know of it; only then does it cost anything to ask.
    private static async Task<Outcome> RefusedAsync(NpgsqlConnection connection, Refusal refusal, Reach reach, CancellationToken cancellation) =>
        new Outcome.Refused(refusal.Case is { } @case && !await Reaching.HoldsAsync(connection, reach, @case, cancellation) ? refusal with { Case = null } : refusal);

    private async Task<Outcome> CommitAsync(
        NpgsqlTransaction transaction, Guid about, Held held, IReadOnlyDictionary<Guid, IReadOnlyList<Fact>> facts, Sent sent, IEnumerable<Statement> beside, CancellationToken cancellation)
    {
        var now = Now(facts.Keys.Append(about).Select(stream => held[stream]));
        var after = CaseNow.Of(StreamTypes.Of(held[about]), book, about, held[about], now);
        IReadOnlyList<Entry> recorded = [];
        if (facts.Count == 0 && !sent.Key.IsCallers)
        {
            return Outcome.Answered.For(after, recorded);
        }

        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        foreach (var (stream, said) in facts)
        {
            var type = StreamTypes.Of(held[stream]);
            var written = CaseWriter.Write(session, seal, type, CaseNow.Of(type, book, stream, held[stream], now), said, new Provenance(sent.By, now, sent.Correlation, sent.Causation));
            (after, recorded) = stream == about ? written : (after, recorded);
        }

        var answer = Outcome.Answered.For(after, recorded);
        return await Once.CommitAsync(session, beside, sent.Key, answer, now, cancellation);
    }

    private static Outcome? Missing(Guid about, IStreamType? type, Streams streams, LoadedTogether loaded) => streams.InOrder.FirstOrDefault(stream => !IsThere(stream, streams, loaded.Held)) switch
    {
        _ when !IsThere(about, streams, loaded.Held) || (type is not null && StreamTypes.Of(loaded.Held[about]) != type) => new Outcome.NotFound(),
        var missing when missing == default => null,
        var place when streams.Places.Contains(place) => new Outcome.Refused(Bed.NoSuchPlace),
        _ => new Outcome.Refused(Bed.NoSuchCase),
    };

    private static bool IsThere(Guid stream, Streams streams, Held held) =>
        held[stream].Version > 0 && StreamTypes.Of(held[stream]) == BedType.Instance == streams.Places.Contains(stream);

    // Nodes may differ by a millisecond; within one stream the moments of recording never go backwards.
    private Instant Now(IEnumerable<History> histories) =>
        histories.Select(history => history.Entries[^1].RecordedAt).Append(time.GetUtcNow().ToInstant()).Max();
}
