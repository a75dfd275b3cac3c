using System.Collections.Concurrent;
using System.Text.Json;
using Discharge.Domain.People;
using Discharge.Faults.Cycling;
using Discharge.Faults.Ledgers;

namespace Discharge.Faults.Load;

/// <summary>
/// What people on a ward do, drawn from a seed: openings, of somebody known too; one-offs, repeatables, withdrawals and closings, many of them in each other's way;
/// leavings whose clock of 24 hours falls due within seconds; and some of what is refused.
/// </summary>
/// <param name="seed">What it is drawn from.</param>
/// <param name="cases">About how many cases are opened.</param>
/// <param name="dueWithin">Within how long after now the clocks of those who leave fall due.</param>
internal sealed class Work(int seed, int cases, TimeSpan dueWithin)
{
    private static readonly string[] Assessing = ["nurse", "occupational-therapist", "physiotherapist"];

    private readonly ConcurrentDictionary<string, DateTimeOffset?> _known = new();
    private readonly string[] _people = [.. Enumerable.Range(0, cases).Select(person => Number(seed, person))];
    private int _given;
    private int _opened;

    /// <summary>The cases there are, by their path.</summary>
    public string[] Known => [.. _known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The cases that have come to be known.</summary>
    public IEnumerable<Guid> Ids => Known.Select(path => Guid.Parse(path.Split('/')[^1]));

    /// <summary>An opening came back with where the case is.</summary>
    public void Learn(Answered? answered)
    {
        if (answered is { IsAck: true, Location: { } path })
        {
            _known.TryAdd(path, null);
        }
    }

    /// <summary>What is done next.</summary>
    public Command Next(Random random)
    {
        var known = Known;
        var (isEarly, isLate) = (random.Next(4) == 0, random.Next(25) == 0);
        if (known.Length == 0 || (_opened < cases && isEarly) || isLate)
        {
            return Open(random);
        }

        var path = known[random.Next(known.Length)];
        var now = DateTimeOffset.UtcNow;
        var earlier = now.AddDays(-2).AddSeconds(-random.Next(86_400));
        return random.Next(100) switch
        {
            < 24 => Command($"{path}/criteria-to-reside-reviews", new { occurredAt = Say(earlier, random), criteriaMet = random.Next(3) == 0 ? ["intravenous-fluids"] : Array.Empty<string>(), medicallyStable = random.Next(4) > 0, by = "consultant" }),
            < 30 => Command($"{path}/criteria-to-reside-reviews", new { occurredAt = Say(earlier, random), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "nurse", note = $"Seen on the round, {random.Next(1000)}." }),
            < 38 => Assess(path, earlier, random),
            < 47 => Decide(path, random.Next(4) == 0 ? "pathway-0" : "pathway-1", earlier, random),
            < 53 => Command($"{path}/discharge-decision", new { occurredAt = Say(earlier, random), by = "consultant" }),
            < 67 => Leave(path, random),
            < 78 => See(path, random),
            < 82 => Command($"{path}/failed-home-visits", new { occurredAt = Say(now.AddHours(-random.Next(1, 30)), random), by = "nurse", reason = "no-answer" }),
            < 86 => Command($"{path}/welfare-check", new { occurredAt = Say(now.AddHours(-random.Next(1, 30)), random), by = "volunteer", outcome = "safe-and-well" }),
            < 89 => Command($"{path}/home-visit-bookings", new { occurredAt = Say(earlier, random), visitAt = Say(now.AddHours(random.Next(1, 20)), random), by = "nurse" }),
            < 95 => Command($"/v1/cases/{path.Split('/')[^1]}/entries/{random.Next(2, 9)}/withdrawal", new { occurredAt = Say(now, random), reason = "wrong-content" }),
            < 97 => Command($"{path}/closure", new { occurredAt = Say(now, random), outcome = "home-without-support" }),
            < 99 => Command($"{path}/home-visit", new { occurredAt = Say(now.AddHours(3), random), by = "nurse" }),
            _ => Command($"{path}/home-visit", new { occurredAt = "yesterday", by = "nurse" }),
        };
    }

    /// <summary>The next step of somebody who is to leave into reablement, and then leaves.</summary>
    public Command LeaveIntoReablement(string path, Random random) => random.Next(3) switch
    {
        0 => Assess(path, DateTimeOffset.UtcNow.AddDays(-2), random),
        1 => Decide(path, "pathway-1", DateTimeOffset.UtcNow.AddDays(-2), random),
        _ => Leave(path, random),
    };

    /// <summary>Somebody leaves, so long ago that their clock falls due in a moment.</summary>
    public Command Leave(string path, Random random)
    {
        var left = DateTimeOffset.UtcNow.AddHours(-24) + (dueWithin * random.NextDouble());
        var command = Command($"{path}/discharge", new { occurredAt = Say(left, random), to = "own-home" });
        _known[path] = left;
        return command;
    }

    /// <summary>Somebody is seen at home: in time or too late, by somebody who assesses or not.</summary>
    public Command See(string path, Random random)
    {
        var left = _known.GetValueOrDefault(path) ?? DateTimeOffset.UtcNow.AddHours(-24);
        var seen = left.AddHours(random.Next(3) > 0 ? 23.9 : 24.0).AddSeconds(random.NextDouble());
        return Command($"{path}/home-visit", new { occurredAt = Say(seen, random), by = random.Next(5) == 0 ? "delivery-driver" : Assessing[random.Next(Assessing.Length)] });
    }

    /// <summary>An opening, now and then of somebody who is there already.</summary>
    public Command Open(Random random)
    {
        var number = Interlocked.Increment(ref _opened);
        var admitted = DateTimeOffset.UtcNow.AddDays(-4);
        object person = random.Next(3) switch
        {
            0 => new { name = "Ada Marlowe", nhsNumberMissing = "not-yet-traced" },
            _ => new { name = "Ada Marlowe", nhsNumber = _people[random.Next(_people.Length)] },
        };
        return Command("/v1/discharge-cases", new { occurredAt = Say(admitted, random), admittedAt = Say(admitted.AddHours(-1), random), person, site = "RTEST", ward = $"Ward {number % 3}", hub = "QTEST", residence = "own-home" });
    }

    /// <summary>A command of its own, with a key that nobody else has.</summary>
    public Command Command(string path, object body) => new($"{seed}-{Interlocked.Increment(ref _given)}-{Guid.NewGuid():N}", path, JsonSerializer.Serialize(body));

    private Command Assess(string path, DateTimeOffset at, Random random) =>
        Command($"{path}/functional-assessment", new { occurredAt = Say(at, random), by = "occupational-therapist", needs = (string[])["reablement"] });

    private Command Decide(string path, string pathway, DateTimeOffset at, Random random) =>
        Command($"{path}/pathway-decision", new { occurredAt = Say(at, random), pathway, reason = "home-first", by = "discharge-coordinator" });

    // A microsecond that nobody else has, so that each fact is one of its own.
    private static string Say(DateTimeOffset moment, Random random) => Node.Say(moment.AddTicks(random.Next(100_000) * TimeSpan.TicksPerMicrosecond));

    // Of the range that is given to nobody.
    private static string Number(int seed, int person)
    {
        for (var random = Draws.Of(seed, person); ;)
        {
            var nine = $"999{random.Next(1_000_000):000000}";
            if (Enumerable.Range(0, 10).Select(check => $"{nine}{check}").FirstOrDefault(number => NhsNumber.TryParse(number, out _)) is { } ten)
            {
                return ten;
            }
        }
    }
}
