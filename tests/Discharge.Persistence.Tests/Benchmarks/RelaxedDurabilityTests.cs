using System.Globalization;
using Discharge.Benchmarks.Harness;
using Npgsql;

namespace Discharge.Persistence.Tests.Benchmarks;

public sealed class RelaxedDurabilityTests
{
    [TestCase("fsync")]
    [TestCase("synchronous_commit")]
    [TestCase("full_page_writes")]
    public void A_server_that_would_lose_what_it_committed_is_not_measured(string relaxed) =>
        Assert.That(() => RelaxedDurabilityException.ThrowIfRelaxed(With(relaxed, "off")), Throws.TypeOf<RelaxedDurabilityException>().With.Message.Contains(relaxed));

    [Test]
    public void A_server_that_writes_as_production_does_is() =>
        Assert.That(() => RelaxedDurabilityException.ThrowIfRelaxed(With("fsync", "on")), Throws.Nothing);

    // The tests' own server writes nothing to the disk, so what is set for a role or a database alone is told from it by being on.
    [TestCase("alter role {0} in database {1} set synchronous_commit = on")]
    [TestCase("alter database {1} set synchronous_commit = on")]
    public async Task What_is_set_for_a_role_or_a_database_alone_is_seen(string set)
    {
        await using var database = await TestDatabase.MigratedAsync();
        var application = new NpgsqlConnectionStringBuilder(database.Application);
        var before = (await RelaxedDurabilityException.SettingsAsync(database.Application))["synchronous_commit"];
        await database.RunAsOwnerAsync(string.Format(CultureInfo.InvariantCulture, set, application.Username, application.Database));

        Assert.That((before, (await RelaxedDurabilityException.SettingsAsync(database.Application))["synchronous_commit"]), Is.EqualTo(("off", "on")));
        Assert.That(() => RelaxedDurabilityException.ThrowIfRelaxedAsync(database.Application), Throws.TypeOf<RelaxedDurabilityException>());
    }

    private static Dictionary<string, string> With(string setting, string value) =>
        new() { ["fsync"] = "on", ["synchronous_commit"] = "on", ["full_page_writes"] = "on", [setting] = value };
}
