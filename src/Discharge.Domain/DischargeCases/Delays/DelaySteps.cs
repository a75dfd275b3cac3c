using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>What is next about the delays that keep a person in hospital, while they are there.</summary>
internal static class DelaySteps
{
    /// <summary>For each open delay, that whoever acts next has to deal with it.</summary>
    public static IEnumerable<NextStep> Of(DischargeCase discharge) => Delay.Of(discharge)
        .Where(delay => delay.IsOpen)
        .Select(delay => new NextStep("resolve-delay", $"Deal with what keeps the person in hospital: {DelayCodeset.WordingOf(delay.Reason)}.", delay.ActsNext))
        .Distinct();
}
