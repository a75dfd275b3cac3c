using Discharge.Domain.People;

namespace Discharge.Domain.DischargeCases;

/// <summary>A senior's decision against a rule that allows it. It is recorded with the rules it departs from, and counted.</summary>
/// <param name="Role">The senior's professional role.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What was added in words.</param>
public sealed record Override(SeniorRole Role, OverrideReason Reason, NoteRef? Note = null);

/// <summary>The roles whose holders may decide against a rule that allows it.</summary>
public enum SeniorRole
{
    /// <summary>The consultant in charge.</summary>
    Consultant,

    /// <summary>The lead of the care transfer hub.</summary>
    HubLead,

    /// <summary>The service manager.</summary>
    ServiceManager,

    /// <summary>The director on call.</summary>
    OnCallDirector,
}

/// <summary>Why a senior decided against a rule. A list of our own; no national list is in force for it.</summary>
public enum OverrideReason
{
    /// <summary>The person insists, and has capacity to decide.</summary>
    PersonsWish,

    /// <summary>Staying carries the greater risk.</summary>
    RiskOfStaying,

    /// <summary>What is missing is arranged and will be done at home.</summary>
    ArrangedAtHome,

    /// <summary>A major incident.</summary>
    MajorIncident,

    /// <summary>Somebody has seen the person since.</summary>
    SeenSince,
}
