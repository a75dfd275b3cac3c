using Discharge.Persistence.Timelines;
using Npgsql;

namespace Discharge.Persistence.Tests;

public sealed class ConnectionsTests
{
    private const string Given = "Host=db;Database=d;Username=u;Password=p";

    [Test]
    public async Task Every_connection_has_the_limits_also_after_it_was_used_and_changed()
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using var pool = Connections.Open(database.Application + ";Maximum Pool Size=1");
        await using (var change = pool.CreateCommand("set lock_timeout = 0; set idle_in_transaction_session_timeout = 0; set timezone = 'Asia/Tokyo'"))
        {
            await change.ExecuteNonQueryAsync();
        }

        await using var ask = pool.CreateCommand(
            "select concat_ws(' ', current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout'), current_setting('timezone'), current_setting('application_name'))");
        Assert.That(await ask.ExecuteScalarAsync(), Is.EqualTo("1500ms 2s UTC discharge"));
    }

    [Test]
    public void What_must_hold_holds_whatever_was_given()
    {
        var settings = new NpgsqlConnectionStringBuilder(Connections.ForApplication(
            Given + ";Timezone=Europe/London;Command Timeout=0;Cancellation Timeout=0;Keepalive=0;Max Auto Prepare=0;No Reset On Close=true;Include Error Detail=true;Log Parameters=true"));

        Assert.Multiple(() =>
        {
            Assert.That(settings.Timezone, Is.EqualTo("UTC"));
            Assert.That(settings.CommandTimeout, Is.EqualTo(5));
            Assert.That(settings.CancellationTimeout, Is.EqualTo(300));
            Assert.That(settings.KeepAlive, Is.EqualTo(30));
            Assert.That(settings.MaxAutoPrepare, Is.EqualTo(100));
            Assert.That(settings.AutoPrepareMinUsages, Is.EqualTo(2));
            Assert.That(settings.NoResetOnClose, Is.False);
            Assert.That(settings.IncludeErrorDetail, Is.False);
            Assert.That(settings.LogParameters, Is.False);
        });
    }

    [TestCase(Given + ";Maximum Pool Size=7", 7)]
    [TestCase(Given + ";MaxPoolSize=7", 7)]
    public void The_pools_size_is_the_deployments_to_choose(string given, int size) =>
        Assert.That(new NpgsqlConnectionStringBuilder(Connections.ForApplication(given)).MaxPoolSize, Is.EqualTo(size));

    [Test]
    public void A_pool_for_which_nothing_was_chosen_has_four_connections_for_each_core_from_ten_to_forty() =>
        Assert.That(new NpgsqlConnectionStringBuilder(Connections.ForApplication(Given)).MaxPoolSize, Is.EqualTo(Math.Min(40, Math.Max(10, 4 * Environment.ProcessorCount))));

    [TestCase(Given)]
    [TestCase(Given + ";Minimum Pool Size=5;Maximum Pool Size=7")]
    public void The_clock_watch_has_a_connection_for_each_of_its_looks_whatever_was_chosen_for_the_others(string given)
    {
        using var pool = Connections.OpenForTheWatch(given);

        var settings = new NpgsqlConnectionStringBuilder(pool.ConnectionString);
        Assert.That((settings.MinPoolSize, settings.MaxPoolSize, settings.Options), Is.EqualTo((0, ClockWatch.LooksAtOnce, "-c lock_timeout=1500 -c idle_in_transaction_session_timeout=2000")));
    }

    [Test]
    public void Options_that_were_given_are_kept_and_the_limits_come_last() =>
        Assert.That(
            new NpgsqlConnectionStringBuilder(Connections.ForApplication(Given + ";Options=-c work_mem=8MB -c lock_timeout=0")).Options,
            Is.EqualTo("-c work_mem=8MB -c lock_timeout=0 -c lock_timeout=1500 -c idle_in_transaction_session_timeout=2000"));
}
