using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using NodaTime;

namespace Discharge.Persistence.RehabilitationBeds;

/// <summary>The board of a rehabilitation team: who is out, whose bed is held, and what is next for everybody.</summary>
/// <param name="Team">The team; null for all.</param>
/// <param name="Out">How many people are out on a home access visit.</param>
/// <param name="BedsHeld">How many beds are held for somebody who is away.</param>
/// <param name="People">A row for each open case: whoever is out on top, the longest first, then whoever has something due first.</param>
public sealed record RehabilitationBoard(OdsCode? Team, int Out, int BedsHeld, IReadOnlyList<RehabilitationBoardRow> People)
{
    /// <summary>The board of cases as they stand.</summary>
    public static RehabilitationBoard Of(OdsCode? team, IReadOnlyList<RehabilitationView> cases, IReadOnlyDictionary<Guid, string> bedNames)
    {
        var rows = cases.Select(one => RehabilitationBoardRow.Of(one, bedNames)).ToArray();
        return new(
            team,
            rows.Count(row => row.OutOnHomeAccessVisitSince is not null),
            rows.Count(row => row.BedHeldSince is not null),
            [.. rows.OrderBy(row => row.OutOnHomeAccessVisitSince is null).ThenBy(row => row.OutOnHomeAccessVisitSince).ThenBy(row => row.DueFirst?.DueAt is null).ThenBy(row => row.DueFirst?.DueAt).ThenBy(row => row.Case)]);
    }
}

/// <summary>One person on the board.</summary>
/// <param name="Case">The case.</param>
/// <param name="PersonRef">Whose it is.</param>
/// <param name="Person">Who they are, as their details are kept; nothing where those were erased.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Bed">The place that is theirs, where one is.</param>
/// <param name="BedName">What its provider calls it.</param>
/// <param name="OutOnHomeAccessVisitSince">Since when they are out on a home access visit, where they are.</param>
/// <param name="BedHeldSince">Since when the bed is held for them, where it is.</param>
/// <param name="BedHeldBecause">Why.</param>
/// <param name="DueFirst">The open clock that is due first.</param>
/// <param name="Warnings">Each rule that what stands on record departs from.</param>
/// <param name="Next">What is next, and whose it is.</param>
public sealed record RehabilitationBoardRow(
    Guid Case,
    PersonRef PersonRef,
    PersonDetails? Person,
    RehabilitationPhase Phase,
    Guid? Bed,
    string? BedName,
    Instant? OutOnHomeAccessVisitSince,
    Instant? BedHeldSince,
    HoldReason? BedHeldBecause,
    ClockView? DueFirst,
    IReadOnlyList<Departure> Warnings,
    IReadOnlyList<NextStep> Next)
{
    internal static RehabilitationBoardRow Of(RehabilitationView view, IReadOnlyDictionary<Guid, string> bedNames) => new(
        view.Id,
        view.PersonRef,
        view.Person,
        view.Phase,
        view.Bed?.Bed,
        view.Bed is { } theirs ? bedNames.GetValueOrDefault(theirs.Bed) : null,
        view.HomeAccessVisits.LastOrDefault(visit => visit.BedHeldSince is not null)?.StartedAt,
        view.Bed is { As: PlaceStep.Held } held ? held.Since : null,
        view.Bed?.HeldBecause,
        view.Clocks.Where(clock => clock.IsOpen).OrderBy(clock => clock.DueAt is null).ThenBy(clock => clock.DueAt).FirstOrDefault(),
        view.Warnings,
        view.Next);
}
