using Discharge.Domain.Deciding;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>Whether the team is confident that the risks at home can be managed, and what was decided on it.</summary>
public static class Confidence
{
    /// <summary>The judgement that holds: the last one, unless a visit since ended without confidence.</summary>
    public static Entry? HoldingIn(RehabilitationCase rehabilitation) =>
        rehabilitation.Facts.Entries.LastOrDefault(entry => entry.Fact is RisksJudgedManageable || Doubts(entry.Fact)) is { Fact: RisksJudgedManageable } judged ? judged : null;

    /// <summary>The decision to discharge home that stands since the last admission; null where there is none.</summary>
    public static DischargeHomeDecided? DecidedIn(RehabilitationCase rehabilitation) =>
        rehabilitation.Facts.All<RehabilitationEvent>().LastOrDefault(fact => fact is DischargeHomeDecided or AdmittedToRehabilitationBed) as DischargeHomeDecided;

    private static bool Doubts(Fact fact) => fact is HomeAccessVisitConcluded { Outcome: not VisitOutcome.ConfidentToDischarge };
}
