using System.CommandLine;
using Discharge.Benchmarks.Harness;

namespace Discharge.Persistence.Tests.Benchmarks;

public sealed class PlanTests
{
    [TestCase("", "")]
    [TestCase("--pairs 7 --seconds 3", "")]
    [TestCase("--quick", "quick")]
    [TestCase("--only c1", "part")]
    [TestCase("--pairs 4", "part")]
    [TestCase("--seconds 1", "part")]
    [TestCase("--clocks 1000", "part")]
    [TestCase("--backlog 10", "part")]
    [TestCase("--quick --only c1", "quick")]
    public void What_is_quick_or_a_part_does_not_stand_where_the_whole_did(string arguments, string folder) =>
        Assert.That(Of(arguments).Folder, Is.EqualTo(folder));

    [Test]
    public void What_is_said_is_done_instead_of_what_is_usual() => Assert.That(
        Of("--pairs 7 --seconds 3 --clocks 10 --backlog 5 --only g3,g4"),
        Has.Property("Pairs").EqualTo(7).And.Property("Seconds").EqualTo(3).And.Property("Clocks").EqualTo(10).And.Property("Backlog").EqualTo(5).And.Property("Only").EqualTo(new[] { "g3", "g4" }));

    [TestCase("--pairs abc", "--pairs takes a whole number from 1 to 1000, and not 'abc'.")]
    [TestCase("--seconds 0", "--seconds takes a whole number from 1 to 3600, and not '0'.")]
    [TestCase("--seconds 100000", "--seconds takes a whole number from 1 to 3600, and not '100000'.")]
    [TestCase("--clocks -1", "--clocks takes a whole number from 1 to 10000000, and not '-1'.")]
    [TestCase("--backlog 99999999999", "--backlog takes a whole number from 1 to 10000000, and not '99999999999'.")]
    public void What_cannot_be_done_is_named(string arguments, string error) => Assert.That(Asked(arguments).Errors.Select(wrong => wrong.Message), Is.EqualTo(new[] { error }));

    [TestCase("--quik")]
    [TestCase("--pairs")]
    [TestCase("--only")]
    public void What_is_not_understood_is_not_passed_over(string arguments) => Assert.That(Asked(arguments).Errors.Single().Message, Does.Contain(arguments));

    [TestCase("--only", "")]
    [TestCase("--only c1,c5", "c1 c5")]
    [TestCase("", "")]
    public void Parts_are_asked_for_by_name_or_not_at_all(string arguments, string parts) => Assert.That(string.Join(' ', Plan.PartsAskedFor(Asked(arguments).CommandResult)), Is.EqualTo(parts));

    [TestCase("", "c1 c2", true)]
    [TestCase("", "", true)]
    [TestCase("--only c2,e1", "c1 c2", true)]
    [TestCase("--only e1", "c1 c2", false)]
    [TestCase("--only e1", "", false)]
    public void Where_parts_are_asked_for_only_suites_that_have_one_of_them_are_run(string arguments, string parts, bool run) =>
        Assert.That(Of(arguments).AsksAnyOf(parts.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Is.EqualTo(run));

    internal static Plan Of(string arguments) => Plan.Of(Asked(arguments));

    private static ParseResult Asked(string arguments)
    {
        var command = new RootCommand();
        foreach (var option in Plan.Options)
        {
            command.Options.Add(option);
        }

        return command.Parse(arguments);
    }
}
