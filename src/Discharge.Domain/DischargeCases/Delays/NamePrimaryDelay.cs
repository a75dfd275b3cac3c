using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Of the delays open on a day one is named as the primary one. The last naming for a day counts.</summary>
/// <param name="OccurredAt">When it is named.</param>
/// <param name="Day">The day, local to Europe/London.</param>
/// <param name="Delay">The entry with which the delay started.</param>
public sealed record NamePrimaryDelay(Instant OccurredAt, LocalDate Day, long Delay) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The delay was not open on that day.</summary>
    public static readonly Departure NotOpenThatDay = new(
        "discharge.primary-delay-not-open", "The delay named as primary was not open on that day; it counts only if it turns out to have been.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PrimaryDelayNamed(OccurredAt, Day, Delay);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => DischargeCases.Delay.Of(discharge).FirstOrDefault(delay => delay.Id == Delay) switch
    {
        null => EndDelay.NoSuchDelay,
        var delay => discharge.Record(Fact).Departing(NotOpenThatDay, unless: delay.RunsWithin(LocalCalendar.StartOf(Day), LocalCalendar.EndOf(Day))),
    };
}
