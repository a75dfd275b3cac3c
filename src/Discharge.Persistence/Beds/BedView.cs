using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Persistence.Beds;

/// <summary>A place as it stands at a moment.</summary>
/// <param name="Id">The place.</param>
/// <param name="Version">The number of its last entry.</param>
/// <param name="Provider">The home or ward it belongs to.</param>
/// <param name="Name">What the provider calls it.</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Area">The local authority in whose area it lies.</param>
/// <param name="Features">What it can serve.</param>
/// <param name="WeeklyCost">What a week costs, in pence.</param>
/// <param name="Funders">Whose money it may be paid with.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Case">The case of whoever has it, where somebody does and whoever asks may know of that case.</param>
/// <param name="Since">Since when they have it so.</param>
/// <param name="HeldBecause">Why they are away, where it is held for them.</param>
/// <param name="ReservedUntil">When their reservation lapses, where it is one.</param>
/// <param name="PlannedEnd">When they are expected to leave, where anybody knows.</param>
/// <param name="Closed">Why it is closed, where it is.</param>
/// <param name="ProvidersWord">What the provider said last.</param>
/// <param name="FreeFrom">The first day on which it is free as far as anybody knows.</param>
/// <param name="FreeTo">The last day on which it is free, where the provider has said so.</param>
/// <param name="Warnings">Each rule that what stands departs from.</param>
public sealed record BedView(
    Guid Id,
    long Version,
    OdsCode Provider,
    string Name,
    PlaceKind Kind,
    OdsCode Area,
    IReadOnlyList<BedFeature> Features,
    int WeeklyCost,
    IReadOnlyList<Funder> Funders,
    BedStatus Status,
    Guid? Case,
    Instant? Since,
    HoldReason? HeldBecause,
    Instant? ReservedUntil,
    LocalDate? PlannedEnd,
    BedClosingView? Closed,
    ProvidersWord? ProvidersWord,
    LocalDate? FreeFrom,
    LocalDate? FreeTo,
    IReadOnlyList<Departure> Warnings)
{
    /// <summary>The view of a place.</summary>
    /// <param name="bed">The place.</param>
    /// <param name="registered">What it was registered as.</param>
    /// <param name="history">Its history.</param>
    /// <param name="at">The moment.</param>
    public static BedView Of(Bed bed, BedRegistered registered, History history, Instant at)
    {
        var (tenure, offer) = (bed.HeldBy(at), bed.Offer ?? registered.Offer);
        return new(
            bed.Id,
            history.Version,
            registered.Provider,
            registered.Name,
            registered.Kind,
            registered.Area,
            offer.Features,
            offer.WeeklyCost,
            offer.Funders,
            bed.StatusAt(at),
            tenure?.Case,
            tenure?.From,
            tenure is null ? null : bed.WhyHeld(tenure),
            tenure is { IsPhysical: false } ? tenure.Until : null,
            tenure is { IsPhysical: true } ? bed.Facts.Last<BedOccupied>()?.PlannedEnd : null,
            bed.Closing is { } closing ? new(closing.Reason, closing.OccurredAt, closing.ExpectedUntil) : null,
            bed.LastWord is { } word ? new(word.OccurredAt, word.IsFree, word.FreeFrom, word.FreeTo) : null,
            bed.FreeFrom(at),
            bed.FreeTo,
            [.. bed.Facts.Entries.SelectMany(entry => entry.Fact.Departures).Distinct().Select(BedDepartures.Of)]);
    }
}

/// <summary>Why a place is closed.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Since">Since when.</param>
/// <param name="ExpectedUntil">When it is expected to be open again, where anybody knows.</param>
public sealed record BedClosingView(ClosureReason Reason, Instant Since, LocalDate? ExpectedUntil);

/// <summary>What a provider said of a place, and when, which is how fresh their word is.</summary>
/// <param name="At">When they said it.</param>
/// <param name="IsFree">Whether it is free.</param>
/// <param name="FreeFrom">From which day.</param>
/// <param name="FreeTo">Until which day.</param>
public sealed record ProvidersWord(Instant At, bool IsFree, LocalDate? FreeFrom, LocalDate? FreeTo);
