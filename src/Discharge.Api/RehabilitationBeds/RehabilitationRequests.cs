using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.RehabilitationBeds;
using NodaTime;

namespace Discharge.Api.RehabilitationBeds;

/// <summary>The team's answer to a referral.</summary>
/// <param name="OccurredAt">When it was given.</param>
/// <param name="Accepted">Whether the team takes the person.</param>
/// <param name="Reason">Why it does not, where it does not.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RehabilitationAnswerRequest(Instant OccurredAt, bool Accepted, RehabilitationDeclineReason? Reason = null, string? Note = null)
    : RehabilitationRequest(OccurredAt, Note), IDated, IExample<RehabilitationAnswerRequest>
{
    /// <inheritdoc/>
    public static RehabilitationAnswerRequest Example => new(ExampleMoment.At(2026, 3, 2, 10, 0), Accepted: true);

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => (Accepted, Reason) switch
    {
        (false, null) => [("reason", "Say why the team does not take the person.")],
        (true, not null) => [("reason", "Leave this out where the team takes the person.")],
        _ => [],
    };

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) =>
        Accepted ? new AcceptForRehabilitation(OccurredAt, note(Note)) : new DeclineForRehabilitation(OccurredAt, Reason!.Value, note(Note));
}

/// <summary>The person was admitted to a rehabilitation bed, or moved to another one.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Bed">The registered place.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RehabilitationAdmissionRequest(Instant OccurredAt, Guid Bed, string? Note = null) : RehabilitationRequest(OccurredAt, Note), IExample<RehabilitationAdmissionRequest>
{
    /// <inheritdoc/>
    public static RehabilitationAdmissionRequest Example => new(ExampleMoment.At(2026, 3, 2, 15, 0), ExampleRehabilitation.Bed);

    internal override Streams Concerning(Guid id) => Streams.Of(Bed, id);

    internal override JointVerdict Decide(Guid id, Held held, Func<string?, NoteRef?> note) =>
        RehabilitationPlaces.Decide(held, id, Bed, there => new AdmitToRehabilitationBed(OccurredAt, Bed, there.Kind, there.Provider, note(Note)));

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => throw new NotSupportedException("The place says what it is.");
}

/// <summary>The person came back to the bed that was held for them.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RehabilitationReturnRequest(Instant OccurredAt, string? Note = null) : RehabilitationRequest(OccurredAt, Note), IExample<RehabilitationReturnRequest>
{
    /// <inheritdoc/>
    public static RehabilitationReturnRequest Example => new(ExampleMoment.At(2026, 3, 11, 9, 0), "A quiet night; the stairs are hard.");

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => new ReturnToRehabilitationBed(OccurredAt, note(Note));
}

/// <summary>The person left for good; always recorded.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="For">What for.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RehabilitationDepartureRequest(Instant OccurredAt, LeavingFor For, string? Note = null) : RehabilitationRequest(OccurredAt, Note), IDated, IExample<RehabilitationDepartureRequest>
{
    /// <inheritdoc/>
    public static RehabilitationDepartureRequest Example => new(ExampleMoment.At(2026, 3, 12, 11, 0), LeavingFor.Home);

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) =>
        For is LeavingFor.AnotherPlace ? [("for", "This follows from an admission or a move and is recorded with it: give where the person went instead.")] : [];

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => new LeaveRehabilitationBed(OccurredAt, For, note(Note));
}

/// <summary>The end of rehabilitation.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Result">With what result.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RehabilitationEndingRequest(Instant OccurredAt, RehabilitationResult Result, string? Note = null) : RehabilitationRequest(OccurredAt, Note), IExample<RehabilitationEndingRequest>
{
    /// <inheritdoc/>
    public static RehabilitationEndingRequest Example => new(ExampleMoment.At(2026, 3, 31, 9, 0), RehabilitationResult.HomeNotManageable);

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => new EndRehabilitation(OccurredAt, Result, note(Note));
}
