using Discharge.Domain.Deciding;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>Whether the team is confident that the risks at home can be managed, and what was decided on it. What was judged or decided before a stay began says nothing of it.</summary>
public static class Confidence
{
    /// <summary>The judgement that holds: the last one of the stay, unless a visit since ended without confidence.</summary>
    public static Entry? HoldingIn(RehabilitationCase rehabilitation) => Holding(Whereabouts.OfLastStay(rehabilitation));

    /// <summary>The decision to discharge home that stands: the last one of the stay, unless a visit since ended without confidence; null where there is none.</summary>
    public static DischargeHomeDecided? DecidedIn(RehabilitationCase rehabilitation) =>
        Whereabouts.OfLastStay(rehabilitation).LastOrDefault(entry => entry.Fact is DischargeHomeDecided || Doubts(entry.Fact))?.Fact as DischargeHomeDecided;

    /// <summary>Whether it was decided to discharge the person home, and nobody's confidence stands behind that: a judgement was withdrawn, or a visit ended otherwise, before or since.</summary>
    public static bool IsMissingFrom(RehabilitationCase rehabilitation)
    {
        var stay = Whereabouts.OfLastStay(rehabilitation).ToArray();
        return Array.FindLast(stay, entry => entry.Fact is DischargeHomeDecided) is { Fact: DischargeHomeDecided decided } last
            && (DecidedIn(rehabilitation) is null
                ? rehabilitation.HasRehabilitationBed && Holding(stay) is null
                : Holding(stay.TakeWhile(entry => entry != last)) is null || stay.All(entry => entry.Version != decided.Judgement));
    }

    private static Entry? Holding(IEnumerable<Entry> entries) => entries.LastOrDefault(entry => entry.Fact is RisksJudgedManageable || Doubts(entry.Fact)) is { Fact: RisksJudgedManageable } judged ? judged : null;

    private static bool Doubts(Fact fact) => fact is HomeAccessVisitConcluded { Outcome: not VisitOutcome.ConfidentToDischarge };
}
