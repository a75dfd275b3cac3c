using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>To register a place. Every place a provider has is registered once, by what the provider calls it.</summary>
/// <param name="OccurredAt">From when it can be given.</param>
/// <param name="Provider">The home or ward it belongs to.</param>
/// <param name="Name">What the provider calls it.</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Area">The local authority in whose area it lies.</param>
/// <param name="Offer">What it can serve, at what cost.</param>
public sealed record RegisterBed(Instant OccurredAt, OdsCode Provider, string Name, PlaceKind Kind, OdsCode Area, BedOffer Offer)
{
    /// <summary>The provider has a place of that name already.</summary>
    public static readonly Refusal AlreadyRegistered = new(
        "bed.already-registered", "This provider has a place of that name already.", "Another name; or change what that place can serve and costs.")
    { TakenByAnother = true };

    /// <summary>Whether a registration says what this one says.</summary>
    public bool Says(BedRegistered registered) => registered.SaysTheSameAs(Fact);

    /// <summary>What is put on record where the name is not taken.</summary>
    public Decision<BedEvent> Decide(bool nameIsTaken) => nameIsTaken ? AlreadyRegistered : Fact;

    private BedEvent Fact => new BedRegistered(OccurredAt, Provider, Name, Kind, Area, Offer);
}
