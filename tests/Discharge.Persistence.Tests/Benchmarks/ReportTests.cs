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

    [TestCase("", 1.0, true, "")]
    [TestCase("", 0.8, true, "part")]
    [TestCase("", 1.0, false, "part")]
    [TestCase("--only x1", 1.0, true, "part")]
    [TestCase("--quick", 0.8, true, "quick")]
    [TestCase("--quick", 1.0, false, "quick")]
    public async Task What_has_fallen_behind_or_broken_off_does_not_take_the_place_of_the_record(string arguments, double ratio, bool whole, string folder)
    {
        await Written(1.0).WriteAsync(_folder);
        var recorded = await Report.RecordedAsync(_folder, "x");

        Assert.That(Written(ratio, recorded).FolderOf(PlanTests.Of(arguments), whole), Is.EqualTo(folder));
    }

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

    [TestCase(1.1, 0, true)]
    [TestCase(0, 1, false)]
    public void A_run_to_see_that_all_of_it_works_holds_where_only_the_caller_was_late(double late, int failed, bool holds)
    {
        Pair pair = new(1, 1) { OwnLateness = late, Failed = failed };

        Assert.That(Of(pair, recorded: null).Holds, Is.EqualTo(holds));
        Assert.That(Of(pair, recorded: []).Holds, Is.False);
    }

    [Test]
    public async Task The_picture_shows_what_is_not_valid_pale_and_says_so()
    {
        await Written(1.0).WriteAsync(_folder);
        var valid = await PictureAsync();
        await Of(new(1, 1) { OwnLateness = 1.1 }, []).WriteAsync(_folder);
        var invalid = await PictureAsync();

        Assert.That(valid, Does.Contain(">1.000<").And.Contain("#136").And.Not.Contain("not valid"));
        Assert.That(invalid, Does.Contain(">1.000, not valid<").And.Not.Contain("#136").And.Not.Contain("#36c"));
    }

    [Test]
    public async Task The_picture_names_the_goal()
    {
        var report = new Report("x", "something", []);
        report.Add(new("x1", "something", "MB", "its floor", Goal.Most(350, "MB"), [new(1, 1)]));
        await report.WriteAsync(_folder);

        Assert.That(await PictureAsync(), Does.Contain(">≤ 350 MB<"));
    }

    [TestCase(1, new[] { ">0.5<", ">1<" }, new[] { ">0.1<", ">10<" })]
    [TestCase(5, new[] { ">1<", ">2<", ">5<" }, new[] { ">0.5<", ">10<" })]
    [TestCase(20, new[] { ">0.01<", ">0.1<", ">1<", ">10<" }, new[] { ">0.5<", ">100<" })]
    public async Task The_scale_of_the_picture_is_marked(double ratio, string[] marks, string[] others)
    {
        await Written(ratio).WriteAsync(_folder);
        var picture = await PictureAsync();

        Assert.That(marks, Is.All.Matches<string>(mark => picture.Contains($"text-anchor=\"middle\"{mark}", StringComparison.Ordinal)));
        Assert.That(others, Is.All.Matches<string>(mark => !picture.Contains($"text-anchor=\"middle\"{mark}", StringComparison.Ordinal)));
    }

    [Test]
    public async Task How_often_pairs_were_taken_again_is_said_of_all_measurements_and_once_of_each()
    {
        var (report, half, whole) = (new Report("x", "something", []), new Pair(1, 1) { TakenBefore = 2, Others = 0.01 }, new Pair(1, 1) { TakenBefore = 3, Others = 0.02 });
        foreach (var (what, pair) in ((string, Pair)[])[("p50 at half", half), ("p99 at half", half with { Product = 5 }), ("p50 at all", whole)])
        {
            report.Add(new("x1", what, "ms", "its floor", Goal.None, [pair]));
        }

        await report.WriteAsync(_folder);

        Assert.That(await File.ReadAllTextAsync(Path.Combine(_folder, "x.md")), Does.Contain("x1, beside its floor").And.Contain(" 5 pairs were taken once more"));
    }

    private Task<string> PictureAsync() => File.ReadAllTextAsync(Path.Combine(_folder, "x.svg"));

    private static Report Written(double ratio, IReadOnlyList<Figure>? recorded = null) => Of(new(ratio, 1), recorded ?? []);

    private static Report Of(Pair pair, IReadOnlyList<Figure>? recorded)
    {
        var report = new Report("x", "something", recorded);
        report.Add(new("x1", "something", "/s", "its floor", Goal.None, [pair]));
        return report;
    }
}
