namespace Discharge.Domain.Reablement;

/// <summary>Who referred somebody for reablement (A3). A list of our own.</summary>
public enum ReablementSource
{
    /// <summary>Somebody in the community: the person themselves, their family, a social worker.</summary>
    Community,

    /// <summary>The GP liaison.</summary>
    GpLiaison,

    /// <summary>The Home First team.</summary>
    HomeFirstTeam,

    /// <summary>Nobody: they left the hospital into reablement and were handed over.</summary>
    Discharge,
}

/// <summary>How a person answered a referral.</summary>
public enum ReferralAnswer
{
    /// <summary>The team takes the person on.</summary>
    Accepted,

    /// <summary>The team does not take the person on.</summary>
    Declined,

    /// <summary>The team asked the referrer for something more.</summary>
    Queried,
}

/// <summary>The professions of a reablement team (A3).</summary>
public enum ReablementRole
{
    /// <summary>A social worker.</summary>
    SocialWorker,

    /// <summary>An occupational therapist.</summary>
    OccupationalTherapist,

    /// <summary>A physiotherapist.</summary>
    Physiotherapist,

    /// <summary>An independent living assessor (also called independent living assistant).</summary>
    IndependentLivingAssessor,

    /// <summary>A reablement support worker.</summary>
    SupportWorker,
}

/// <summary>Why a case was handed to another named worker. A list of our own.</summary>
public enum HandOverReason
{
    /// <summary>Another profession is needed now.</summary>
    AnotherProfession,

    /// <summary>The work is shared out anew.</summary>
    Workload,

    /// <summary>The person asked for somebody else.</summary>
    PersonsWish,

    /// <summary>The worker stays away for long.</summary>
    LongAbsence,

    /// <summary>The lead held it after a worker had left.</summary>
    WorkerHadLeft,

    /// <summary>The person moved to another patch.</summary>
    AnotherPatch,
}

/// <summary>How the team was in contact with a person.</summary>
public enum ContactBy
{
    /// <summary>Face to face, where they live.</summary>
    Visit,

    /// <summary>By telephone.</summary>
    Telephone,

    /// <summary>By video.</summary>
    Video,
}

/// <summary>How far a reablement case has come.</summary>
public enum ReablementPhase
{
    /// <summary>Referred, and not answered yet or asked back about.</summary>
    Referred,

    /// <summary>Accepted with no first contact yet: waiting, whatever it is called.</summary>
    Waiting,

    /// <summary>Contact has been made.</summary>
    Started,

    /// <summary>Reablement has ended.</summary>
    Ended,

    /// <summary>The team did not take the person on.</summary>
    Declined,

    /// <summary>The referral was withdrawn as entered in error.</summary>
    ReferredInError,
}
