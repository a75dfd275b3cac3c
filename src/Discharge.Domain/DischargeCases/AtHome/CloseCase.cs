using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// To close the case with its outcome. Somebody who has to be seen has to have been, unless they died, are back in hospital, or the outcome on record says
/// that they are no longer where they could be seen.
/// </summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Note">What is added in words.</param>
public sealed record CloseCase(Instant OccurredAt, CaseOutcome Outcome, NoteRef? Note = null) : DischargeCaseDecision(OccurredAt)
{
    /// <summary>The person is still in hospital.</summary>
    public static readonly Refusal StillInHospital = new(
        "discharge.still-in-hospital", "The person had not left the hospital by then, so the case cannot be closed.", "Record that they left, or withdraw the opening as entered in error.");

    /// <summary>The person has to be seen first.</summary>
    public static readonly Refusal NotSeenYet = new(
        "discharge.not-seen-yet", "The person had not been seen at home by then, so the case cannot be closed.", "Record the visit at which somebody who assesses saw them, or the outcome where they are no longer at home.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new CaseClosed(OccurredAt, Outcome, Note);

    /// <inheritdoc/>
    protected override bool MayFollowTheEnd => true;

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge) => discharge.At(OccurredAt) switch
    {
        _ when discharge.Closing is not null => CaseIsClosed.Naming(discharge.VersionOf<CaseClosed>()),
        { Death: not null } or { IsBackInHospital: true } => discharge.Record(Fact),
        { Left: null } => StillInHospital,
        _ when discharge.At(OccurredAt).Facts.Last<OutcomeRecorded>()?.Outcome.IsAwayFromHome() is true => discharge.Record(Fact),
        { MustBeSeenAtHome: true, SeenAtHome: null } => NotSeenYet,
        _ => discharge.Record(Fact),
    };
}
