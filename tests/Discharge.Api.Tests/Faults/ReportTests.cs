using Discharge.Faults.Reporting;

namespace Discharge.Api.Tests.Faults;

public sealed class ReportTests
{
    private string _folder = null!;

    [SetUp]
    public void A_folder() => _folder = Directory.CreateTempSubdirectory("reports-").FullName;

    [TearDown]
    public void Is_removed() => Directory.Delete(_folder, recursive: true);

    [TestCase("{\"repeats\": ")]
    [TestCase("null")]
    public async Task What_cannot_be_read_is_not_added_to_and_is_named(string text)
    {
        var file = Path.Combine(_folder, "short.json");
        await File.WriteAllTextAsync(file, text);

        Assert.That(await new Report(_folder, "short").WrongAsync(), Does.StartWith($"{file} cannot be read").And.Contain("Mend it, or take it away"));
    }

    [Test]
    public async Task Where_there_is_none_one_is_begun() => Assert.That(await new Report(_folder, "short").WrongAsync(), Is.Null);

    [TestCase("long")]
    [TestCase("short")]
    public async Task Those_of_the_repository_can_be_added_to(string form) => Assert.That(await new Report(Report.Folder, form).WrongAsync(), Is.Null);
}
