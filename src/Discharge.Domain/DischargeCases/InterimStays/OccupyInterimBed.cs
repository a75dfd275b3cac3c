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

    /// <summary>Another bed is on record as held for them since.</summary>
    public static readonly Refusal HeldSince = new(
        "discharge.interim-bed-held-since",
        "Another interim bed is on record as held for the person after this arrival, which cannot be if they came from there into this one.",
        "Withdraw the holding as entered in error, record this arrival, then which bed was held.");

    /// <summary>They were in a bed of this kind before.</summary>
    public static readonly Departure KindAgain = new(
        "discharge.interim-kind-again",
        "The person was in this kind of interim bed before, in this case: another limit begins, and only the total shows the days of both.",
        Owner.CareTransferHub);

    /// <summary>The place itself says that they should not have come into it.</summary>
    public static readonly Departure PlaceAmiss = new(
        "discharge.interim-bed-place-amiss",
        "The person came into a place that was closed, was promised to somebody else, or was said to be taken: see that they are safe there, and look at what the place says.",
        Owner.CareTransferHub);

    /// <summary>What an arrival departs from, for each thing that was missing.</summary>
    public static Departure ArrivedWithout(Missing missing) => new(missing.Code, $"The person is in an interim bed although: {missing.Sentence}", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new InterimBedOccupied(OccurredAt, Place, Note: Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge)
    {
        var then = discharge.At(OccurredAt);
        var decided = then.Facts.Last<InterimStayDecided>();
        var missing = decided is null ? WhatInterimStayNeeds.MissingFrom(then) : [];
        return Arrival(discharge, (InterimBedOccupied)Fact, recording => missing.Aggregate(
            recording
                .Departing(WithoutDecision, unless: decided is not null)
                .Departing(OtherKind, unless: decided is null || decided.Kind == Place.Kind),
            (with, lacking) => with.Departing(ArrivedWithout(lacking), unless: false)));
    }

    /// <summary>
    /// To record an arrival, with what any of them may depart from. Whoever comes from another registered bed gives that one up, and whoever is on record as gone on from this one, which is told
    /// late, gives this one up then, so that the bed and the case say the same; whoever comes straight from home, the place agreed for it that they did not come into.
    /// </summary>
    /// <param name="discharge">The case.</param>
    /// <param name="arrived">The arrival.</param>
    /// <param name="departing">What this one departs from beside that.</param>
    internal static Decision<DischargeCaseEvent> Arrival(
        DischargeCase discharge, InterimBedOccupied arrived, Func<Recording<DischargeCaseEvent>, Recording<DischargeCaseEvent>>? departing = null)
    {
        var (then, next) = (discharge.At(arrived.OccurredAt), InterimStay.NextAfter(discharge, arrived.OccurredAt));
        if (IsThere(then, arrived.Place))
        {
            return AlreadyThere.Naming(then.Facts.EntriesOf<InterimBedOccupied>().Last().Version);
        }

        if (next is InterimBedHeld && SharedFacts.With(next) != arrived.Place.Bed)
        {
            return HeldSince.Naming(discharge.Facts.EntriesOf<InterimBedHeld>().First(entry => entry.Fact == next).Version);
        }

        var recording = discharge.Record(arrived)
            .Departing(OutOfCourse.NotLeftYet, unless: discharge.HadLeftBy(arrived.OccurredAt))
            .Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(arrived.OccurredAt))
            .Departing(KindAgain, unless: InterimStay.NotVacated(then)?.Kind == arrived.Place.Kind || InterimStay.Of(then).All(stay => stay.Kind != arrived.Place.Kind));
        Decision<DischargeCaseEvent> decision = departing is null ? recording : departing(recording);
        decision = arrived.Direct is null ? decision : Contingency.GivingUp(decision, discharge, arrived.OccurredAt, but: arrived.Place.Bed);
        return decision is Decision<DischargeCaseEvent>.Accepted accepted ? accepted with { Facts = [.. accepted.Facts, .. BedsGivenUp(then, arrived, next)] } : decision;
    }

    private static IEnumerable<InterimBedVacated> BedsGivenUp(DischargeCase then, InterimBedOccupied arrived, InterimStayEvent? next)
    {
        if (InterimStay.NotVacated(then)?.Bed is { } left && left != arrived.Place.Bed)
        {
            yield return GivenUp(arrived.OccurredAt, left);
        }

        if (arrived.Place.Bed is { } here && next is not null && SharedFacts.With(next) != here)
        {
            yield return GivenUp(next.OccurredAt, here);
        }
    }

    private static InterimBedVacated GivenUp(Instant at, Guid bed) => new(at, LeavingInterimBedFor.AnotherInterimBed, bed, Follows: true);

    // Whoever comes back from hospital to the bed that was held arrives in it anew. Of a place that is not registered, no more is known than its home and kind.
    private static bool IsThere(DischargeCase then, InterimPlace place) =>
        InterimStay.NotVacated(then) is { IsBetween: false } stay && (stay.Place.Bed, stay.Place.Kind, stay.Place.Provider) == (place.Bed, place.Kind, place.Provider)
        && then.Facts.All<InterimStayEvent>().LastOrDefault(fact => fact is InterimBedOccupied or InterimBedHeld) is InterimBedOccupied && !then.IsBackInHospital;
}
