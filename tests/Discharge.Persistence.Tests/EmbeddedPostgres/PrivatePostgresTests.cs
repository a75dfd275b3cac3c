using System.Net;
using System.Net.NetworkInformation;
using System.Runtime.Versioning;
using Discharge.EmbeddedPostgres;
using Npgsql;

namespace Discharge.Persistence.Tests.EmbeddedPostgres;

/// <summary>What a private server is like, once it runs.</summary>
public sealed class PrivatePostgresTests
{
    private readonly List<string> _said = [];
    private TemporaryClone _clone = null!;
    private PrivatePostgres _server = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _clone = new TemporaryClone();
        _server = await PrivatePostgres.StartAsync(Cluster(), _said.Add);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _server.DisposeAsync();
        _clone.Dispose();
    }

    [Test]
    public async Task With_a_connection_string_given_nothing_is_looked_for_or_made()
    {
        using var untouched = new TemporaryClone();

        var none = await PrivatePostgres.StartUnlessGivenAsync("Host=db.hospital", untouched.Throwaway, progress => Assert.Fail(progress));

        Assert.That((none, Directory.GetFileSystemEntries(untouched.Root)), Is.EqualTo((default(PrivatePostgres), Array.Empty<string>())));
    }

    [Test]
    public async Task Without_a_connection_string_there_is_a_server_new_enough()
    {
        await using var same = await PrivatePostgres.StartUnlessGivenAsync("", Cluster(), _said.Add);

        Assert.That(int.Parse(await Ask.SettingAsync(same!.ConnectionString, "server_version_num"), null), Is.GreaterThanOrEqualTo(150_000));
    }

    [Test]
    public void The_first_start_says_that_it_takes_a_while_and_where() => Assert.That(_said[0], Does.Match("^Preparing a private PostgreSQL \\d+ in .* \\(first start only\\)\\.$").And.Contain(_server.Folder));

    [TestCase("listen_addresses", "127.0.0.1", Description = "Nobody on the network can reach it")]
    [TestCase("unix_socket_directories", "", Description = "A deep clone has no room for the name of a socket")]
    [TestCase("TimeZone", "UTC", Description = "The store's moments do not depend on the machine")]
    [TestCase("server_encoding", "UTF8", Description = "Names are of all the world")]
    [TestCase("lc_collate", "C", Description = "Order does not depend on the machine")]
    [TestCase("max_connections", "200", Description = "Several test programs share it")]
    [TestCase("fsync", "off", Description = "A throw-away cluster does not wait for the disk, and a setting cannot say otherwise")]
    [TestCase("synchronous_commit", "off", Description = "As above")]
    [TestCase("full_page_writes", "off", Description = "As above")]
    [TestCase("work_mem", "5MB", Description = "A setting of the caller's")]
    public async Task The_server_is_set_up(string setting, string value) => Assert.That(await Ask.SettingAsync(_server.ConnectionString, setting), Is.EqualTo(value));

    [Test]
    public void The_port_is_open_on_the_loopback_address_only()
    {
        var port = new NpgsqlConnectionStringBuilder(_server.ConnectionString).Port;

        Assert.That(IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == port), Is.EqualTo([new IPEndPoint(IPAddress.Loopback, port)]));
    }

    [Test]
    public void Nobody_gets_in_with_another_password() => Assert.That(
        () => Ask.OneAsync<int>(new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Password = "guess" }.ConnectionString, "select 1"),
        Throws.TypeOf<PostgresException>().With.Property(nameof(PostgresException.SqlState)).EqualTo(PostgresErrorCodes.InvalidPassword));

    [Test]
    public async Task The_password_is_long_kept_as_scram_and_never_said()
    {
        var password = new NpgsqlConnectionStringBuilder(_server.ConnectionString).Password!;

        Assert.Multiple(async () =>
        {
            Assert.That(password, Has.Length.EqualTo(32));
            Assert.That(await Ask.OneAsync<string>(_server.ConnectionString, "select rolpassword from pg_authid where rolname = 'postgres'"), Does.StartWith("SCRAM-SHA-256$"));
            Assert.That(await Ask.OneAsync<long>(_server.ConnectionString, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"), Is.Zero);
            Assert.That(_said, Has.None.Contains(password));
            Assert.That(await File.ReadAllTextAsync(_server.LogFile), Does.Not.Contain(password));
        });
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    [Platform(Exclude = "Win", Reason = "Windows has no file modes.")]
    public void Its_folder_and_password_are_open_to_its_owner_only() => Assert.Multiple(() =>
    {
        Assert.That(File.GetUnixFileMode(_server.Folder), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        Assert.That(File.GetUnixFileMode(Path.Combine(_server.Folder, "password")), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    });

    [Test]
    public async Task A_passing_database_is_there_until_it_is_disposed_of()
    {
        var passing = await _server.CreatePassingDatabaseAsync("ward");
        var name = await Ask.OneAsync<string>(passing.ConnectionString, "select current_database()::text");
        await passing.DisposeAsync();

        Assert.That((name, await HasDatabase(name)), Is.EqualTo((passing.Name, false)));
    }

    [Test]
    public async Task Two_passing_databases_for_one_purpose_are_two()
    {
        await using var one = await _server.CreatePassingDatabaseAsync("ward");
        await using var other = await _server.CreatePassingDatabaseAsync("ward");

        Assert.That(one.Name, Is.Not.EqualTo(other.Name));
    }

    [Test]
    public async Task A_database_is_made_as_a_copy_of_another_and_dropped_while_in_use()
    {
        await Ask.RunAsync(await _server.CreateDatabaseAsync("Ward \"A\""), "create table bed as select 7 as number");
        await using var inUse = new NpgsqlConnection(await _server.CreateDatabaseAsync("copy", template: "Ward \"A\""));
        await inUse.OpenAsync();
        await using var command = new NpgsqlCommand("select number from bed", inUse);
        var number = await command.ExecuteScalarAsync();
        await _server.DropDatabaseAsync("copy");
        await _server.DropDatabaseAsync("Ward \"A\"");
        await _server.DropDatabaseAsync("never there");

        Assert.That((number, await HasDatabase("copy"), await HasDatabase("Ward \"A\"")), Is.EqualTo((7, false, false)));
    }

    [Test]
    public void The_clone_of_a_program_is_the_folder_of_its_solution() => Assert.That(Path.Combine(PrivatePostgres.FindCloneRoot(), "Discharge.sln"), Does.Exist);

    private PrivateCluster Cluster() => _clone.Throwaway with { Settings = new Dictionary<string, string> { ["work_mem"] = "5MB", ["fsync"] = "on", ["application_name"] = "it's" } };

    private Task<bool> HasDatabase(string name) => Ask.OneAsync<bool>(_server.ConnectionString, $"select exists(select from pg_database where datname = '{name}')");
}
