using Discharge.Faults.Ledgers;

namespace Discharge.Api.Tests.Faults;

/// <summary>Who sends the same command twice may be told that it lost every race and then that it is done, but not both at once.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ToldTests
{
    [TestCase("sent 1, sent 2, lost 2, ack 1", true, Description = "The one that was done was under way when the other was told")]
    [TestCase("sent 1, sent 2, ack 1, lost 2", true, Description = "The same, whoever is answered first")]
    [TestCase("sent 1, sent 2, lost 1, sent 3, ack 2, ack 3", true, Description = "Whatever comes later")]
    [TestCase("sent 1, lost 1, sent 2, ack 2", false, Description = "Sent again once it was known to be lost")]
    [TestCase("sent 1, sent 2, lost 1, lost 2, sent 3, ack 3", false, Description = "Both were lost")]
    [TestCase("sent 1, sent 2, lost 1, lost 2", false, Description = "Nothing came of it at all")]
    [TestCase("sent 1, sent 2, taken 2, ack 1", false, Description = "Another refusal hangs on when it was decided")]
    public void A_command_is_overtaken_by_itself(string lines, bool isSo) =>
        Assert.That(new Told("key", [.. lines.Split(", ").Select(Line)]).OvertakenByItself.Any(), Is.EqualTo(isSo));

    private static Line Line(string words) => (words.Split(' ')[0], int.Parse(words.Split(' ')[1], null)) switch
    {
        ("sent", var sending) => new Sent("key", DateTimeOffset.UnixEpoch, sending, "somebody", "/v1/discharge-cases", "{}"),
        ("ack", var sending) => Answer(sending, 201, "{}"),
        ("lost", var sending) => Answer(sending, 409, """{"code":"request.overtaken"}"""),
        (_, var sending) => Answer(sending, 409, """{"code":"bed.reserved"}"""),
    };

    private static Answered Answer(int sending, int status, string body) => new("key", DateTimeOffset.UnixEpoch, sending, status, body, ETag: null, Location: null);
}
