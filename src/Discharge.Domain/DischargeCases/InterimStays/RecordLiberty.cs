using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>How the deprivation of the person's liberty stands: requested, urgent until, standard until. It is shown and warned of, and never blocks anything.</summary>
/// <param name="OccurredAt">When it stood so.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="By">The role of whoever records it.</param>
/// <param name="Until">The last day of an authorisation.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecordLiberty(Instant OccurredAt, LibertyStanding Standing, StaffRole By, LocalDate? Until = null, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new LibertyRecorded(OccurredAt, Standing, By, Until, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
