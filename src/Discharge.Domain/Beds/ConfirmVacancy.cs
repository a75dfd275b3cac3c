using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>The provider gives their word whether a place is free. It takes nothing from whoever has it by what is on record here.</summary>
/// <param name="OccurredAt">When they gave it.</param>
/// <param name="IsFree">Whether it is, or will be; otherwise somebody this service does not know of has it.</param>
/// <param name="FreeFrom">The first day on which it is free, where not at once.</param>
/// <param name="FreeTo">The last day on which it is free, where the provider has promised it afterwards.</param>
public sealed record ConfirmVacancy(Instant OccurredAt, bool IsFree, LocalDate? FreeFrom = null, LocalDate? FreeTo = null) : BedCommand(OccurredAt)
{
    /// <summary>The provider says that a place is free in which somebody is, by what is on record here.</summary>
    public static readonly Departure SaidFreeWhileTaken = new(
        "bed.said-free-while-taken", "The provider says that this place is free, and by what is on record somebody is in it or has it kept: ask which is right.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override BedEvent Fact => new VacancyConfirmed(OccurredAt, IsFree, FreeFrom, FreeTo);

    /// <inheritdoc/>
    protected override Decision<BedEvent> Judge(Bed bed) =>
        new Recording<BedEvent>(Fact).Departing(SaidFreeWhileTaken, unless: !IsFree || FreeFrom is not null || bed.HeldBy(OccurredAt) is not { IsPhysical: true });
}
