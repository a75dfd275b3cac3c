using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// To decide that the person moves to an interim bed while their long-term needs are assessed. Refused with what is missing: the need for care and supervision through all 24 hours, why home
/// is not possible, and the involvement of the person (A2). It may be decided again; the last decision counts.
/// </summary>
/// <param name="OccurredAt">When it was decided.</param>
/// <param name="Kind">In which kind of bed.</param>
/// <param name="ExpectedUntil">Until when it is expected to last.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DecideInterimStay(Instant OccurredAt, InterimBedKind Kind, LocalDate ExpectedUntil, StaffRole By, NoteRef? Note = null) : DischargeCaseDecision(OccurredAt)
{
    /// <summary>Something is missing.</summary>
    public static readonly Refusal NotReady = new(
        "discharge.interim-stay-not-ready",
        "An interim stay cannot be decided yet: it takes somebody out of their home, and what has to be known for that is missing.",
        "Record what is missing, then decide.");

    /// <summary>The date up to which it is expected to last cannot be meant.</summary>
    public static readonly Refusal ExpectedAmiss = new(
        "discharge.interim-stay-expected-amiss", "The date up to which the stay is expected to last lies before this decision, or more than a year after it.", "A date from the day of the decision on, within a year.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new InterimStayDecided(OccurredAt, Kind, ExpectedUntil, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge) => WhatInterimStayNeeds.MissingFrom(discharge.At(OccurredAt)).ToArray() switch
    {
        _ when ExpectedUntil < LocalCalendar.DateOf(OccurredAt) || ExpectedUntil > LocalCalendar.DateOf(OccurredAt).PlusYears(1) => ExpectedAmiss,
        [] => discharge.Record(Fact),
        var missing => NotReady.For(missing),
    };
}
