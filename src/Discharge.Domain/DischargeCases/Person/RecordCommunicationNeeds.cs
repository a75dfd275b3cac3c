using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>How to communicate with the person; the last record counts (Accessible Information Standard).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Language">Their language, where it is known.</param>
/// <param name="InterpreterNeeded">Whether an interpreter is needed.</param>
/// <param name="Formats">The formats information has to come in; none where any will do.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecordCommunicationNeeds(Instant OccurredAt, LanguageTag? Language, bool InterpreterNeeded, Listed<InformationFormat> Formats, NoteRef? Note = null)
    : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new CommunicationNeedsRecorded(OccurredAt, Language, InterpreterNeeded, Formats, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
