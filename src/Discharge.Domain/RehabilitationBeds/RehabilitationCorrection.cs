using Discharge.Domain.Deciding;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>What no correction may bring about in a rehabilitation-bed case: an outcome without its visit, and a place that the person is not in.</summary>
public static class RehabilitationCorrection
{
    /// <summary>The visit has an outcome on record.</summary>
    public static readonly Refusal OutcomeStands = new(
        "rehabilitation.outcome-stands", "The outcome of this home access visit would stand without it.", "Withdraw the outcome first, then the visit; or let the visit stand again before its outcome.");

    /// <summary>The person is on record as somewhere else since.</summary>
    public static readonly Refusal SomewhereElseSince = new(
        "rehabilitation.somewhere-else-since",
        "By what would stand then the person would have a place that they are not in, or be in a bed that is not theirs: what happened after it says otherwise.",
        "Withdraw what is on record of where the person is since, the last of it first, then this; and tell all of it in the order in which it happened.");

    /// <summary>Why a case could not stand as a correction would make it; null where it can. What did not go together before may be put right in any steps.</summary>
    /// <param name="before">What is on record.</param>
    /// <param name="after">What would be.</param>
    public static Refusal? Against(RehabilitationCase before, RehabilitationCase after) => OutcomesWithoutVisit(after).Except(OutcomesWithoutVisit(before)).FirstOrDefault() is { } outcome
        ? OutcomeStands.Naming(outcome.Version)
        : before.IsWhereTheirPlaceIs && !after.IsWhereTheirPlaceIs ? SomewhereElseSince.Naming(after.Facts.Entries.Last(entry => Whereabouts.AreSaidBy(entry.Fact) || SharedFacts.With(entry.Fact) is not null).Version) : null;

    /// <summary>The outcomes of which the visit does not stand.</summary>
    internal static IEnumerable<Entry> OutcomesWithoutVisit(RehabilitationCase rehabilitation) => rehabilitation.Facts.EntriesOf<HomeAccessVisitConcluded>()
        .Where(outcome => HomeAccessVisit.Find(rehabilitation, ((HomeAccessVisitConcluded)outcome.Fact).Visit) is null);
}
