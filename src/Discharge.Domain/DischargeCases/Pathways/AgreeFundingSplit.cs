using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>To agree who pays which part from when; the last agreement counts (A1: jointly funded).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Split">Who pays which part.</param>
/// <param name="From">From which date.</param>
/// <param name="AgreedBy">Who agreed.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AgreeFundingSplit(Instant OccurredAt, FundingSplit Split, LocalDate From, FundingAgreement AgreedBy, NoteRef? Note = null)
    : DischargeCaseDecision(OccurredAt)
{
    /// <summary>The parts do not make a whole.</summary>
    public static readonly Refusal NotWhole = new(
        "discharge.funding-not-whole", "The parts of health, social care and the person do not add up to 100 per cent.", "Three parts of 0 to 100 that add up to 100.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new FundingSplitAgreed(OccurredAt, Split, From, AgreedBy, Note);

    // What was given has to be paid for, whatever became of the person.
    /// <inheritdoc/>
    protected override bool MayFollowTheEnd => true;

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge) => Split.IsWhole ? discharge.Record(Fact) : NotWhole;
}
