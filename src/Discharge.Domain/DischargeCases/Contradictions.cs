using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// What stands on record and cannot stand together. Corrections bring it about, a withdrawal withdrawn above all; a correction is never refused for it,
/// and it is shown until somebody has put it right.
/// </summary>
public static class Contradictions
{
    /// <summary>Something that happens once in a case stands twice.</summary>
    public static readonly Departure StandsTwice = new(
        "discharge.stands-twice", "Something that happens once in a case stands on record twice; withdraw the one that is wrong.", Owner.CareTransferHub);

    /// <summary>The case is closed, and by what stands now something is still owed to the person.</summary>
    public static readonly Departure ClosedTooSoon = new(
        "discharge.closed-too-soon",
        "The case is closed, and by what stands on record now the person has still to be seen, checked or decided on; record what happened, or withdraw the closing.",
        Owner.CareTransferHub);

    /// <summary>What contradicts itself in a case as it stands.</summary>
    public static IEnumerable<Departure> In(DischargeCase discharge, IReadOnlyCollection<Clock> clocks)
    {
        if (Times<CaseOpened>(discharge) > 1 || Times<PersonAdmitted>(discharge) > 1 || Times<DischargedFromHospital>(discharge) > 1
            || Times<PersonDied>(discharge) > 1 || Times<CaseClosed>(discharge) > 1)
        {
            yield return StandsTwice;
        }

        if (StillOwed(discharge, clocks).Any())
        {
            yield return ClosedTooSoon;
        }
    }

    /// <summary>
    /// The clocks that run on in a closed case. A welfare check that a senior closed the case without is not owed any more, nor is being seen to somebody who had declined it; and nothing is to
    /// somebody who is no longer where they could be seen.
    /// </summary>
    public static IEnumerable<Clock> StillOwed(DischargeCase discharge, IEnumerable<Clock> clocks) => discharge is { Closing: { } closing, IsAwayFromHome: false }
        ? clocks.Where(clock => clock.IsOpen && !(closing.Override is not null && MayBeWaived(clock, discharge.At(closing.OccurredAt))))
        : [];

    private static bool MayBeWaived(Clock clock, DischargeCase then) => clock.Rule.Id == DischargeCaseTimelines.WelfareCheck.RuleId
        || (clock.Rule.Id == DischargeCaseTimelines.SeenAtHome.RuleId && CloseCase.HasDeclined(then));

    private static int Times<T>(DischargeCase discharge)
        where T : DischargeCaseEvent => discharge.Facts.EntriesOf<T>().Count();
}
