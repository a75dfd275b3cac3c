using System.Net;
using Discharge.Api.Access;
using Discharge.Persistence.Tests;

namespace Discharge.Api.Tests.DischargeCases;

[Parallelizable(ParallelScope.All)]
public sealed class DemonstrationTests
{
    private const string Said = "The walk of one case from ward to home";

    private const string Sleeping = "from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";

    private const string Board = "/v1/wards/RDEMO/Northgate/board";

    [Test]
    public async Task The_ward_is_loaded_once_and_found_again_by_the_second_start()
    {
        await using var database = await TestDatabase.EmptyAsync();
        long events;
        await using (var first = await ServiceProcess.StartAsync(database, Said, "--demo"))
        {
            Assert.That(first.Said, Has.Some.StartsWith("Loading the demonstration ward"));
            Assert.That(first.Said.Count(line => line.Contains("curl", StringComparison.Ordinal)), Is.EqualTo(5));
            Assert.That(first.Tokens.Keys, Is.EquivalentTo(Enum.GetValues<Role>().Select(Caller.Named)));
            foreach (var role in Enum.GetValues<Role>())
            {
                Assert.That((await first.Get(Board, Caller.Named(role))).Status, Is.EqualTo(role.Permit(Operation.ReadBoard) ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{role}");
            }

            var placed = (await first.Get(Board)).Body["people"]!.AsArray().Select(person => person!["interimStay"]?["bed"]?.ToString()).OfType<string>();
            var beds = (await first.Get("/v1/beds?status=occupied")).Body["beds"]!.AsArray().Where(bed => placed.Contains(bed!["id"]!.ToString())).Select(bed => bed!["id"]!.ToString()).ToArray();
            Assert.That(beds, Has.Length.EqualTo(3).And.EquivalentTo(placed), "Each person on Pathway 3 is in a registered place.");

            var board = (await first.Get("/v1/reablement-board?team=QDEMO")).Expect(HttpStatusCode.OK).Body;
            Assert.Multiple(() =>
            {
                Assert.That(board["newReferrals"]!.AsArray(), Has.Count.EqualTo(1));
                Assert.That(board["startingTomorrowWithoutWorker"]!.AsArray(), Has.Count.EqualTo(1));
                Assert.That(board["pastDay35"]!.AsArray(), Has.Count.EqualTo(1));
                Assert.That(board["noContactForTwoDays"]!.AsArray(), Is.Not.Empty);
                Assert.That(board["waiting"]!["readyInHospital"]!.AsArray(), Is.Not.Empty);
            });
            var rehabilitation = (await first.Get("/v1/rehabilitation-board?team=RHDEMO")).Expect(HttpStatusCode.OK).Body;
            Assert.Multiple(() =>
            {
                Assert.That(((int)rehabilitation["out"]!, (int)rehabilitation["bedsHeld"]!), Is.EqualTo((1, 2)));
                Assert.That(rehabilitation["people"]!.AsArray().Select(row => (string?)row!["phase"]), Is.EquivalentTo(new[] { "on-home-access-visit", "accepted", "in-care-home", "at-home-with-bed-held", "in-bed" }));
                Assert.That(rehabilitation["people"]!.AsArray().SelectMany(row => row!["warnings"]!.AsArray()), Is.Empty);
            });
            await TriesAsSaid(first);
            await Cases.Stored.Once(() => database.AskAsOwnerAsync<bool>("select not exists (select from discharge.hand_overs)"), "everybody is handed over", TimeSpan.FromMinutes(1));
            events = await database.AskAsOwnerAsync<long>("select count(*) from cases.mt_streams");
        }

        await using var second = await ServiceProcess.StartAsync(database, Said, "--demo");
        Assert.That(second.Said, Does.Contain("The demonstration ward is there already.").And.None.StartsWith("Loading"));
        Assert.That(await database.AskAsOwnerAsync<long>("select count(*) from cases.mt_streams"), Is.EqualTo(events));
        Assert.That((await second.Get(Board)).Expect(HttpStatusCode.OK).Body["people"]!.AsArray(), Has.Count.EqualTo(39), "Of forty-three people, four are closed.");
    }

    [Test]
    public async Task A_load_killed_in_the_middle_of_a_person_is_continued_with_nothing_half_and_nobody_twice()
    {
        await using var interrupted = await TestDatabase.MigratedAsync();
        foreach (var version in (int[])[6, 1])
        {
            await KillAtAsync(interrupted, version);
        }

        await using (await ServiceProcess.StartAsync(interrupted, Said, "--demo"))
        {
            await using var whole = await TestDatabase.EmptyAsync();
            await using var uninterrupted = await ServiceProcess.StartAsync(whole, Said, "--demo");

            Assert.That(await RecordedAsync(interrupted), Is.EqualTo(await RecordedAsync(whole)));
        }

        await using var again = await ServiceProcess.StartAsync(interrupted, Said, "--demo");
        Assert.That(again.Said, Does.Contain("The demonstration ward is there already."));
    }

    [TestCase("Production")]
    [TestCase("Staging")]
    public async Task Outside_Development_it_is_refused_in_words_and_nothing_is_started(string environment)
    {
        await using var database = await TestDatabase.EmptyAsync();

        var (exitCode, said) = await ServiceProcess.RunAsync(database, environment, "--demo");

        Assert.That((exitCode, said), Is.EqualTo((1, "--demo loads invented people and is for Development only; nothing was started.")));
        Assert.That(await database.AskAsOwnerAsync<long>("select count(*) from pg_namespace where nspname = 'cases'"), Is.Zero);
    }

    // The requests are run as they are printed.
    private static async Task TriesAsSaid(ServiceProcess service)
    {
        foreach (var line in service.Said.Where(line => line.Contains("curl", StringComparison.Ordinal)))
        {
            var address = line.Split("$TOKEN\" ")[1];
            var asked = new Uri(address.Trim('"'));
            (await service.Get(asked.PathAndQuery)).Expect(HttpStatusCode.OK);
        }
    }

    // The load stands still where the next entry of this number is being added, and is killed there.
    private static async Task KillAtAsync(TestDatabase database, int version)
    {
        await database.RunAsSuperuserAsync($"""
            create or replace function public.stand_still() returns trigger language plpgsql as $do$ begin perform pg_sleep(60); return new; end $do$;
            create trigger stand_still before insert on cases.mt_events for each row when (new.version = {version}) execute function public.stand_still();
            """);
        await using (var service = await ServiceProcess.StartAsync(database, "Loading the demonstration ward", "--demo"))
        {
            await Cases.Stored.Once(() => database.AskAsSuperuserAsync<bool>($"select exists (select {Sleeping})"), $"entry {version} is being added", TimeSpan.FromMinutes(2));
            await service.KillAsync();
        }

        await database.RunAsSuperuserAsync($"select pg_terminate_backend(pid, 10000) {Sleeping}");
        await database.RunAsSuperuserAsync("drop trigger stand_still on cases.mt_events");
    }

    // Person by person in the order they came, what is on record of each, but for what the watch adds as time passes.
    private static async Task<string> RecordedAsync(TestDatabase database) => await database.AskAsOwnerAsync<string>("""
        select string_agg(recorded, E'\n' order by first)
          from (select min(e.seq_id) as first, string_agg(e.type, ', ' order by e.version) as recorded
                  from cases.mt_events e join discharge.discharge_cases c on c.case_id = e.stream_id
                 where e.type not like 'clock.%'
                 group by e.stream_id) people
        """);
}
