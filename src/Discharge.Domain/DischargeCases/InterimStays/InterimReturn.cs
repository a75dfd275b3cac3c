using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A return to hospital from an interim bed. It ends the case as any other does, unless the bed is held for the person, or they are back in it.</summary>
public static class InterimReturn
{
    /// <summary>Whether the person came into an interim bed after they were last back in hospital.</summary>
    public static bool IsOver(DischargeCase discharge) => discharge.Facts.Last<InterimBedOccupied>() is { } arrived && arrived.OccurredAt >= LastOf(discharge);

    /// <summary>Whether the bed is held for somebody who is in hospital.</summary>
    public static bool IsHeld(DischargeCase discharge) => HoldIn(discharge) is not null;

    /// <summary>The hold under which the bed of somebody who is in hospital stands; null where there is none.</summary>
    public static InterimBedHeld? HoldIn(DischargeCase discharge) =>
        discharge.Facts.All<InterimStayEvent>().LastOrDefault(fact => fact is InterimBedHeld or InterimBedVacated or InterimBedOccupied) is InterimBedHeld held && held.OccurredAt >= LastOf(discharge)
            ? held
            : null;

    private static Instant? LastOf(DischargeCase discharge) =>
        discharge.Facts.All<DischargeCaseEvent>().LastOrDefault(fact => fact is Readmitted or DischargeFailed)?.OccurredAt;
}
