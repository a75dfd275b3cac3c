using Discharge.Faults.Checking;
using Discharge.Faults.Cycling;

namespace Discharge.Faults.Planted;

/// <summary>The service made to do wrong itself, by a trigger in its database, while people work: the checker is not told what.</summary>
internal static class Misbehaviours
{
    private static readonly Shape Shape = new(Clients: 4, Cases: 4, For: TimeSpan.FromSeconds(2))
    {
        // So that some clocks fall due when nobody sends anything any more and only the watch can notice.
        DueWithin = TimeSpan.FromSeconds(4),

        // A service that misbehaves may never be done.
        Longest = TimeSpan.FromSeconds(5),

        // What is done twice shows only where something is sent twice.
        Send = async (client, command, _) =>
        {
            var answered = await client.SendAsync(command);
            await client.SendAsync(command);
            return answered;
        },
    };

    // What, the invariants of which one at least has to speak against it, and the trigger: on which table, when, and what it does to the row.
    private static readonly (string What, string[] Codes, string Table, string When, string Does)[] All =
    [
        ("Now and then an entry is not written", ["I1", "I4"], "cases.mt_events", "before insert", "if new.version > 2 and new.seq_id % 6 = 0 then return null; end if;"),
        ("Each entry forgets what caused it", ["I8"], "cases.mt_events", "before insert", "new.causation_id := 'forgotten';"),
        ("Now and then an entry bears no seal", ["I8"], "cases.mt_events", "before insert", "if new.seq_id % 6 = 0 then new.headers := new.headers - 'seal'; end if;"),
        ("Answers are not kept", ["I1"], "discharge.command_answers", "before insert", "return null;"),
        ("Answers are kept otherwise than given", ["I1", "I2"], "discharge.command_answers", "before insert", """new.body := replace(new.body, '"version":', '"version": ');"""),
        ("Answers are kept under another key", ["I1", "I2"], "discharge.command_answers", "before insert", "new.key_hash := sha256(new.key_hash);"),
        ("What screens show is not written any more", ["I5"], "discharge.discharge_cases", "before update", "return null;"),
        ("What the board shows is not written any more", ["I5"], "discharge.discharge_cases", "before update", "new.board_row := old.board_row;"),
        ("No clock is looked at", ["I5", "I6", "I7"], "discharge.clocks", "before insert or update", "new.next_at := null;"),
        ("Clocks are looked at two days late", ["I5", "I6", "I7"], "discharge.clocks", "before insert or update", "new.next_at := new.next_at + interval '2 days';"),
        ("Breaches are dated an hour before their moment", ["I6"], "cases.mt_events", "before insert", "if new.type = 'clock.breached.v1' then new.timestamp := (new.data ->> 'occurredAt')::timestamptz - interval '1 hour'; end if;"),
        ("Notices are given and nobody is to be told", ["I7"], "discharge.notices_given", "before insert", "return null;"),
        ("Notices are not given", ["I7"], "discharge.notices", "before insert", "return null;"),
        ("Each entry forgets what it came of", ["I1", "I2"], "cases.mt_events", "before insert", "new.correlation_id := 'forgotten';"),
    ];

    /// <summary>How many there are.</summary>
    public static int Count => All.Length;

    /// <summary>Runs each, and says which the checker did not see.</summary>
    public static async Task<IReadOnlyList<string>> UnseenAsync(House house, int seed)
    {
        var unseen = new List<string>();
        foreach (var (what, codes, table, when, does) in All)
        {
            await house.Database.RunAsync($"""
                create function discharge.misbehave() returns trigger language plpgsql as $does$ begin {does} return new; end $does$;
                create trigger misbehaves {when} on {table} for each row execute function discharge.misbehave();
                """);
            var (evidence, _) = await Cycle.WorkAsync(house, seed++, Shape, (_, _, _) => Task.CompletedTask);
            await house.Database.RunAsync("drop function discharge.misbehave() cascade");
            var against = Invariant.Check(evidence);
            var seen = against.Where(violation => codes.Contains(violation.Code)).ToArray();
            Console.WriteLine($"   {(seen is [] ? "!!" : "  ")} {what,-60} {(seen is [] ? $"not seen, only {string.Join(", ", against.Select(violation => violation.Code).Distinct())}" : string.Join(", ", seen.Select(violation => violation.Code).Distinct()))}");
            if (seen is [])
            {
                unseen.Add(what);
            }
        }

        return unseen;
    }
}
