using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>The interim stay of a case, and what belongs to it.</summary>
/// <param name="ContingencyPlace">The place agreed last for the case that home does not work out.</param>
/// <param name="HomeNotPossible">Why home is not possible, as last found.</param>
/// <param name="Decided">The last decision on an interim stay.</param>
/// <param name="Stays">Each stay in beds of one kind, in order.</param>
/// <param name="TotalDays">The bed days of all of them.</param>
/// <param name="Held">Under what the bed is held for somebody who is in hospital.</param>
/// <param name="Recovery">That the person has recovered as far as they will for now, as last found.</param>
/// <param name="AssessmentBegunAt">When the assessment of long-term needs was begun.</param>
/// <param name="Assessed">Its outcome, once it is completed.</param>
/// <param name="Liberty">How the deprivation of the person's liberty stands.</param>
/// <param name="Funding">Each agreement on who pays which part, by the days it is for.</param>
public sealed record InterimStayView(
    ContingencyPlaceView? ContingencyPlace,
    HomeFoundNotPossible? HomeNotPossible,
    InterimStayDecided? Decided,
    IReadOnlyList<StayInBedsView> Stays,
    int TotalDays,
    InterimBedHeld? Held,
    RecoveryJudged? Recovery,
    Instant? AssessmentBegunAt,
    LongTermAssessmentCompleted? Assessed,
    LibertyRecorded? Liberty,
    IReadOnlyList<FundingSplitAgreed> Funding)
{
    /// <summary>What the board shows of it; null where the person is in no interim bed.</summary>
    internal InterimBedOnBoard? OnBoard => Stays is [.., { Until: null, Places: [.., var place] } stay]
        ? new(stay.Kind, place.Provider, place.Bed, stay.Days, stay.DueOn, stay.Extension?.Until, TotalDays, Held is not null)
        : null;

    /// <summary>The view of a case; null where there is nothing of an interim stay.</summary>
    public static InterimStayView? Of(DischargeCase discharge, CaseNow now)
    {
        if (!discharge.Facts.Any<InterimStayEvent>())
        {
            return null;
        }

        var (stays, assessment) = (InterimStay.Of(discharge), LongTermAssessment.Of(discharge));
        return new(
            Contingency.Last(discharge) is { Fact: ContingencyPlaceAgreed agreed } entry ? ContingencyPlaceView.Of(entry.Version, agreed, agreed.Bed is { } bed ? Contingency.KeptUntil(discharge, bed, now.At) : null) : null,
            discharge.Facts.Last<HomeFoundNotPossible>(),
            discharge.Facts.Last<InterimStayDecided>(),
            [.. stays.Select(stay => StayInBedsView.Of(stay, discharge, now))],
            InterimStay.TotalDaysBy(stays, now.At),
            InterimReturn.HoldIn(discharge),
            assessment.Recovery,
            assessment.Begun?.OccurredAt,
            assessment.Completed,
            discharge.Facts.Last<LibertyRecorded>(),
            [.. discharge.Facts.All<FundingSplitAgreed>()]);
    }
}

/// <summary>A place agreed for the case that home does not work out.</summary>
/// <param name="Agreement">The number of the entry that agreed on it, by which it is invoked.</param>
/// <param name="AgreedAt">When it was agreed.</param>
/// <param name="Kind">The kind of bed.</param>
/// <param name="Provider">The care home.</param>
/// <param name="Bed">The place, where a certain one was agreed.</param>
/// <param name="AssessedAt">When the home's manager assessed the person in hospital.</param>
/// <param name="Manager">Who the manager is.</param>
/// <param name="RehabilitationPlan">The rehabilitation plan agreed with the home.</param>
/// <param name="By">The role of whoever agreed it.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="KeptUntil">The first moment at which that place is no longer kept for the person; absent where none is.</param>
public sealed record ContingencyPlaceView(
    long Agreement,
    Instant AgreedAt,
    InterimBedKind Kind,
    OdsCode Provider,
    Guid? Bed,
    Instant AssessedAt,
    NoteRef Manager,
    NoteRef RehabilitationPlan,
    StaffRole By,
    NoteRef? Note,
    Instant? KeptUntil)
{
    internal static ContingencyPlaceView Of(long entry, ContingencyPlaceAgreed agreed, Instant? keptUntil) =>
        new(entry, agreed.OccurredAt, agreed.Kind, agreed.Provider, agreed.Bed, agreed.AssessedAt, agreed.Manager, agreed.RehabilitationPlan, agreed.By, agreed.Note, keptUntil);
}

/// <summary>A stay in interim beds of one kind, with its limit.</summary>
/// <param name="Kind">The kind of bed.</param>
/// <param name="From">When it began.</param>
/// <param name="Until">When it ended; absent while it goes on.</param>
/// <param name="Days">Its bed days so far, or in all.</param>
/// <param name="Rule">The rule of its limit; absent, with what follows from it, where none was in force when it began.</param>
/// <param name="DueOn">The last day within the limit.</param>
/// <param name="Status">How the clock of the limit stands.</param>
/// <param name="Breach">The entry of the breach of the limit, where one stands.</param>
/// <param name="Extension">Who decided that it goes on past the limit, why and until when: the explanation of the breach.</param>
/// <param name="Places">Each bed the person came into, in order.</param>
/// <param name="CostToDate">What it has cost; absent where the cost of a bed is not known.</param>
/// <param name="CostToLimit">What it will have cost at its limit.</param>
public sealed record StayInBedsView(
    InterimBedKind Kind,
    Instant From,
    Instant? Until,
    int Days,
    string? Rule,
    LocalDate? DueOn,
    ClockStatus? Status,
    long? Breach,
    InterimStayExtended? Extension,
    IReadOnlyList<InterimBedView> Places,
    StayCost? CostToDate,
    StayCost? CostToLimit)
{
    internal static StayInBedsView Of(InterimStay stay, DischargeCase discharge, CaseNow now)
    {
        var clock = now.Clocks.SingleOrDefault(clock => clock.Start.Version == stay.Start.Version) is { } limit ? ClockView.Of(limit, now.History, now.At) : null;
        return new(
            stay.Kind,
            stay.From,
            stay.Until,
            stay.DaysBy(now.At),
            clock?.Rule,
            clock?.DueOn,
            clock?.Status,
            clock?.Breach,
            stay.ExtensionIn(discharge),
            [.. stay.Places.Select(arrived => new InterimBedView(arrived.OccurredAt, arrived.Place.Provider, arrived.Place.Bed, arrived.Place.WeeklyCost, Contingency.WayOf(arrived, discharge), arrived.Direct))],
            StayCost.Of(discharge, stay, LocalCalendar.DateOf(Instant.Min(stay.Until ?? now.At, now.At))),
            clock?.DueOn is { } due ? StayCost.Of(discharge, stay, due) : null);
    }
}

/// <summary>An interim bed the person came into.</summary>
/// <param name="At">When.</param>
/// <param name="Provider">The home it is in.</param>
/// <param name="Bed">The place, where it is a registered one.</param>
/// <param name="WeeklyCost">What a week in it costs, in pence, where known.</param>
/// <param name="Way">How they came into it.</param>
/// <param name="Direct">Why they were moved straight from home, where they were.</param>
public sealed record InterimBedView(Instant At, OdsCode Provider, Guid? Bed, int? WeeklyCost, WayIntoInterimBed Way, DirectMove? Direct);

/// <summary>The interim bed of somebody on a board.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Provider">The home it is in.</param>
/// <param name="Bed">The place, where it is a registered one.</param>
/// <param name="Day">The day of the stay, that of arrival being day 0.</param>
/// <param name="DueOn">The last day within the limit.</param>
/// <param name="ExtendedUntil">The day until which the stay was extended past its limit, where it was.</param>
/// <param name="TotalDays">The bed days in all interim beds.</param>
/// <param name="Held">Whether it is held while the person is in hospital.</param>
public sealed record InterimBedOnBoard(
    InterimBedKind Kind, OdsCode Provider, Guid? Bed, int Day, LocalDate? DueOn, LocalDate? ExtendedUntil, int TotalDays, bool Held);
