using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>
/// What can be on record in a reablement case, in the order it usually happens. These records are the stored format: add fields with defaults, never rename or remove one.
/// </summary>
public abstract record ReablementEvent : Fact
{
    private protected ReablementEvent(Instant occurredAt)
        : base(occurredAt)
    {
    }
}
