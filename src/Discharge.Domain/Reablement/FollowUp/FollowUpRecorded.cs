using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>It was recorded where the person was on day 91.</summary>
/// <param name="OccurredAt">When that was found out.</param>
/// <param name="Whereabouts">Where they were on that day.</param>
public sealed record FollowUpRecorded(Instant OccurredAt, Whereabouts Whereabouts) : ReablementEvent(OccurredAt);

/// <summary>Where a person is on day 91, in the terms of the national return.</summary>
public enum Whereabouts
{
    /// <summary>At home.</summary>
    Home,

    /// <summary>In extra care housing.</summary>
    ExtraCareHousing,

    /// <summary>In an adult placement.</summary>
    AdultPlacement,

    /// <summary>In hospital.</summary>
    Hospital,

    /// <summary>In a care home.</summary>
    CareHome,

    /// <summary>In a care home for a brief respite, with their home to go back to.</summary>
    BriefRespite,

    /// <summary>They have died.</summary>
    Died,

    /// <summary>They could not be reached.</summary>
    NotContactable,
}
