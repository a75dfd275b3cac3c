using Discharge.Benchmarks.Harness;

namespace Discharge.Persistence.Tests.Benchmarks;

public sealed class PlanTests
{
    [TestCase("", "")]
    [TestCase("--pairs 7 --seconds 3", "")]
    [TestCase("--quick", "quick")]
    [TestCase("--only c1", "part")]
    [TestCase("--quick --only c1", "quick")]
    public void What_is_quick_or_a_part_does_not_stand_where_the_whole_did(string arguments, string folder) =>
        Assert.That(Plan.Of(arguments.Split(' ')).Folder, Is.EqualTo(folder));
}
