using System.Runtime.Versioning;
using Discharge.EmbeddedPostgres;

namespace Discharge.Persistence.Tests.EmbeddedPostgres;

/// <summary>Where a cluster lies, and as whom its server runs.</summary>
[UnsupportedOSPlatform("windows")]
[Platform(Exclude = "Win", Reason = "Windows has neither root nor file modes.")]
public sealed class PlaceTests
{
    [Test]
    public async Task For_an_ordinary_user_the_cluster_lies_in_an_ignored_folder_of_the_clone()
    {
        Assume.That(Environment.IsPrivilegedProcess, Is.False, "Root has another place.");
        using var clone = new TemporaryClone();
        await using var server = await PrivatePostgres.StartAsync(clone.Throwaway);

        Assert.That(server.Folder, Is.EqualTo(Path.Combine(clone.Root, ".postgres", "tests")));
    }

    [Test]
    public async Task For_root_the_server_runs_as_an_unprivileged_user_even_when_the_clone_lies_in_a_folder_closed_to_that_user()
    {
        Assume.That(Environment.IsPrivilegedProcess, "Only root can be made to give up its rights.");
        var closed = Directory.CreateTempSubdirectory("closed-").FullName;
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var clone = new TemporaryClone(under: closed);
        var caller = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = clone.Root;
            await using var server = await PrivatePostgres.StartAsync(clone.Throwaway);

            Assert.Multiple(() =>
            {
                Assert.That(File.ReadAllLines($"/proc/{server.ProcessId}/status").Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1..], Has.None.EqualTo("0"));
                Assert.That(Path.GetFileName(server.Folder), Does.Match($"^{Path.GetFileName(clone.Root)}-[0-9a-f]{{8}}-tests$"));
            });
        }
        finally
        {
            Environment.CurrentDirectory = caller;
        }
    }

    [Test]
    public async Task A_clone_reached_by_a_link_has_the_same_cluster()
    {
        using var clone = new TemporaryClone();
        var link = clone.Root + "-link";
        Directory.CreateSymbolicLink(link, clone.Root);
        try
        {
            var account = await ServerAccount.ChooseAsync(CancellationToken.None);

            Assert.That(
                await ClusterFolder.OfAsync(PrivateCluster.ForTests(link), account, CancellationToken.None),
                Is.EqualTo(await ClusterFolder.OfAsync(clone.Throwaway, account, CancellationToken.None)));
        }
        finally
        {
            Directory.Delete(link);
        }
    }

    [Test]
    public async Task Two_clones_of_one_name_have_two_clusters()
    {
        using var one = new TemporaryClone();
        var inner = Directory.CreateDirectory(Path.Combine(one.Root, Path.GetFileName(one.Root))).FullName;
        var account = await ServerAccount.ChooseAsync(CancellationToken.None);

        Assert.That(
            await ClusterFolder.OfAsync(PrivateCluster.ForTests(inner), account, CancellationToken.None),
            Is.Not.EqualTo(await ClusterFolder.OfAsync(one.Throwaway, account, CancellationToken.None)));
    }
}
