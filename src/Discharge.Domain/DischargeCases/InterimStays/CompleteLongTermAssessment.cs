using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// To complete the assessment of long-term needs with its outcome. Refused before it is on record, by whom and on what ground, that maximum independence is reached, that no further gain is
/// expected, or that it is the end of life (A2); where the person died, there is nothing left to wait for.
/// </summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Note">What is added in words.</param>
public sealed record CompleteLongTermAssessment(Instant OccurredAt, LongTermOutcome Outcome, StaffRole By, NoteRef? Note = null) : DischargeCaseDecision(OccurredAt)
{
    /// <summary>Nothing says that the person has recovered as far as they will.</summary>
    public static readonly Refusal TooSoon = new(
        "discharge.long-term-assessment-too-soon",
        "Long-term needs cannot be settled while the person may still gain: nothing says that maximum independence is reached, that no further gain is expected, or that it is the end of life.",
        "Record which of them was found, by whom and on what ground, then complete the assessment.");

    /// <summary>The outcome says otherwise than the record whether the person lives.</summary>
    public static readonly Refusal ContradictsDeath = new(
        "discharge.long-term-outcome-contradicts-death", "The outcome and the rest of the record differ on whether the person had died by then.", "Record the death first; or an outcome for somebody who lives.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new LongTermAssessmentCompleted(OccurredAt, Outcome, By, Note);

    /// <inheritdoc/>
    protected override bool MayFollowTheEnd => true;

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge) => discharge.At(OccurredAt) switch
    {
        var then when (Outcome is LongTermOutcome.Died) != (then.Death is not null) => ContradictsDeath,
        { Death: not null } => discharge.Record(Fact),
        var then when LongTermAssessment.Of(then).Recovery is null => TooSoon,
        _ => discharge.Record(Fact),
    };
}
