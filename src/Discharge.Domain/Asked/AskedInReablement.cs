using Discharge.Domain.Deciding;
using Discharge.Domain.Reablement;

namespace Discharge.Domain.Asked;

/// <summary>
/// What a reablement case asks of organisations: the team to take the person, the urgent community response to see to them, a provider to bridge, and whoever has to bring about what comes after six weeks. It
/// asks nothing any more once the team declined, reablement ended or the person died, except that whoever was asked to see to a crisis has to all the same where the team declined; and nothing at all where they
/// were referred in error.
/// </summary>
public static class AskedInReablement
{
    /// <summary>All of it, open or ended, in the order in which it was asked.</summary>
    public static IReadOnlyList<Asking> Of(ReablementCase reablement)
    {
        if (reablement.Referral is null)
        {
            return [];
        }

        var (entries, over) = (reablement.Facts.Entries, Places.First(reablement.Death?.OccurredAt, reablement.Ending?.OccurredAt));
        var declined = reablement.Phase is ReablementPhase.Declined ? reablement.Settled : null;
        return
        [
            .. entries.Select((entry, place) => Asked(reablement, entry, entries.Skip(place + 1).Select(later => later.Fact))).OfType<Asking>()
                .Select(asking => asking.What is AskedFor.CrisisResponse ? asking.EndedBy(over) : asking.EndedBy(over).EndedBy(declined)),
        ];
    }

    private static Asking? Asked(ReablementCase reablement, Entry entry, IEnumerable<Fact> later) => entry.Fact switch
    {
        ReablementReferred referred => OfTeam(Asking.In(entry, referred.Team, AskedFor.Reablement) with { By = referred.Referrer }, reablement),
        CrisisResponseRequested requested => Asking.In(entry, requested.Service, AskedFor.CrisisResponse)
            .EndedBy(later.FirstOrDefault(fact => fact is CrisisContactMade made && made.Request == entry.Version), AskedStanding.Done),
        BridgingStarted bridging => (Asking.In(entry, bridging.Provider, AskedFor.Bridging) with { Stands = AskedStanding.Started }).EndedBy(later.FirstOrDefault(fact => fact is BridgingStarted or BridgingEnded)),
        LimitDecided decided => Asking.In(entry, decided.Owner, AskedFor.EndOfReablement, decided.WaitingFor).EndedBy(later.FirstOrDefault(fact => fact is LimitDecided)),
        _ => null,
    };

    private static Asking OfTeam(Asking asking, ReablementCase reablement) => reablement switch
    {
        { FirstContact: not null } => asking with { Stands = AskedStanding.Started },
        { IsDeclined: true } => asking.EndedBy(reablement.Settled, AskedStanding.Declined),
        { IsTakenOn: true } => asking with { Stands = AskedStanding.Accepted },
        _ => asking,
    };
}
