using Discharge.Benchmarks.Load;

namespace Discharge.Persistence.Tests.Benchmarks;

/// <summary>Whether the open-loop caller would notice that a server stands still: only what holds on the busiest machine is asked of it here; the suite `self` of the benchmarks asks for the figures.</summary>
[Platform(Include = "Linux", Reason = "The load generator waits by epoll.")]
public sealed class OpenLoopTests
{
    private static readonly byte[] Request = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8.ToArray();

    private static readonly TimeSpan[] Plan = ArrivalPlan.Constant(500, TimeSpan.FromSeconds(0.2));

    [Test]
    public async Task Requests_go_on_while_nothing_is_answered_and_those_who_waited_are_counted_from_when_they_were_meant_to_be_sent()
    {
        // Who waited for answers before sending on would wait for ever.
        await using var server = new HeldServer(untilCome: Plan.Length);

        var found = await OpenLoop.RunAsync(server.Address, Plan, () => Request);

        Assert.That((found.Sent, found.Failed), Is.EqualTo((Plan.Length, 0)));
        // The first waits until the last has come, and the last is not sent before its time; on average they wait for half of that.
        Assert.That(found.Max, Is.GreaterThanOrEqualTo(Plan[^1].TotalMilliseconds));
        Assert.That(found.P50, Is.GreaterThanOrEqualTo(0.98 * Plan[^1].TotalMilliseconds / 2));
    }

    [Test]
    public async Task Where_no_connection_is_left_requests_are_sent_behind_others()
    {
        await using var server = new HeldServer(untilCome: Plan.Length);
        using var crowd = new Crowd(server.Address, connections: 3, Plan, [.. Plan.Select(_ => Request)]);

        var found = await crowd.RunAsync();

        Assert.That((found.Sent, found.Failed), Is.EqualTo((Plan.Length, 0)));
    }

    [Test]
    public async Task What_is_not_answered_because_the_server_went_away_has_failed()
    {
        await using var server = new HeldServer(untilCome: Plan.Length, goesAway: true);

        var found = await OpenLoop.RunAsync(server.Address, Plan, () => Request);

        Assert.That((found.Sent, found.Failed, found.IsValid), Is.EqualTo((Plan.Length, Plan.Length, false)));
    }

    [TestCase(0.99, 0, true)]
    [TestCase(1.01, 0, false, Description = "The caller itself was late")]
    [TestCase(0.99, 1, false)]
    public void A_run_is_valid_where_the_caller_kept_up_and_everything_was_answered(double ownLateness, int failed, bool valid) =>
        Assert.That(new Latencies(100, failed, 1, 1, 1, 1, ownLateness).IsValid, Is.EqualTo(valid));
}
