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

    /// <summary>Living in a care home for the long term.</summary>
    LongTermCareHome,

    /// <summary>Back in hospital.</summary>
    Hospital,

    /// <summary>The person died.</summary>
    Died,
}

/// <summary>Where an outcome leaves a person.</summary>
public static class CaseOutcomes
{
    /// <summary>Whether it says that the person is not at home, so that nobody can see them there any more.</summary>
    public static bool IsAwayFromHome(this CaseOutcome outcome) => outcome is
        CaseOutcome.MovedToABed or CaseOutcome.Transferred or CaseOutcome.LongTermCareHome or CaseOutcome.Hospital or CaseOutcome.Died;
}

/// <summary>Why a person came back to hospital. A list of our own; no national list is in force for it.</summary>
public enum ReturnReason
{
    /// <summary>Ill again, or not yet better.</summary>
    Unwell,

    /// <summary>A fall.</summary>
    Fall,

    /// <summary>The care that was planned did not come or did not suffice.</summary>
    CareNotThere,

    /// <summary>Equipment or medicines were missing.</summary>
    EquipmentOrMedicinesMissing,

    /// <summary>There was no way in, or nobody to receive them.</summary>
    CouldNotGetIn,

    /// <summary>Home was not safe.</summary>
    HomeNotSafe,

    /// <summary>The carer could not go on.</summary>
    CarerCouldNotGoOn,

    /// <summary>Planned beforehand.</summary>
    Planned,

    /// <summary>Not known.</summary>
    NotKnown,
}

/// <summary>Where a person died.</summary>
public enum PlaceOfDeath
{
    /// <summary>In hospital.</summary>
    Hospital,

    /// <summary>On the way.</summary>
    OnTheWay,

    /// <summary>Where they were staying.</summary>
    AtHome,

    /// <summary>In a care home.</summary>
    CareHome,

    /// <summary>In a hospice.</summary>
    Hospice,

    /// <summary>Elsewhere, or not known.</summary>
    ElsewhereOrNotKnown,
}

/// <summary>How a package of care began.</summary>
public enum PackageStart
{
    /// <summary>A package the person did not have before.</summary>
    New,

    /// <summary>The package from before, at the same level.</summary>
    RestartedAtTheSameLevel,

    /// <summary>The package from before, changed.</summary>
    RestartedChanged,
}
