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

        var moved = With(departing(Happened(rehabilitation, Fact).Departing(NotFromHome, unless: then.IsAtHome)), GivenUp.Because(rehabilitation, OccurredAt, Place.Bed));
        return PlacesKept.GivenUp(moved, rehabilitation, OccurredAt, but: Place.Bed);
    }
}
