using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The person died, as the case of their stay in hospital has it.</summary>
/// <param name="OccurredAt">When they died.</param>
public sealed record DeathHandedOver(Instant OccurredAt) : ReablementEvent(OccurredAt);

/// <summary>The person came back to hospital after they had been handed over, as the case of their stay there has it.</summary>
/// <param name="OccurredAt">When they were back.</param>
public sealed record ReturnHandedOver(Instant OccurredAt) : ReablementEvent(OccurredAt);

/// <summary>It came out after the hand-over whether the person was 65 or over as they left the hospital.</summary>
/// <param name="OccurredAt">When they left.</param>
/// <param name="SixtyFiveOrOver">Whether they were.</param>
public sealed record AgeHandedOver(Instant OccurredAt, bool SixtyFiveOrOver) : ReablementEvent(OccurredAt);
