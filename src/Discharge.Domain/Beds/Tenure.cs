using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>Somebody has a place from one moment until another, the second not included.</summary>
/// <param name="Case">Whose case.</param>
/// <param name="As">As what: reserved, occupied or held.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">Until when; null where nobody has said so, for only a reservation ends by itself.</param>
/// <param name="Entry">The entry that began it.</param>
public sealed record Tenure(Guid Case, PlaceStep As, Instant From, Instant? Until, long Entry)
{
    /// <summary>Whether it is somebody's body or belongings in the place, and not only a promise.</summary>
    public bool IsPhysical => As is PlaceStep.Occupied or PlaceStep.Held;

    /// <summary>Whether they have the place at a moment.</summary>
    public bool Covers(Instant moment) => From <= moment && !(Until <= moment);

    /// <summary>Whether they have it at any moment between two; without an end, at any moment from the first on.</summary>
    public bool Overlaps(Instant from, Instant? until) => !(Until <= from) && !(until <= From);
}
