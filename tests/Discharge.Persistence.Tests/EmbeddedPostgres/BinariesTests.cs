using System.Runtime.Versioning;
using Discharge.EmbeddedPostgres;

namespace Discharge.Persistence.Tests.EmbeddedPostgres;

[UnsupportedOSPlatform("windows")]
[Platform(Exclude = "Win", Reason = "The stand-ins for PostgreSQL are shell scripts.")]
public sealed class BinariesTests
{
    private string _machine = "";

    [SetUp]
    public void AnEmptyMachine() => _machine = Directory.CreateTempSubdirectory("machine-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(_machine, recursive: true);

    [Test]
    public async Task The_PostgreSQL_that_PGBIN_names_is_taken_before_any_other()
    {
        Install("path", "18.1");
        Install("debian/18/bin", "18.1");

        Assert.That((await Find(pgBin: Install("mine", "16.2")))?.Folder, Is.EqualTo(In("mine")));
    }

    [Test]
    public async Task The_PATH_is_searched_before_where_installers_put_it()
    {
        Install("path", "16.2");
        Install("debian/18/bin", "18.1");

        Assert.That((await Find())?.Folder, Is.EqualTo(In("path")));
    }

    [Test]
    public async Task Of_several_that_are_installed_the_newest_is_taken()
    {
        Install("debian/9.6/bin", "9.6.24");
        Install("debian/15/bin", "15.4");
        Install("debian/16/bin", "16.2");

        Assert.That(await Find(), Is.EqualTo(new Binaries(In("debian/16/bin"), 16)));
    }

    [Test]
    public async Task A_name_with_an_at_sign_before_the_version_is_found_too()
    {
        Install("brew/postgresql@9/bin", "9.6.24");
        Install("brew/postgresql@17/bin", "17.0");

        Assert.That((await Find())?.Major, Is.EqualTo(17));
    }

    [Test]
    public async Task The_version_an_existing_cluster_needs_is_taken_before_a_newer_one()
    {
        Install("debian/15/bin", "15.4 (Debian 15.4-1)");
        Install("debian/16/bin", "16.2");

        Assert.That((await Find(major: 15))?.Folder, Is.EqualTo(In("debian/15/bin")));
    }

    [Test]
    public async Task Where_the_version_an_existing_cluster_needs_is_gone_no_other_is_taken_for_it()
    {
        Install("debian/16/bin", "16.2");

        Assert.That(await Find(major: 15), Is.Null);
    }

    [Test]
    public async Task One_that_is_too_old_is_passed_over()
    {
        Install("path", "14.9");
        Install("debian/15/bin", "15.4");

        Assert.That((await Find())?.Major, Is.EqualTo(15));
    }

    [Test]
    public void When_all_are_too_old_the_message_names_their_versions() =>
        Assert.That(() => Find(pgBin: Install("mine", "14.9")), Throws.TypeOf<PrivatePostgresException>().With.Message.Contains("mine, which is postgres (PostgreSQL) 14.9"));

    [Test]
    public void A_PGBIN_without_the_programs_is_named_and_nothing_else_is_taken_instead()
    {
        Install("path", "16.2");

        Assert.That(() => Find(pgBin: In("nowhere")), Throws.TypeOf<PrivatePostgresException>().With.Message.Contains("nowhere, which PGBIN names"));
    }

    [Test]
    public void A_folder_that_lacks_one_of_the_programs_is_no_PostgreSQL()
    {
        File.Delete(Path.Combine(Install("path", "16.2"), "initdb"));

        Assert.That(() => Find(), Throws.TypeOf<PrivatePostgresException>());
    }

    [Test]
    public void Without_PostgreSQL_one_message_lists_the_ways_out() =>
        Assert.That(() => Find(), Throws.TypeOf<PrivatePostgresException>().With.Message
            .Contains("apt-get install postgresql").And.Message.Contains("brew install").And.Message.Contains("Windows")
            .And.Message.Contains("PGBIN").And.Message.Contains("ConnectionStrings__Discharge"));

    [TestCase("/usr/lib/postgresql/*/bin", Description = "Debian")]
    [TestCase("/opt/homebrew/opt/postgresql@*/bin", Description = "Homebrew")]
    [TestCase("/usr/local/opt/postgresql@*/bin", Description = "Homebrew on Intel")]
    [TestCase("PostgreSQL/*/bin", Description = "Windows, below the folder for programs")]
    public void On_this_machine_it_is_looked_for_where_installers_put_it(string pattern) =>
        Assert.That(BinarySearch.OfThisMachine().Installed, Has.Some.EndsWith(pattern));

    private Task<Binaries?> Find(string? pgBin = null, int? major = null) =>
        Binaries.FindAsync(new BinarySearch(pgBin, In("path"), [In("debian/*/bin"), In("brew/postgresql@*/bin")]), major, CancellationToken.None);

    private string In(string folder) => Path.Combine(_machine, folder);

    private string Install(string folder, string version)
    {
        Directory.CreateDirectory(In(folder));
        foreach (var program in new[] { "initdb", "pg_ctl", "postgres" })
        {
            File.WriteAllText(Path.Combine(In(folder), program), $"#!/bin/sh\necho '{program} (PostgreSQL) {version}'\n");
            File.SetUnixFileMode(Path.Combine(In(folder), program), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return In(folder);
    }
}
