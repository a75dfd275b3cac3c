using Discharge.EmbeddedPostgres;

namespace Discharge.Persistence.Tests.EmbeddedPostgres;

/// <summary>Several programs, one server.</summary>
public sealed class SharedServerTests
{
    private TemporaryClone _clone = null!;

    [OneTimeSetUp]
    public void NewClone() => _clone = new TemporaryClone();

    [OneTimeTearDown]
    public void RemoveClone() => _clone.Dispose();

    [Test]
    public async Task Programs_that_start_for_the_first_time_at_once_share_one_server_and_the_last_to_end_stops_it()
    {
        using var fresh = new TemporaryClone();
        using var one = AnotherProgram.Start(fresh);
        using var two = AnotherProgram.Start(fresh);
        var here = await Task.WhenAll(PrivatePostgres.StartAsync(fresh.Throwaway), PrivatePostgres.StartAsync(fresh.Throwaway));
        int[] servers = [await one.ServerProcessIdAsync(), await two.ServerProcessIdAsync(), here[0].ProcessId, here[1].ProcessId];

        await here[0].DisposeAsync();
        await here[1].DisposeAsync();
        await one.EndAsync();
        var livesForTheLast = Ask.Lives(servers[0]);
        await two.EndAsync();

        Assert.That((servers.Distinct().Count(), livesForTheLast, Ask.Lives(servers[0])), Is.EqualTo((1, true, false)));
    }

    [Test]
    public async Task The_server_of_a_killed_program_runs_on_and_is_adopted()
    {
        using var program = AnotherProgram.Start(_clone);
        var orphan = await program.ServerProcessIdAsync();
        await program.KillAsync();
        var livesAlone = Ask.Lives(orphan);

        int adopted;
        await using (var server = await PrivatePostgres.StartAsync(_clone.Throwaway))
            adopted = server.ProcessId;

        Assert.That((livesAlone, adopted, Ask.Lives(orphan)), Is.EqualTo((true, orphan, false)));
    }

    [Test]
    public async Task Databases_of_dead_runs_are_dropped_at_the_first_start_and_those_of_living_ones_are_not()
    {
        await using (var dead = await PrivatePostgres.StartAsync(_clone.Throwaway))
            await dead.CreateDatabaseAsync("left_behind");

        await using var living = await PrivatePostgres.StartAsync(_clone.Throwaway);
        await living.CreateDatabaseAsync("in_use");
        await using var later = await PrivatePostgres.StartAsync(_clone.Throwaway);

        Assert.That(
            await Ask.OneAsync<string>(later.ConnectionString, "select string_agg(datname, ',' order by datname) from pg_database where not datistemplate"),
            Is.EqualTo("in_use,postgres"));
    }

    [Test]
    public async Task A_server_that_is_to_stay_runs_on()
    {
        var staying = await PrivatePostgres.StartAsync(_clone.Throwaway with { StaysRunning = true });
        await staying.DisposeAsync();
        var stayed = Ask.Lives(staying.ProcessId);
        await using var next = await PrivatePostgres.StartAsync(_clone.Throwaway);

        Assert.That((stayed, next.ProcessId), Is.EqualTo((true, staying.ProcessId)));
    }

    [Test]
    public async Task A_server_with_other_settings_is_started_anew_only_when_nobody_uses_it()
    {
        var other = _clone.Throwaway with { Settings = new Dictionary<string, string> { ["work_mem"] = "6MB" } };
        string asked;
        await using (var staying = await PrivatePostgres.StartAsync(_clone.Throwaway with { StaysRunning = true }))
            Assert.That(() => PrivatePostgres.StartAsync(other), Throws.TypeOf<PrivatePostgresException>().With.Message.Contains("in use with other settings"));
        await using (var anew = await PrivatePostgres.StartAsync(other))
            asked = await Ask.SettingAsync(anew.ConnectionString, "work_mem");

        Assert.That(asked, Is.EqualTo("6MB"));
    }
}
