using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// What can be on record in a discharge case, in the order it usually happens. These records are the stored format: add fields with defaults, never rename or remove one.
/// </summary>
public abstract record DischargeCaseEvent : Fact
{
    private protected DischargeCaseEvent(Instant occurredAt)
        : base(occurredAt)
    {
    }
}
