using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Asked;

/// <summary>One thing that a case asks, or asked, of an organisation: all that an organisation which is no part of the case may know of it.</summary>
/// <param name="Entry">The number of the entry that asks it.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="What">What is asked.</param>
/// <param name="Which">Which of the kind, in the word of the case: the service, the task, the kind of place; null where there is one kind only.</param>
/// <param name="At">When it was asked.</param>
/// <param name="By">The organisation that asked.</param>
/// <param name="Stands">Where it stands by what is on record.</param>
/// <param name="EndsAt">When it ended, or will by itself; null while nobody knows.</param>
/// <param name="Due">By when it is to be answered or done, where that was said.</param>
public sealed record Asking(
    long Entry, OdsCode Organisation, AskedFor What, Enum? Which, Instant At, OdsCode By, AskedStanding Stands = AskedStanding.Open, Instant? EndsAt = null, Instant? Due = null)
{
    /// <summary>What an entry asks, with nothing known yet of what became of it.</summary>
    internal static Asking In(Entry entry, OdsCode organisation, AskedFor what, Enum? which = null, Instant? due = null) =>
        new(entry.Version, organisation, what, which, entry.Fact.OccurredAt, entry.RecordedBy.Organisation, Due: due);

    /// <summary>Whether it is still asked at a moment. What is kept until then ends by itself.</summary>
    public bool IsOpenAt(Instant moment) => Stands.IsOpen() && !(EndsAt <= moment);

    /// <summary>Where it stands at a moment.</summary>
    public AskedStanding StandsAt(Instant moment) => Stands.Being(IsOpenAt(moment));

    /// <summary>The same where something else ended it; what had ended before stays as it ended, and nothing ends before it was asked.</summary>
    internal Asking EndedBy(Instant? moment, AskedStanding stands = AskedStanding.Ended) =>
        moment is { } end && IsOpenAt(end) ? this with { Stands = stands, EndsAt = Instant.Max(At, end) } : this;

    /// <summary>The same where a fact ended it; unchanged where none did.</summary>
    internal Asking EndedBy(Fact? fact, AskedStanding stands = AskedStanding.Ended) => EndedBy(fact?.OccurredAt, stands);
}

/// <summary>What is asked of an organisation. A list of our own.</summary>
public enum AskedFor
{
    /// <summary>To take a referral to one of its services.</summary>
    Referral,

    /// <summary>To do a task.</summary>
    Task,

    /// <summary>To assess somebody for a care home of its own, and to accept or decline them.</summary>
    CareHomeReferral,

    /// <summary>To keep a place free for somebody.</summary>
    PlaceReserved,

    /// <summary>To look after somebody in a place of its own.</summary>
    PlaceOccupied,

    /// <summary>To take somebody straight from home if that does not work out.</summary>
    ContingencyPlace,

    /// <summary>To make the first care call after somebody left.</summary>
    FirstCareCall,

    /// <summary>To give a package of care.</summary>
    PackageOfCare,

    /// <summary>To speak for somebody as their advocate.</summary>
    Advocacy,

    /// <summary>Reablement at home.</summary>
    Reablement,

    /// <summary>To see to somebody in a crisis.</summary>
    CrisisResponse,

    /// <summary>To bridge with care until something else begins.</summary>
    Bridging,

    /// <summary>To bring about what somebody past six weeks of reablement waits for.</summary>
    EndOfReablement,

    /// <summary>Rehabilitation in a bed.</summary>
    Rehabilitation,
}

/// <summary>Where something that was asked stands. A list of our own.</summary>
public enum AskedStanding
{
    /// <summary>It is asked, and nobody said anything since.</summary>
    Open,

    /// <summary>It was received.</summary>
    Received,

    /// <summary>It was triaged.</summary>
    Triaged,

    /// <summary>The person was assessed for it, and it is still to be answered.</summary>
    Assessed,

    /// <summary>It was accepted.</summary>
    Accepted,

    /// <summary>It was given to somebody to do.</summary>
    Allocated,

    /// <summary>A place is kept, or agreed.</summary>
    Kept,

    /// <summary>The person is in the place.</summary>
    Occupied,

    /// <summary>The person is away and the place is held for them.</summary>
    Held,

    /// <summary>It has begun.</summary>
    Started,

    /// <summary>It was declined.</summary>
    Declined,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was taken back, because it is no longer needed.</summary>
    NoLongerNeeded,

    /// <summary>The moment until which it was asked has passed.</summary>
    Lapsed,

    /// <summary>It is over: something else took its place, the person is no longer there, or the case ended.</summary>
    Ended,
}

/// <summary>What follows from where something stands.</summary>
public static class AskedStandings
{
    /// <summary>Whether something is still asked.</summary>
    public static bool IsOpen(this AskedStanding stands) => stands < AskedStanding.Declined;

    /// <summary>Where something stands that stood so by what is on record, and is still asked or not: what nobody ended lapsed.</summary>
    public static AskedStanding Being(this AskedStanding stands, bool open) => stands.IsOpen() && !open ? AskedStanding.Lapsed : stands;
}
