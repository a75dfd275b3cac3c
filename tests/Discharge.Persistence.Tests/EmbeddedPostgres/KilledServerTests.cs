using System.Net;
using System.Net.Sockets;
using Discharge.EmbeddedPostgres;
using Npgsql;

namespace Discharge.Persistence.Tests.EmbeddedPostgres;

/// <summary>What a start survives.</summary>
public sealed class KilledServerTests
{
    private TemporaryClone _clone = null!;
    private PrivateCluster _cluster = null!;

    [OneTimeSetUp]
    public void NewClone()
    {
        _clone = new TemporaryClone();
        _cluster = PrivateCluster.Durable(_clone.Root, "faults");
    }

    [OneTimeTearDown]
    public void RemoveClone() => _clone.Dispose();

    [Test]
    public async Task A_cluster_that_must_not_lose_a_commit_waits_for_the_disk()
    {
        await using var server = await PrivatePostgres.StartAsync(_cluster);

        Assert.That(
            (await Ask.SettingAsync(server.ConnectionString, "fsync"), await Ask.SettingAsync(server.ConnectionString, "synchronous_commit"), await Ask.SettingAsync(server.ConnectionString, "full_page_writes")),
            Is.EqualTo(("on", "on", "on")));
    }

    [TestCase(true, Description = "As a power cut would")]
    [TestCase(false, Description = "In good order")]
    public async Task A_server_that_was_stopped_starts_again_at_the_same_place_with_what_was_committed(bool immediate)
    {
        await using var server = await PrivatePostgres.StartAsync(_cluster);
        await using var database = await server.CreatePassingDatabaseAsync("ward");
        await Ask.RunAsync(database.ConnectionString, "create table bed as select 7 as number");
        var (before, first) = (server.ConnectionString, server.ProcessId);
        await server.StopAsync(immediate);
        var stopped = !Ask.Lives(first);
        await server.StartAgainAsync();

        Assert.That((stopped, server.ConnectionString, await Ask.OneAsync<int>(database.ConnectionString, "select number from bed")), Is.EqualTo((true, before, 7)));
    }

    [Test]
    public async Task A_server_that_was_killed_in_the_middle_of_work_starts_again_with_what_was_committed()
    {
        await using var server = await PrivatePostgres.StartAsync(_cluster);
        await using var database = await server.CreatePassingDatabaseAsync("ward");
        await Ask.RunAsync(database.ConnectionString, "create table bed as select 7 as number");
        var busy = Ask.RunAsync(database.ConnectionString, "select pg_sleep(3600)");
        Ask.Kill(server.ProcessId);
        Assert.That(async () => await busy, Throws.InstanceOf<NpgsqlException>());
        await server.StartAgainAsync();

        Assert.That(await Ask.OneAsync<int>(database.ConnectionString, "select number from bed"), Is.EqualTo(7));
    }

    [Test]
    public async Task A_pid_file_that_names_the_living_process_of_somebody_else_is_survived()
    {
        // A process of the same account, which is what makes PostgreSQL take it for a server of this cluster.
        await using var stranger = await PrivatePostgres.StartAsync(_clone.Throwaway);
        await using var server = await PrivatePostgres.StartAsync(_cluster);
        var first = server.ProcessId;
        var pidFile = Path.Combine(server.Folder, "data", "postmaster.pid");
        Ask.Kill(first);
        await File.WriteAllLinesAsync(pidFile, [$"{stranger.ProcessId}", .. File.ReadAllLines(pidFile)[1..]]);
        await server.StartAgainAsync();

        Assert.That((server.ProcessId == first, server.ProcessId == stranger.ProcessId, await Ask.OneAsync<int>(server.ConnectionString, "select 1")), Is.EqualTo((false, false, 1)));
    }

    [Test]
    public async Task An_empty_pid_file_is_survived()
    {
        await using var server = await PrivatePostgres.StartAsync(_cluster);
        await server.StopAsync();
        await File.WriteAllTextAsync(Path.Combine(server.Folder, "data", "postmaster.pid"), "");
        await server.StartAgainAsync();

        Assert.That(await Ask.OneAsync<int>(server.ConnectionString, "select 1"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_copy_of_a_cluster_whose_server_runs_is_not_taken_for_that_server()
    {
        Assume.That(OperatingSystem.IsLinux(), "Only Linux tells which folder a server was started on.");
        await using var server = await PrivatePostgres.StartAsync(_clone.Throwaway);
        var copy = _clone.Throwaway with { Name = "copy" };
        var account = await ServerAccount.ChooseAsync(CancellationToken.None);
        var folder = await ClusterFolder.OfAsync(copy, account, CancellationToken.None);
        await account.MakeFolderAsync(folder.Data, CancellationToken.None);
        File.Copy(Postmaster.FileIn(Path.Combine(server.Folder, "data")), Postmaster.FileIn(folder.Data));

        Assert.That(() => PrivatePostgres.StartAsync(copy), Throws.TypeOf<PrivatePostgresException>().With.Message.Contains("is a copy"));
    }

    [Test]
    public async Task A_port_that_somebody_else_took_is_left_to_them()
    {
        await using var server = await PrivatePostgres.StartAsync(_cluster);
        var taken = new NpgsqlConnectionStringBuilder(server.ConnectionString).Port;
        await server.StopAsync();
        using var somebody = new TcpListener(IPAddress.Loopback, taken);
        somebody.Start();
        await server.StartAgainAsync();

        Assert.That((new NpgsqlConnectionStringBuilder(server.ConnectionString).Port == taken, await Ask.OneAsync<int>(server.ConnectionString, "select 1")), Is.EqualTo((false, 1)));
    }
}
