using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Marten;
using Npgsql;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Discharge.Persistence;

/// <summary>
/// What the service does about what a database or a neighbour does for a moment: a read is tried again, a write only where it is known
/// not to have happened.
/// </summary>
public static class Resilience
{
    /// <summary>How long nobody waits longer for an answer, whatever the database does: a little less than one statement may take, so that giving it up, and asking one thing more, falls within that.</summary>
    public static readonly TimeSpan Answering = Connections.CommandTimeout - (3 * Connections.CancellationTimeout);

    /// <summary>The same with the time in which a statement that is given up may say that it stopped.</summary>
    public static readonly TimeSpan Longest = Answering + Connections.CancellationTimeout;

    /// <summary>How long of that a command is tried; the rest is for asking what became of it.</summary>
    public static readonly TimeSpan Trying = TimeSpan.FromSeconds(3.5);

    /// <summary>For what changes nothing: tried again while the other side is away, busy or in each other's way, for as long as anybody waits for an answer.</summary>
    public static BoundedPipeline Reads { get; } = new(
        new ResiliencePipelineBuilder()
            .AddTimeout(Answering)
            .AddRetry(Retrying(IsMomentary, attempts: 4))
            .Build(),
        Longest);

    /// <summary>For what a start asks first, when the machine is often busiest: nobody waits for an answer yet, so it may take as long as several statements.</summary>
    public static ResiliencePipeline Starting { get; } = new ResiliencePipelineBuilder()
        .AddTimeout(6 * Connections.CommandTimeout)
        .AddRetry(Retrying(IsMomentary, attempts: 4))
        .Build();

    /// <summary>For a whole unit of work up to and with its commit, never a part of one: tried again only where it is known not to have happened.</summary>
    public static BoundedPipeline Writes { get; } = new(
        new ResiliencePipelineBuilder()
            .AddTimeout(Trying)
            .AddRetry(Retrying(DidNotHappen, attempts: 3))
            .Build(),
        Trying + Connections.CancellationTimeout);

    /// <summary>For a whole unit of work that comes to the same when it is done twice: tried again also where it may have happened.</summary>
    public static ResiliencePipeline Repeatable { get; } = new ResiliencePipelineBuilder().AddRetry(Retrying(IsMomentary, attempts: 6)).Build();

    /// <summary>The database cannot be reached or cannot answer in time: nothing the caller did, and worth another try in a moment.</summary>
    public static bool IsAway(Exception exception) => Chain(exception).Any(cause => cause switch
    {
        PostgresException refused => refused.SqlState switch
        {
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => true,
            PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.QueryCanceled => true,
            // 25P03 ended a transaction that stood idle, 57P05 a session that did.
            "25P03" or "57P05" => true,
            // Class 08: the connection itself.
            var state => state.StartsWith("08", StringComparison.Ordinal),
        },
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => true,
        TimeoutRejectedException => true,
        // Npgsql 10.0 auto-prepares a statement; when the database refuses it while binding, the next use on that connection meets an
        // answer it does not expect, and the connection is thrown away (npgsql/npgsql 6391). Another connection is another try.
        { Message: var said } when cause.GetType() == typeof(Exception) => said.StartsWith("Received unexpected backend message", StringComparison.Ordinal),
        _ => false,
    });

    /// <summary>Others were at the same rows, and this one had to give way; nothing of it is left behind.</summary>
    public static bool IsRace(Exception exception) => Chain(exception).Any(cause => cause is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable,
    });

    /// <summary>
    /// The write is known to have left nothing behind. A connection lost on the way does not count, nor a shutdown: either may fall after
    /// the commit and before its answer.
    /// </summary>
    public static bool DidNotHappen(Exception exception) => IsRace(exception) || Chain(exception).Any(cause => cause switch
    {
        PostgresException refused => refused.SqlState is
            // Said to a transaction that stood idle, so before its commit was asked for: a node that paused, or that starts and is slow at first.
            "25P03"
            // These two are only ever said instead of letting a session begin.
            or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections,
        // A socket error that no stream wraps comes from connecting, so no statement was sent.
        NpgsqlException { InnerException: SocketException { SocketErrorCode: var error } } => error is SocketError.ConnectionRefused
            or SocketError.HostUnreachable
            or SocketError.NetworkUnreachable
            or SocketError.HostNotFound
            or SocketError.TryAgain,
        _ => false,
    });

    /// <summary>
    /// Takes the event store's own retrying away. It would repeat one statement inside a transaction that is already aborted, and what the
    /// caller then saw was that (25P02) instead of the deadlock; here a unit of work is repeated whole, by its caller, or not at all.
    /// </summary>
    public static void LeaveRetryingToTheCaller(StoreOptions store)
    {
        store.ConfigurePolly(_ => { });
        store.ConfigureWritePolly(_ => { });
    }

    private static bool IsMomentary(Exception exception) => IsAway(exception) || DidNotHappen(exception) || IsNeighbourAway(exception);

    private static bool IsNeighbourAway(Exception exception) => Chain(exception).OfType<HttpRequestException>().Any(failed => failed switch
    {
        { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.ResponseEnded } => true,
        { StatusCode: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout } => true,
        _ => false,
    });

    private static RetryStrategyOptions Retrying(Func<Exception, bool> worthIt, int attempts) => new()
    {
        ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Exception is { } failed && worthIt(failed)),
        MaxRetryAttempts = attempts,
        Delay = TimeSpan.FromMilliseconds(50),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        OnRetry = retry =>
        {
            Activity.Current?.AddEvent(new ActivityEvent("tried again", tags: new() { ["attempt"] = retry.AttemptNumber + 1 }));
            return ValueTask.CompletedTask;
        },
    };

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
