namespace Discharge.Domain.Deciding;

/// <summary>Why somebody was moved straight from home into a care home. A list of our own; no national list is in force for it.</summary>
public enum DirectMoveReason
{
    /// <summary>The risks at home could not be managed any more.</summary>
    RisksUnmanageable,

    /// <summary>Whoever cared for them could not go on.</summary>
    CarerCouldNotGoOn,

    /// <summary>The care that was planned did not come or did not suffice.</summary>
    CareNotThere,

    /// <summary>Home was not safe.</summary>
    HomeNotSafe,

    /// <summary>The person wished it.</summary>
    PersonsWish,
}
