using System.Collections.Concurrent;
using System.Net;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence.Tests;

namespace Discharge.Api.Tests.Cases;

/// <summary>The service is killed between, before and in the middle of commands; what it acknowledged is there, once, and what it did not is there after sending it again.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class KilledServiceTests
{
    private const int Senders = 6;

    [Test]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_recorded_twice()
    {
        await using var database = await TestDatabase.EmptyAsync();
        var acknowledged = new ConcurrentDictionary<string, Command>();
        var unanswered = new ConcurrentQueue<Command>();
        var cases = new List<string>();
        for (var seed = 1; seed <= 2; seed++)
        {
            await TestContext.Out.WriteLineAsync($"seed {seed}");
            await using var service = await ServiceProcess.StartAsync(database, "token administrator");
            await Resend(service, unanswered, acknowledged);
            if (cases is [])
            {
                cases.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Select(ward => OpenAsync(service, $"Ward {ward}"))));
            }

            await StreamUntilKilled(service, cases, seed, acknowledged, unanswered);
        }

        await using var last = await ServiceProcess.StartAsync(database, "token administrator");
        await Resend(last, unanswered, acknowledged);

        Assert.That(acknowledged, Has.Count.GreaterThan(30));
        await Holds(database, acknowledged.Values);
    }

    // Sends until so many more were acknowledged, a number the seed decides; then others are on their way.
    private static async Task StreamUntilKilled(
        ServiceProcess service, List<string> cases, int seed, ConcurrentDictionary<string, Command> acknowledged, ConcurrentQueue<Command> unanswered)
    {
        var random = new Random(seed);
        var until = acknowledged.Count + random.Next(15, 40);
        var killed = new TaskCompletionSource();
        var senders = Enumerable.Range(0, Senders).Select(async sender =>
        {
            for (var turn = 0; !killed.Task.IsCompleted; turn++)
            {
                // A minute and a second nobody else uses, so that each command is a fact of its own.
                var moment = new DateTimeOffset(2026, 1, seed, sender, turn / 60, turn % 60, TimeSpan.Zero);
                var command = new Command($"{seed}-{sender}-{turn}", cases[turn % cases.Count], moment);
                await Send(service, command, acknowledged, unanswered);
                if (acknowledged.Count >= until)
                {
                    killed.TrySetResult();
                }
            }
        }).ToArray();
        await killed.Task;
        await service.KillAsync();
        await Task.WhenAll(senders);
    }

    private static async Task Send(ServiceProcess service, Command command, ConcurrentDictionary<string, Command> acknowledged, ConcurrentQueue<Command> unanswered)
    {
        try
        {
            var answer = await service.Post($"{command.Case}/criteria-to-reside-reviews", command.Body, command.Key);
            if (answer.Status is HttpStatusCode.ServiceUnavailable)
            {
                unanswered.Enqueue(command);
                return;
            }

            answer.Expect(HttpStatusCode.OK);
            acknowledged[command.Key] = command with { Version = answer.Body["recorded"]![0]!["version"]!.GetValue<long>() };
        }
        catch (HttpRequestException)
        {
            unanswered.Enqueue(command);
        }
    }

    private static async Task Resend(ServiceProcess service, ConcurrentQueue<Command> unanswered, ConcurrentDictionary<string, Command> acknowledged)
    {
        await Stored.Once(
            async () =>
            {
                var rest = unanswered.ToArray();
                unanswered.Clear();
                await Task.WhenAll(rest.Select(command => Send(service, command, acknowledged, unanswered)));
                return unanswered.IsEmpty;
            },
            "what was not answered is answered");
    }

    private static async Task<string> OpenAsync(ServiceProcess service, string ward) =>
        (await service.PostUntilServed("/v1/discharge-cases", Patient.Opening(ward))).Expect(HttpStatusCode.Created).Location!;

    private static async Task Holds(TestDatabase database, ICollection<Command> acknowledged)
    {
        foreach (var command in acknowledged)
        {
            var stored = await database.AskAsOwnerAsync<string>($"""
                select coalesce(string_agg(version::text, ','), 'nothing') from cases.mt_events
                 where stream_id = '{command.Case.Split('/')[^1]}' and type = 'discharge-case.criteria-to-reside-reviewed.v1'
                   and (data ->> 'occurredAt')::timestamptz = '{command.Moment:O}'
                """);
            Assert.That(stored, Is.EqualTo($"{command.Version}"), command.Key);
        }

        Assert.Multiple(async () =>
        {
            Assert.That(await database.AskAsOwnerAsync<long>("select count(*) from cases.mt_events where type = 'discharge-case.criteria-to-reside-reviewed.v1'"), Is.EqualTo(acknowledged.Count));
            Assert.That(await database.AskAsOwnerAsync<long>("select count(*) from (select stream_id from cases.mt_events group by 1 having max(version) <> count(*)) gaps"), Is.Zero);
            Assert.That(
                await database.AskAsOwnerAsync<string>("""
                    select coalesce(string_agg(format('%s %s is shown as %s', s.id, s.version, c.version), ', '), '')
                      from cases.mt_streams s left join discharge.discharge_cases c on c.case_id = s.id
                     where c.version is distinct from s.version and s.version > 0 -- Marten leaves an empty stream behind where an append failed
                    """),
                Is.Empty);
            Assert.That(await database.AskAsOwnerAsync<long>("select count(*) from discharge.command_answers"), Is.EqualTo(acknowledged.Count + 3));
        });
    }

    private sealed record Command(string Key, string Case, DateTimeOffset Moment, long Version = 0)
    {
        public object Body => new { occurredAt = Patient.Spelled(Moment), criteriaMet = Array.Empty<string>(), medicallyStable = false, by = "nurse" };
    }
}
