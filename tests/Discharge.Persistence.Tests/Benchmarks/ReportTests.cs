using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Reporting;
using Discharge.EmbeddedPostgres;

namespace Discharge.Persistence.Tests.Benchmarks;

public sealed class ReportTests
{
    private string _folder = null!;

    [SetUp]
    public void A_folder() => _folder = Directory.CreateTempSubdirectory("reports-").FullName;

    [TearDown]
    public void Is_removed() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task What_was_written_is_on_record_for_the_next_run_and_says_what_has_fallen_behind()
    {
        await Written(1.0).WriteAsync(_folder);
        var recorded = await Report.RecordedAsync(_folder, "x");

        Assert.That(Written(0.95, recorded).HasFallenBehind, Is.False);
        var behind = Written(0.8, recorded);
        Assert.That(behind.HasFallenBehind, Is.True);
        await behind.WriteAsync(_folder);
        Assert.That(await File.ReadAllTextAsync(Path.Combine(_folder, "x.md")), Does.Contain("- FALLEN BEHIND: x1 something, beside its floor: 0.800, where 1.000 (1.000 to 1.000) is on record.\n"));
    }

    [Test]
    public async Task Where_nothing_is_on_record_nothing_falls_behind() => Assert.That(Written(0.1, await Report.RecordedAsync(_folder, "x")).HasFallenBehind, Is.False);

    [Test]
    public async Task A_record_that_cannot_be_read_is_compared_with_nothing()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "x.json"), "{\"figures\": [");
        Assert.That(await Report.RecordedAsync(_folder, "x"), Is.Empty);
    }

    [TestCase("c")]
    [TestCase("d")]
    [TestCase("e")]
    [TestCase("f")]
    [TestCase("g")]
    [TestCase("h")]
    [TestCase("i")]
    public async Task The_reports_of_the_repository_can_be_compared_with(string suite) =>
        Assert.That(await Report.RecordedAsync(Path.Combine(PrivatePostgres.FindCloneRoot(), "tests", "Discharge.Benchmarks", "reports"), suite), Is.Not.Empty.And.All.Property("Part").StartsWith(suite));

    private static Report Written(double ratio, IReadOnlyList<Figure>? recorded = null)
    {
        var report = new Report("x", "something", recorded ?? []);
        report.Add(new("x1", "something", "/s", "its floor", Goal.None, [new(ratio, 1)]));
        return report;
    }
}
