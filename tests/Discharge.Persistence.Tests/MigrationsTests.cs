using Npgsql;

namespace Discharge.Persistence.Tests;

public sealed class MigrationsTests
{
    private TestDatabase _database = null!;

    [SetUp]
    public async Task An_empty_database() => _database = await TestDatabase.EmptyAsync();

    [TearDown]
    public async Task Is_dropped() => await _database.DisposeAsync();

    [Test]
    public async Task An_empty_database_lacks_every_migration_and_a_migrated_one_none()
    {
        await using var owner = NpgsqlDataSource.Create(_database.Owner + ";Pooling=false");
        Assert.That(await Migrations.PendingAsync(owner), Is.EqualTo(Migration.All.Select(migration => migration.Name)));

        await Migrations.ApplyAsync(_database.Owner, _database.Application);

        await using var application = Connections.Open(_database.Application);
        Assert.That(await Migrations.PendingAsync(application), Is.Empty);
        Assert.That(async () => await Migrations.AssertAppliedAsync(application), Throws.Nothing);
    }

    [Test]
    public async Task A_start_against_a_database_that_lacks_one_is_told_which()
    {
        await using var owner = NpgsqlDataSource.Create(_database.Owner + ";Pooling=false");

        Assert.That(
            async () => await Migrations.AssertAppliedAsync(owner),
            Throws.TypeOf<MigrationsPendingException>().With.Message.Contains(Migration.All[0].Name).And.Message.Contains("migrate"));
    }

    [Test]
    public async Task A_second_time_there_is_nothing_to_do()
    {
        var first = await Migrations.ApplyAsync(_database.Owner, _database.Application);
        var second = await Migrations.ApplyAsync(_database.Owner, _database.Application);

        Assert.That(first.Select(applied => applied.Migration), Is.EqualTo(Migration.All));
        Assert.That(second, Is.Empty);
    }

    [Test]
    public async Task Nodes_that_start_at_once_apply_each_migration_once()
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrations.ApplyAsync(_database.Owner, _database.Application)));

        Assert.That(nodes.Select(applied => applied.Count).Order(), Is.EqualTo(new List<int> { 0, 0, 0, Migration.All.Count }));
    }

    [Test]
    public async Task A_migration_that_fails_leaves_nothing_of_itself_and_all_before_it()
    {
        var broken = Migration.All.Append(new Migration("9998_half.sql", "-- Half.\ncreate table discharge.half (id int); select 1 / 0;")).ToList();

        Assert.That(
            async () => await Migrations.ApplyAsync(_database.Owner, _database.Application, migrations: broken),
            Throws.TypeOf<MigrationFailedException>().With.Message.Contains("9998_half.sql"));

        Assert.That(await _database.AskAsOwnerAsync<bool>("select to_regclass('discharge.half') is null"), Is.True);
        await using var owner = NpgsqlDataSource.Create(_database.Owner + ";Pooling=false");
        Assert.That(await Migrations.PendingAsync(owner, broken), Is.EqualTo(new List<string> { "9998_half.sql" }));
    }

    [Test]
    public async Task After_one_that_failed_the_repaired_one_is_applied()
    {
        var broken = new Migration("9998_half.sql", "-- Half.\nselect 1 / 0;");
        Assert.That(
            async () => await Migrations.ApplyAsync(_database.Owner, _database.Application, migrations: [.. Migration.All, broken]),
            Throws.TypeOf<MigrationFailedException>());

        var applied = await Migrations.ApplyAsync(_database.Owner, _database.Application, migrations: [.. Migration.All, broken with { Sql = "-- Whole.\nselect 1;" }]);

        Assert.That(applied.Select(step => step.Migration.Name), Is.EqualTo(new List<string> { "9998_half.sql" }));
    }

    [Test]
    public async Task Whoever_is_in_hospital_when_reviews_begin_to_be_counted_is_given_to_the_watch()
    {
        // What the application might do then and may not any more would be refused.
        var lessMay = new Migration("9997_less_may.sql", "-- Less.\nrevoke delete on discharge.people from discharge_application;");
        await Migrations.ApplyAsync(_database.Owner, _database.Application, migrations: [.. Migration.All.TakeWhile(migration => migration.Name != "0017_telling_people.sql"), lessMay]);
        const string Row = "insert into discharge.discharge_cases (case_id, version, person_id, site, ward, hub, phase, in_hospital, open, opened_by, body, board_row) values";
        await _database.RunAsOwnerAsync($"{Row} ('00000000-0000-0000-0000-000000000001', 1, gen_random_uuid(), 'RYJ01', 'Northgate', 'QMJ01', 'in-hospital', true, true, 'a', '', '')");
        await _database.RunAsOwnerAsync($"{Row} ('00000000-0000-0000-0000-000000000002', 1, gen_random_uuid(), 'RYJ01', 'Northgate', 'QMJ01', 'left-hospital', false, true, 'a', '', '')");

        await Migrations.ApplyAsync(_database.Owner, _database.Application);

        Assert.That(await _database.AskAsOwnerAsync<string>("select string_agg(case_id::text, ',') from discharge.clocks where next_at <= now()"), Is.EqualTo("00000000-0000-0000-0000-000000000001"));
    }

    [Test]
    public async Task A_table_in_use_is_waited_for_in_short_turns()
    {
        await Migrations.ApplyAsync(_database.Owner, _database.Application);
        await using var busy = new NpgsqlConnection(_database.Application);
        await busy.OpenAsync();
        var reading = await busy.BeginTransactionAsync();
        await new NpgsqlCommand("select count(*) from cases.mt_events", busy, reading).ExecuteScalarAsync();
        var alter = new Migration("9999_alter.sql", "-- Alter.\nalter table cases.mt_events add column extra int;");

        var migrating = Migrations.ApplyAsync(_database.Owner, _database.Application, migrations: [.. Migration.All, alter]);
        await _database.UntilAsync("select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')");
        await _database.UntilAsync("select not exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')");
        await reading.RollbackAsync();

        Assert.That((await migrating).Select(step => step.Migration), Is.EqualTo(new List<Migration> { alter }));
    }

    [Test]
    public async Task The_applications_login_is_made_with_its_password_and_made_a_member()
    {
        await Migrations.ApplyAsync(_database.Owner, _database.Application);

        Assert.That(async () => await _database.RunAsApplicationAsync("select count(*) from cases.mt_events"), Throws.Nothing);
        Assert.That(
            async () => await new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.Application) { Password = "another", Pooling = false }.ConnectionString).OpenAsync(),
            Throws.TypeOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.InvalidPassword));
    }

    [Test]
    public void An_application_that_would_work_as_the_owner_is_refused() =>
        Assert.That(
            async () => await Migrations.ApplyAsync(_database.Owner, _database.Owner),
            Throws.TypeOf<ApplicationRoleException>().With.Message.Contains("login of its own"));

    [Test]
    public void Each_is_numbered_and_says_why_in_a_sentence()
    {
        Assert.That(Migration.All, Is.Not.Empty);
        Assert.That(Migration.All.Select(migration => migration.Name), Is.All.Match("^[0-9]{4}_[a-z0-9_]+\\.sql$"));
        Assert.That(Migration.All.Select(migration => migration.Name[..4]), Is.Unique);
        Assert.That(Migration.All.Select(migration => migration.Sql), Is.All.StartsWith("-- "));
        Assert.That(Migration.All.Select(migration => migration.Why), Is.All.EndsWith("."));
    }
}
