namespace Discharge.Domain.Deciding;

/// <summary>What kind of place it is, which decides how long somebody may stay. Stored by its word, so that more can follow.</summary>
public enum PlaceKind
{
    /// <summary>A nursing bed.</summary>
    Nursing,

    /// <summary>A place in a residential home.</summary>
    Residential,

    /// <summary>A bed for rehabilitation.</summary>
    Rehabilitation,
}
