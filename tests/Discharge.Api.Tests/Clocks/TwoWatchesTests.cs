using System.Net;
using Discharge.Api.Tests.Cases;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence.Tests;

namespace Discharge.Api.Tests.Clocks;

/// <summary>Two services on one database, both watching, while people write to the same cases.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class TwoWatchesTests
{
    private const int People = 100;

    private const string ShownAsTheyStand = "select count(*) from cases.mt_streams s join discharge.discharge_cases c on c.case_id = s.id and c.version = s.version";

    private const string Breaches = "select count(*) from cases.mt_events where type = 'clock.breached.v1' and data ->> 'rule' = 'T01'";

    private const string NotOnce =
        "select count(*) from (select 1 from cases.mt_events where type = 'clock.breached.v1' group by stream_id, data ->> 'rule' having count(*) <> 1) more";

    private const string Gaps =
        "select count(*) from (select stream_id from cases.mt_events group by 1 having max(version) <> count(*)) gaps";

    [Test]
    public async Task What_falls_due_at_once_is_recorded_once_by_either_watch_while_commands_hit_the_same_cases()
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using var one = await RunningService.StartAsync(database, "Development");
        await using var other = await RunningService.StartAsync(database, "Development");
        Client[] clients = [new(one), new(other)];
        var patients = await AdmittedAsync(clients);
        var due = DateTimeOffset.UtcNow.AddSeconds(6);
        var left = new { occurredAt = Patient.Spelled(due.AddHours(-24)), to = "own-home" };
        await Each(patients, patient => patient.Post("discharge", left));
        Assert.That(await one.Ask<long>(Breaches), Is.Zero, "Everybody has to have left before the first falls due.");

        var recorded = 0;
        for (var round = 0; await one.Ask<long>(Breaches) < People; round++)
        {
            Assert.That(DateTimeOffset.UtcNow, Is.LessThan(due.AddSeconds(40)), "The watches have not come to all.");
            await Each(patients.Where((_, place) => place % 5 == round % 5), patient => patient.Post("criteria-to-reside-reviews", Patient.Review(80 - (round / 100.0))));
            recorded += People / 5;
        }

        await Task.WhenAll(Stored.Once(() => Settled(one), "nothing is left due"), Stored.Once(() => Settled(other), "nothing is left due"));
        await Stored.Once(async () => await one.Ask<long>(ShownAsTheyStand) == People, "every case is shown as it stands");
        Assert.Multiple(async () =>
        {
            Assert.That(await one.Ask<long>(Breaches), Is.EqualTo(People));
            Assert.That(await one.Ask<long>(NotOnce), Is.Zero);
            Assert.That(await one.Ask<long>(Gaps), Is.Zero);
            Assert.That(await one.Ask<long>("select count(*) from cases.mt_events where type = 'discharge-case.criteria-to-reside-reviewed.v1'"), Is.EqualTo(recorded));
            Assert.That(await database.AskAsOwnerAsync<long>("select deadlocks from pg_stat_database where datname = current_database()"), Is.Zero);
        });
    }

    private static async Task<List<Patient>> AdmittedAsync(Client[] clients)
    {
        var patients = new List<Patient>();
        foreach (var few in Enumerable.Range(0, People).Chunk(10))
        {
            patients.AddRange(await Task.WhenAll(few.Select(number => Patient.AdmittedAsync(clients[number % 2]))));
        }

        return patients;
    }

    private static async Task Each(IEnumerable<Patient> patients, Func<Patient, Task<Answer>> command)
    {
        foreach (var few in patients.Chunk(10))
        {
            foreach (var answer in await Task.WhenAll(few.Select(command)))
            {
                answer.Expect(HttpStatusCode.OK);
            }
        }
    }

    private static async Task<bool> Settled(RunningService service) => await service.Ask<long>("select count(*) from discharge.clocks where next_at <= now()") == 0;
}
