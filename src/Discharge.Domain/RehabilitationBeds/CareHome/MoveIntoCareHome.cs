using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>The person moves straight into a care home rather than back to hospital. Where they were out on a home access visit, the visit ends with it.</summary>
/// <param name="OccurredAt">When they arrived there.</param>
/// <param name="Place">The place.</param>
/// <param name="AgreedBy">The profession of whoever decided on the move.</param>
/// <param name="Note">What is added in words.</param>
public abstract record MoveIntoCareHome(Instant OccurredAt, CareHomePlace Place, RehabilitationRole AgreedBy, NoteRef? Note) : RehabilitationRecord(OccurredAt)
{
    /// <summary>They are there already.</summary>
    public static readonly Refusal AlreadyThere = new(
        "rehabilitation.in-care-home-already", "That the person is in this care home is on record already, at another moment.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>By what is on record, they were not at home.</summary>
    public static readonly Departure NotFromHome = new(
        "rehabilitation.not-moved-from-home", "The person is on record as moved straight from home into a care home, and was not at home by then; one of the entries is wrong.", Owner.RehabilitationTeam);

    /// <summary>How a visit ends of which they were out.</summary>
    private protected abstract VisitOutcome EndsVisitAs { get; }

    /// <summary>To record the move, with what it gives up.</summary>
    private protected Decision<RehabilitationEvent> Moved(RehabilitationCase rehabilitation, Func<Recording<RehabilitationEvent>, Recording<RehabilitationEvent>> departing)
    {
        var then = rehabilitation.At(OccurredAt);
        if (Place.Kind is PlaceKind.Rehabilitation)
        {
            return AgreeCareHomePlace.NotACareHome;
        }

        if (then.Phase is RehabilitationPhase.InCareHome && then.Facts.EntriesOf<MovedIntoCareHome>().Last() is { Fact: MovedIntoCareHome { Place: var there } } entry && there == Place)
        {
            return AlreadyThere.Naming(entry.Version);
        }

        var moved = With(departing(Happened(rehabilitation, Fact).Departing(NotFromHome, unless: then.IsAtHome)), WhatItGivesUp(rehabilitation, then.OpenVisit));
        return PlacesKept.GivenUp(moved, rehabilitation, OccurredAt, but: Place.Bed);
    }

    // The outcome of the visit says what becomes of the bed that was held through it.
    private IEnumerable<RehabilitationEvent> WhatItGivesUp(RehabilitationCase rehabilitation, HomeAccessVisit? visit) => visit is { Started.Bed: { } held }
        ?
        [
            new HomeAccessVisitConcluded(OccurredAt, visit.Start.Version, EndsVisitAs, Bed: held, Follows: true),
            .. GivenUp.Because(rehabilitation, OccurredAt, Place.Bed).Where(left => !(SharedFacts.With(left) == held && left.OccurredAt == OccurredAt)),
        ]
        : GivenUp.Because(rehabilitation, OccurredAt, Place.Bed);
}
