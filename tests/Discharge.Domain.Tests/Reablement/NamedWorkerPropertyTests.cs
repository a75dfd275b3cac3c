using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Tests.Deciding;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Reablement;

/// <summary>One named worker at any instant and none uncovered after allocation, whatever is decided, dated back, recorded in another order or withdrawn.</summary>
public sealed class NamedWorkerPropertyTests
{
    private const int Cases = 2_000;

    private static readonly Subject[] Workers = [Olu, Petra, Sam, Duty];

    private static readonly Gen<ReablementCommand> Command =
        from minute in Gen.Int[0, 20_000]
        from kind in Gen.Int[0, 4]
        from worker in Gen.Int[0, 3].Select(which => Workers[which])
        let at = March(2, "09:00") + Duration.FromMinutes(minute)
        select (ReablementCommand)(kind switch
        {
            0 => new AllocateWorker(at, worker, ReablementRole.SocialWorker, TeamDay.NothingSaid),
            1 => new HandOverCase(at, worker, ReablementRole.SocialWorker, HandOverReason.Workload),
            2 => new CoverWorker(at, worker, ReablementRole.SocialWorker),
            3 => new EndCover(at),
            _ => new LeaveTeam(at, Lead),
        });

    private static readonly Gen<History> Lives =
        from commands in Command.Array[1, 12]
        from withdraw in Gen.Int[-20, 12].Array[commands.Length]
        select Lived(commands, withdraw);

    [Test]
    public void From_the_first_that_was_given_the_case_on_somebody_has_it_at_every_instant_and_before_nobody() => Lives.Sample(
        history =>
        {
            var reablement = history.AsReablement();
            var first = reablement.Facts.All<ReablementEvent>().FirstOrDefault(Gives)?.OccurredAt;
            return Instants(history).All(instant => reablement.At(instant).Responsible is not null == instant >= first);
        },
        iter: Cases);

    [Test]
    public void Whoever_has_it_is_who_was_given_it_last_by_then_or_stands_in_for_them() => Lives.Sample(
        history => Instants(history).All(instant => history.AsReablement().At(instant).Responsible?.InCharge == ByHand(history, instant)),
        iter: Cases);

    [Test]
    public void Nobody_is_allocated_while_somebody_has_the_case() => Command.Array[1, 12].Sample(
        commands => Lived(commands, [.. commands.Select(_ => -1)]).AsReablement().Facts.All<WorkerAllocated>().Count() <= 1,
        iter: Cases);

    [Test]
    public void The_order_of_recording_changes_nothing() => Gen.Select(Lives, Gen.Int[0, 1_000]).Sample(
        (history, seed) =>
        {
            // Facts of one moment stand in the order of their recording, so of those only the first is told otherwise.
            var facts = history.Standing.Select(entry => entry.Fact).OfType<ReablementEvent>().DistinctBy(fact => fact.OccurredAt).ToArray();
            var other = facts.ToArray();
            new Random(seed).Shuffle(other);
            var (one, two) = (Histories.HistoryOfAll(facts).AsReablement(), Histories.HistoryOfAll(other).AsReablement());
            return facts.All(fact => one.At(fact.OccurredAt).Responsible?.InCharge == two.At(fact.OccurredAt).Responsible?.InCharge);
        },
        iter: Cases);

    private static bool Gives(ReablementEvent fact) => fact is WorkerAllocated or WorkerHandedOver or WorkerLeft;

    // Every moment at which anything happened, and the ones before and after.
    private static IEnumerable<Instant> Instants(History history) =>
        history.Standing.Select(entry => entry.Fact.OccurredAt).SelectMany(at => (Instant[])[at - Duration.Epsilon, at, at + Duration.Epsilon]);

    private static History Lived(ReablementCommand[] commands, int[] withdraw) =>
        commands.Zip(withdraw).Aggregate(Histories.HistoryOf(Referred, Accepted), (history, step) =>
        {
            var after = step.First.Decide(history.AsReablement()) is Decision<ReablementEvent>.Accepted accepted ? history.Then(accepted.Facts.Select(Histories.AtOnce)) : history;
            return step.Second > 2 && after.Stands(step.Second) ? after.Then(new EntryWithdrawn(after.Entries[^1].RecordedAt, step.Second, WithdrawalReason.WrongContent)) : after;
        });

    /// <summary>Who is in charge, reckoned otherwise than the service does: the last that was given it, and of those that stood in since then the last that has not come to an end.</summary>
    private static Subject? ByHand(History history, Instant instant)
    {
        var facts = history.Standing.Where(entry => entry.Fact.OccurredAt <= instant).OrderBy(entry => entry.Fact.OccurredAt).ThenBy(entry => entry.Version).Select(entry => entry.Fact).ToList();
        var given = facts.FindLastIndex(fact => fact is WorkerAllocated or WorkerHandedOver or WorkerLeft);
        if (given < 0)
        {
            return null;
        }

        return facts.Skip(given).LastOrDefault(fact => fact is WorkerCovered or CoverEnded) is WorkerCovered covered
            ? covered.By
            : facts[given] switch
            {
                WorkerAllocated allocated => allocated.Worker,
                WorkerHandedOver handed => handed.To,
                WorkerLeft left => left.Lead,
                _ => null,
            };
    }
}
