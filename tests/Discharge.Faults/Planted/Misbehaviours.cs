using Discharge.Faults.Checking;
using Discharge.Faults.Cycling;
using Discharge.Faults.Ledgers;
using Discharge.Faults.Load;

namespace Discharge.Faults.Planted;

/// <summary>The service made to do wrong itself, while people work.</summary>
internal static class Misbehaviours
{
    private static readonly Shape Shape = new(Clients: 4, Cases: 12, For: TimeSpan.FromSeconds(1.5))
    {
        // So that some clocks fall due when nobody sends anything any more and only the watch can notice.
        DueWithin = TimeSpan.FromSeconds(2),

        // A service that misbehaves may never be done.
        Longest = TimeSpan.FromSeconds(5),

        Next = Next,

        // What is done twice shows only where something is sent twice.
        Send = async (client, command, _) =>
        {
            var answered = await client.SendAsync(command);
            await client.SendAsync(command);
            return answered;
        },
    };

    /// <summary>All there are.</summary>
    public static IReadOnlyList<Misbehaviour> All { get; } =
    [
        Misbehaviour.Before("Now and then an entry is not written", "insert on cases.mt_events", "if new.version > 2 and new.seq_id % 6 = 0 then return null; end if;", "I1", "I4"),
        Misbehaviour.Before("Each entry forgets what caused it", "insert on cases.mt_events", "new.causation_id := 'forgotten';", "I8"),
        Misbehaviour.Before("Each entry forgets what it came of", "insert on cases.mt_events", "new.correlation_id := 'forgotten';", "I1", "I2"),
        Misbehaviour.Before("Now and then an entry bears no seal", "insert on cases.mt_events", "if new.seq_id % 6 = 0 then new.headers := new.headers - 'seal'; end if;", "I8"),
        Misbehaviour.Before("Entries are recorded under the name of another", "insert on cases.mt_events", "if new.version > 1 then new.user_name := 'somebody'; end if;", "I8"),
        Misbehaviour.Before("Answers are not kept", "insert on discharge.command_answers", "return null;", "I1"),
        Misbehaviour.Before("Answers are kept otherwise than given", "insert on discharge.command_answers", """new.body := replace(new.body, '"version":', '"version": ');""", "I1", "I2"),
        Misbehaviour.Before("Answers are kept under another key", "insert on discharge.command_answers", "new.key_hash := sha256(new.key_hash);", "I1", "I2"),
        new("A key that comes again is not known again", "I2") { Saying = " is stored ", Shaped = shape => shape with { OnTheWay = AsAnother } },
        new("The version a sender had in view is not looked at", "I4") { Shaped = shape => shape with { OnTheWay = request => request.Headers.Remove("If-Match") } },
        new("Of two who send the same at once, one is told that it lost every race", "I3")
        {
            Saying = "was told that it lost every race, and sent beside that it was acknowledged",
            Shaped = shape => shape with
            {
                Send = async (client, command, _) => (await Task.WhenAll(client.SendAsync(command), client.SendAsync(command))).FirstOrDefault(answer => answer is { IsAck: true }),
                OnTheWayBack = answered => answered is { IsAck: true } && answered.Sending % 2 == 0 ? DefectsTold.Overtaken(answered) : answered,
            },
        },
        Misbehaviour.Before("What screens show is not written any more", "update on discharge.discharge_cases", "return null;", "I5"),
        Misbehaviour.Before("What the board shows is not written any more", "update on discharge.discharge_cases", "new.board_row := old.board_row;", "I5"),
        Misbehaviour.Before("No clock is looked at", "insert or update on discharge.clocks", "new.next_at := null;", "I6"),
        Misbehaviour.Before("Clocks are looked at two days late", "insert or update on discharge.clocks", "new.next_at := new.next_at + interval '2 days';", "I6"),
        Misbehaviour.Before("Breaches are swallowed: their clocks are dealt with and nothing is recorded", "insert on cases.mt_events", "if new.type = 'clock.breached.v1' then return null; end if;", "I6"),
        Misbehaviour.Before("Breaches are dated an hour before their moment", "insert on cases.mt_events", "if new.type = 'clock.breached.v1' then new.timestamp := (new.data ->> 'occurredAt')::timestamptz - interval '1 hour'; end if;", "I6"),
        new("Breaches are recorded twice", "I6")
        {
            On = "constraint trigger misbehaves after insert on cases.mt_events deferrable initially deferred",
            Does = """
                if new.type = 'clock.breached.v1' and (select count(*) from cases.mt_events where stream_id = new.stream_id and type = new.type and data = new.data) = 1 then
                    new.version := 1 + (select max(version) from cases.mt_events where stream_id = new.stream_id);
                    new.seq_id := nextval('cases.mt_events_sequence');
                    new.id := gen_random_uuid();
                    insert into cases.mt_events select new.*;
                    update cases.mt_streams set version = new.version where id = new.stream_id;
                end if;
                """,
        },
        Misbehaviour.Before("Notices are given and nobody is to be told", "insert on discharge.notices_given", "return null;", "I7"),
        Misbehaviour.Before("Notices are not given", "insert on discharge.notices", "return null;", "I7"),
        Misbehaviour.Before("Notices are given an hour late", "insert on discharge.notices", "new.given_at := new.given_at + interval '1 hour';", "I7") with { Saying = " after it could be" },
        Misbehaviour.Before("Looks are put on record under the name of another", "insert on discharge.access_log", "new.actor := 'somebody';", "I11"),
        Misbehaviour.Before("Messages go out without what they are to tell", "insert on discharge.messages", "new.notice_ids := '{}';", "I7"),
        Misbehaviour.Before("Notices are laid out for nobody", "insert on discharge.notices_to_tell", "raise 'nobody is told';", "I7") with { Saying = "waits 1 times and is in 0 messages" },
        Misbehaviour.Before("Messages are made of nothing, ever", "insert on discharge.messages", "raise 'nothing is made';", "I7") with { Saying = "waits 1 times and is in 0 messages" },
        Misbehaviour.Before("Messages go out and it is not noted", "update on discharge.messages", "new.delivered_at := null;", "I9") with { Saying = "messages that nobody has" },
        Misbehaviour.Before("Notices are given of what nobody asked for", "insert on discharge.notices", "if new.level <> '' then new.rule := 'T99'; end if;", "I7") with { Saying = "nothing asked for it" },
        Misbehaviour.Before("What is to be handed over is forgotten", "insert on discharge.hand_overs", "return null;", "I9") with
        {
            Saying = "no case was opened there",
            Shaped = shape => shape with { Next = (work, random) => random.Next(4) > 0 && work.Known is [.., var newest] ? work.LeaveIntoReablement(newest, random) : Next(work, random) },
        },
        new("Commits are acknowledged before they are on the disk", "I1", "I2")
        {
            Setting = "synchronous_commit = off",

            // What is sent again after it was acknowledged would be done then, and not be missed.
            Shaped = shape => shape with { Send = (client, command, _) => client.SendAsync(command) },
            Meanwhile = async (house, client) =>
            {
                // Some five times a second all is written to the disk whoever waits for it, so one cut may come when nothing is to be lost.
                for (var cut = 0; cut < 4; cut++)
                {
                    await client.InTheMidstAsync(60);
                    await house.Database.CutPowerAsync();
                    await house.Database.StartAgainAsync();
                }
            },
        },
    ];

    /// <summary>A service that does nothing wrong, for comparison.</summary>
    public static Misbehaviour None { get; } = new("Nothing is done wrong") { Shaped = shape => shape with { Longest = TimeSpan.FromMinutes(1) } };

    /// <summary>The seed of each.</summary>
    public static IReadOnlyList<int> SeedsOf(int seed) => [.. All.Select((_, place) => Draws.Of(seed, place).Next())];

    /// <summary>Runs each, and says which the checker did not see.</summary>
    /// <param name="houses">Where: in each of them one after the other.</param>
    /// <param name="seed">What their seeds are drawn from.</param>
    public static async Task<IReadOnlyList<string>> UnseenAsync(IReadOnlyList<House> houses, int seed)
    {
        var shares = All.Zip(SeedsOf(seed)).Index().GroupBy(one => one.Index % houses.Count, one => one.Item);
        return [.. (await Task.WhenAll(shares.Select(share => UnseenAsync(houses[share.Key], share)))).SelectMany(unseen => unseen)];
    }

    private static async Task<List<string>> UnseenAsync(House house, IEnumerable<(Misbehaviour, int)> share)
    {
        var unseen = new List<string>();
        foreach (var (misbehaviour, its) in share)
        {
            var against = await AgainstAsync(house, misbehaviour, its);
            var seen = against.Where(violation => misbehaviour.Codes.Contains(violation.Code) && violation.What.Contains(misbehaviour.Saying, StringComparison.Ordinal)).Select(violation => violation.Code).Distinct().ToArray();
            Console.WriteLine($"   {(seen is [] ? "!!" : "  ")} {misbehaviour.What,-80} {(seen is [] ? $"not seen, only {string.Join(", ", against.Select(violation => violation.Code).Distinct())}" : string.Join(", ", seen))}");
            if (seen is [])
            {
                unseen.Add(misbehaviour.What);
            }
        }

        return unseen;
    }

    /// <summary>What speaks against a service that does it.</summary>
    public static async Task<IReadOnlyList<Violation>> AgainstAsync(House house, Misbehaviour misbehaviour, int seed)
    {
        if (misbehaviour.Setting is "")
        {
            return await WorkAsync(house, misbehaviour, seed);
        }

        // What is told to the database and then done to it is none of the others' business.
        var database = await FaultyDatabase.NewToBeStoppedAsync();
        await database.RunAsync($"alter database {await database.AskAsync<string>("select current_database()::text")} set {misbehaviour.Setting}");
        await using var own = await new House(database).WithAsync(1);
        return await WorkAsync(own, misbehaviour, seed);
    }

    private static async Task<IReadOnlyList<Violation>> WorkAsync(House house, Misbehaviour misbehaviour, int seed)
    {
        await misbehaviour.BeginAsync(house.Database);
        var (evidence, _) = await Cycle.WorkAsync(house, seed, misbehaviour.Shaped(Shape), client => misbehaviour.Meanwhile(house, client));
        await Misbehaviour.EndAsync(house.Database);
        return Invariant.Check(evidence);
    }

    // Many leave, each soon after they came, so that clocks are running when the work ends; and what is let in shows only where it should not have been.
    private static Command Next(Work work, Random random)
    {
        var (leaves, inView) = (random.Next(4) == 0, random.Next(12));
        var command = leaves && work.Known is [.., var newest] ? work.Leave(newest, random) : work.Next(random);
        return inView is > 0 and < 5 ? command with { IfMatch = $"\"{inView}\"" } : command;
    }

    private static void AsAnother(HttpRequestMessage request)
    {
        request.Headers.Remove("Idempotency-Key");
        request.Headers.Add("Idempotency-Key", $"{Guid.NewGuid()}");
    }
}
