using System.Collections.Immutable;

namespace Discharge.Domain.DischargeCases;

/// <summary>A carer as a party of their own: who named them, what they were offered and what came of it (A18).</summary>
/// <param name="Id">The number of the entry that named them.</param>
/// <param name="Named">How they were named; null where that entry was withdrawn and something recorded about them still stands.</param>
/// <param name="Offers">What they were offered, in order of occurrence.</param>
/// <param name="Outcomes">What came of it, in order of occurrence.</param>
public sealed record Carer(long Id, CarerNamed? Named, ImmutableArray<CarerOfferMade> Offers, ImmutableArray<CarerOutcomeRecorded> Outcomes);

/// <summary>The carers of a case.</summary>
public static class Carers
{
    /// <summary>All who were named or about whom something stands, in order of their numbers.</summary>
    public static ImmutableArray<Carer> Of(DischargeCase discharge)
    {
        var named = discharge.Facts.EntriesOf<CarerNamed>().ToDictionary(entry => entry.Version, entry => (CarerNamed)entry.Fact);
        var offers = discharge.Facts.All<CarerOfferMade>().ToLookup(offer => offer.Carer);
        var outcomes = discharge.Facts.All<CarerOutcomeRecorded>().ToLookup(outcome => outcome.Carer);
        return
        [
            .. named.Keys.Union(offers.Select(carer => carer.Key)).Union(outcomes.Select(carer => carer.Key)).Order()
                .Select(id => new Carer(id, named.GetValueOrDefault(id), [.. offers[id]], [.. outcomes[id]])),
        ];
    }

    /// <summary>Whether the entry of this number names a carer and stands.</summary>
    public static bool IsNamed(DischargeCase discharge, long id) => discharge.Facts.EntriesOf<CarerNamed>().Any(entry => entry.Version == id);
}
