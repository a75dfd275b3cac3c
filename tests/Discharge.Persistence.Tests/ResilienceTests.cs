using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Discharge.Persistence.Tests;

public sealed class ResilienceTests
{
    [TestCase("40001", false, true, Description = "Serialization failure: rolled back")]
    [TestCase("40P01", false, true, Description = "Deadlock: rolled back")]
    [TestCase("55P03", false, true, Description = "Lock timeout: rolled back")]
    [TestCase("57P03", true, true, Description = "Starting up: said instead of letting a session begin")]
    [TestCase("53300", true, true, Description = "Too many connections: said instead of letting a session begin")]
    [TestCase("57P01", true, false, Description = "Shutdown: may fall between a commit and its answer")]
    [TestCase("57P02", true, false, Description = "Crash of another session: the same")]
    [TestCase("57014", true, false, Description = "Cancelled, for taking too long")]
    [TestCase("25P03", true, true, Description = "Stood idle in a transaction: ended before any commit")]
    [TestCase("57P05", true, false, Description = "Stood idle")]
    [TestCase("08006", true, false, Description = "Connection failure")]
    [TestCase("40003", false, false, Description = "Nobody knows whether it happened")]
    [TestCase("25P02", false, false, Description = "A transaction already aborted: a mistake of ours")]
    [TestCase("23505", false, false, Description = "A unique constraint: somebody else was first")]
    [TestCase("42501", false, false, Description = "No right to do this")]
    [TestCase("42P01", false, false, Description = "No such table")]
    [TestCase("MT003", false, false, Description = "The stream has moved on: decided again elsewhere")]
    public void What_the_database_said(string state, bool away, bool didNotHappen) => Judged(Said(state), away, didNotHappen);

    [TestCase(SocketError.ConnectionRefused, true)]
    [TestCase(SocketError.HostNotFound, true)]
    [TestCase(SocketError.ConnectionReset, false)]
    [TestCase(SocketError.TimedOut, false)]
    public void What_the_socket_said_before_a_stream_was_there(SocketError error, bool didNotHappen) =>
        Judged(new NpgsqlException("Failed to connect", new SocketException((int)error)), away: true, didNotHappen);

    [Test]
    public void A_connection_lost_on_the_way_is_away_and_nobody_knows_what_happened() =>
        Judged(new NpgsqlException("Exception while reading", new IOException("lost", new SocketException((int)SocketError.ConnectionRefused))), away: true, didNotHappen: false);

    [Test]
    public void A_statement_that_took_too_long_is_away_and_nobody_knows_what_happened() =>
        Judged(new NpgsqlException("Exception while reading", new TimeoutException()), away: true, didNotHappen: false);

    [Test]
    public void A_cause_is_found_below_what_wraps_it() => Judged(new InvalidOperationException("wrapped", Said("57P03")), away: true, didNotHappen: true);

    [Test]
    public void A_broken_program_is_neither() => Judged(new InvalidOperationException("broken"), away: false, didNotHappen: false);

    [Test]
    public void A_caller_who_went_away_is_neither() => Judged(new OperationCanceledException(), away: false, didNotHappen: false);

    [Test]
    public async Task A_refused_connection_is_known_not_to_have_written()
    {
        var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        var refused = await Assert.CatchAsync(async () => await new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=u;Password=p;Pooling=false").OpenAsync());

        Judged(refused!, away: true, didNotHappen: true);
    }

    [Test]
    public async Task A_read_is_tried_again_while_the_database_is_away() => Assert.That(await TriesOfAsync(Resilience.Reads, Said("57P01")), Is.EqualTo(5));

    [Test]
    public async Task A_read_survives_a_connection_whose_prepared_statement_was_spoilt()
    {
        await using var database = await TestDatabase.EmptyAsync();
        await using var pool = Connections.Open(database.Owner + ";Maximum Pool Size=1");

        Assert.That(await DivideAsync(pool, 1), Is.EqualTo(1));
        Assert.That(async () => await DivideAsync(pool, 0), Throws.TypeOf<PostgresException>(), "the use that would have prepared it");
        Assert.That(await DivideAsync(pool, 1), Is.EqualTo(1));
    }

    [Test]
    public async Task A_read_that_is_wrong_is_not_tried_again() => Assert.That(await TriesOfAsync(Resilience.Reads, Said("42P01")), Is.EqualTo(1));

    [Test]
    public async Task A_read_is_tried_again_while_a_neighbour_is_away() =>
        Assert.That(await TriesOfAsync(Resilience.Reads, new HttpRequestException("away", null, HttpStatusCode.ServiceUnavailable)), Is.EqualTo(5));

    [Test]
    public async Task A_write_that_lost_a_deadlock_is_tried_again() => Assert.That(await TriesOfAsync(Resilience.Writes, Said("40P01")), Is.EqualTo(4));

    [Test]
    public async Task A_write_whose_answer_was_lost_is_never_sent_twice() => Assert.That(await TriesOfAsync(Resilience.Writes, Said("57P01")), Is.EqualTo(1));

    [Test]
    public async Task What_does_not_end_is_told_to_stop_and_waited_for_no_longer()
    {
        var told = new TaskCompletionSource();

        Assert.That(
            async () => await Resilience.Reads.ExecuteAsync(
                async stop =>
                {
                    stop.Register(told.SetResult);
                    return await new TaskCompletionSource<int>().Task;
                },
                TimeSpan.FromMilliseconds(1),
                CancellationToken.None),
            Throws.TypeOf<Polly.Timeout.TimeoutRejectedException>());
        await told.Task;
    }

    [TestCase(0, 4.4, Description = "As long as one question may take, and as its giving up may")]
    [TestCase(1, 3.4, Description = "What was waited before counts")]
    [TestCase(4.3, 0.5, Description = "What comes last is asked once at the least")]
    [TestCase(60, 0.5, Description = "However long it was waited before")]
    public void Whoever_is_to_be_answered_waits_once_for_all_that_is_asked_for_it(double waited, double left)
    {
        Patience.Begin(TimeSpan.FromSeconds(waited));

        Assert.Multiple(() =>
        {
            Assert.That(Patience.Left(Resilience.Longest).TotalSeconds, Is.EqualTo(left).Within(1e-6));
            Assert.That(Patience.Left(TimeSpan.FromMilliseconds(100)).TotalSeconds, Is.EqualTo(0.1), "never longer than its own limit");
        });
    }

    [Test]
    public async Task What_was_asked_counts_for_what_is_asked_next_and_not_for_another_answer()
    {
        Patience.Begin();
        var asked = await Resilience.Reads.ExecuteAsync(async _ => await Task.Run(() =>
        {
            var began = Stopwatch.GetTimestamp();
            SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(began) > TimeSpan.FromMilliseconds(1));
            return Stopwatch.GetElapsedTime(began);
        }));
        var after = Patience.Left(Resilience.Longest);
        Patience.Begin();

        Assert.Multiple(() =>
        {
            Assert.That(after, Is.LessThanOrEqualTo(Resilience.Longest - asked));
            Assert.That(Patience.Left(Resilience.Longest), Is.EqualTo(Resilience.Longest));
        });
    }

    [Test]
    public async Task Whose_patience_is_over_is_told_so_before_the_limit_of_the_question()
    {
        Patience.Begin(Resilience.Longest);

        var given = await Assert.CatchAsync(async () => await Resilience.Reads.ExecuteAsync(async _ => await new TaskCompletionSource<int>().Task));

        Assert.That(((Polly.Timeout.TimeoutRejectedException)given!).Timeout, Is.EqualTo(TimeSpan.FromMilliseconds(500)));
    }

    private static async Task<int> DivideAsync(NpgsqlDataSource pool, int by) => await Resilience.Reads.ExecuteAsync(async stop =>
    {
        await using var ask = pool.CreateCommand("select 1 / $1");
        ask.Parameters.Add(new() { Value = by });
        return (int)(await ask.ExecuteScalarAsync(stop))!;
    });

    private static async Task<int> TriesOfAsync(BoundedPipeline pipeline, Exception failure)
    {
        var tries = 0;
        await Assert.CatchAsync(async () => await pipeline.ExecuteAsync((Func<CancellationToken, ValueTask>)(_ =>
        {
            tries++;
            throw failure;
        })));
        return tries;
    }

    private static void Judged(Exception failure, bool away, bool didNotHappen) => Assert.Multiple(() =>
    {
        Assert.That(Resilience.IsAway(failure), Is.EqualTo(away), "is away");
        Assert.That(Resilience.DidNotHappen(failure), Is.EqualTo(didNotHappen), "did not happen");
    });

    private static PostgresException Said(string state) => new("said", "ERROR", "ERROR", state);
}
