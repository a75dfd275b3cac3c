using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>To offer the person a date on which to start, or to confirm it with them.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="On">The date.</param>
/// <param name="Confirmed">Whether they confirm it.</param>
public sealed record DateStart(Instant OccurredAt, LocalDate On, bool Confirmed) : ReablementDecision(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementEvent Fact => new StartDated(OccurredAt, On, Confirmed);
}
