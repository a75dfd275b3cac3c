using System.Text;
using Discharge.Benchmarks.Load;
using NodaTime;

namespace Discharge.Persistence.Tests.Benchmarks;

public sealed class ClosedLoopTests
{
    // Five requests.
    private const double Seconds = 0.05;

    private readonly SettableTime _time = new(Hospital.Morning);

    private int _number;

    [SetUp]
    public void Begin() => _number = 0;

    [Test]
    public async Task Who_is_told_to_come_again_sends_the_same_and_has_waited_since_they_first_came()
    {
        await using var server = new ScriptedServer(503, 503, 200);

        var peak = await ClosedLoop.RunAsync(server.Address, callers: 1, Seconds, Next, _time);

        Assert.That(server.Come, Is.EqualTo(((string[])["1", "1", "1", "2", "3", "4", "5"]).Select(number => $"GET /{number} HTTP/1.1")));
        Assert.That((peak.Away, peak.Answers), Is.EqualTo((2, 5)));
        Assert.That(peak.Measure(1).Away, Is.EqualTo(2));
    }

    [Test]
    public async Task Who_came_second_was_answered_and_did_nothing()
    {
        await using var server = new ScriptedServer(409, 200);

        var peak = await ClosedLoop.RunAsync(server.Address, callers: 1, Seconds, Next, _time);

        Assert.That((peak.Raced, peak.Answers), Is.EqualTo((1, 4)));
    }

    [Test]
    public async Task Any_other_answer_ends_it()
    {
        await using var server = new ScriptedServer(200, 400);

        Assert.That(() => ClosedLoop.RunAsync(server.Address, callers: 1, seconds: 10, Next), Throws.InvalidOperationException.With.Message.Contains("400"));
    }

    // Each request takes a hundredth of a second before it is sent, by the loop's own time.
    private byte[] Next()
    {
        _time.Pass(Duration.FromMilliseconds(10));
        return Encoding.ASCII.GetBytes($"GET /{++_number} HTTP/1.1\r\n\r\n");
    }
}
