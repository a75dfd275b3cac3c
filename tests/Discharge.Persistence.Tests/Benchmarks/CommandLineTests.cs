using Discharge.Benchmarks.Harness;

namespace Discharge.Persistence.Tests.Benchmarks;

public sealed class CommandLineTests
{
    [Test]
    public async Task A_report_that_was_written_is_kept() => Assert.That(await CommandLine.KeptAsync(() => Task.CompletedTask), Is.True);

    [Test]
    public async Task A_report_that_cannot_be_written_is_not_kept_and_ends_nothing()
    {
        // Where its folder should be there is a file.
        var file = Path.GetTempFileName();
        try
        {
            Assert.That(await CommandLine.KeptAsync(() => File.WriteAllTextAsync(Path.Combine(file, "short.json"), "{}")), Is.False);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void Whatever_else_is_wrong_with_a_report_is_not_hidden() =>
        Assert.That(() => CommandLine.KeptAsync(() => throw new InvalidOperationException("Nothing was measured.")), Throws.InvalidOperationException);
}
