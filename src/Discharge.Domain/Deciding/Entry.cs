using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>One line of a case's history: a fact, when and by whom it was recorded, and the number it is addressed by.</summary>
/// <param name="Version">The entry's number in its stream, from 1.</param>
/// <param name="Fact">What was recorded.</param>
/// <param name="RecordedAt">When it was recorded, by the service's one time source.</param>
/// <param name="RecordedBy">Who recorded it, from their token.</param>
public sealed record Entry(long Version, Fact Fact, Instant RecordedAt, Actor RecordedBy)
{
    /// <summary>The seal it bears over itself and all before it; null until it is on record, and where it was recorded before entries were sealed.</summary>
    public string? Seal { get; init; }
}
