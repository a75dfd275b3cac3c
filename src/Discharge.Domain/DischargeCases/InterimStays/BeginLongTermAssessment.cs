using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The assessment of long-term needs was begun. It can begin at any time, and be completed only once the person has recovered as far as they will (A2).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Note">What is added in words.</param>
public sealed record BeginLongTermAssessment(Instant OccurredAt, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>One is under way.</summary>
    public static readonly Refusal AlreadyBegun = new(
        "discharge.long-term-assessment-begun-already", "An assessment of long-term needs is under way already.", "Complete it, or withdraw its beginning as entered in error, then begin another.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new LongTermAssessmentBegun(OccurredAt, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => LongTermAssessment.Of(discharge) is { Begun: { } begun, Completed: null }
        ? AlreadyBegun.Naming(discharge.Facts.EntriesOf<LongTermAssessmentBegun>().Last(entry => entry.Fact == begun).Version)
        : discharge.Record(Fact).Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt));
}
