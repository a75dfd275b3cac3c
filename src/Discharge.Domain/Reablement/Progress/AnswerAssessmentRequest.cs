using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>A request for a functional assessment is responded to.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Request">The entry that requested it.</param>
/// <param name="Answer">What is answered.</param>
/// <param name="BookedFor">When the assessment is booked for, where it is.</param>
public sealed record AnswerAssessmentRequest(Instant OccurredAt, long Request, AssessmentAnswer Answer, Instant? BookedFor = null) : ReablementRecord(OccurredAt)
{
    /// <summary>There is no such request.</summary>
    public static readonly Refusal NoSuchRequest = new(
        "reablement.no-such-assessment-request", "No entry of that number requested a functional assessment in this case.", "The number of a request as the case shows it.");

    /// <inheritdoc/>
    protected override ReablementEvent Fact => new AssessmentAnswered(OccurredAt, Request, Answer, BookedFor);

    /// <inheritdoc/>
    private protected override Decision<ReablementEvent> Judge(ReablementCase reablement) => Exists(reablement, Request) ? Happened(reablement, Fact) : NoSuchRequest;

    internal static bool Exists(ReablementCase reablement, long request) => reablement.Facts.EntriesOf<AssessmentRequested>().Any(entry => entry.Version == request);
}
