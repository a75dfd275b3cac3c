using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>A provision of the Mental Health Act 1983 applies to the person, or none does any more. It is recorded in a case of any type, whatever else stands there.</summary>
/// <param name="OccurredAt">Since when it is so.</param>
/// <param name="Provision">The provision.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecordMentalHealthActStatus(Instant OccurredAt, MentalHealthActProvision Provision, NoteRef? Note = null)
{
    /// <summary>What is recorded of it; nothing where the same is on record.</summary>
    public Decision<MentalHealthActStatusRecorded> Decide(History history) =>
        new MentalHealthActStatusRecorded(OccurredAt, Provision, Note) is var status && history.Standing.Any(entry => entry.Fact.SaysTheSameAs(status)) ? [] : status;
}
