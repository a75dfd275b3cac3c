using System.Collections.Frozen;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.Reablement;

/// <summary>Every rule a fact of a reablement case may depart from, by its code.</summary>
public static class ReablementDepartures
{
    private static readonly FrozenDictionary<string, Departure> ByCode =
        new[]
        {
            AllocateWorker.OverCapacity, AllocateWorker.NobodyOnDuty, HandOverCase.OutOfTurn, RecordContact.BeforeAcceptance, RecordContact.WithoutWorker, RecordContact.MadeTwice, ReablementCommand.InError,
            ReablementCommand.AfterEnding, ReablementCommand.BeforeReferral, ReportMissedVisit.WasMade, EndReablement.WithoutStart, RecordFollowUp.OutsideItsWindow, RecordFollowUp.NotFromHospital,
            ReablementContradictions.TwoOpenCases, ReablementContradictions.AllocatedTwice, ReablementContradictions.DeclinedAndContacted, ReablementContradictions.ChargedWhileFree,
            ReablementContradictions.ChargedThoughWaived, ReablementContradictions.AfterDeath, ReablementContradictions.StatusAfterDeath, WithdrawEntry.BeforeRecorded,
        }.ToFrozenDictionary(departure => departure.Code);

    /// <summary>All of them.</summary>
    public static IEnumerable<Departure> All => ByCode.Values;

    /// <summary>The departure of this code. One that a newer version of the service recorded is shown by its code, so that the case can still be shown and changed.</summary>
    public static Departure Of(string code) =>
        ByCode.GetValueOrDefault(code) ?? new(code, "A rule was departed from that this version of the service has no words for.", Owner.ReablementTeam);
}
