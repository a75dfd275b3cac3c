using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>
/// To give a case to a named worker, at once (A3). It is never refused for want of room: where the team is full the worker on duty is given it, which is recorded and told to the lead.
/// Only where somebody has the case already does another not get it by being allocated, but by a hand-over.
/// </summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Worker">Who.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Day">How much room the team has on that day for that profession.</param>
public sealed record AllocateWorker(Instant OccurredAt, Subject Worker, ReablementRole Role, TeamDay Day) : ReablementCommand(OccurredAt)
{
    /// <summary>Somebody has the case.</summary>
    public static readonly Refusal AlreadyAllocated = new(
        "reablement.already-allocated", "This case has a named worker.", "A hand-over, with its reason.")
    { TakenByAnother = true };

    /// <summary>The team was full.</summary>
    public static readonly Departure OverCapacity = new(
        "reablement.over-capacity", "The team was full and the worker on duty was given the case: see how the work can be shared.", Owner.ReablementTeam);

    /// <summary>The team was full and nobody was on duty.</summary>
    public static readonly Departure NobodyOnDuty = new(
        "reablement.nobody-on-duty", "The team was full and nobody was named as the worker on duty, so whoever was asked for was given the case: name who is on duty.", Owner.ReablementTeam);

    /// <summary>That somebody has the case, and who.</summary>
    public static Refusal TakenBy(Responsibility there) => AlreadyAllocated.Naming(there.Entry) with { Sentence = $"{there.InCharge} has this case." };

    /// <inheritdoc/>
    public override Decision<ReablementEvent> Decide(ReablementCase reablement) => IsSaidAgain(reablement) ? [] : Deciding(reablement, Fact, () => reablement switch
    {
        { IsDeclined: true, FirstContact: null } => AnswerReferral.DeclinedAlready,
        _ when Holder(reablement) is { } there => TakenBy(there),
        _ => new Recording<ReablementEvent>(Fact).Departing(OverCapacity, unless: !Day.IsFull).Departing(NobodyOnDuty, unless: !Day.IsFull || Day.OnDuty is not null),
    });

    private WorkerAllocated Fact => Day is { IsFull: true, OnDuty: { } duty }
        ? new(OccurredAt, duty.Worker, duty.Role, OverCapacity: true, InsteadOf: duty.Worker == Worker ? null : Worker)
        : new(OccurredAt, Worker, Role, Day.IsFull);

    // The room may have changed since; who was asked for and when has not. Said of the worker who has it, it is so by whatever moment.
    private bool IsSaidAgain(ReablementCase reablement) => reablement.Referral is not null
        && (reablement.Facts.All<WorkerAllocated>().Any(allocated => allocated.OccurredAt == OccurredAt && (allocated.InsteadOf ?? allocated.Worker) == Worker)
            || (Holder(reablement) is { HeldByLead: false } there && there.Worker == Worker));

    // Where the one allocation turned out wrong and was withdrawn after the case had been handed on, whoever truly had it first can still be said.
    private Responsibility? Holder(ReablementCase reablement) => (reablement.Facts.Any<WorkerAllocated>() ? reablement : reablement.At(OccurredAt)).Responsible;
}
