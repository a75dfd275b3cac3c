using Npgsql;
using NUnit.Framework.Constraints;

namespace Discharge.Persistence.Tests;

/// <summary>The application's login may add to the record; a start and a migration alike refuse one that may do more.</summary>
public sealed class ApplicationRoleTests
{
    private TestDatabase _database = null!;
    private string _login = null!;

    [SetUp]
    public async Task A_migrated_database()
    {
        _database = await TestDatabase.MigratedAsync();
        _login = new NpgsqlConnectionStringBuilder(_database.Application).Username!;
    }

    [TearDown]
    public async Task Is_dropped() => await _database.DisposeAsync();

    [Test]
    public void The_login_a_migration_makes_can_alter_nothing() => Assert.That(async () => await StartsAsync(_database.Application), Throws.Nothing);

    [TestCase("grant update on cases.mt_events to {0}", "may update cases.mt_events", "revoke update on cases.mt_events from {0};")]
    [TestCase("grant update (data) on cases.mt_events to {0}", "may update cases.mt_events", "revoke update on cases.mt_events from {0};")]
    [TestCase("grant delete on cases.mt_events to discharge_application", "may delete cases.mt_events", "also from any role")]
    [TestCase("grant truncate on cases.mt_events to public", "may truncate cases.mt_events", "revoke truncate")]
    [TestCase("grant delete on cases.mt_streams to {0}", "may delete cases.mt_streams", "revoke delete on cases.mt_streams from {0};", Description = "It would remove the events with it")]
    [TestCase("grant truncate on cases.mt_streams to {0}", "may truncate cases.mt_streams", "revoke truncate on cases.mt_streams from {0};")]
    [TestCase("grant delete on discharge.notices to {0}", "may delete discharge.notices", "revoke delete on discharge.notices from {0};")]
    [TestCase("grant delete on discharge.people to {0}", "may delete discharge.people", "revoke delete on discharge.people from {0};", Description = "It would remove with them how they were put right")]
    [TestCase("grant truncate on discharge.people to {0}", "may truncate discharge.people", "revoke truncate on discharge.people from {0};")]
    [TestCase("grant delete on discharge.person_corrections to {0}", "may delete discharge.person_corrections", "revoke delete on discharge.person_corrections from {0};")]
    [TestCase("grant truncate on discharge.person_corrections to {0}", "may truncate discharge.person_corrections", "revoke truncate on discharge.person_corrections from {0};")]
    [TestCase("grant update (corrected_by) on discharge.person_corrections to {0}", "may update discharge.person_corrections", "revoke update on discharge.person_corrections from {0};")]
    [TestCase("grant update on discharge.subject_access_steps to {0}", "may update discharge.subject_access_steps", "revoke update on discharge.subject_access_steps from {0};")]
    [TestCase("grant update (ground) on discharge.subject_access_steps to {0}", "may update discharge.subject_access_steps", "revoke update on discharge.subject_access_steps from {0};")]
    [TestCase("alter table cases.mt_events owner to {0}", "owns what is on record", "login of its own")]
    [TestCase("alter schema cases owner to {0}", "owns what is on record", "login of its own")]
    [TestCase("grant discharge_test_owner to {0}", "is a member of the owner", "login of its own")]
    [TestCase("alter role {0} superuser", "is a superuser", "login of its own")]
    [TestCase("alter role {0} createrole", "may create roles", "alter role {0} nocreaterole;")]
    public async Task One_that_can_alter_is_refused_with_how_and_what_to_do(string granted, string how, string remedy)
    {
        await _database.RunAsSuperuserAsync(string.Format(null, granted, _login));
        IResolveConstraint Told() => Throws.TypeOf<ApplicationRoleException>().With.Message.Contains($"login {_login} could alter").And.Message.Contains(how).And.Message.Contains(string.Format(null, remedy, _login));

        Assert.That(async () => await StartsAsync(_database.Application), Told());
        Assert.That(async () => await Migrations.ApplyAsync(_database.Owner, _database.Application), Told());
    }

    private static async Task StartsAsync(string application)
    {
        await using var pool = Connections.Open(application);
        await ApplicationRole.AssertCannotAlterAsync(pool, CancellationToken.None);
    }
}
