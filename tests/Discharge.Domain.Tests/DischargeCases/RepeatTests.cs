using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class RepeatTests
{
    [Test]
    public void The_same_command_twice_records_nothing_new() =>
        AnyCase.Commands.Array[1, 25].Sample(commands => commands.Aggregate(HistoryOf(Opened), DecidedTwice).Version > 0);

    [Test]
    public void Every_accepted_command_again_records_nothing_however_much_came_after() =>
        AnyCase.Commands.Array[1, 25].Sample(commands =>
        {
            var (history, accepted) = (HistoryOf(Opened), new List<DischargeCaseCommand>());
            foreach (var command in commands)
            {
                if (command.Decide(history.AsDischargeCase()) is Decision<DischargeCaseEvent>.Accepted { Facts: var facts })
                {
                    (history, accepted) = (history.Then(facts.Select(Histories.AtOnce)), [.. accepted, command]);
                }
            }

            return accepted.All(command => RecordsNothing(command, history));
        });

    [Test]
    public void Every_kind_of_command_is_among_those_repeated()
    {
        var commands = typeof(DischargeCaseCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DischargeCaseCommand)) && !type.IsAbstract);
        var repeated = Enumerable.Range(0, 50).SelectMany(_ => AnyCase.Commands.Array[25].Single()).Select(command => command.GetType()).Distinct();
        Assert.That(repeated, Is.EquivalentTo(commands));
    }

    [Test]
    public void The_same_withdrawal_twice_records_nothing_new() =>
        Gen.Select(AnyCase.Facts, Gen.Int[0, 20]).Sample((facts, pick) =>
        {
            var history = HistoryOfAll(facts);
            var withdraw = new WithdrawEntry(history.Entries[^1].RecordedAt, (pick % history.Version) + 1, WithdrawalReason.RecordedTwice);
            return withdraw.Decide(history) is Decision<EntryWithdrawn>.Accepted { Facts: [var withdrawal] }
                && withdraw.Decide(history.Then(withdrawal)) is Decision<EntryWithdrawn>.Accepted { Facts: [] };
        });

    private static History DecidedTwice(History history, DischargeCaseCommand command)
    {
        var after = command.Decide(history.AsDischargeCase()) is Decision<DischargeCaseEvent>.Accepted accepted
            ? history.Then(accepted.Facts.Select(Histories.AtOnce))
            : history;
        return after == history || RecordsNothing(command, after) ? after : throw new AssertionException($"{command} was recorded twice.");
    }

    private static bool RecordsNothing(DischargeCaseCommand command, History history) =>
        command.Decide(history.AsDischargeCase()) is Decision<DischargeCaseEvent>.Accepted { Facts: [] };
}
