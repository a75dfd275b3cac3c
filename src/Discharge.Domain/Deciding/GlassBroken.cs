using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>Somebody opened a case that is none of theirs, because it could not wait: whoever recorded this may know of the case until a moment.</summary>
/// <param name="OccurredAt">When they opened it.</param>
/// <param name="Ground">Why it could not wait.</param>
/// <param name="Until">The first moment at which it is closed to them again.</param>
/// <param name="Reason">Why, in their words.</param>
public sealed record GlassBroken(Instant OccurredAt, BreakGlassGround Ground, Instant Until, NoteRef? Reason = null) : Fact(OccurredAt);

/// <summary>Why a case is opened by somebody whose it is not. A list of our own; no national list is in force for it.</summary>
public enum BreakGlassGround
{
    /// <summary>The person needs care at once.</summary>
    EmergencyCare,

    /// <summary>The person is at risk of harm.</summary>
    RiskOfHarm,

    /// <summary>The person has arrived, or is arriving, where nobody has their case.</summary>
    ArrivedUnexpectedly,

    /// <summary>The person, or whoever may speak for them, asked for it.</summary>
    AtTheirRequest,
}
