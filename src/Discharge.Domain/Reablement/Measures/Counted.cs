namespace Discharge.Domain.Reablement;

/// <summary>How a case counts in a measure, and why.</summary>
/// <param name="As">How it counts.</param>
/// <param name="Because">Why.</param>
public sealed record Counted(Counting As, CountingReason Because)
{
    /// <summary>It counts among those the measure is about, and as what it looks for.</summary>
    public static Counted For(CountingReason because) => new(Counting.InBoth, because);

    /// <summary>It counts among those the measure is about, and not as what it looks for.</summary>
    public static Counted Against(CountingReason because) => new(Counting.InDenominator, because);

    /// <summary>It does not count.</summary>
    public static Counted Out(CountingReason because) => new(Counting.Excluded, because);
}

/// <summary>How a case counts.</summary>
public enum Counting
{
    /// <summary>In the numerator, and so in the denominator.</summary>
    InBoth,

    /// <summary>In the denominator only.</summary>
    InDenominator,

    /// <summary>In neither.</summary>
    Excluded,
}

/// <summary>Why a case counts as it does.</summary>
public enum CountingReason
{
    /// <summary>Completed, and no long-term care was needed.</summary>
    NoLongTermCare,

    /// <summary>Long-term care or support followed.</summary>
    LongTermCare,

    /// <summary>At home on day 91, in extra care or an adult placement, or in a care home for brief respite only.</summary>
    AtHome,

    /// <summary>In hospital on day 91.</summary>
    InHospital,

    /// <summary>In a care home on day 91.</summary>
    InCareHome,

    /// <summary>Dead by day 91.</summary>
    DiedBeforeDay91,

    /// <summary>Not contactable on day 91, which counts as not at home.</summary>
    NotContactable,

    /// <summary>Nobody found out within the window where they were on day 91, which counts as not at home.</summary>
    StatusNotRecorded,

    /// <summary>What was found out of day 91 was found out outside its window, which counts as not at home.</summary>
    StatusOutsideWindow,

    /// <summary>The referral was withdrawn as entered in error.</summary>
    ReferredInError,

    /// <summary>Outside the period asked for.</summary>
    OutsidePeriod,

    /// <summary>Discharged outside October to December.</summary>
    OutsideOctoberToDecember,

    /// <summary>Reablement has not ended.</summary>
    NotEnded,

    /// <summary>It ended without ever having started.</summary>
    NeverStarted,

    /// <summary>The person died, so it was not completed.</summary>
    Died,

    /// <summary>The person was readmitted, so it was not completed.</summary>
    Readmitted,

    /// <summary>The person declined.</summary>
    Declined,

    /// <summary>The person funds their own care.</summary>
    SelfFunding,

    /// <summary>The person had long-term support before, so is no new client.</summary>
    NotANewClient,

    /// <summary>Not discharged from hospital.</summary>
    NotFromHospital,

    /// <summary>Under 65 as they left the hospital.</summary>
    Under65,

    /// <summary>Their date of birth is not known.</summary>
    AgeNotKnown,

    /// <summary>The window of day 91 is not over.</summary>
    NotDueYet,
}
