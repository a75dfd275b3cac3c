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

    /// <summary>Whether the person can go home from the bed that is theirs: it was decided, and somebody's confidence stands behind that.</summary>
    public static bool StandsBehindGoingHomeIn(RehabilitationCase rehabilitation) => rehabilitation.HasRehabilitationBed && DecidedIn(rehabilitation) is not null && !IsMissingFrom(rehabilitation);

    /// <summary>Whether it was decided to discharge the person home, and nobody's confidence stands behind that: a judgement was withdrawn, or a visit ended otherwise, before or since.</summary>
    public static bool IsMissingFrom(RehabilitationCase rehabilitation)
    {
        var stay = Whereabouts.OfLastStay(rehabilitation).ToArray();
        return Array.FindLast(stay, entry => entry.Fact is DischargeHomeDecided) is { Fact: DischargeHomeDecided decided } last
            && (DecidedIn(rehabilitation) is null
                ? rehabilitation.HasRehabilitationBed && Holding(stay) is null
                : Holding(stay.TakeWhile(entry => entry != last)) is null || stay.All(entry => entry.Version != decided.Judgement));
    }

    // What was judged after a visit stands on that visit.
    private static Entry? Holding(IEnumerable<Entry> stay)
    {
        var entries = stay.ToArray();
        return Array.FindLast(entries, entry => Judges(entry.Fact) || Doubts(entry.Fact)) is { Fact: RisksJudgedManageable } judged ? judged : null;

        bool Judges(Fact fact) => fact is RisksJudgedManageable { Visit: null } || (fact is RisksJudgedManageable { Visit: { } visit } && Array.Exists(entries, entry => entry.Version == visit));
    }

    private static bool Doubts(Fact fact) => fact is HomeAccessVisitConcluded { Outcome: not VisitOutcome.ConfidentToDischarge };
}
