namespace Discharge.Domain.DischargeCases;

/// <summary>A service that a person is referred to.</summary>
public enum ReferredService
{
    /// <summary>Reablement at home.</summary>
    Reablement,

    /// <summary>A bed for rehabilitation.</summary>
    RehabilitationBed,

    /// <summary>A care home.</summary>
    CareHome,

    /// <summary>Care at home.</summary>
    HomeCare,

    /// <summary>Community equipment.</summary>
    Equipment,

    /// <summary>Housing.</summary>
    Housing,

    /// <summary>The provider of complex occupational therapy.</summary>
    OccupationalTherapyProvider,

    /// <summary>The handyperson service, which is free of charge.</summary>
    Handyperson,

    /// <summary>Assistive technology.</summary>
    AssistiveTechnology,

    /// <summary>The voluntary sector.</summary>
    VoluntarySector,

    /// <summary>The Mental Health Outreach Worker.</summary>
    MentalHealthOutreachWorker,

    /// <summary>The Joint Homelessness Team.</summary>
    JointHomelessnessTeam,

    /// <summary>The Information and Advice Team.</summary>
    InformationAndAdviceTeam,

    /// <summary>The Home First Team.</summary>
    HomeFirstTeam,

    /// <summary>NHS continuing healthcare.</summary>
    ContinuingHealthcare,

    /// <summary>Community nursing.</summary>
    CommunityNursing,

    /// <summary>Urgent community response.</summary>
    UrgentCommunityResponse,

    /// <summary>The approved mental health professionals.</summary>
    ApprovedMentalHealthProfessional,

    /// <summary>Support with hoarding and self-neglect.</summary>
    Hoarding,

    /// <summary>The direct payments team.</summary>
    DirectPaymentsTeam,

    /// <summary>The service for carers.</summary>
    CarersService,

    /// <summary>Grants for heating, damp-proofing and major adaptations.</summary>
    Grants,

    /// <summary>Social work.</summary>
    SocialWork,

    /// <summary>Palliative care or a hospice.</summary>
    PalliativeCare,

    /// <summary>Patient transport.</summary>
    Transport,
}

/// <summary>A step that a referral takes after it was sent, in the usual order.</summary>
public enum ReferralStep
{
    /// <summary>It was received.</summary>
    Received,

    /// <summary>It was triaged.</summary>
    Triaged,

    /// <summary>It was accepted.</summary>
    Accepted,

    /// <summary>It was declined.</summary>
    Declined,

    /// <summary>It was allocated to somebody.</summary>
    Allocated,

    /// <summary>What was asked for was done.</summary>
    Done,

    /// <summary>It was taken back because it is no longer needed.</summary>
    NoLongerNeeded,
}

/// <summary>How far a referral has come.</summary>
public enum ReferralStatus
{
    /// <summary>Sent, and nothing heard yet.</summary>
    Sent,

    /// <summary>Received.</summary>
    Received,

    /// <summary>Triaged.</summary>
    Triaged,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Declined.</summary>
    Declined,

    /// <summary>Allocated to somebody.</summary>
    Allocated,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Taken back because it is no longer needed.</summary>
    NoLongerNeeded,
}

/// <summary>Why a referral was declined. A list of our own; no national list is in force for it.</summary>
public enum DeclineReason
{
    /// <summary>The service has no room.</summary>
    NoRoom,

    /// <summary>The person does not meet the service's criteria.</summary>
    CriteriaNotMet,

    /// <summary>Another area is responsible.</summary>
    OutOfArea,

    /// <summary>The referral did not say enough.</summary>
    MoreInformationNeeded,

    /// <summary>Another service fits better.</summary>
    AnotherServiceFitsBetter,

    /// <summary>The person does not want it.</summary>
    PersonDeclined,
}

/// <summary>What is to be done. A list of our own; anything else is said in words.</summary>
public enum TaskKind
{
    /// <summary>Call somebody.</summary>
    Call,

    /// <summary>Chase an answer.</summary>
    Chase,

    /// <summary>Arrange keys or access.</summary>
    ArrangeKeys,

    /// <summary>Arrange a meeting.</summary>
    ArrangeMeeting,

    /// <summary>Complete paperwork.</summary>
    CompletePaperwork,

    /// <summary>Order equipment.</summary>
    OrderEquipment,

    /// <summary>Tell the family or carer.</summary>
    TellFamily,

    /// <summary>Assess the person.</summary>
    AssessPerson,

    /// <summary>Instruct an advocate.</summary>
    InstructAdvocate,

    /// <summary>Something else, said in words.</summary>
    Other,
}

/// <summary>How a task ended.</summary>
public enum TaskEnd
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>It is no longer needed.</summary>
    NoLongerNeeded,
}
