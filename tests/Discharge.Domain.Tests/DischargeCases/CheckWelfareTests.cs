using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class CheckWelfareTests : DischargeCaseDecisions
{
    private static CheckWelfare Check(string time = "17:00", WelfareOutcome outcome = WelfareOutcome.SafeAndWell) => new(March(4, time), StaffRole.CareWorker, outcome);

    [Test]
    public void A_check_is_recorded_whoever_made_it() => Given(Opened, Left).When(Check().Decide).ThenRecorded(FoundWell);

    [Test]
    public void A_check_at_another_moment_is_another_check() => Given(Opened, Left, FoundWell).When(Check("19:00").Decide).ThenRecorded(FoundWellAt(March(4, "19:00")));

    [Test]
    public void The_same_check_again_records_nothing() => Given(Opened, Left, FoundWell).When(Check().Decide).ThenRecordedNothing();

    [Test]
    public void A_check_dated_before_leaving_is_recorded_and_says_so() =>
        Given(Opened, Left).When(Check("13:59").Decide).ThenDeparting(CheckWelfare.BeforeLeaving);

    [Test]
    public void A_check_at_which_action_was_taken_is_in_order() =>
        Given(Opened, Left).When(Check(outcome: WelfareOutcome.ActionTaken).Decide).ThenRecorded(FoundWell with { Outcome = WelfareOutcome.ActionTaken });

    [Test]
    public void A_check_that_found_somebody_in_need_says_so_loudly() =>
        Given(Opened, Left).When(Check(outcome: WelfareOutcome.UrgentHelpNeeded).Decide).ThenDeparting(CheckWelfare.UrgentHelp);
}
