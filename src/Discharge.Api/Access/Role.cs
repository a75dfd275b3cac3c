using Discharge.Persistence.AccessLogs;

namespace Discharge.Api.Access;

/// <summary>The one role a caller acts in.</summary>
public enum Role
{
    /// <summary>Coordinates discharges and is told what falls due.</summary>
    DischargeCoordinator,

    /// <summary>Looks after people on a ward.</summary>
    WardStaff,

    /// <summary>Leads the care transfer hub; the senior who may decide against a rule that allows it.</summary>
    HubLead,

    /// <summary>Sees people at home.</summary>
    ReablementTeam,

    /// <summary>Gets people going again in a bed of a community ward or home.</summary>
    RehabilitationTeam,

    /// <summary>Provides a bed or a service, and answers what it was asked for.</summary>
    Provider,

    /// <summary>Finds somebody a home to go to.</summary>
    HousingOfficer,

    /// <summary>Provides occupational therapy.</summary>
    OccupationalTherapyProvider,

    /// <summary>Looks after somebody's mental health.</summary>
    MentalHealthProfessional,

    /// <summary>Helps from a charity or the neighbourhood.</summary>
    VoluntarySector,

    /// <summary>Looks at what was recorded and changes nothing.</summary>
    Auditor,

    /// <summary>Answers for who may see what, and looks into who did.</summary>
    InformationGovernance,

    /// <summary>Decides what of the record is kept and for how long.</summary>
    RecordsManager,

    /// <summary>A system of another organisation that tells what happened there.</summary>
    Integration,

    /// <summary>Looks after the service and has no business in a case.</summary>
    Administrator,
}

/// <summary>Why roles look at what is on record.</summary>
public static class Purposes
{
    /// <summary>Why a role looks.</summary>
    public static LookPurpose Purpose(this Role role) => role switch
    {
        Role.Auditor => LookPurpose.Audit,
        Role.InformationGovernance => LookPurpose.InformationGovernance,
        Role.RecordsManager => LookPurpose.RecordsManagement,
        Role.Integration or Role.Administrator => LookPurpose.Administration,
        _ => LookPurpose.DirectCare,
    };
}
