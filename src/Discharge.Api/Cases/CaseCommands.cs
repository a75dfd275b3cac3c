using System.Security.Cryptography;
using System.Text;
using Discharge.Api.Access;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using Discharge.Persistence.Access;
using Discharge.Persistence.AccessLogs;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Api.Cases;

/// <summary>The one way in from HTTP: reads what was sent, asks who sends it, hands it to the store and answers with what came of it.</summary>
public sealed class CaseCommands(CaseStore store, JointCommands joint, PersonIndex index, TimeProvider time)
{
    private static readonly Duration Ahead = Duration.FromSeconds(60);

    /// <summary>A fact or decision is dated further ahead than clocks may differ.</summary>
    public static readonly Refusal InTheFuture = new(
        "time.in-the-future", "This is dated in the future, and only what has happened can be recorded.", "A moment up to now; what is planned has fields of its own.");

    /// <summary>Runs a command on a case.</summary>
    /// <param name="type">The type of case; null where it is for a case of any type.</param>
    /// <param name="id">The case.</param>
    /// <param name="http">The request.</param>
    /// <param name="completing">Adds what the path says to what the body says, or says what to put right that only the service can know.</param>
    /// <param name="refuse">What else may stand against it, outside of the case.</param>
    /// <typeparam name="T">What the body of the command says.</typeparam>
    public Task<IResult> Run<T>(IStreamType? type, Guid id, HttpContext http, Func<T, Reading<T>>? completing = null, Func<T, Task<Problem?>>? refuse = null)
        where T : ICaseRequest => Run<T>(type?.Name ?? "case", http, completing, refuse, request => store.ChangeAsync(
            type,
            id,
            SentWith(request, http),
            [.. request.Body.Words.OfType<string>()],
            (history, note) => request.Body.Decide(id, history, note),
            http.RequestAborted));

    /// <summary>Runs a command on a case of which the decision rests on more than the case.</summary>
    /// <param name="type">The type of case.</param>
    /// <param name="id">The case.</param>
    /// <param name="http">The request.</param>
    /// <param name="decide">Decides on the case's history, and may ask on the connection whose transaction holds it.</param>
    /// <typeparam name="T">What the body of the command says.</typeparam>
    public Task<IResult> RunAsking<T>(IStreamType type, Guid id, HttpContext http, Func<T, NpgsqlConnection, History, CancellationToken, Task<Verdict>> decide)
        where T : ICaseRequest => Run<T>(type.Name, http, completing: null, refuse: null, request => store.ChangeAsync(
            type,
            id,
            SentWith(request, http),
            [.. request.Body.Words.OfType<string>()],
            (connection, history, _, stop) => decide(request.Body, connection, history, stop),
            http.RequestAborted));

    /// <summary>Runs a command on a place and the case that takes it, or one of which it is not known yet whether it concerns both.</summary>
    /// <param name="type">The type of the stream in the path; null where it is a case of any type.</param>
    /// <param name="id">That stream.</param>
    /// <param name="http">The request.</param>
    /// <param name="streams">The streams that the request names, that one included.</param>
    /// <param name="decide">Decides on their histories.</param>
    /// <param name="completing">Adds what the path says to what the body says.</param>
    /// <typeparam name="T">What the body of the command says.</typeparam>
    public Task<IResult> RunJointly<T>(
        IStreamType? type, Guid id, HttpContext http, Func<T, Streams> streams, Func<T, Held, Func<string?, NoteRef?>, JointVerdict> decide, Func<T, Reading<T>>? completing = null)
        where T : IWorded => Run<T>(type?.Name ?? "case", http, completing, refuse: null, request => joint.ChangeAsync(
            id,
            type,
            streams(request.Body),
            SentWith(request, http),
            [.. request.Body.Words.OfType<string>()],
            (held, note) => decide(request.Body, held, note),
            http.RequestAborted));

    /// <summary>Withdraws an entry as entered in error, with what a place has on record of it. What the caller may not see is not there to withdraw.</summary>
    /// <param name="type">The type of case; null where it is for a case of any type.</param>
    /// <param name="id">The case.</param>
    /// <param name="version">The entry.</param>
    /// <param name="http">The request.</param>
    public Task<IResult> Withdraw(IStreamType? type, Guid id, long version, HttpContext http) => RunJointly<WithdrawalRequest>(
        type,
        id,
        http,
        _ => Streams.OfCase(id),
        (request, held, note) => JointVerdict.Of((id, request.Decide(id, SensitiveFacts.SeenBy(Caller.Of(http).Sees, held[id]), note))),
        request => request with { Entry = version });

    /// <summary>Runs a command that opens a case.</summary>
    /// <param name="type">The type of case.</param>
    /// <param name="opening">The opening it is.</param>
    /// <param name="http">The request.</param>
    /// <param name="refuse">What else may stand against it, because of who asks.</param>
    /// <typeparam name="T">What the body of the command says.</typeparam>
    public async Task<IResult> Open<T>(IStreamType type, Func<T, IOpening> opening, HttpContext http, Func<T, Problem?>? refuse = null)
        where T : IDated => await (await Request.Read<T>(http)).Answer(async request => Refuse(request.Body, http) ?? refuse?.Invoke(request.Body) ?? Answer(
            type.Name,
            await store.OpenAsync(type, Guid.CreateVersion7(time.GetUtcNow()), SentWith(request, http), opening(request.Body), http.RequestAborted),
            http));

    private async Task<IResult> Run<T>(
        string what, HttpContext http, Func<T, Reading<T>>? completing, Func<T, Task<Problem?>>? refuse, Func<Request<T>, Task<Outcome>> change)
        where T : IDated => await (await Request.Read<T>(http)).Then(request => completing is null ? request : completing(request.Body).Select(body => request with { Body = body }))
            .Answer(async request => Refuse(request.Body, http) ?? (refuse is null ? null : await refuse(request.Body)) ?? Answer(what, await change(request), http, request.Body.IsBeyondReach));

    private Problem? Refuse(IDated request, HttpContext http)
    {
        var now = time.GetUtcNow().ToInstant();
        return request switch
        {
            _ when request.Amiss(LocalCalendar.DateOf(now)).ToArray() is [_, ..] amiss => Responses.Unreadable(amiss),
            { AlsoNeeds: { } operation } when !Caller.Of(http).May(operation) => Responses.NotPermitted(operation),
            { Latest: var moment } when moment > now + Ahead => Responses.Refused(InTheFuture),
            // A version would tell whether there is such a case.
            { IsBeyondReach: true } when http.Request.Headers.IfMatch is not [] => Responses.Unreadable("If-Match", "Leave this out: whoever opens a case that is none of theirs has no version of it."),
            _ => null,
        };
    }

    /// <summary>What comes with a request beside what it says.</summary>
    internal Sent SentWith<T>(Request<T> request, HttpContext http)
    {
        var caller = Caller.Of(http).Actor;
        var correlation = Correlation.Of(http);
        var name = request.IdempotencyKey is { } key
            ? string.Join('\n', caller.Id, caller.Role, caller.Organisation, http.Request.Method, http.Request.Path, key)
            : Guid.CreateVersion7().ToString();
        return new(
            caller,
            new CommandKey(SHA256.HashData(Encoding.UTF8.GetBytes(name)), request.IdempotencyKey is null ? [] : index.Seal(Convert.FromHexString(request.Fingerprint)), IsCallers: request.IdempotencyKey is not null),
            request.ExpectedVersion,
            correlation.CorrelationId,
            correlation.RequestId)
        {
            Reach = (request.Body, http.GetEndpoint()?.Metadata.GetMetadata<RequiresAttribute>()?.Operation) switch
            {
                (IDated { IsBeyondReach: true }, _) => Reach.Everything,
                (_, { } operation) when operation.IsForTheirOwnOnly() => Reaches.Of(http) with { By = null },
                _ => Reaches.Of(http),
            },
        };
    }

    /// <summary>The answer to what came of it.</summary>
    /// <param name="what">What it was done to, such as "discharge-case".</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="http">The request.</param>
    /// <param name="isBeyondReach">Whether it may have been done to what is out of the caller's reach, of which nothing is shown.</param>
    internal static IResult Answer(string what, Outcome outcome, HttpContext http, bool isBeyondReach = false)
    {
        if (outcome is not Outcome.Answered answered)
        {
            return outcome switch
            {
                Outcome.Refused refused => Refused(refused.Refusal, refused.Existing ?? refused.Refusal.Case, what),
                Outcome.NotFound => new LookedFor(LookOutcome.NotFound, [], OfOpenCases: false, Responses.NotFound(what), what),
                Outcome.Stale stale => Since(stale, what, Caller.Of(http).Sees),
                Outcome.KeyReused => Responses.KeyUsedBefore,
                Outcome.LostEveryRace => Responses.Overtaken([]),
                Outcome.MayBeUnderWay => Responses.Contended,
                _ => throw new InvalidOperationException($"{outcome} has no answer."),
            };
        }

        var json = Encoding.UTF8.GetBytes(answered.Body);
        http.Response.Headers.ETag = $"\"{answered.Version}.{Shorthand.Of(json)}\"";
        http.Response.Headers.Location = answered.Location;
        var done = new WrittenJson(json, answered.Status);
        // Whoever is shown what is none of theirs looks at it, also by what they do.
        return isBeyondReach ? new LookedFor(LookOutcome.Shown, [], OfOpenCases: false, done, what) : done;
    }

    // To be told which case somebody has is to look at it, and that is put down first.
    private static IResult Refused(Refusal refusal, Guid? @case, string what) =>
        @case is { } named ? new LookedFor(LookOutcome.Shown, [named], OfOpenCases: false, Responses.Refused(refusal, named), what) : Responses.Refused(refusal);

    // And so is to be told what was recorded in it.
    private static IResult Since(Outcome.Stale stale, string what, IReadOnlySet<SensitiveClass> seen)
    {
        var shown = stale.Since.Where(entry => SensitiveFacts.IsSeen(entry, stale.History, seen)).ToArray();
        var problem = Responses.Stale([.. shown.Select(entry => new RecordedSince(entry.Version, EventNames.Of(entry.Fact), entry.Fact.OccurredAt, entry.RecordedAt))]);
        return shown is [] ? problem : new LookedFor(LookOutcome.Shown, [], OfOpenCases: false, problem, what);
    }
}

/// <summary>What every command says: when.</summary>
public interface IDated
{
    /// <summary>When it happened or was decided.</summary>
    Instant OccurredAt { get; }

    /// <summary>The latest moment it says something of that has happened.</summary>
    Instant Latest => OccurredAt;

    /// <summary>What the caller must be permitted beside what the endpoint requires, because of what the body says.</summary>
    Operation? AlsoNeeds => null;

    /// <summary>Whether it may be sent for a case that is out of the caller's reach.</summary>
    bool IsBeyondReach => false;

    /// <summary>What is to be put right that no field shows by itself, by the name of the field; nothing where all is well.</summary>
    IEnumerable<(string Field, string Sentence)> Amiss(LocalDate today) => [];
}

/// <summary>A command that may say something in words.</summary>
public interface IWorded : IDated
{
    /// <summary>What it says in somebody's own words, which are kept beside the stream.</summary>
    IEnumerable<string?> Words { get; }
}

/// <summary>A command on a case as it comes over HTTP.</summary>
public interface ICaseRequest : IWorded
{
    /// <summary>What comes of it on a case with this history.</summary>
    Verdict Decide(Guid id, History history, Func<string?, NoteRef?> note);
}
