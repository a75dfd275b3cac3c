using Discharge.Api.Access;
using Discharge.Domain.Deciding;
using Discharge.Persistence;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Api;

/// <summary>The one mapping of a no to HTTP.</summary>
public static class Responses
{
    /// <summary>401, in the same words whatever was wrong with the token.</summary>
    public static Problem NoValidToken { get; } = new(401, "access.no-valid-token", "No valid token", "Send a valid access token: Authorization: Bearer <token>.");

    /// <summary>503 to a token while no key of its issuer is known: whether it is good cannot be told.</summary>
    public static Problem IssuerAway { get; } = new(
        503, "access.issuer-away", "Tokens cannot be checked", "The issuer of the tokens was not reached yet, so no token can be checked; it is tried again every half minute. Send the same again then.")
    {
        RetryAfter = Duration.FromTimeSpan(IssuerKeys.AfterFailure),
    };

    /// <summary>404 for a path the service does not have.</summary>
    public static Problem NoSuchPath { get; } = new(404, "path.not-found", "No such path", "There is nothing at this path; /openapi/v1.json lists what there is.");

    /// <summary>405 for a path that is there and does not take this method.</summary>
    public static Problem NoSuchMethod { get; } = new(405, "path.method-not-allowed", "Method not allowed", "This path does not take this method; the Allow header lists those it takes.");

    /// <summary>413 for a body longer than any request of this service.</summary>
    public static Problem TooLarge { get; } = new(413, "request.too-large", "Request too large", "The body is longer than 64 kB; nothing of it was used.");

    /// <summary>415 for a body that is not announced as JSON in UTF-8.</summary>
    public static Problem NotJson { get; } = new(415, "request.not-json", "Not JSON", "Send the body as JSON in UTF-8: Content-Type: application/json.");

    /// <summary>400 for what came in clear where TLS is asked for.</summary>
    public static Problem NotOverTls { get; } = new(400, "request.not-over-tls", "Not over TLS", "Nothing is taken here but over TLS: send this to the https address. A token that came in clear may have been read; have it revoked.");

    /// <summary>429 for a caller who comes more often than anybody may.</summary>
    public static Problem TooOften(Duration wait) => new(429, "request.too-often", "Too many requests", "You have asked for more than one caller may at a time; nothing of this request was used. Ask again after Retry-After.") { RetryAfter = wait };

    /// <summary>422 for an idempotency key that came before with another body.</summary>
    public static Problem KeyUsedBefore { get; } = new(
        422, "idempotency-key.used-before", "Idempotency key used before", "This Idempotency-Key came before with another body; use a new key for a new request.");

    /// <summary>503 to a question while the database cannot be reached.</summary>
    public static Problem DatabaseAway { get; } = new(503, "database.away", "The record cannot be reached", "The record cannot be reached at the moment. Ask again in a few seconds.")
    {
        RetryAfter = Duration.FromSeconds(2),
    };

    /// <summary>503 to a command while the database cannot be reached. It may have been recorded; sent again under its key it is recorded once.</summary>
    public static Problem DatabaseAwayFromCommand { get; } = DatabaseAway with
    {
        Detail = "The record cannot be reached at the moment. Send this again with the same Idempotency-Key; nothing is recorded twice.",
    };

    /// <summary>503 to a command that came without a key: whether it was recorded has to be looked up before it is sent again.</summary>
    public static Problem DatabaseAwayFromKeyless { get; } = DatabaseAway with
    {
        Detail = "The record cannot be reached at the moment. Look whether this was recorded before you send it again; with an Idempotency-Key it could be sent again as it is.",
    };

    /// <summary>503 where it could not be put down that somebody looked: nothing is shown without that.</summary>
    public static Problem LookNotOnRecord { get; } = new(
        503, "access-log.away", "The look cannot be put on record", "Nothing is shown unless it is on record who looked, and that cannot be written at the moment. Ask again in a few seconds.")
    {
        RetryAfter = Duration.FromSeconds(2),
    };

    /// <summary>500, with nothing of what went wrong inside.</summary>
    public static Problem Unexpected { get; } = new(500, "unexpected", "Something went wrong", "The service failed to answer this request. Quote the trace id when reporting it.");

    /// <summary>500 where something stored cannot be read, or is gone: it names the entry, so that somebody can look at it.</summary>
    public static Problem UnreadableEvent(UnreadableEventException unreadable)
    {
        ArgumentNullException.ThrowIfNull(unreadable);
        return new(500, "case.unreadable-entry", "An entry cannot be read", $"Entry {unreadable.Version} of this case is {(unreadable.IsMissing ? "not there, although it was recorded" : "stored in a form this version of the service does not know")}. No other case is affected.")
        {
            OnRecord = unreadable.Version,
            CaseId = unreadable.Stream,
        };
    }

    /// <summary>400 for what cannot be read, each field named with what to put right.</summary>
    public static Problem Unreadable(IReadOnlyDictionary<string, IReadOnlyList<string>> errors) =>
        new(400, "request.unreadable", "Request cannot be read", "Something in the request cannot be read; errors names each place and what to put right.") { Errors = errors };

    /// <summary>400 for one thing that cannot be read.</summary>
    public static Problem Unreadable(string place, string sentence) => Unreadable(new Dictionary<string, IReadOnlyList<string>> { [place] = [sentence] });

    /// <summary>400 for what is amiss in several fields.</summary>
    public static Problem Unreadable(IEnumerable<(string Field, string Sentence)> amiss) =>
        Unreadable(amiss.GroupBy(fault => fault.Field).ToDictionary(field => field.Key, IReadOnlyList<string> (field) => [.. field.Select(fault => fault.Sentence)]));

    /// <summary>403, naming what the role does not permit.</summary>
    public static Problem NotPermitted(Operation operation) =>
        new(403, "access.not-permitted", "Not permitted", $"Your role does not permit this: {KebabCase.Spelling.ConvertName(operation.ToString())}.") { Operation = operation };

    /// <summary>404 for an id that nothing has, such as a "discharge-case".</summary>
    public static Problem NotFound(string what)
    {
        ArgumentNullException.ThrowIfNull(what);
        return new(404, $"{what}.not-found", "Not found", $"There is no {what.Replace('-', ' ')} of this id.");
    }

    /// <summary>422 for a decision a rule refuses, 409 where somebody else got there first.</summary>
    /// <param name="refusal">What was refused and why.</param>
    /// <param name="caseId">The case that stands in the way, where it is another than the one asked about.</param>
    public static Problem Refused(Refusal refusal, Guid? caseId = null)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        var (status, title) = refusal.TakenByAnother ? (409, "Somebody else got there first") : (422, "A rule refuses this");
        return new(status, refusal.Code, title, refusal.Sentence)
        {
            Missing = refusal.Missing is [] ? null : refusal.Missing,
            Accepted = refusal.Accepted,
            OnRecord = refusal.OnRecord,
            CaseId = caseId,
        };
    }

    /// <summary>503 to a command with a key that lost every race it was decided again in: the other may have been itself, sent twice.</summary>
    public static Problem Contended { get; } = new(
        503, "request.contended", "Others are at the same case", "Others kept recording in this case, or this same request is still under way. Send it again with the same Idempotency-Key; nothing is recorded twice.")
    {
        RetryAfter = Duration.FromSeconds(2),
    };

    /// <summary>409 for a command without a key that lost every race it was decided again in.</summary>
    public static Problem Overtaken(Listed<RecordedSince> since) =>
        new(409, "request.overtaken", "Somebody else got there first", "The case kept changing while this was being decided; read it again, then decide.") { Since = since };

    /// <summary>412 for an If-Match that names a version others have recorded after.</summary>
    public static Problem Stale(Listed<RecordedSince> since) =>
        new(412, "request.stale", "The case has changed", "More was recorded since the version in If-Match; read what is new, then decide.") { Since = since };

    /// <summary>The problem a status stands for where nothing more is known of it.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        400 => Unreadable("request", "The request is not well-formed HTTP for this path."),
        401 => NoValidToken,
        404 => NoSuchPath,
        405 => NoSuchMethod,
        413 => TooLarge,
        415 => NotJson,
        < 500 => new(status, $"http.{status}", "Request not served", "The request cannot be served as it was sent."),
        503 => DatabaseAway,
        _ => Unexpected,
    };

    /// <summary>Whether what came was no HTTP: the server says so of the size of a chunk that is no number in another way than of everything else.</summary>
    public static bool IsNotHttp(Exception failed) => failed is BadHttpRequestException or IOException { InnerException: OverflowException };

    /// <summary>The problem an exception stands for, with nothing of its text.</summary>
    /// <param name="exception">What happened instead of an answer.</param>
    /// <param name="isCommand">Whether the request would have recorded something.</param>
    /// <param name="isKeyed">Whether it came with an Idempotency-Key.</param>
    public static Problem Of(Exception? exception, bool isCommand, bool isKeyed) => exception switch
    {
        BadHttpRequestException unreadable => OfStatus(unreadable.StatusCode),
        not null when IsNotHttp(exception) => OfStatus(StatusCodes.Status400BadRequest),
        not null when Resilience.IsAway(exception) => (isCommand, isKeyed) switch
        {
            (false, _) => DatabaseAway,
            (_, true) => DatabaseAwayFromCommand,
            _ => DatabaseAwayFromKeyless,
        },
        UnreadableEventException unreadable => UnreadableEvent(unreadable),
        _ => Unexpected,
    };
}
