namespace Discharge.Domain.RehabilitationBeds;

/// <summary>From where somebody comes to a rehabilitation bed.</summary>
public enum RehabilitationRoute
{
    /// <summary>From hospital, to recover before they go home.</summary>
    StepDown,

    /// <summary>From home, so that they need not go to hospital.</summary>
    StepUp,
}

/// <summary>The professions of a rehabilitation team. A list of our own.</summary>
public enum RehabilitationRole
{
    /// <summary>An occupational therapist.</summary>
    OccupationalTherapist,

    /// <summary>A physiotherapist.</summary>
    Physiotherapist,

    /// <summary>A speech and language therapist.</summary>
    SpeechAndLanguageTherapist,

    /// <summary>A nurse.</summary>
    Nurse,

    /// <summary>A doctor.</summary>
    Doctor,

    /// <summary>A social worker.</summary>
    SocialWorker,

    /// <summary>A rehabilitation assistant.</summary>
    Assistant,
}

/// <summary>What may be asked of a profession.</summary>
public static class RehabilitationRoles
{
    /// <summary>Whether they answer for a judgement of risk themselves.</summary>
    public static bool IsProfessional(this RehabilitationRole role) => role is not RehabilitationRole.Assistant;
}

/// <summary>How far a rehabilitation-bed case has come.</summary>
public enum RehabilitationPhase
{
    /// <summary>Referred, and not answered yet.</summary>
    Referred,

    /// <summary>Accepted, and not admitted yet.</summary>
    Accepted,

    /// <summary>In the bed.</summary>
    InBed,

    /// <summary>Out on a home access visit, with the bed held.</summary>
    OnHomeAccessVisit,

    /// <summary>At home after a visit that ended without their coming back, to try it or until they are discharged, with the bed held.</summary>
    AtHomeWithBedHeld,

    /// <summary>At home, and the bed is theirs no longer.</summary>
    AtHome,

    /// <summary>In a care home, straight from home or from the bed.</summary>
    InCareHome,

    /// <summary>In hospital.</summary>
    InHospital,

    /// <summary>Gone elsewhere: to a care home for good, or a hospice.</summary>
    MovedOn,

    /// <summary>They died. The case is still to be ended.</summary>
    Died,

    /// <summary>Rehabilitation has ended.</summary>
    Ended,

    /// <summary>The team did not take them.</summary>
    Declined,

    /// <summary>The referral was withdrawn as entered in error.</summary>
    ReferredInError,
}
