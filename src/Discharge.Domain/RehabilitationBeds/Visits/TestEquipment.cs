using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>A piece of equipment is tested at a home access visit; each has its own result (A5).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Visit">The entry that started the visit.</param>
/// <param name="Item">What.</param>
/// <param name="Result">How it went.</param>
/// <param name="Note">What is added in words.</param>
public sealed record TestEquipment(Instant OccurredAt, long Visit, EquipmentKind Item, TestResult Result, NoteRef? Note = null) : RehabilitationRecord(OccurredAt)
{
    /// <summary>The visit had not begun, or was over.</summary>
    public static readonly Departure OutsideTheVisit = new(
        "rehabilitation.tested-outside-visit", "Equipment is on record as tested at a home access visit that had not begun or was over by then; one of the moments is wrong.", Owner.RehabilitationTeam);

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new EquipmentTested(OccurredAt, Visit, Item, Result, Note);

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> Judge(RehabilitationCase rehabilitation) => HomeAccessVisit.Find(rehabilitation, Visit) switch
    {
        null => HomeAccessVisit.NoSuchVisit,
        var visit => Happened(rehabilitation, Fact).Departing(OutsideTheVisit, unless: OccurredAt >= visit.Started.OccurredAt && !(OccurredAt > (visit.End ?? visit.Since)?.Fact.OccurredAt)),
    };
}
