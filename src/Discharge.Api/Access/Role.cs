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

    /// <summary>Looks at what was recorded and changes nothing.</summary>
    Auditor,

    /// <summary>Looks after the service and has no business in a case.</summary>
    Administrator,
}
