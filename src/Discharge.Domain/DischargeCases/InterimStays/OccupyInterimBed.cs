using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// The person arrived in an interim bed: from the hospital, from another such bed, or back in the one that was held for them. It happened, so it is recorded with whatever was missing,
/// and it starts the limit of its kind, or continues it (A2).
/// </summary>
/// <param name="OccurredAt">When they arrived.</param>
/// <param name="Place">Which bed.</param>
/// <param name="Note">What is added in words.</param>
public sealed record OccupyInterimBed(Instant OccurredAt, InterimPlace Place, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>That they arrived in this bed is on record already, and nothing since that they left it.</summary>
    public static readonly Refusal AlreadyThere = new(
        "discharge.in-interim-bed-already", "That the person arrived in this bed is on record already, at another moment.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>The place is of a kind in which nobody stays for the interim.</summary>
    public static readonly Refusal NotAnInterimBed = new(
        "discharge.not-an-interim-bed", "This place is neither a nursing bed nor in a residential home, so no interim stay can be in it.", "A nursing bed, or a place in a residential home.");

    /// <summary>Nobody had decided on an interim stay.</summary>
    public static readonly Departure WithoutDecision = new(
        "discharge.interim-bed-without-decision", "The person arrived in an interim bed before anybody had decided on an interim stay.", Owner.CareTransferHub);

    /// <summary>It is another kind of bed than was decided on.</summary>
    public static readonly Departure OtherKind = new(
        "discharge.interim-bed-of-other-kind", "The person arrived in another kind of interim bed than was last decided on, and another limit counts.", Owner.CareTransferHub);

    /// <summary>What an arrival departs from, for each thing that was missing.</summary>
    public static Departure ArrivedWithout(Missing missing) => new(missing.Code, $"The person is in an interim bed although: {missing.Sentence}", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new InterimBedOccupied(OccurredAt, Place, Note: Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge)
    {
        var then = discharge.At(OccurredAt);
        if (IsThere(then))
        {
            return AlreadyThere.Naming(then.Facts.EntriesOf<InterimBedOccupied>().Last().Version);
        }

        var decided = then.Facts.Last<InterimStayDecided>();
        var missing = decided is null ? WhatInterimStayNeeds.MissingFrom(then) : [];
        return Arrival(discharge, (InterimBedOccupied)Fact, recording => missing.Aggregate(
            recording
                .Departing(WithoutDecision, unless: decided is not null)
                .Departing(OtherKind, unless: decided is null || decided.Kind == Place.Kind),
            (with, lacking) => with.Departing(ArrivedWithout(lacking), unless: false)));
    }

    /// <summary>To record an arrival, with what any of them may depart from. Whoever comes from another registered bed gives that one up, so that the bed and the case say the same; whoever comes straight from home, the place agreed for it that they did not come into.</summary>
    /// <param name="discharge">The case.</param>
    /// <param name="arrived">The arrival.</param>
    /// <param name="departing">What this one departs from beside that.</param>
    internal static Decision<DischargeCaseEvent> Arrival(
        DischargeCase discharge, InterimBedOccupied arrived, Func<Recording<DischargeCaseEvent>, Recording<DischargeCaseEvent>>? departing = null)
    {
        var recording = discharge.Record(arrived)
            .Departing(OutOfCourse.NotLeftYet, unless: discharge.HadLeftBy(arrived.OccurredAt))
            .Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(arrived.OccurredAt));
        Decision<DischargeCaseEvent> decision = departing is null ? recording : departing(recording);
        decision = arrived.Direct is null ? decision : Contingency.GivingUp(decision, discharge, arrived.OccurredAt, but: arrived.Place.Bed);
        return InterimStay.NotVacated(discharge.At(arrived.OccurredAt))?.Bed is { } left && left != arrived.Place.Bed && decision is Decision<DischargeCaseEvent>.Accepted accepted
            ? accepted with { Facts = accepted.Facts.Insert(0, new InterimBedVacated(arrived.OccurredAt, LeavingInterimBedFor.AnotherInterimBed, left)) }
            : decision;
    }

    // Whoever comes back from hospital to the bed that was held arrives in it anew.
    private bool IsThere(DischargeCase then) =>
        Place.Bed is { } bed && InterimStay.NotVacated(then)?.Bed == bed && then.Facts.All<InterimStayEvent>().LastOrDefault(IsOfTheBed) is InterimBedOccupied && !then.IsBackInHospital;

    private static bool IsOfTheBed(InterimStayEvent fact) => fact is InterimBedOccupied or InterimBedHeld or InterimBedVacated;
}
