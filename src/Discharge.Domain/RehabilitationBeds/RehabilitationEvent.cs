using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>
/// What can be on record in a rehabilitation-bed case, in the order it usually happens. These records are the stored format: add fields with defaults, never rename or remove one.
/// </summary>
public abstract record RehabilitationEvent : Fact
{
    private protected RehabilitationEvent(Instant occurredAt)
        : base(occurredAt)
    {
    }
}
