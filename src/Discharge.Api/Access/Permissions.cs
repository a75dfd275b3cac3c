using System.Collections.Frozen;
using static Discharge.Api.Access.Operation;

namespace Discharge.Api.Access;

/// <summary>Who may do what: the one table. An operation that is not in a role's row is not permitted to it.</summary>
public static class Permissions
{
    /// <summary>What looks over the shoulder of those who work with cases, and so is none of theirs.</summary>
    private static readonly Operation[] Oversight = [ReadAccessLog, ReadLooksAtPerson, AnswerSubjectAccess];

    /// <summary>What is done with records once care is over, by others than those who gave it.</summary>
    private static readonly Operation[] OfRecords = [ReadRetention, HoldRecords, AppraiseRecords, DisposeOfRecords];

    /// <summary>What concerns auditors, who look at the work of others.</summary>
    private static readonly Operation[] OfAudit = [KeepEngagements, ReadEngagements, RevealPerson];

    private static readonly Operation[] Everything = [.. Enum.GetValues<Operation>().Except([.. Oversight, .. OfRecords, .. OfAudit])];

    /// <summary>What whoever looks after people once they have left hospital records of it.</summary>
    private static readonly Operation[] AfterLeaving =
    [
        BookHomeVisit, CheckWelfare, RecordHomeVisit, ReadCase, ReadHistory, ReadClocks, ReadTimelines,
        RecordInvolvement, RaiseSafeguardingConcern, GiveAdvice, Refer, SetTask,
        // They go into people's homes.
        RecordDomesticAbuse, ReadDomesticAbuse, ReadSensitiveFacts,
        ReportTransferItem, PlanFirstCareCall, RecordFirstCareCall, RecordArrival, RecordReturn, RecordDeath, AssessInCommunity, StartPackageOfCare, RecordOutcome,
        RecordInterimStay, AssessLongTermNeeds, ReadBeds, BreakGlass,
    ];

    /// <summary>What whoever has no part in a case may see of it: what was asked of their organisation, and no more.</summary>
    private static readonly Operation[] OnceAsked = [ReadTimelines, ReadRequests];

    private static readonly FrozenDictionary<Role, FrozenSet<Operation>> Table = new Dictionary<Role, FrozenSet<Operation>>
    {
        [Role.DischargeCoordinator] = [.. Everything.Except([OverrideDischargeDecision, OverrideClosing])],
        [Role.HubLead] = [.. Everything],
        [Role.WardStaff] =
        [
            OpenCase, ReviewCriteriaToReside, AssessFunction, RecordLeaving, ReadCase, ReadBoard, ReadTimelines, SearchPeople, ReadPerson, CorrectPerson,
            RecordAdmission, RecordMove, PlanDischarge, RecordWardRound, RecordDelay, ReadDelayLedger,
            RecordInvolvement, RaiseSafeguardingConcern, RecordDomesticAbuse, RecordMentalHealthAct, RecommendPathway, GiveAdvice, Refer, SetTask,
            ReportTransferItem, RecordReturn, RecordDeath, AssessLongTermNeeds, ReadBeds, BreakGlass,
        ],
        [Role.ReablementTeam] = [.. AfterLeaving, ReferForReablement, WorkReablement, KeepReablementTeam, ReadReablementMeasures, ReferForRehabilitation],
        [Role.RehabilitationTeam] = [.. AfterLeaving, ReserveBed, ReferForRehabilitation, WorkRehabilitation],
        [Role.Provider] = [.. OnceAsked],
        [Role.HousingOfficer] = [.. OnceAsked],
        [Role.OccupationalTherapyProvider] = [.. OnceAsked],
        [Role.MentalHealthProfessional] = [.. OnceAsked],
        [Role.VoluntarySector] = [.. OnceAsked],
        [Role.Auditor] = [ReadCase, ReadHistory, ReadSafeguarding, ReadBoard, ReadClocks, ReadTimelines, ReadPerson, ReadDelayLedger, ReadDelayMeasures, ReadBeds, ReadBedDisagreements, ReadReablementMeasures, ReadEngagements, RevealPerson],
        // Whoever asks for their record has to be found and told apart. What is sensitive is the person's own, so whoever answers them for their record sees it; they read no case otherwise.
        [Role.InformationGovernance] = [SearchPeople, ReadPerson, ReadSafeguarding, ReadDomesticAbuse, ReadMentalHealthAct, ReadTimelines, .. Oversight, ReadRetention, HoldRecords, KeepEngagements, ReadEngagements],
        [Role.RecordsManager] = [ReadTimelines, ReadLooksAtPerson, .. OfRecords],
        [Role.Integration] = [ReadTimelines],
        [Role.Administrator] = [ReadTimelines],
    }.ToFrozenDictionary();

    /// <summary>How far a role reaches: ward staff to their ward, auditors to their engagements, everybody else to what their organisation owns or takes part in.</summary>
    public static RoleReach Reach(this Role role) => role switch
    {
        Role.WardStaff => RoleReach.Ward,
        Role.Auditor => RoleReach.Engagements,
        _ => RoleReach.Organisation,
    };

    /// <summary>Whether the table permits a role an operation.</summary>
    public static bool Permit(this Role role, Operation operation) => Table[role].Contains(operation);
}
