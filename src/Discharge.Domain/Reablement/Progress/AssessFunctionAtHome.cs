using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The person's function was assessed at home.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">Who assessed.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Request">The entry that requested it, where one did.</param>
/// <param name="Note">What was found, in words.</param>
public sealed record AssessFunctionAtHome(Instant OccurredAt, Subject By, ReablementRole Role, long? Request = null, NoteRef? Note = null) : ReablementRecord(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementEvent Fact => new FunctionAssessed(OccurredAt, By, Role, Request, Note);

    /// <inheritdoc/>
    private protected override Decision<ReablementEvent> Judge(ReablementCase reablement) =>
        Request is not { } request || AnswerAssessmentRequest.Exists(reablement, request) ? Happened(reablement, Fact) : AnswerAssessmentRequest.NoSuchRequest;
}
