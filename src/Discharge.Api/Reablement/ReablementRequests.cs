using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Reablement;
using NodaTime;
using Npgsql;

namespace Discharge.Api.Reablement;

/// <summary>A command on a reablement case as it comes over HTTP.</summary>
public abstract record ReablementRequest : ICaseRequest
{
    private readonly string?[] _words;

    /// <summary>A command of a moment, with what it says in somebody's own words.</summary>
    protected ReablementRequest(Instant occurredAt, params string?[] words) => (OccurredAt, _words) = (occurredAt, words);

    /// <summary>When it happened or was decided.</summary>
    public Instant OccurredAt { get; }

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<string?> IWorded.Words => _words;

    /// <summary>The command it is.</summary>
    protected abstract ReablementCommand ToCommand(Func<string?, NoteRef?> note);

    /// <inheritdoc/>
    public Verdict Decide(Guid id, History history, Func<string?, NoteRef?> note) => Verdict.Of(ToCommand(note).Decide(ReablementType.StateOf(id, history)));
}

/// <summary>A referral turned out to be urgent.</summary>
/// <param name="OccurredAt">When.</param>
public sealed record UrgencyRequest(Instant OccurredAt) : ReablementRequest(OccurredAt), IExample<UrgencyRequest>
{
    /// <inheritdoc/>
    public static UrgencyRequest Example => new(ExampleMoment.At(2026, 3, 2, 9, 45));

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new MarkUrgent(OccurredAt);
}

/// <summary>A person's answer to a referral.</summary>
/// <param name="OccurredAt">When it was given.</param>
/// <param name="Answer">What.</param>
/// <param name="ReferrerTold">Whether the referrer was told; until then it counts as not responded to.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReferralAnswerRequest(Instant OccurredAt, ReferralAnswer Answer, bool ReferrerTold, string? Note = null) : ReablementRequest(OccurredAt, Note), IExample<ReferralAnswerRequest>
{
    /// <inheritdoc/>
    public static ReferralAnswerRequest Example => new(ExampleMoment.At(2026, 3, 2, 10, 0), ReferralAnswer.Accepted, ReferrerTold: true);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new AnswerReferral(OccurredAt, Answer, ReferrerTold, note(Note));
}

/// <summary>A case given to a named worker.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Worker">Who: the subject of their tokens, never a name. Where the team is full that day, the worker on duty is given it instead.</param>
/// <param name="Role">Their profession.</param>
public sealed record AllocationRequest(Instant OccurredAt, Subject Worker, ReablementRole Role) : ReablementRequest(OccurredAt), IExample<AllocationRequest>
{
    /// <inheritdoc/>
    public static AllocationRequest Example => new(ExampleMoment.At(2026, 3, 2, 10, 5), Subject.Parse("w-118"), ReablementRole.OccupationalTherapist);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => OnADay(TeamDay.NothingSaid);

    /// <summary>What comes of it, given how much room the team has.</summary>
    internal Task<Verdict> DecideAsync(NpgsqlConnection connection, Guid id, History history, CancellationToken cancellation) =>
        TeamDays.DecideAsync(connection, ReablementType.StateOf(id, history), OnADay(TeamDay.NothingSaid), cancellation);

    private AllocateWorker OnADay(TeamDay day) => new(OccurredAt, Worker, Role, day);
}

/// <summary>A case handed to another named worker.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="To">Who has it from then on: the subject of their tokens, never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HandOverRequest(Instant OccurredAt, Subject To, ReablementRole Role, HandOverReason Reason, string? Note = null) : ReablementRequest(OccurredAt, Note), IExample<HandOverRequest>
{
    /// <inheritdoc/>
    public static HandOverRequest Example => new(ExampleMoment.At(2026, 3, 9, 9, 0), Subject.Parse("w-204"), ReablementRole.Physiotherapist, HandOverReason.WorkerHadLeft);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new HandOverCase(OccurredAt, To, Role, Reason, note(Note));
}

/// <summary>A named colleague stands in for the worker, who is sick.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="By">Who: the subject of their tokens, never a name.</param>
/// <param name="Role">Their profession.</param>
public sealed record CoverRequest(Instant OccurredAt, Subject By, ReablementRole Role) : ReablementRequest(OccurredAt), IExample<CoverRequest>
{
    /// <inheritdoc/>
    public static CoverRequest Example => new(ExampleMoment.At(2026, 3, 4, 8, 0), Subject.Parse("w-131"), ReablementRole.OccupationalTherapist);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new CoverWorker(OccurredAt, By, Role);
}

/// <summary>The named worker is back.</summary>
/// <param name="OccurredAt">Since when.</param>
public sealed record CoverEndRequest(Instant OccurredAt) : ReablementRequest(OccurredAt), IExample<CoverEndRequest>
{
    /// <inheritdoc/>
    public static CoverEndRequest Example => new(ExampleMoment.At(2026, 3, 6, 8, 0));

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new EndCover(OccurredAt);
}

/// <summary>The named worker left the team.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Lead">The team lead, who holds the case: the subject of their tokens, never a name.</param>
/// <param name="Worker">Who left; whoever had the case where it is not said. Refused where that was somebody else.</param>
public sealed record WorkerDepartureRequest(Instant OccurredAt, Subject Lead, Subject? Worker = null) : ReablementRequest(OccurredAt), IExample<WorkerDepartureRequest>
{
    /// <inheritdoc/>
    public static WorkerDepartureRequest Example => new(ExampleMoment.At(2026, 3, 8, 17, 0), Subject.Parse("w-100"));

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new LeaveTeam(OccurredAt, Lead, Worker);
}

/// <summary>The team was in contact with the person.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">Who was: the subject of their tokens, never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="How">How.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="Visit">The entry that planned it, where it was a planned visit.</param>
/// <param name="With">Who came as well, ten at the most: the subjects of their tokens.</param>
public sealed record ContactRequest(Instant OccurredAt, Subject By, ReablementRole Role, ContactBy How, string? Note = null, long? Visit = null, Listed<Subject>? With = null)
    : ReablementRequest(OccurredAt, Note), IDated, IExample<ContactRequest>
{
    private const int MostAtOnce = 10;

    /// <inheritdoc/>
    public static ContactRequest Example => new(ExampleMoment.At(2026, 3, 2, 14, 0), Subject.Parse("w-118"), ReablementRole.OccupationalTherapist, ContactBy.Visit);

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => With is { Count: > MostAtOnce } ? [("with", "Give who came as well, ten at the most.")] : [];

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new RecordContact(OccurredAt, By, Role, How, note(Note), Visit, With);
}
