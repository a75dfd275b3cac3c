namespace Discharge.Domain.Reablement;

/// <summary>What is charged for.</summary>
public enum ChargedFor
{
    /// <summary>Long-term care that follows reablement, subject to the financial assessment.</summary>
    LongTermCare,

    /// <summary>Reablement past its free days.</summary>
    ReablementPastFreeDays,
}

/// <summary>What somebody past six weeks waits for. A list of our own.</summary>
public enum WaitingFor
{
    /// <summary>A package of care at home.</summary>
    PackageOfCare,

    /// <summary>A place in a care home.</summary>
    CareHomePlace,

    /// <summary>An assessment of their long-term needs.</summary>
    LongTermAssessment,

    /// <summary>The financial assessment.</summary>
    FinancialAssessment,

    /// <summary>Equipment or an adaptation.</summary>
    EquipmentOrAdaptation,

    /// <summary>A little more time to reach their goals.</summary>
    GoalsNearlyReached,
}

/// <summary>Whether somebody past the free days is charged.</summary>
public enum ChargePosition
{
    /// <summary>It is not decided yet.</summary>
    Undecided,

    /// <summary>The authority goes on free of charge.</summary>
    Waived,

    /// <summary>They are charged, subject to the financial assessment.</summary>
    Charged,
}

/// <summary>What came after reablement, in the terms of the national returns on short-term support (SALT), with what ended it early.</summary>
public enum ReablementSequel
{
    /// <summary>Long-term support in a nursing or residential home.</summary>
    LongTermSupportInCareHome,

    /// <summary>Long-term support in the community.</summary>
    LongTermSupportInCommunity,

    /// <summary>Ongoing low-level support.</summary>
    OngoingLowLevelSupport,

    /// <summary>Further short-term support.</summary>
    FurtherShortTermSupport,

    /// <summary>None: universal services or signposted to others.</summary>
    NoneUniversalOrSignposted,

    /// <summary>None: no identified needs.</summary>
    NoneNoNeeds,

    /// <summary>They fund their own care.</summary>
    SelfFunding,

    /// <summary>They declined what was offered, or went on.</summary>
    Declined,

    /// <summary>Readmitted to hospital.</summary>
    Readmitted,

    /// <summary>They died.</summary>
    Died,
}
