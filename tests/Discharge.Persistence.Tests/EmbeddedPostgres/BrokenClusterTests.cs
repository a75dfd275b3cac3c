using Discharge.EmbeddedPostgres;

namespace Discharge.Persistence.Tests.EmbeddedPostgres;

/// <summary>What is kept, what is made anew, and what is left for a person to decide.</summary>
public sealed class BrokenClusterTests
{
    private TemporaryClone _clone = null!;

    [OneTimeSetUp]
    public void NewClone() => _clone = new TemporaryClone();

    [OneTimeTearDown]
    public void RemoveClone() => _clone.Dispose();

    [Test]
    public async Task A_program_killed_while_it_prepares_a_cluster_leaves_no_half_of_one()
    {
        using var program = AnotherProgram.Start(_clone);
        var folder = await ClusterFolder.OfAsync(_clone.Throwaway, await ServerAccount.ChooseAsync(CancellationToken.None), CancellationToken.None);
        var parts = Path.GetFileName(folder.Path) + ".part-*";
        Assert.That(() => Directory.GetDirectories(Path.GetDirectoryName(folder.Path)!, parts).Any(part => Directory.Exists(Path.Combine(part, "data"))), Is.True.After(30_000, 1));
        await program.KillAsync();
        var wasHalf = !Directory.Exists(folder.Path);

        await using var server = await PrivatePostgres.StartAsync(_clone.Throwaway);

        Assert.That((wasHalf, await Ask.OneAsync<int>(server.ConnectionString, "select 1")), Is.EqualTo((true, 1)));
    }

    [Test]
    public async Task A_kept_cluster_waits_for_the_disk_and_has_its_data_place_and_password_at_the_next_start()
    {
        var kept = PrivateCluster.Kept(_clone.Root) with { Settings = new Dictionary<string, string> { ["fsync"] = "off" } };
        string before;
        await using (var first = await PrivatePostgres.StartAsync(kept))
        {
            before = first.ConnectionString;
            await Ask.RunAsync(await first.CreateDatabaseAsync("discharge"), "create table bed as select 7 as number");
        }

        await using var second = await PrivatePostgres.StartAsync(kept);
        var number = await Ask.OneAsync<int>(second.ConnectionString.Replace("Database=postgres", "Database=discharge", StringComparison.Ordinal), "select number from bed");

        Assert.That((second.ConnectionString, number, await Ask.SettingAsync(second.ConnectionString, "fsync")), Is.EqualTo((before, 7, "on")));
    }

    [TestCase("PG_VERSION", "14", "was made by PostgreSQL 14", Description = "No longer installed")]
    [TestCase("PG_VERSION", null, "is not whole", Description = "Half removed by hand")]
    [TestCase("global/pg_control", "broken", "does not start", Description = "Broken on disk")]
    public async Task A_kept_cluster_that_cannot_be_opened_is_left_as_it_is_and_a_throw_away_one_is_made_anew(string file, string? content, string why)
    {
        var kept = PrivateCluster.Kept(_clone.Root);
        string damaged;
        await using (var server = await PrivatePostgres.StartAsync(kept))
            damaged = Path.Combine(server.Folder, "data", file);
        File.Delete(damaged);
        if (content is not null)
            await File.WriteAllTextAsync(damaged, content);
        if (content is not null && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(damaged, UnixFileMode.UserRead | UnixFileMode.OtherRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);

        Assert.That(() => PrivatePostgres.StartAsync(kept), Throws.TypeOf<PrivatePostgresException>().With.Message.Contains(why));
        Assert.That(File.Exists(damaged) ? File.ReadAllText(damaged) : null, Is.EqualTo(content));
        await using var anew = await PrivatePostgres.StartAsync(kept with { Keeping = Keeping.ThrowAway });
        Assert.That(await Ask.OneAsync<int>(anew.ConnectionString, "select 1"), Is.EqualTo(1));
    }
}
