using Discharge.Benchmarks.Harness;

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

    private static Dictionary<string, string> With(string setting, string value) =>
        new() { ["fsync"] = "on", ["synchronous_commit"] = "on", ["full_page_writes"] = "on", [setting] = value };
}
