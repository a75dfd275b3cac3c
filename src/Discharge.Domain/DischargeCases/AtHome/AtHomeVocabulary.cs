namespace Discharge.Domain.DischargeCases;

/// <summary>What a welfare check found.</summary>
public enum WelfareOutcome
{
    /// <summary>Safe and well.</summary>
    SafeAndWell,

    /// <summary>Something is needed; action was taken.</summary>
    ActionTaken,

    /// <summary>The person needs somebody now.</summary>
    UrgentHelpNeeded,
}

/// <summary>Why a person was not seen at a visit.</summary>
public enum FailedVisitReason
{
    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>There was no way in.</summary>
    NoAccess,

    /// <summary>The person declined to be seen.</summary>
    Declined,

    /// <summary>The address was wrong.</summary>
    WrongAddress,

    /// <summary>The person was back in hospital.</summary>
    InHospital,
}

/// <summary>How a discharge case ended.</summary>
public enum CaseOutcome
{
    /// <summary>At home without further support.</summary>
    HomeWithoutSupport,

    /// <summary>At home with support that goes on.</summary>
    HomeWithSupport,

    /// <summary>In a bed elsewhere, with a case of its own.</summary>
    MovedToABed,

    /// <summary>No longer the hub's to follow.</summary>
    Transferred,
}
