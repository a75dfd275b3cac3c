using Discharge.Domain.Deciding;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>
/// What stands on record and cannot stand together. Late facts and corrections bring it about, which are never refused for it, and it is shown until somebody has put it right.
/// </summary>
public static class RehabilitationContradictions
{
    /// <summary>Two cases of one person are open.</summary>
    public static readonly Departure TwoOpenCases = new(
        "rehabilitation.two-open-cases", "This person has two rehabilitation-bed cases that are open: record everything in one, and end, decline or withdraw the other.", Owner.RehabilitationTeam);

    /// <summary>The referral was declined and the person was admitted.</summary>
    public static readonly Departure DeclinedAndAdmitted = new(
        "rehabilitation.declined-and-admitted", "The referral was declined and the person was admitted: withdraw what is wrong of the two.", Owner.RehabilitationTeam);

    /// <summary>A visit has no outcome, and the person is on record as somewhere else since.</summary>
    public static readonly Departure VisitWithoutOutcome = new(
        "rehabilitation.visit-without-outcome", "A home access visit has no outcome, and the person is on record as somewhere else since: say how it ended.", Owner.RehabilitationTeam);

    /// <summary>The judgement that a discharge home rests on no longer stands.</summary>
    public static readonly Departure DecidedWithoutConfidence = new(
        "rehabilitation.decided-without-confidence", "It was decided to discharge the person home on a judgement that no longer stands: judge the risks anew.", Owner.RehabilitationTeam);

    /// <summary>What contradicts itself in a case as it stands.</summary>
    /// <param name="rehabilitation">The case.</param>
    /// <param name="hasOtherOpen">Whether the person has another case that is open.</param>
    public static IEnumerable<Departure> In(RehabilitationCase rehabilitation, bool hasOtherOpen = false)
    {
        if (hasOtherOpen && rehabilitation.IsOpen)
        {
            yield return TwoOpenCases;
        }

        if (rehabilitation is { IsDeclined: true, Admission: not null })
        {
            yield return DeclinedAndAdmitted;
        }

        if (rehabilitation is { OpenVisit: not null, Phase: not RehabilitationPhase.OnHomeAccessVisit and not RehabilitationPhase.ReferredInError })
        {
            yield return VisitWithoutOutcome;
        }

        if (Confidence.DecidedIn(rehabilitation) is { } decided && rehabilitation.Facts.EntriesOf<RisksJudgedManageable>().All(judged => judged.Version != decided.Judgement))
        {
            yield return DecidedWithoutConfidence;
        }
    }
}
