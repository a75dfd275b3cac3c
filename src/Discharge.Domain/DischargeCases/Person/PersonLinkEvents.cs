using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Two records turned out to be of one person. Both keep their histories; whoever looks for one finds the other.</summary>
/// <param name="OccurredAt">When it was found out.</param>
/// <param name="Other">The other record of the same person.</param>
/// <param name="Ground">How it was found out.</param>
/// <param name="Note">What was added in words.</param>
public sealed record PersonLinked(Instant OccurredAt, PersonRef Other, LinkGround Ground, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>Two records that had been linked turned out to be of two people after all.</summary>
/// <param name="OccurredAt">When it was found out.</param>
/// <param name="Other">The other record.</param>
/// <param name="Note">What was added in words.</param>
public sealed record PersonUnlinked(Instant OccurredAt, PersonRef Other, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>How it was found out that two records are of one person. A list of our own.</summary>
public enum LinkGround
{
    /// <summary>The NHS number was traced.</summary>
    NhsNumberTraced,

    /// <summary>The same hospital number.</summary>
    SameHospitalNumber,

    /// <summary>The person, or somebody who knows them, said so.</summary>
    Said,

    /// <summary>Recognised by staff.</summary>
    Recognised,
}
