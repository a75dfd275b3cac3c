using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>It was said that the person is, or was, subject to domestic abuse. It is recorded in a case of any type, whatever else stands there.</summary>
/// <param name="OccurredAt">When it was said.</param>
/// <param name="By">Who said it.</param>
/// <param name="AbuserAtDestination">Whether whoever does it lives at, or comes to, where the person is to go.</param>
/// <param name="Note">How the person may safely be reached, and what is added in words.</param>
public sealed record RecordDomesticAbuse(Instant OccurredAt, DisclosedBy By, AbuserAtDestination AbuserAtDestination, NoteRef? Note = null)
{
    /// <summary>What is recorded of it; nothing where the same is on record.</summary>
    public Decision<DomesticAbuseDisclosed> Decide(History history) =>
        new DomesticAbuseDisclosed(OccurredAt, By, AbuserAtDestination, Note) is var disclosed && history.Standing.Any(entry => entry.Fact.SaysTheSameAs(disclosed)) ? [] : disclosed;
}
