namespace Discharge.Domain.DischargeCases;

/// <summary>Whose voice counts in planning a discharge (Care Act 2014 s74).</summary>
public enum Party
{
    /// <summary>The person themselves.</summary>
    Person,

    /// <summary>Their carer.</summary>
    Carer,
}

/// <summary>What somebody objects to. A list of our own; no national list is in force for it.</summary>
public enum ObjectionTo
{
    /// <summary>Being discharged at all, or now.</summary>
    Discharge,

    /// <summary>The pathway.</summary>
    Pathway,

    /// <summary>Where the person is to go.</summary>
    Destination,

    /// <summary>Who is to provide care.</summary>
    Provider,

    /// <summary>What is to be paid.</summary>
    Charges,

    /// <summary>Sharing information about them.</summary>
    SharingInformation,
}

/// <summary>What somebody was informed about. A list of our own; no national list is in force for it.</summary>
public enum InformationOn
{
    /// <summary>The plan for leaving the hospital.</summary>
    DischargePlan,

    /// <summary>The pathway and what it means.</summary>
    Pathway,

    /// <summary>What is free, for how long, and what may be charged.</summary>
    Charges,

    /// <summary>Their rights, and how to complain.</summary>
    Rights,

    /// <summary>Services in the community, also for those who arrange or pay for care themselves.</summary>
    LocalServices,

    /// <summary>Whom to call after leaving.</summary>
    WhomToCall,
}

/// <summary>What a choice was offered of. A list of our own; no national list is in force for it.</summary>
public enum ChoiceOf
{
    /// <summary>Where to go.</summary>
    Destination,

    /// <summary>Who provides care at home.</summary>
    CareProvider,

    /// <summary>Which care home.</summary>
    CareHome,

    /// <summary>A direct payment or virtual wallet.</summary>
    DirectPayment,

    /// <summary>Which equipment.</summary>
    Equipment,
}

/// <summary>How an objection was settled. A list of our own; no national list is in force for it.</summary>
public enum ObjectionSettlement
{
    /// <summary>It was upheld: the plan was changed to meet it.</summary>
    Sustained,

    /// <summary>It was met in part, and whoever objected agrees.</summary>
    MetInPart,

    /// <summary>Whoever objected took it back.</summary>
    Withdrawn,

    /// <summary>It was considered and not upheld; the plan stands.</summary>
    Overruled,
}

/// <summary>What somebody answered to what was offered: the person to a choice, a carer to an offer of their own.</summary>
public enum OfferAnswer
{
    /// <summary>They took what was offered.</summary>
    Accepted,

    /// <summary>They did not want it.</summary>
    Declined,

    /// <summary>They have not decided yet.</summary>
    Undecided,

    /// <summary>It was discussed and is not appropriate for them.</summary>
    NotAppropriate,
}

/// <summary>What consent was asked for. A list of our own; no national list is in force for it.</summary>
public enum ConsentTo
{
    /// <summary>Being assessed.</summary>
    Assessment,

    /// <summary>Sharing information between the organisations involved.</summary>
    SharingInformation,

    /// <summary>Being referred.</summary>
    Referral,

    /// <summary>The plan of care.</summary>
    CarePlan,

    /// <summary>Involving family, friends or others.</summary>
    InvolvingOthers,
}

/// <summary>What was said when consent was asked for.</summary>
public enum ConsentAnswer
{
    /// <summary>Yes.</summary>
    Given,

    /// <summary>No.</summary>
    Refused,

    /// <summary>No longer.</summary>
    Withdrawn,
}

/// <summary>The one decision that capacity is assessed for; capacity is never assessed in general (Mental Capacity Act 2005).</summary>
public enum DecisionInQuestion
{
    /// <summary>Where to live after discharge.</summary>
    WhereToLive,

    /// <summary>Which care and support to accept.</summary>
    CareAndSupport,

    /// <summary>Treatment.</summary>
    Treatment,

    /// <summary>Sharing information.</summary>
    SharingInformation,

    /// <summary>Money and property.</summary>
    Money,

    /// <summary>Contact with others.</summary>
    Contact,
}

/// <summary>What an assessment of capacity found for one decision.</summary>
public enum Capacity
{
    /// <summary>The person has capacity to make it.</summary>
    Has,

    /// <summary>The person lacks capacity to make it.</summary>
    Lacks,
}

/// <summary>The kind of advocate.</summary>
public enum AdvocateKind
{
    /// <summary>An independent mental capacity advocate.</summary>
    IndependentMentalCapacityAdvocate,

    /// <summary>An independent advocate under the Care Act.</summary>
    CareActAdvocate,

    /// <summary>An independent mental health advocate.</summary>
    IndependentMentalHealthAdvocate,

    /// <summary>Another advocate.</summary>
    Other,
}

/// <summary>In which power somebody acts for the person.</summary>
public enum PowerToAct
{
    /// <summary>A lasting power of attorney for health and welfare.</summary>
    LastingPowerHealthAndWelfare,

    /// <summary>A lasting power of attorney for property and financial affairs.</summary>
    LastingPowerPropertyAndFinance,

    /// <summary>An enduring power of attorney.</summary>
    EnduringPower,

    /// <summary>A deputy of the Court of Protection for health and welfare.</summary>
    DeputyHealthAndWelfare,

    /// <summary>A deputy of the Court of Protection for property and financial affairs.</summary>
    DeputyPropertyAndFinance,
}

/// <summary>What the next of kin was told.</summary>
public enum NextOfKinNews
{
    /// <summary>That the discharge is planned.</summary>
    DischargePlanned,

    /// <summary>That the person leaves today.</summary>
    DischargeToday,

    /// <summary>That the person has left.</summary>
    LeftHospital,

    /// <summary>That the plan has changed.</summary>
    PlanChanged,
}
