using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The interim bed is held while the person is in hospital. The case stays theirs and the limit goes on being counted, because the bed is used.</summary>
/// <param name="OccurredAt">From when.</param>
/// <param name="By">The role of whoever arranged it.</param>
/// <param name="Until">Until when it is held, where that is said.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HoldInterimBed(Instant OccurredAt, StaffRole By, LocalDate? Until = null, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>No return to hospital is on record by then.</summary>
    public static readonly Departure WithoutReturn = new(
        "discharge.interim-bed-held-without-return", "An interim bed is held for somebody in hospital, and no return to hospital is on record by then.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new InterimBedHeld(OccurredAt, By, Until: Until, Note: Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge)
    {
        var then = discharge.At(OccurredAt);
        var held = (InterimBedHeld)Fact with { Bed = InterimStay.NotVacated(then)?.Bed };
        return discharge.Facts.All<InterimBedHeld>().Any(other => (other with { Bed = null }).SaysTheSameAs(Fact))
            ? []
            : discharge.Record(held)
                .Departing(VacateInterimBed.NotThere, unless: InterimStay.NotVacated(then) is not null)
                .Departing(WithoutReturn, unless: then.WasReadmitted)
                .Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt));
    }
}
