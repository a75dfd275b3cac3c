using System.Collections.Frozen;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>Every rule a fact of a rehabilitation-bed case may depart from, by its code.</summary>
public static class RehabilitationDepartures
{
    private static readonly FrozenDictionary<string, Departure> ByCode =
        new[]
        {
            RehabilitationCommand.InError, RehabilitationCommand.AfterEnding, RehabilitationCommand.BeforeReferral, RehabilitationCommand.AfterDeath, EndRehabilitationReservation.PlaceLost,
            AdmitToRehabilitationBed.BeforeAcceptance, AdmitToRehabilitationBed.PlaceAmiss, LeaveRehabilitationBed.NotAdmitted, LeaveRehabilitationBed.HomeUndecided, TestEquipment.OutsideTheVisit,
            DecideVisitRisk.NotLeastIntrusiveFirst, ConcludeHomeAccessVisit.ConfidentUntested, ConcludeHomeAccessVisit.ConfidentAfterFailure, MoveIntoCareHome.NotFromHome, MoveUnplannedIntoCareHome.NotAgreedBefore,
            RehabilitationContradictions.TwoOpenCases, RehabilitationContradictions.DeclinedAndAdmitted, RehabilitationContradictions.VisitWithoutOutcome, RehabilitationContradictions.DecidedWithoutConfidence,
            RehabilitationContradictions.BedLeftBefore, RehabilitationContradictions.InErrorInAPlace, RehabilitationContradictions.EndedInAPlace, RehabilitationContradictions.PlaceElsewhere, RehabilitationContradictions.OutcomeWithoutVisit,
            WithdrawEntry.BeforeRecorded,
        }.ToFrozenDictionary(departure => departure.Code);

    /// <summary>All of them.</summary>
    public static IEnumerable<Departure> All => ByCode.Values;

    /// <summary>The departure of this code. One that a newer version of the service recorded is shown by its code, so that the case can still be shown and changed.</summary>
    public static Departure Of(string code) =>
        ByCode.GetValueOrDefault(code) ?? new(code, "A rule was departed from that this version of the service has no words for.", Owner.RehabilitationTeam);
}
