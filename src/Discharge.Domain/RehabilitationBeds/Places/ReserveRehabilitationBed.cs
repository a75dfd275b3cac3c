using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>To reserve a bed for the person until a moment, or for longer than before. Whether it can be had, the place decides.</summary>
/// <param name="OccurredAt">When it is decided.</param>
/// <param name="Bed">The place.</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Provider">The ward or home it belongs to.</param>
/// <param name="Until">The first moment at which it is no longer reserved.</param>
public sealed record ReserveRehabilitationBed(Instant OccurredAt, Guid Bed, PlaceKind Kind, OdsCode Provider, Instant Until) : RehabilitationDecision(OccurredAt)
{
    /// <summary>The team has not taken the person.</summary>
    public static readonly Refusal NotAccepted = new("rehabilitation.not-accepted", "The team had not accepted this person by then, so no bed is reserved for them.", "A reservation from the acceptance on.");

    /// <summary>The place is not for rehabilitation.</summary>
    public static readonly Refusal NotForRehabilitation = new(
        "rehabilitation.not-a-rehabilitation-bed", "This place is not a bed for rehabilitation.", "A place registered for rehabilitation; a care home is agreed on as the contingency place.");

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new RehabilitationBedReserved(OccurredAt, Bed, Provider, Until);

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> DecideOn(RehabilitationCase rehabilitation) => rehabilitation.At(OccurredAt) switch
    {
        _ when Kind is not PlaceKind.Rehabilitation => NotForRehabilitation,
        { IsAccepted: false } => NotAccepted,
        _ => Fact,
    };
}
