using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>
/// What can be on record of a place, in the order it usually happens. These records are the stored format: add fields with defaults, never rename or remove one.
/// </summary>
public abstract record BedEvent : Fact
{
    private protected BedEvent(Instant occurredAt)
        : base(occurredAt)
    {
    }
}
