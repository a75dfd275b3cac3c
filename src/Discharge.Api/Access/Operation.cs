namespace Discharge.Api.Access;

/// <summary>What somebody may be permitted to do.</summary>
public enum Operation
{
    /// <summary>To open a case.</summary>
    OpenCase,

    /// <summary>To assign a case to a case manager.</summary>
    AssignCase,

    /// <summary>To record a review of the criteria to reside.</summary>
    ReviewCriteriaToReside,

    /// <summary>To record a functional assessment.</summary>
    AssessFunction,

    /// <summary>To decide a pathway.</summary>
    DecidePathway,

    /// <summary>To decide to discharge.</summary>
    DecideDischarge,

    /// <summary>To decide to discharge against a rule, with role and reason.</summary>
    OverrideDischargeDecision,

    /// <summary>To book a visit at home.</summary>
    BookHomeVisit,

    /// <summary>To record that a person left the hospital.</summary>
    RecordLeaving,

    /// <summary>To record a welfare check.</summary>
    CheckWelfare,

    /// <summary>To record a visit at home, made or failed.</summary>
    RecordHomeVisit,

    /// <summary>To say how something needed for a safe transfer stands.</summary>
    ReportTransferItem,

    /// <summary>To plan the first care call.</summary>
    PlanFirstCareCall,

    /// <summary>To record that the first care call was made or missed.</summary>
    RecordFirstCareCall,

    /// <summary>To record that a person arrived.</summary>
    RecordArrival,

    /// <summary>To record that a person came back to hospital: a failed discharge or a readmission.</summary>
    RecordReturn,

    /// <summary>To record a death.</summary>
    RecordDeath,

    /// <summary>To record an assessment in the community.</summary>
    AssessInCommunity,

    /// <summary>To record that a package of care started.</summary>
    StartPackageOfCare,

    /// <summary>To record the long-term outcome.</summary>
    RecordOutcome,

    /// <summary>To close a case.</summary>
    CloseCase,

    /// <summary>To close a case against a rule, with role and reason.</summary>
    OverrideClosing,

    /// <summary>To record what concerns the person themselves and those who care for them.</summary>
    RecordInvolvement,

    /// <summary>To raise a safeguarding concern.</summary>
    RaiseSafeguardingConcern,

    /// <summary>To record what was said of domestic abuse.</summary>
    RecordDomesticAbuse,

    /// <summary>To record which provision of the Mental Health Act applies.</summary>
    RecordMentalHealthAct,

    /// <summary>To recommend a pathway.</summary>
    RecommendPathway,

    /// <summary>To record advice or signposting.</summary>
    GiveAdvice,

    /// <summary>To agree who pays which part.</summary>
    AgreeFunding,

    /// <summary>To decide how a risk is managed.</summary>
    DecideRisk,

    /// <summary>To refer a person to a service, and to record a referral's steps.</summary>
    Refer,

    /// <summary>To set a task, and to end one.</summary>
    SetTask,

    /// <summary>To withdraw an entry as entered in error.</summary>
    WithdrawEntry,

    /// <summary>To see a case as it is now, and to find cases.</summary>
    ReadCase,

    /// <summary>To see everything recorded in a case.</summary>
    ReadHistory,

    /// <summary>To see safeguarding concerns, in whatever shows entries.</summary>
    ReadSafeguarding,

    /// <summary>To see what is on record of domestic abuse, in whatever shows entries.</summary>
    ReadDomesticAbuse,

    /// <summary>To see what the Mental Health Act has to do with somebody, in whatever shows entries.</summary>
    ReadMentalHealthAct,

    /// <summary>To see the sensitive facts that stand for somebody, of the classes one may see.</summary>
    ReadSensitiveFacts,

    /// <summary>To see a ward's board.</summary>
    ReadBoard,

    /// <summary>To see what falls due across cases.</summary>
    ReadClocks,

    /// <summary>To see the rule book.</summary>
    ReadTimelines,

    /// <summary>To link two records of one person, and to take that back.</summary>
    LinkPeople,

    /// <summary>To open a case that is out of one's reach, for a few hours, with the reason.</summary>
    BreakGlass,

    /// <summary>To see who looked at what.</summary>
    ReadAccessLog,

    /// <summary>To see who looked at one person's record, for that person to have.</summary>
    ReadLooksAtPerson,

    /// <summary>To record whose cases auditors may know of, and to end that.</summary>
    KeepEngagements,

    /// <summary>To see whose cases auditors may know of.</summary>
    ReadEngagements,

    /// <summary>To be told, as an auditor, whom a case is about, with the reason.</summary>
    RevealPerson,

    /// <summary>To find a person by number or name.</summary>
    SearchPeople,

    /// <summary>To see who a person is, and how that was put right.</summary>
    ReadPerson,

    /// <summary>To put right who a person is.</summary>
    CorrectPerson,

    // Stay.

    /// <summary>To record that a person was admitted.</summary>
    RecordAdmission,

    /// <summary>To record that a person was moved in hospital.</summary>
    RecordMove,

    /// <summary>To open the plan for a discharge and set its expected date.</summary>
    PlanDischarge,

    /// <summary>To record who attended a ward round.</summary>
    RecordWardRound,

    // Delays.

    /// <summary>To record delays, their end and the primary one of a day.</summary>
    RecordDelay,

    /// <summary>To see where the time from ready to gone went.</summary>
    ReadDelayLedger,

    /// <summary>To see the delay measures of a site and period.</summary>
    ReadDelayMeasures,

    // Places.

    /// <summary>To register places, say what they can serve and cost, close and reopen them, and record the provider's word.</summary>
    KeepBeds,

    /// <summary>To reserve a place for somebody, and to end a reservation.</summary>
    ReserveBed,

    /// <summary>To see places, how they stand and who has them.</summary>
    ReadBeds,

    /// <summary>To see what places and cases do not agree on.</summary>
    ReadBedDisagreements,

    // Interim stays.

    /// <summary>To decide on an interim stay, on its going on past its limit, and on a contingency place.</summary>
    DecideInterimStay,

    /// <summary>To record that a person came into an interim bed or left it, that it is held, and what is authorised there.</summary>
    RecordInterimStay,

    /// <summary>To assess what a person needs for the long term.</summary>
    AssessLongTermNeeds,

    // Reablement.

    /// <summary>To refer somebody for reablement.</summary>
    ReferForReablement,

    /// <summary>To answer a referral for reablement, allocate and hand over its worker, and record contact.</summary>
    WorkReablement,

    /// <summary>To register a reablement team, say how much room it has and who is on duty.</summary>
    KeepReablementTeam,

    /// <summary>To see how a reablement service works and what comes of it.</summary>
    ReadReablementMeasures,

    // Rehabilitation beds.

    /// <summary>To refer somebody for a rehabilitation bed.</summary>
    ReferForRehabilitation,

    /// <summary>To answer a referral for a rehabilitation bed, and to record everything of the stay, its home access visits and its ending.</summary>
    WorkRehabilitation,

    // What is asked of organisations.

    /// <summary>To see what is asked of one's own organisation, and for whom while it is open.</summary>
    ReadRequests,

    // Records.

    /// <summary>To see how long people's records are kept, and what was decided of them.</summary>
    ReadRetention,

    /// <summary>To place a legal hold on a record, and to lift one.</summary>
    HoldRecords,

    /// <summary>To appraise a record.</summary>
    AppraiseRecords,

    /// <summary>To dispose of a record.</summary>
    DisposeOfRecords,

    /// <summary>To answer somebody's request for access to their record: to see what there is of it, withhold what is others', and put the answer together.</summary>
    AnswerSubjectAccess,
}

/// <summary>What operations have in common.</summary>
public static class Operations
{
    /// <summary>Whether it touches what is on record of people and places, so that to do it is a look; the rule book is for everybody.</summary>
    public static bool IsOfRecords(this Operation operation) => operation is not Operation.ReadTimelines;

    /// <summary>Whether it changes whose a case is, decides what becomes of it, or takes back what stands in it, so that it is only for whoever has the case and for nobody to whom it was opened for a few hours.</summary>
    public static bool IsForTheirOwnOnly(this Operation operation) =>
        operation is Operation.LinkPeople or Operation.AssignCase or Operation.RecordAdmission or Operation.RecordMove or Operation.WithdrawEntry or Operation.CloseCase or Operation.OverrideClosing
            or Operation.DecideDischarge or Operation.OverrideDischargeDecision or Operation.RecordOutcome or Operation.WorkReablement or Operation.WorkRehabilitation or Operation.ReserveBed;
}
