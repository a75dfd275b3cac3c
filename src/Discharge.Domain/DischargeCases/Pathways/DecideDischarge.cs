using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// To decide that the person is discharged. Refused with what is missing, unless a senior decides against the rule with role and reason (A1). A decision holds for the
/// period of not meeting criteria to reside that it was made in; once they were met again, another is needed.
/// </summary>
/// <param name="OccurredAt">When it was decided.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Override">A senior's decision to discharge with something missing.</param>
public sealed record DecideDischarge(Instant OccurredAt, StaffRole By, Override? Override = null) : DischargeCaseDecision(OccurredAt)
{
    /// <summary>Something is missing.</summary>
    public static readonly Refusal NotReady = new(
        "discharge.not-ready",
        "The person cannot be discharged yet: something that keeps them safe is missing.",
        "Record what is missing, then decide; or a senior decides with role and reason.");

    /// <summary>A decision that holds is on record already.</summary>
    public static readonly Refusal AlreadyDecided = new(
        "discharge.already-decided", "It was decided to discharge this person already.", "Withdraw the decision on record as entered in error, then decide again.");

    /// <summary>The decision is dated after the person left.</summary>
    public static readonly Refusal AfterLeaving = new(
        "discharge.decided-after-leaving", "The person had left the hospital by then.", "A decision dated before they left, or none: leaving is on record and stands.");

    /// <summary>What an override departs from, for each thing that was missing.</summary>
    public static Departure Overridden(Missing missing) => new(missing.Code, $"A senior decided to discharge although: {missing.Sentence}", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new DischargeDecided(OccurredAt, By, Override);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge)
    {
        var then = discharge.At(OccurredAt);
        var missing = WhatDischargeNeeds.MissingFrom(then).ToArray();
        return ReadyPeriod.DecisionAsOf(discharge, OccurredAt) switch
        {
            { } decided => AlreadyDecided.Naming(decided.Version),
            _ when then.Left is not null => AfterLeaving.Naming(discharge.VersionOf<DischargedFromHospital>()),
            _ when missing is [] => discharge.Record(Fact),
            _ when Override is null => NotReady.For(missing),
            _ => missing.Aggregate(discharge.Record(Fact), (recording, lacking) => recording.Departing(Overridden(lacking), unless: false)),
        };
    }
}
