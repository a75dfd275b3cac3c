using Discharge.Faults;

namespace Discharge.Api.Tests.Faults;

public sealed class RunningTests
{
    [TestCase("")]
    [TestCase("repeat")]
    [TestCase("repeats --shrot")]
    [TestCase("repeats --short --cycles 0")]
    [TestCase("repeats --short --cycles -1")]
    [TestCase("repeats --short --cycles")]
    [TestCase("repeats --short --seed abc")]
    [TestCase("repeats --short --seed 99999999999")]
    public async Task What_cannot_be_done_is_not_begun_and_is_not_said_to_hold(string arguments) =>
        Assert.That(await Running.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Is.EqualTo(2));
}
