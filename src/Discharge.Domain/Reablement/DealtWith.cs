using System.Collections.Frozen;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.Reablement;

/// <summary>When a departure on record has been put right, so that the case no longer warns of it; the history keeps it. A departure with no line here is shown as long as its entry stands.</summary>
public static class DealtWith
{
    private static readonly FrozenDictionary<string, Func<ReablementEvent, ReablementCase, bool>> Rules = new (Departure Departure, Func<ReablementEvent, ReablementCase, bool> IsDealtWith)[]
    {
        (ReablementCommand.InError, (_, reablement) => reablement.Referral is not null),
        (ReablementCommand.BeforeReferral, (fact, reablement) => reablement.Referral?.OccurredAt <= fact.OccurredAt),
        (ReablementCommand.AfterEnding, (fact, reablement) => fact is ReablementEnded
            ? !reablement.Facts.All<ContactMade>().Any(contact => contact.OccurredAt > fact.OccurredAt)
            : !(reablement.Ending?.OccurredAt < fact.OccurredAt)),
        (ReablementContradictions.AfterDeath, (fact, reablement) => !ReablementContradictions.IsAfterDeath(reablement, fact)),
        (ReablementContradictions.StatusAfterDeath, (_, reablement) => !FollowUpWindow.DiedBy(reablement)),
        (RecordContact.BeforeAcceptance, (_, reablement) => reablement.IsTakenOn || reablement.IsDeclined),
        (RecordContact.WithoutWorker, (_, reablement) => reablement.Responsible is not null),
        (RecordContact.MadeTwice, (fact, reablement) => fact is ContactMade { Visit: { } visit } && reablement.Facts.All<ContactMade>().Count(made => made.Visit == visit) == 1),
        (ReportMissedVisit.WasMade, (fact, reablement) => fact is VisitMissed missed
            ? !reablement.Facts.All<ContactMade>().Any(made => made.Visit == missed.Visit)
            : fact is ContactMade { Visit: { } visit } && !reablement.Facts.All<VisitMissed>().Any(other => other.Visit == visit)),
        (EndReablement.WithoutStart, (fact, reablement) => reablement.FirstContact?.OccurredAt <= fact.OccurredAt),
        (RecordFollowUp.NotFromHospital, (_, reablement) => reablement.IsFromHospital),
        (RecordFollowUp.OutsideItsWindow, (_, reablement) => FollowUpWindow.Of(reablement) is { } window && FollowUpWindow.StatusIn(reablement) is { } status && window.Contains(status.OccurredAt)),
        (HandOverCase.OutOfTurn, (_, reablement) => Responsibility.Follows(reablement.Facts.All<ReablementEvent>())),
    }.ToFrozenDictionary(rule => rule.Departure.Code, rule => rule.IsDealtWith);

    /// <summary>What a case as it stands warns of: what was departed from and not put right since, and what contradicts itself, in whichever order it was recorded.</summary>
    /// <param name="reablement">The case.</param>
    /// <param name="hasOtherOpen">Whether the person has another case that is open.</param>
    public static IEnumerable<Departure> NotYet(ReablementCase reablement, bool hasOtherOpen = false) =>
        reablement.Facts.All<ReablementEvent>()
            .SelectMany(fact => fact.Departures.Where(code => Rules.GetValueOrDefault(code)?.Invoke(fact, reablement) is not true))
            .Select(ReablementDepartures.Of)
            .Concat(ReablementContradictions.In(reablement, hasOtherOpen))
            .Distinct();
}
