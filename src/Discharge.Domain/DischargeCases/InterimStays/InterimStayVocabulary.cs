namespace Discharge.Domain.DischargeCases;

/// <summary>The kind of an interim bed, which fixes the limit of a stay in it (A2).</summary>
public enum InterimBedKind
{
    /// <summary>A nursing bed: 28 days (T07).</summary>
    Nursing,

    /// <summary>A residential home: six weeks (T08).</summary>
    Residential,
}

/// <summary>Why home is not possible for now. A list of our own; no national list is in force for it.</summary>
public enum ReasonHomeNotPossible
{
    /// <summary>Care and supervision are needed that cannot be given at home through all 24 hours.</summary>
    CareThroughAll24Hours,

    /// <summary>The person is not safe alone between visits.</summary>
    NotSafeBetweenVisits,

    /// <summary>Nights cannot be covered.</summary>
    NightsNotCovered,

    /// <summary>The home itself does not suit, or works are needed first.</summary>
    HomeNotSuitable,

    /// <summary>Whoever cared for them cannot go on.</summary>
    CarerCannotGoOn,

    /// <summary>There is no home to go to.</summary>
    NoHome,
}

/// <summary>How a person came into an interim bed.</summary>
public enum WayIntoInterimBed
{
    /// <summary>As planned: from the hospital, or from another interim bed.</summary>
    Planned,

    /// <summary>Straight from home into the place agreed for it before they left the hospital (A6).</summary>
    Contingency,

    /// <summary>Straight from home into a place that nobody had agreed beforehand.</summary>
    Unplanned,
}

/// <summary>Where somebody went who left an interim bed for good, or for another one.</summary>
public enum LeavingInterimBedFor
{
    /// <summary>Home.</summary>
    Home,

    /// <summary>Extra care housing, which is a home of their own.</summary>
    ExtraCareHousing,

    /// <summary>A residential home for the long term.</summary>
    LongTermResidential,

    /// <summary>A nursing home for the long term.</summary>
    LongTermNursing,

    /// <summary>Another interim bed; one of the same kind continues the same limit.</summary>
    AnotherInterimBed,

    /// <summary>Hospital, with the bed given up.</summary>
    Hospital,

    /// <summary>A hospice.</summary>
    Hospice,

    /// <summary>Nowhere: they died, and the bed is given back.</summary>
    Died,
}

/// <summary>Why an interim stay goes on past its limit. A list of our own; no national list is in force for it.</summary>
public enum ExtensionReason
{
    /// <summary>Long-term needs are not assessed yet.</summary>
    AssessmentNotComplete,

    /// <summary>Care at home is being arranged.</summary>
    AwaitingCareAtHome,

    /// <summary>Equipment or an adaptation is awaited.</summary>
    AwaitingEquipmentOrAdaptation,

    /// <summary>A long-term place is awaited.</summary>
    AwaitingPlacement,

    /// <summary>A decision on funding is awaited, continuing healthcare included.</summary>
    AwaitingFunding,

    /// <summary>The Court of Protection, or another dispute, is awaited.</summary>
    AwaitingCourtOrDispute,

    /// <summary>The person was not well enough to be assessed or moved.</summary>
    PersonNotWellEnough,
}

/// <summary>What an assessment of long-term needs waits for (A2).</summary>
public enum RecoveryFinding
{
    /// <summary>The person has become as independent as they can.</summary>
    MaximumIndependenceReached,

    /// <summary>No further gain is expected.</summary>
    NoFurtherGainExpected,

    /// <summary>It is the end of their life.</summary>
    EndOfLife,
}

/// <summary>On what ground that was found. A list of our own; no national list is in force for it.</summary>
public enum RecoveryGround
{
    /// <summary>The goals agreed with the person are met.</summary>
    GoalsMet,

    /// <summary>Scores of function have stopped rising.</summary>
    ScoresNoLongerRise,

    /// <summary>The therapists' judgement.</summary>
    TherapistsJudgement,

    /// <summary>The prognosis of a doctor.</summary>
    MedicalPrognosis,

    /// <summary>The person does not want to go on with it.</summary>
    PersonDeclinesMore,
}

/// <summary>What an assessment of long-term needs comes to.</summary>
public enum LongTermOutcome
{
    /// <summary>Home, with no package of care.</summary>
    HomeWithoutPackage,

    /// <summary>Home, with a package of care.</summary>
    HomeWithPackage,

    /// <summary>Extra care housing.</summary>
    ExtraCare,

    /// <summary>A residential home for the long term.</summary>
    LongTermResidential,

    /// <summary>A nursing home for the long term.</summary>
    LongTermNursing,

    /// <summary>NHS continuing healthcare.</summary>
    ContinuingHealthcare,

    /// <summary>The person died before it was completed.</summary>
    Died,
}

/// <summary>How the deprivation of the person's liberty in a care home stands (Mental Capacity Act 2005, Schedule A1).</summary>
public enum LibertyStanding
{
    /// <summary>An authorisation was requested.</summary>
    Requested,

    /// <summary>An urgent authorisation runs until a date.</summary>
    Urgent,

    /// <summary>A standard authorisation runs until a date.</summary>
    Standard,

    /// <summary>They are not deprived of their liberty, or no longer.</summary>
    NotNeeded,
}
