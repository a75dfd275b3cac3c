using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// To decide that the stay goes on past its limit: by a named senior, with the reason and a new date. The limit stays what it is; passing it is a breach, which this explains (A2).
/// </summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Until">Until when, the last day included.</param>
/// <param name="Reason">Why.</param>
/// <param name="AuthorisedAs">The role of the authoriser.</param>
/// <param name="Authoriser">Who authorises it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ExtendInterimStay(Instant OccurredAt, LocalDate Until, ExtensionReason Reason, SeniorRole AuthorisedAs, NoteRef Authoriser, NoteRef? Note = null)
    : DischargeCaseDecision(OccurredAt)
{
    /// <summary>The person is in no interim bed.</summary>
    public static readonly Refusal NoStay = new(
        "discharge.no-interim-stay", "The person was in no interim bed then, so there is no stay to extend.", "Record that they arrived in one, then decide.");

    /// <summary>The new date has gone by already.</summary>
    public static readonly Refusal DateGoneBy = new(
        "discharge.extension-date-gone-by", "The date until which the stay is to go on does not lie after the day of this decision.", "A date after the day on which it is decided.");

    /// <summary>The new date is so far away that no interim stay is meant.</summary>
    public static readonly Refusal DateTooFar = new(
        "discharge.extension-too-far", "The date until which the stay is to go on lies more than a year after this decision.", "A date within a year; it can be extended again.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new InterimStayExtended(OccurredAt, Until, Reason, AuthorisedAs, Authoriser, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge) => InterimStay.Current(discharge.At(OccurredAt)) switch
    {
        null => NoStay,
        _ when Until <= LocalCalendar.DateOf(OccurredAt) => DateGoneBy,
        _ when Until > LocalCalendar.DateOf(OccurredAt).PlusYears(1) => DateTooFar,
        _ => discharge.Record(Fact),
    };
}
