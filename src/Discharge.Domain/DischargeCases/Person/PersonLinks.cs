using System.Collections.Immutable;
using Discharge.Domain.People;

namespace Discharge.Domain.DischargeCases;

/// <summary>The other records of the same person, as the links and unlinks of a case leave them.</summary>
public static class PersonLinks
{
    /// <summary>The records this case's person is linked with.</summary>
    public static ImmutableHashSet<PersonRef> Of(DischargeCase discharge) => discharge.Facts.All<DischargeCaseEvent>().Aggregate(
        ImmutableHashSet<PersonRef>.Empty,
        (links, fact) => fact switch
        {
            PersonLinked linked => links.Add(linked.Other),
            PersonUnlinked unlinked => links.Remove(unlinked.Other),
            _ => links,
        });
}
