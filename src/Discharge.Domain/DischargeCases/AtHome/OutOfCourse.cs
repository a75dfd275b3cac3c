using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Facts that cannot have happened when they are said to have, given what else is on record. They are accepted and flagged.</summary>
public static class OutOfCourse
{
    /// <summary>It happens only after leaving, and nobody had left.</summary>
    public static readonly Departure NotLeftYet = new("discharge.not-left-by-then", "This happens only after leaving, and no leaving is on record by then.", Owner.Ward);

    /// <summary>It is dated after the person's death.</summary>
    public static readonly Departure AfterDeath = new("discharge.after-death", "This is dated after the person died; one of the two entries is wrong.", Owner.CareTransferHub);

    internal static bool HadLeftBy(this DischargeCase discharge, Instant moment) => discharge.Left?.OccurredAt <= moment;

    internal static bool HadDiedBefore(this DischargeCase discharge, Instant moment) => discharge.Death?.OccurredAt < moment;
}
