using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Consent was asked for, and given, refused or withdrawn. A refusal is a fact and stops nothing by itself.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="To">To what.</param>
/// <param name="Answer">What was said.</param>
/// <param name="By">The role of whoever asked.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecordConsent(Instant OccurredAt, ConsentTo To, ConsentAnswer Answer, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Consent is withdrawn that was not given.</summary>
    public static readonly Departure WithdrawnWithoutGiven = new(
        "discharge.consent-withdrawn-without-given", "Consent was withdrawn that is not on record as given; find out what was shared or done on it.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new ConsentAnswered(OccurredAt, To, Answer, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(WithdrawnWithoutGiven, unless: Answer is not ConsentAnswer.Withdrawn
            || discharge.At(OccurredAt).Facts.All<ConsentAnswered>().LastOrDefault(answer => answer.To == To) is { Answer: ConsentAnswer.Given });
}
