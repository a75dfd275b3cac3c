using Discharge.EmbeddedPostgres;
using Npgsql;
using NUnit.Framework.Constraints;

namespace Discharge.Persistence.Tests;

/// <summary>The first migration on a server that nobody has prepared, of its own, because roles belong to the whole server.</summary>
public sealed class FirstMigrationTests
{
    private const string Password = "test-only";

    private PrivatePostgres _server = null!;
    private PassingDatabase _database = null!;

    [OneTimeSetUp]
    public async Task A_server() => _server = await PrivatePostgres.StartAsync(new PrivateCluster(PrivatePostgres.FindCloneRoot(), "unprepared", Keeping.ThrowAway));

    [OneTimeTearDown]
    public async Task Is_stopped() => await _server.DisposeAsync();

    [SetUp]
    public async Task With_an_owner_who_may_not_create_roles()
    {
        _database = await _server.CreatePassingDatabaseAsync("unprepared");
        foreach (var role in (string[])["a_service", "discharge_application", "an_owner"])
        {
            await AsAdministratorAsync($"drop role if exists {role}");
        }

        await AsAdministratorAsync($"create role an_owner login password '{Password}'");
    }

    [TearDown]
    public async Task Is_dropped() => await _database.DisposeAsync();

    [Test]
    public async Task An_owner_who_may_not_create_roles_is_told_the_sql_and_once_it_was_run_can_migrate()
    {
        await AsAdministratorAsync($"alter database {_database.Name} owner to an_owner");

        var told = await RefusedAsync<OwnerRightsException>();
        Assert.That(told, Does.Contain("an_owner (ConnectionStrings__DischargeOwner) may not create roles"));
        Assert.That(await CountAsync("select count(*) from pg_namespace where nspname = 'discharge'"), Is.Zero, "Nothing is left half done.");
        await AsAdministratorAsync(SqlIn(told).Replace("<the password in ConnectionStrings__Discharge>", Password, StringComparison.Ordinal));

        await Migrations.ApplyAsync(As("an_owner"), As("a_service"));
        await using var application = Connections.Open(As("a_service"));
        Assert.That(async () => await Migrations.AssertAppliedAsync(application), Throws.Nothing);
    }

    [Test]
    public async Task Only_what_is_missing_is_asked_for()
    {
        await AsAdministratorAsync($"alter database {_database.Name} owner to an_owner; create role discharge_application; create role a_service login password '{Password}'");

        Assert.That(SqlIn(await RefusedAsync<OwnerRightsException>()), Is.EqualTo("grant discharge_application to \"a_service\";"));
    }

    [Test]
    public async Task An_owner_who_does_not_own_the_database_is_told_the_sql_too()
    {
        var told = await RefusedAsync<OwnerRightsException>();

        Assert.That(SqlIn(told), Is.EqualTo($"alter database \"{_database.Name}\" owner to \"an_owner\";"));
    }

    [Test]
    public async Task A_database_that_does_not_exist_is_named_with_both_settings()
    {
        var nowhere = new NpgsqlConnectionStringBuilder(As("an_owner")) { Database = "mistyped" }.ConnectionString;
        IResolveConstraint Told() => Throws.TypeOf<NotLetInException>().With.Message.Contains("no database mistyped").And.Message.Contains("ConnectionStrings__Discharge and ConnectionStrings__DischargeOwner");

        Assert.That(async () => await Migrations.ApplyAsync(nowhere, nowhere), Told());
        await using var application = Connections.Open(nowhere);
        Assert.That(async () => await Migrations.AssertAppliedAsync(application), Told());
    }

    [Test]
    public async Task An_application_that_is_not_let_in_is_told_to_migrate_first()
    {
        await using var application = Connections.Open(As("a_service"));

        Assert.That(
            async () => await Migrations.AssertAppliedAsync(application),
            Throws.TypeOf<NotLetInException>().With.Message.Contains("\"a_service\"").And.Message.Contains("`migrate`").And.Message.Contains("correct ConnectionStrings__Discharge."));
    }

    [Test]
    public void An_owner_who_is_not_let_in_is_told_which_setting_to_correct() => Assert.That(
        async () => await Migrations.ApplyAsync(As("nobody_known"), As("a_service")),
        Throws.TypeOf<NotLetInException>().With.Message.Contains("\"nobody_known\"").And.Message.EndsWith("correct ConnectionStrings__DischargeOwner."));

    private async Task<string> RefusedAsync<T>()
        where T : Exception
    {
        try
        {
            await Migrations.ApplyAsync(As("an_owner"), As("a_service"));
        }
        catch (T refused)
        {
            return refused.Message;
        }

        throw new AssertionException("It was not refused.");
    }

    private static string SqlIn(string told) => told.Split("runs again: ")[1];

    private string As(string role) => new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Username = role, Password = Password }.ConnectionString;

    private async Task AsAdministratorAsync(string sql)
    {
        await using var administrator = NpgsqlDataSource.Create(_database.ConnectionString + ";Pooling=false");
        await using var command = administrator.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> CountAsync(string question)
    {
        await using var administrator = NpgsqlDataSource.Create(_database.ConnectionString + ";Pooling=false");
        await using var command = administrator.CreateCommand(question);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
