using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>To hand a case from its named worker, or from the lead who holds it, to another, with the reason.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="To">Who has it from then on.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HandOverCase(Instant OccurredAt, Subject To, ReablementRole Role, HandOverReason Reason, NoteRef? Note = null) : ReablementCommand(OccurredAt)
{
    /// <summary>Nobody had the case by then.</summary>
    public static readonly Refusal NobodyHasIt = new(
        "reablement.nobody-has-it", "By then nobody had been allocated to this case, so there is nobody to stand in for and nothing to hand over.", "Allocate a named worker.");

    /// <summary>Somebody else was given the case at this very moment.</summary>
    public static readonly Refusal HandedOverThen = new(
        "reablement.handed-over-then", "At this very moment the case was handed over to somebody else.", "A later moment, to hand it on from there; or withdraw that hand-over, where it is wrong.")
    { TakenByAnother = true };

    /// <summary>A later hand-over on record comes from somebody who by this did not have the case.</summary>
    public static readonly Departure OutOfTurn = new(
        "reablement.handed-over-out-of-turn", "Two hand-overs on record do not follow from each other: the later one comes from somebody who by then did not have the case. Withdraw the one that is wrong.", Owner.ReablementTeam);

    /// <inheritdoc/>
    public override Decision<ReablementEvent> Decide(ReablementCase reablement) => reablement.At(OccurredAt).Responsible switch
    {
        _ when reablement.Facts.All<WorkerHandedOver>().Any(handed => handed.OccurredAt == OccurredAt && handed.To == To && handed.Reason == Reason) => [],
        _ when reablement.Referral is null => ReferredInError,
        _ when reablement.At(OccurredAt).Ending is not null => HasEnded.Naming(reablement.Facts.EntriesOf<ReablementEnded>().First().Version),
        null => NobodyHasIt,
        { HeldByLead: false } there when there.Worker == To => [],
        { Worker: var worker, Since: var since, Entry: var entry } when since == OccurredAt && reablement.Facts.All<WorkerHandedOver>().Any(handed => handed.OccurredAt == OccurredAt)
            => HandedOverThen.Naming(entry) with { Sentence = $"At this very moment the case was handed over to {worker}." },
        var there => Recorded(reablement, new(OccurredAt, there.Worker, To, Role, Reason, Note)),
    };

    private Recording<ReablementEvent> Recorded(ReablementCase reablement, WorkerHandedOver fact)
    {
        var facts = reablement.Facts.All<ReablementEvent>().ToArray();
        return new Recording<ReablementEvent>(fact).Departing(
            OutOfTurn, unless: Responsibility.Follows([.. facts.Where(before => before.OccurredAt <= OccurredAt), fact, .. facts.Where(after => after.OccurredAt > OccurredAt)]) || !Responsibility.Follows(facts));
    }
}
