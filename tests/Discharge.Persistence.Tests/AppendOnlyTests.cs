using Npgsql;

namespace Discharge.Persistence.Tests;

public sealed class AppendOnlyTests
{
    private TestDatabase _database = null!;

    [OneTimeSetUp]
    public async Task A_migrated_database_with_an_event()
    {
        _database = await TestDatabase.MigratedAsync();
        await _database.RunAsApplicationAsync("insert into cases.mt_streams (id, version) values ('00000000-0000-0000-0000-000000000001', 1)");
        await _database.RunAsApplicationAsync("""
            insert into cases.mt_events (seq_id, id, stream_id, version, data, type)
            values (nextval('cases.mt_events_sequence'), gen_random_uuid(), '00000000-0000-0000-0000-000000000001', 1, '{}', 'something.v1')
            """);
    }

    [OneTimeTearDown]
    public async Task Is_dropped() => await _database.DisposeAsync();

    [TestCase("update cases.mt_events set data = '{}'")]
    [TestCase("update cases.mt_events set is_archived = true")]
    [TestCase("delete from cases.mt_events")]
    [TestCase("truncate cases.mt_events")]
    [TestCase("delete from cases.mt_streams", Description = "It would remove the events with it")]
    [TestCase("truncate cases.mt_streams cascade")]
    [TestCase("select cases.mt_archive_stream('00000000-0000-0000-0000-000000000001')", Description = "The store's own way to alter events")]
    [TestCase("alter table cases.mt_events disable trigger all")]
    [TestCase("drop table cases.mt_events")]
    [TestCase("select setval('cases.mt_events_sequence', 1)", Description = "Events would get numbers that are taken")]
    [TestCase("update discharge.migrations set scriptname = 'none'")]
    [TestCase("delete from discharge.migrations")]
    [TestCase("update discharge.person_corrections set corrected_by = 'nobody'")]
    [TestCase("delete from discharge.person_corrections")]
    [TestCase("truncate discharge.person_corrections")]
    [TestCase("delete from discharge.people", Description = "How they were put right would go with them")]
    [TestCase("truncate discharge.people cascade")]
    [TestCase("update discharge.subject_access_steps set ground = 'crime'")]
    [TestCase("delete from discharge.subject_access_steps")]
    [TestCase("truncate discharge.subject_access_steps")]
    [TestCase("update discharge.access_log set actor = 'nobody'")]
    [TestCase("delete from discharge.access_log")]
    [TestCase("truncate discharge.access_log")]
    [TestCase("update discharge.engagements set until = 'infinity'")]
    [TestCase("delete from discharge.engagements")]
    [TestCase("truncate discharge.engagements, discharge.engagement_ends, discharge.reveals")]
    [TestCase("update discharge.engagement_ends set ended_at = now()")]
    [TestCase("delete from discharge.engagement_ends")]
    [TestCase("update discharge.reveals set revealed_by = 'nobody'")]
    [TestCase("delete from discharge.reveals")]
    [TestCase("create table cases.mine (id int)")]
    [TestCase("set role discharge_test_owner")]
    public void The_application_cannot(string alteration) =>
        Assert.That(
            async () => await _database.RunAsApplicationAsync(alteration),
            Throws.TypeOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.InsufficientPrivilege));

    [Test]
    public async Task An_event_added_by_hand_carries_the_moment_it_was_added() =>
        Assert.That(
            await _database.AskAsOwnerAsync<bool>("select every(event.timestamp >= stream.created) from cases.mt_events event join cases.mt_streams stream on stream.id = stream_id"),
            Is.True);

    [TestCase("cases")]
    [TestCase("wolverine")]
    [TestCase("discharge")]
    public async Task A_table_that_comes_later_is_the_applications_to_read_and_write(string schema)
    {
        await _database.RunAsOwnerAsync($"create table {schema}.later (id serial, what text)");

        Assert.That(
            async () => await _database.RunAsApplicationAsync(
                $"insert into {schema}.later (what) values ('a'); update {schema}.later set what = 'b'; delete from {schema}.later where what = 'b'"),
            Throws.Nothing);
        Assert.That(async () => await _database.RunAsApplicationAsync($"truncate {schema}.later"), Throws.TypeOf<PostgresException>());
    }
}
