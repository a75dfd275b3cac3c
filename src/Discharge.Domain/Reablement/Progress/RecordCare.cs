using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>It is recorded how much care the person has.</summary>
/// <param name="OccurredAt">From when.</param>
/// <param name="MinutesAWeek">How many minutes of care a week.</param>
/// <param name="DoubleHanded">Whether two come at once.</param>
public sealed record RecordCare(Instant OccurredAt, int MinutesAWeek, bool DoubleHanded) : ReablementRecord(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementEvent Fact => new CareRecorded(OccurredAt, MinutesAWeek, DoubleHanded);
}
