using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>
/// It was said that the person is, or was, subject to domestic abuse (Domestic Abuse Act 2021 section 1). Whoever supports them at home has to know it before they knock, and nobody else may: who
/// may see it is limited. It stops nothing and starts no clock.
/// </summary>
/// <param name="OccurredAt">When it was said.</param>
/// <param name="By">Who said it.</param>
/// <param name="AbuserAtDestination">Whether whoever does it lives at, or comes to, where the person is to go.</param>
/// <param name="Note">How the person may safely be reached, and what was added in words.</param>
public sealed record DomesticAbuseDisclosed(Instant OccurredAt, DisclosedBy By, AbuserAtDestination AbuserAtDestination, NoteRef? Note = null) : Fact(OccurredAt);

/// <summary>Who said that there is domestic abuse. A list of our own; no national list is in force for it.</summary>
public enum DisclosedBy
{
    /// <summary>The person themselves.</summary>
    Person,

    /// <summary>A professional who knows or suspects it.</summary>
    Professional,

    /// <summary>Somebody else, such as a relative or a neighbour.</summary>
    SomebodyElse,
}

/// <summary>Whether whoever abuses the person lives at, or comes to, where they are to go. A list of our own.</summary>
public enum AbuserAtDestination
{
    /// <summary>They live there, or come there.</summary>
    Yes,

    /// <summary>They do neither.</summary>
    No,

    /// <summary>Nobody knows yet.</summary>
    NotKnown,
}
