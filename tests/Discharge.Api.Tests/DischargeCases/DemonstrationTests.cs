using System.Net;
using Discharge.Api.Access;
using Discharge.Persistence.Tests;

namespace Discharge.Api.Tests.DischargeCases;

[Parallelizable(ParallelScope.All)]
public sealed class DemonstrationTests
{
    private const string Said = "The walk of one case from ward to home";

    private const string Board = "/v1/wards/RDEMO/Northgate/board";

    [Test]
    public async Task The_ward_is_loaded_once_and_found_again_by_the_second_start()
    {
        await using var database = await TestDatabase.EmptyAsync();
        long events;
        await using (var first = await ServiceProcess.StartAsync(database, Said, "--demo"))
        {
            Assert.That(first.Said, Has.Some.StartsWith("Loading the demonstration ward"));
            Assert.That(first.Said.Count(line => line.Contains("curl", StringComparison.Ordinal)), Is.EqualTo(3));
            Assert.That(first.Tokens.Keys, Is.EquivalentTo(Enum.GetValues<Role>().Select(Caller.Named)));
            foreach (var role in Enum.GetValues<Role>())
            {
                Assert.That((await first.Get(Board, Caller.Named(role))).Status, Is.EqualTo(role.Permit(Operation.ReadBoard) ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{role}");
            }

            await TriesAsSaid(first);
            events = await database.AskAsOwnerAsync<long>("select count(*) from cases.mt_streams");
        }

        await using var second = await ServiceProcess.StartAsync(database, Said, "--demo");
        Assert.That(second.Said, Does.Contain("The demonstration ward is there already.").And.None.StartsWith("Loading"));
        Assert.That(await database.AskAsOwnerAsync<long>("select count(*) from cases.mt_streams"), Is.EqualTo(events));
        Assert.That((await second.Get(Board)).Expect(HttpStatusCode.OK).Body["people"]!.AsArray(), Has.Count.EqualTo(36), "Of forty people, four are closed.");
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
}
