using Discharge.Domain.People;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>Somebody of the team who went along.</summary>
/// <param name="Who">Who, as their tokens have it; never a name.</param>
/// <param name="Role">Their profession.</param>
public sealed record VisitingStaff(Subject Who, RehabilitationRole Role);

/// <summary>Who else went along on a home access visit.</summary>
public enum VisitCompanion
{
    /// <summary>Somebody of the family, or a friend.</summary>
    FamilyOrFriend,

    /// <summary>Whoever cares for them unpaid.</summary>
    UnpaidCarer,

    /// <summary>Somebody of the care provider.</summary>
    CareProvider,

    /// <summary>Somebody of the equipment service.</summary>
    EquipmentService,

    /// <summary>An advocate.</summary>
    Advocate,
}

/// <summary>How a piece of equipment did when it was tested with the person.</summary>
public enum TestResult
{
    /// <summary>It works for them.</summary>
    Passed,

    /// <summary>It works once something about it is changed.</summary>
    NeedsAdjusting,

    /// <summary>It does not work for them there.</summary>
    Failed,
}

/// <summary>How a home access visit ended.</summary>
public enum VisitOutcome
{
    /// <summary>The team is confident that the risks at home can be managed. They are not discharged with that, and most return to the bed.</summary>
    ConfidentToDischarge,

    /// <summary>They returned to the bed.</summary>
    ReturnToBed,

    /// <summary>They moved straight into the care home agreed for the case that home does not work out.</summary>
    ContingencyPlace,

    /// <summary>They stay the night at home to try it, with the bed held.</summary>
    TrialNight,

    /// <summary>They would not come back.</summary>
    WouldNotComeBack,

    /// <summary>They were admitted to hospital.</summary>
    AdmittedToHospital,

    /// <summary>They died.</summary>
    Died,

    /// <summary>They left for good meanwhile, or moved where nobody had agreed on, as the entry of that says. Nobody says it by itself.</summary>
    LeftMeanwhile,
}
