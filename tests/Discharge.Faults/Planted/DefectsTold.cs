using System.Text.Json;
using System.Text.Json.Nodes;
using Discharge.Domain.DischargeCases;
using Discharge.Faults.Ledgers;
using Discharge.Persistence;

namespace Discharge.Faults.Planted;

/// <summary>Defects in what callers were told: the store is sound, and somebody was told otherwise.</summary>
internal static class DefectsTold
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Defect> All { get; } =
    [
        new("An acknowledgement of what was never stored", "I1")
        {
            Ledger = told => [.. told, told[^1] with { Key = "invented", Lines = [told[0].First with { Key = "invented" }, told.Last(one => one.Ack is not null).Ack! with { Key = "invented" }] }],
        },
        new("An acknowledgement of one version too many", "I1") { Ledger = told => Altered(told, ack => ack with { Body = With(ack.Body, "version", 99) }) },
        new("An acknowledgement with another body than the one kept", "I1") { Ledger = told => Altered(told, ack => ack with { Body = With(ack.Body, "warnings", new JsonArray()) }) },
        new("An acknowledgement without an ETag", "I1") { Ledger = told => Altered(told, ack => ack with { ETag = null }) },
        new("An acknowledgement that shows no clocks, and is kept so", "I1")
        {
            Ledger = told => Altered(told, ack => ack with { Body = With(ack.Body, "clocks", new JsonArray()) }),
            Sql = at => $"update discharge.command_answers set body = '{With(Last(at.Ledger).Ack!.Body, "clocks", new JsonArray()).Replace("'", "''", StringComparison.Ordinal)}' where key_hash = decode('{Last(at.Ledger).KeyHash}', 'hex')",
        },
        new("An entry that says another thing than was sent", "I1") { Ledger = told => Sent(told, IsVisit, "\"nurse\"", "\"doctor\""), Sql = at => KeptFor(Sent(at.Ledger, IsVisit, "\"nurse\"", "\"doctor\""), IsVisit) },
        new("A case about another person than was sent", "I1") { Ledger = told => Sent(told, IsOpening, "Ada Marlowe", "Bess Marlowe"), Sql = at => KeptFor(Sent(at.Ledger, IsOpening, "Ada Marlowe", "Bess Marlowe"), IsOpening) },
        new("Words kept that are not those that were sent", "I1") { Ledger = told => Sent(told, IsReview, "Seen on the round.", "Not seen."), Sql = at => KeptFor(Sent(at.Ledger, IsReview, "Seen on the round.", "Not seen."), IsReview) },
        new("A field that was sent and is not in the entry", "I1") { Ledger = told => Sent(told, IsVisit, "\"nurse\"", "\"nurse\",\"arrivedBy\":\"bicycle\""), Sql = at => KeptFor(Sent(at.Ledger, IsVisit, "\"nurse\"", "\"nurse\",\"arrivedBy\":\"bicycle\""), IsVisit) },
        new("An entry recorded by somebody else than who sent it", "I1")
        {
            Ledger = BySomebodyElse,
            Sql = at => $"update discharge.command_answers set key_hash = decode('{BySomebodyElse(at.Ledger).First(IsVisit).KeyHash}', 'hex') where key_hash = decode('{at.Ledger.First(IsVisit).KeyHash}', 'hex')",
        },
        new("An entry recorded a minute before it was sent", "I1")
        {
            Ledger = told => Altered(told, told.First(IsVisit), one => [.. one.Lines.Select(line => line with { At = line.At.AddMinutes(1) })]),
        },
        new("An entry recorded a minute after it was acknowledged", "I1")
        {
            Ledger = told => Altered(told, told.First(IsVisit), one => [.. one.Lines.Select(line => line with { At = line.At.AddMinutes(-1) })]),
        },
        new("An acknowledgement that names less than was recorded", "I2") { Ledger = told => Altered(told, ack => ack with { Body = With(ack.Body, "recorded", new JsonArray()) }) },
        new("A command answered in two ways", "I2") { Ledger = told => [.. told.Select(one => one.Answers.Count() < 2 ? one : one with { Lines = [.. one.Lines.SkipLast(1), one.Ack! with { Body = "{}" }] })] },
        new("A command that could not be understood, and then was refused for what it says", "I2") { Ledger = told => [.. told.Select(one => !one.IsRefused ? one : one with { Lines = [.. one.Lines, one.Answers.First() with { Status = 400 }] })] },
        new("A command of which nobody knows what became of it", "I2") { Ledger = told => [.. told.Select((one, place) => place > 0 ? one : one with { Lines = [one.First] })] },
        new("An acknowledgement of what was sent for another version", "I4") { Ledger = told => [.. told.Select(one => one with { Lines = [.. one.Lines.Select(line => line is Sent sent ? sent with { IfMatch = "\"77\"" } : line)] })] },
        new("A refusal of what was stored", "I3") { Ledger = told => Altered(told, ack => ack with { Status = 422 }) },
        new("A command said to have lost every race while it was acknowledged to another who sent it", "I3") { Ledger = told => Altered(told, one => [one.First, one.First with { Sending = -1 }, one.Ack!, Overtaken(one.Ack!) with { Sending = -1 }]) },
        new("A command said to have lost every race after it was recorded, and acknowledged once it was sent again", "I3")
        {
            Ledger = told => Altered(told, one => [one.First, Overtaken(one.Ack!), one.First with { Sending = -1 }, one.Ack! with { Sending = -1 }]),
        },
        new("A command that is stored and not in the ledger", "I2") { Ledger = told => [.. told.SkipLast(2)] },
        new("A refusal by a rule that does not say so", "I12") { Ledger = told => Altered(told, told.First(one => one.IsRefused), one => [.. one.Lines.Select(line => line is Answered refusal ? refusal with { Body = With(refusal.Body, "code", "case.closed") } : line)]) },
        new("A refusal of what no rule stands against", "I12")
        {
            Ledger = told => Altered(told, told.First(one => one.IsRefused), one => [.. one.Lines.Select(line => line is Sent sent
                ? sent with { Path = sent.Path.Replace("/discharge", "/welfare-check", StringComparison.Ordinal).Replace("/v1/welfare-check", "/v1/discharge", StringComparison.Ordinal), Body = JsonSerializer.Serialize(new { occurredAt = Node.Say(DateTimeOffset.UtcNow.AddHours(-1)), by = "volunteer", outcome = "safe-and-well" }) }
                : line)]),
        },
        new("A refusal as if there were another version than was in view", "I12")
        {
            Ledger = told => Altered(told, told.First(one => one.IsRefused), one => [.. one.Lines.Select(line => line is Answered refusal ? refusal with { Status = 412 } : line)]),
        },
        new("A question that was answered as if the service were broken", "I10") { Served = served => served with { Status = 500 } },
        new("A history that showed an entry otherwise", "I10") { Served = served => served.IsHistory ? served with { Body = served.Body.Replace("consultant", "volunteer", StringComparison.Ordinal) } : served },
        new("A history that showed no entry at all", "I10") { Served = served => served.IsHistory ? served with { Body = With(served.Body, "entries", new JsonArray()) } : served },
        new("A history without its last entry", "I10") { Served = served => served.IsHistory ? served with { Body = WithoutLast(served.Body) } : served },
        new("A history that showed no notices", "I10") { Served = served => served.IsHistory ? served with { Body = With(served.Body, "notices", new JsonArray()) } : served },
        new("A history without a notice that somebody had been told of", "I10")
        {
            Sql = at =>
                $"""
                update discharge.messages set delivered_at = made_at - interval '1 minute' where notice_ids && array(select notice_id from discharge.notices where case_id = '{at.Running}');
                update discharge.notices set given_at = given_at + interval '1 microsecond' where case_id = '{at.Running}'
                """,
            Served = served => served.IsHistory ? served with { Body = With(served.Body, "notices", new JsonArray()) } : served,
        },
        new("A history with a notice that says another thing", "I10") { Served = served => served.IsHistory ? served with { Body = served.Body.Replace("at the start", "at the end", StringComparison.Ordinal) } : served },
        new("A history of another case", "I10") { Served = served => served.IsHistory ? served with { Body = With(served.Body, "id", $"{Guid.Empty}") } : served },
        new("A note shown with other words", "I10") { Served = served => served with { Body = served.Body.Replace("Seen on the round.", "Not seen.", StringComparison.Ordinal) } },
        new("A case shown with the name of another person", "I10") { Served = served => served.IsHistory ? served : served with { Body = served.Body.Replace("Ada Marlowe", "Bess Marlowe", StringComparison.Ordinal) } },
        new("A case shown with another NHS number of its person", "I10") { Served = served => served.IsHistory ? served : served with { Body = served.Body.Replace("\"name\":\"Ada Marlowe\"", "\"name\":\"Ada Marlowe\",\"nhsNumber\":\"9000000009\"", StringComparison.Ordinal) } },
        new("A case shown with more than there is of it", "I10") { Served = served => served.IsHistory ? served : served with { Body = With(served.Body, "escort", "nobody") } },
        new("A note shown without its words", "I10") { Served = served => served with { Body = served.Body.Replace("\"words\":\"Seen on the round.\"", "\"said\":\"\"", StringComparison.Ordinal) } },
        new("A case shown without its person", "I10") { Served = served => served.IsHistory ? served : served with { Body = With(served.Body, "person", null) } },
        new("A history that left out an entry", "I10") { Served = served => served.IsHistory ? served with { Body = WithoutFirst(served.Body) } : served },
        new("A history that showed more than there is", "I10") { Served = served => served.IsHistory ? served with { Body = With(served.Body, "version", 99) } : served },
        new("A clock shown otherwise in a history", "I10") { Served = served => served.IsHistory ? served with { Body = With(served.Body, "clocks", new JsonArray()) } : served },
        new("A case shown otherwise than it stood", "I10") { Served = served => served.IsHistory ? served : served with { Body = With(served.Body, "phase", "in-hospital") } },
        new("A case said to be one of two open ones of a person who has no other", "I10")
        {
            Served = served => served.IsHistory ? served : served with { Body = With(served.Body, "warnings", new JsonArray(JsonSerializer.SerializeToNode(PersonLinks.TwoOpenCases, PublicJson.Options))) },
        },
        new("A case shown as it had been before it was acknowledged", "I10") { Served = served => served with { AckedBefore = served.AckedBefore + 50 } },
    ];

    /// <summary>An answer that says of the same sending that it lost every race.</summary>
    public static Answered Overtaken(Answered answered) => answered with { Status = 409, Body = """{"code":"request.overtaken"}""", ETag = null, Location = null };

    private static IReadOnlyList<Told> Altered(IReadOnlyList<Told> told, Func<Answered, Answered> alter) => Altered(told, one => [.. one.Lines.Select(line => line is Answered ack ? alter(ack) : line)]);

    private static IReadOnlyList<Told> Altered(IReadOnlyList<Told> told, Func<Told, IReadOnlyList<Line>> alter) => Altered(told, Last(told), alter);

    private static IReadOnlyList<Told> Altered(IReadOnlyList<Told> told, Told one, Func<Told, IReadOnlyList<Line>> alter) =>
        [.. told.Select(command => command != one ? command : command with { Lines = alter(command) })];

    private static IReadOnlyList<Told> BySomebodyElse(IReadOnlyList<Told> told) =>
        Altered(told, told.First(IsVisit), one => [.. one.Lines.Select(line => line is Sent sent ? sent with { Caller = "somebody\nward-staff\nRTEST" } : line)]);

    private static Told Last(IReadOnlyList<Told> told) => told.Last(command => command.Ack is not null && command.Recorded is not []);

    private static bool IsVisit(Told told) => told.First.Path.EndsWith("/home-visit", StringComparison.Ordinal);

    private static bool IsReview(Told told) => told.First.Path.EndsWith("/criteria-to-reside-reviews", StringComparison.Ordinal);

    private static bool IsOpening(Told told) => told.First.Path == "/v1/discharge-cases";

    // As if something else had been sent than what was recorded, and the answer were kept for that.
    private static IReadOnlyList<Told> Sent(IReadOnlyList<Told> told, Func<Told, bool> which, string was, string said) =>
        Altered(told, told.First(which), one => [.. one.Lines.Select(line => line is Sent sent ? sent with { Body = sent.Body.Replace(was, said, StringComparison.Ordinal) } : line)]);

    private static string KeptFor(IReadOnlyList<Told> told, Func<Told, bool> which) =>
        $"update discharge.command_answers set request_hash = decode('{told.First(which).RequestHash}', 'hex') where key_hash = decode('{told.First(which).KeyHash}', 'hex')";

    private static string WithoutLast(string body)
    {
        var read = JsonNode.Parse(body)!;
        var entries = read["entries"]!.AsArray();
        entries.RemoveAt(entries.Count - 1);
        return read.ToJsonString();
    }

    private static string With(string body, string field, JsonNode? value)
    {
        var read = JsonNode.Parse(body)!;
        read[field] = value;
        return read.ToJsonString();
    }

    private static string WithoutFirst(string body)
    {
        var read = JsonNode.Parse(body)!;
        read["entries"]!.AsArray().RemoveAt(0);
        return read.ToJsonString();
    }
}
