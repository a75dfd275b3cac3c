using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>A visit was planned. Its entry is how it is addressed.</summary>
/// <param name="OccurredAt">When it was planned.</param>
/// <param name="VisitAt">When somebody is to come.</param>
/// <param name="By">Who is to come.</param>
/// <param name="Role">Their profession.</param>
public sealed record VisitPlanned(Instant OccurredAt, Instant VisitAt, Subject By, ReablementRole Role) : ReablementEvent(OccurredAt);

/// <summary>A planned visit was missed.</summary>
/// <param name="OccurredAt">When that was found.</param>
/// <param name="Visit">The entry that planned it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What was added in words.</param>
public sealed record VisitMissed(Instant OccurredAt, long Visit, MissedVisitReason Reason, NoteRef? Note = null) : ReablementEvent(OccurredAt);

/// <summary>Why a planned visit was missed. A list of our own.</summary>
public enum MissedVisitReason
{
    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>The person did not want it.</summary>
    PersonDeclined,

    /// <summary>The person was in hospital.</summary>
    PersonInHospital,

    /// <summary>Nobody was there to come: sickness or no room.</summary>
    NoStaff,

    /// <summary>Whoever was to come was late elsewhere, or could not get there.</summary>
    Delayed,
}
