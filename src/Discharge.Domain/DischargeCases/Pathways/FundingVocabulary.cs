namespace Discharge.Domain.DischargeCases;

/// <summary>Who agreed on a funding split.</summary>
public enum FundingAgreement
{
    /// <summary>Health and social care together.</summary>
    HealthAndSocialCare,

    /// <summary>Health alone.</summary>
    HealthAlone,

    /// <summary>Social care alone.</summary>
    SocialCareAlone,

    /// <summary>The person, or who acts for them.</summary>
    PersonOrRepresentative,
}

/// <summary>What advice or signposting was about. A list of our own; no national list is in force for it.</summary>
public enum AdviceOn
{
    /// <summary>Services in the community.</summary>
    LocalServices,

    /// <summary>The voluntary sector.</summary>
    VoluntarySector,

    /// <summary>Equipment to buy or hire.</summary>
    EquipmentToBuy,

    /// <summary>Benefits and money.</summary>
    Benefits,

    /// <summary>Arranging and paying for care oneself.</summary>
    ArrangingOwnCare,

    /// <summary>Support for carers.</summary>
    CarersSupport,

    /// <summary>Staying well and preventing falls.</summary>
    HealthyLiving,

    /// <summary>Housing and repairs.</summary>
    Housing,
}

/// <summary>How somebody was helped on.</summary>
public enum AdviceGivenAs
{
    /// <summary>Advice given there and then.</summary>
    Advice,

    /// <summary>Signposted to a service of the same organisation.</summary>
    SignpostedWithin,

    /// <summary>Signposted to a service of another organisation.</summary>
    SignpostedElsewhere,
}

/// <summary>Why the pathway decided is not the one recommended. A list of our own; no national list is in force for it.</summary>
public enum ReasonForDifference
{
    /// <summary>The person chose otherwise.</summary>
    PersonsChoice,

    /// <summary>The person's condition or circumstances changed.</summary>
    ConditionChanged,

    /// <summary>Further assessment found otherwise.</summary>
    FurtherAssessment,

    /// <summary>The risk was judged differently.</summary>
    RiskJudgedDifferently,

    /// <summary>What was recommended is not available.</summary>
    NothingAvailable,

    /// <summary>Funding was not agreed.</summary>
    FundingNotAgreed,
}
