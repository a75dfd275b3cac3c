using System.Runtime.Versioning;
using Discharge.EmbeddedPostgres;

namespace Discharge.Persistence.Tests.EmbeddedPostgres;

/// <summary>How root gives up its rights, and where it then puts things.</summary>
[UnsupportedOSPlatform("windows")]
[Platform(Exclude = "Win", Reason = "Windows has no root.")]
public sealed class ServerAccountTests
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private string _place = "";

    [SetUp]
    public void AsRoot()
    {
        Assume.That(Environment.IsPrivilegedProcess, "Only root can be made to give up its rights.");
        _place = Directory.CreateTempSubdirectory("place-").FullName;
        File.SetUnixFileMode(_place, OwnersAlone | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }

    [TearDown]
    public void Remove()
    {
        if (Directory.Exists(_place))
            Directory.Delete(_place, recursive: true);
    }

    [TestCase("setpriv")]
    [TestCase("runuser")]
    [TestCase("su")]
    public async Task A_program_started_in_this_way_has_no_rights_of_root_and_its_arguments_as_given(string way)
    {
        var command = (await ServerAccount.WaysToActAsAsync("nobody", CancellationToken.None)).Single(known => known[0] == way);
        Assume.That((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, way))), $"This machine has no {way}.");

        var outcome = await Outcome.OfAsync(command[0], [.. command[1..], "sh", "-c", "id -un; echo \"$1\"", "sh", "it's  a \"ward\" $HOME"], null, CancellationToken.None);

        Assert.That(outcome, Is.EqualTo(new Outcome(0, "nobody\nit's  a \"ward\" $HOME")));
    }

    [Test]
    public async Task A_user_that_does_not_exist_is_passed_over() =>
        Assert.That((await ServerAccount.ChooseAsync(["no-such-user", "nobody"], CancellationToken.None)).User, Is.EqualTo("nobody"));

    [Test]
    public void Where_root_can_act_as_nobody_else_the_message_says_so() =>
        Assert.That(() => ServerAccount.ChooseAsync(["no-such-user"], CancellationToken.None), Throws.TypeOf<PrivatePostgresException>().With.Message.Contains("does not run as root"));

    [Test]
    public async Task A_folder_and_a_file_made_for_the_server_are_the_servers_alone()
    {
        var account = await ServerAccount.ChooseAsync(["nobody"], CancellationToken.None);
        var folder = Path.Combine(_place, "its");
        await account.MakeFolderAsync(folder, CancellationToken.None);
        await account.WriteAsync(Path.Combine(folder, "file"), "secret", CancellationToken.None);

        var seen = await account.RunAsync("sh", ["-c", "cat \"$0/file\" && stat -c ' %U %a' \"$0\" \"$0/file\" | tr '\\n' ';'", folder], CancellationToken.None);

        Assert.That(seen.Said, Is.EqualTo("secret nobody 700; nobody 600;"));
    }

    [Test]
    public async Task A_place_that_another_user_made_or_that_is_a_link_is_passed_over()
    {
        var (strangers, link, own) = (Path.Combine(_place, "strangers"), Path.Combine(_place, "link"), Path.Combine(_place, "own"));
        await (await ServerAccount.ChooseAsync(["nobody"], CancellationToken.None)).MakeFolderAsync(strangers, CancellationToken.None);
        Directory.CreateSymbolicLink(link, Directory.CreateDirectory(Path.Combine(_place, "elsewhere")).FullName);

        Assert.That(await ClusterFolder.OutsideAsync([strangers, link, own], CancellationToken.None), Is.EqualTo(own));
        Assert.That(() => ClusterFolder.OutsideAsync([strangers, link], CancellationToken.None), Throws.TypeOf<PrivatePostgresException>());
    }

    [Test]
    public async Task The_programs_of_PostgreSQL_see_no_setting_of_the_callers_that_could_lead_them_elsewhere()
    {
        Environment.SetEnvironmentVariable("PGDATA", "/elsewhere");
        try
        {
            Assert.That((await Outcome.OfAsync("sh", ["-c", "echo \"[$PGDATA]\""], null, CancellationToken.None)).Said, Is.EqualTo("[]"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PGDATA", null);
        }
    }
}
