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

    /// <summary>The confidence that a discharge home rests on does not stand.</summary>
    public static readonly Departure DecidedWithoutConfidence = new(
        "rehabilitation.decided-without-confidence",
        "It was decided to discharge the person home, and the confidence behind that does not stand, because the judgement was withdrawn or a visit ended otherwise: judge the risks anew.",
        Owner.RehabilitationTeam);

    /// <summary>The person is out from a bed, or back in it, that they had left for good.</summary>
    public static readonly Departure BedLeftBefore = new(
        "rehabilitation.bed-left-before", "The person is on record as out from a bed, or back in it, that they had left before: withdraw what is wrong of the two.", Owner.RehabilitationTeam);

    /// <summary>The referral is withdrawn, and the person lives in a place by this case.</summary>
    public static readonly Departure InErrorInAPlace = new(
        "rehabilitation.in-error-in-a-place",
        "The referral was withdrawn as entered in error, and by what is on record somebody is in a place of this case or has it held: find who it is, and withdraw or record what is true.",
        Owner.RehabilitationTeam);

    /// <summary>Rehabilitation is ended, and the person lives in a place by this case.</summary>
    public static readonly Departure EndedInAPlace = new(
        "rehabilitation.ended-in-a-place",
        "Rehabilitation is on record as ended, and by what is on record the person is in a place of this case or has it held: withdraw the ending, or record that they left.",
        Owner.RehabilitationTeam);

    /// <summary>Where the person is and which place is theirs do not go together.</summary>
    public static readonly Departure PlaceElsewhere = new(
        "rehabilitation.place-elsewhere",
        "By what is on record the person has a place that they are not in, or is in a bed that is not theirs: withdraw what is on record of their places, the last of it first, and tell it in the order in which it happened.",
        Owner.RehabilitationTeam);

    /// <summary>An outcome has no visit.</summary>
    public static readonly Departure OutcomeWithoutVisit = new(
        "rehabilitation.outcome-without-visit", "A home access visit was withdrawn and its outcome stands: withdraw the outcome, or withdraw that withdrawal.", Owner.RehabilitationTeam);

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

        if (rehabilitation is { Referral: null, IsInAPlace: true })
        {
            yield return InErrorInAPlace;
        }

        if (rehabilitation is { Ending: not null, IsInAPlace: true })
        {
            yield return EndedInAPlace;
        }

        if (rehabilitation.Phase is not RehabilitationPhase.ReferredInError && HomeAccessVisit.Of(rehabilitation).Any(visit => visit.LacksItsOutcome))
        {
            yield return VisitWithoutOutcome;
        }

        if (rehabilitation.Moves.Zip(rehabilitation.Moves.Skip(1)).Any(moves => !Whereabouts.After(moves.First).IsWithABed() && NeedsABed(moves.Second)))
        {
            yield return BedLeftBefore;
        }

        if (!rehabilitation.IsWhereTheirPlaceIs)
        {
            yield return PlaceElsewhere;
        }

        if (RehabilitationCorrection.OutcomesWithoutVisit(rehabilitation).Any())
        {
            yield return OutcomeWithoutVisit;
        }

        if (Confidence.IsMissingFrom(rehabilitation))
        {
            yield return DecidedWithoutConfidence;
        }
    }

    private static bool NeedsABed(RehabilitationEvent move) => move is HomeAccessVisitStarted or ReturnedToRehabilitationBed or HomeAccessVisitConcluded { KeepsTheBed: true } or HomeAccessVisitConcluded { IsBack: true };
}
