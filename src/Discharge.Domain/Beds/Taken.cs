using Discharge.Domain.Deciding;

namespace Discharge.Domain.Beds;

/// <summary>That somebody else has a place. It is never given twice, so this stands hard, whatever was to be recorded.</summary>
public static class Taken
{
    /// <summary>It is reserved for somebody else.</summary>
    public static readonly Refusal Reserved = new(
        "bed.reserved", "This place is reserved for somebody else.", "Another place; or this one once that reservation has lapsed or been released.")
    { TakenByAnother = true };

    /// <summary>Somebody else is in it.</summary>
    public static readonly Refusal Occupied = new(
        "bed.occupied", "Somebody else is in this place.", "Another place; or, where they have left, record that first.")
    { TakenByAnother = true };

    /// <summary>It is kept for somebody who is away.</summary>
    public static readonly Refusal Held = new(
        "bed.held", "This place is held for somebody who is away from it.", "Another place; or, where they do not come back to it, release it first.")
    { TakenByAnother = true };

    /// <summary>Why a place that somebody else has cannot be given, naming the entry and the case.</summary>
    public static Refusal By(Tenure tenure)
    {
        var refusal = tenure.As switch
        {
            PlaceStep.Reserved => Reserved,
            PlaceStep.Held => Held,
            _ => Occupied,
        };
        return refusal.Naming(tenure.Entry) with { Case = tenure.Case };
    }
}
