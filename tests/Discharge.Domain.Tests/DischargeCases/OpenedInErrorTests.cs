using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class OpenedInErrorTests : DischargeCaseDecisions
{
    [Test]
    public void A_fact_in_a_case_opened_in_error_is_recorded_and_says_so() =>
        Given(Opened, Withdrawn(1, March(2, "10:00")))
            .When(new SeeAtHome(March(5, "10:00"), StaffRole.Nurse).Decide)
            .ThenDeparting(DischargeCase.InCaseOpenedInError, SeeAtHome.BeforeLeaving);

    [Test]
    public void Whatever_is_recorded_in_a_case_opened_in_error_says_so() => AnyCase.Commands.Sample(
        command => command.Decide(HistoryOf(Opened, Withdrawn(1, March(2, "10:00"))).AsDischargeCase()) is not Decision<DischargeCaseEvent>.Accepted accepted
            || accepted.Facts.All(fact => fact.Departures.Contains(DischargeCase.InCaseOpenedInError.Code)));

    [Test]
    public void Whatever_is_recorded_after_a_case_was_closed_says_so() => AnyCase.Commands.Sample(
        command => command.Decide(HistoryOf(Opened, Closed with { OccurredAt = March(2, "09:30") }).AsDischargeCase()) is not Decision<DischargeCaseEvent>.Accepted accepted
            || accepted.Facts.All(fact => fact.Departures.Contains(DischargeCase.AfterClosing.Code)));

    [Test]
    public void A_case_whose_opening_stands_again_is_like_any_other() =>
        Given(Opened, Left, Withdrawn(1, March(4, "15:00")), Withdrawn(3, March(4, "16:00")))
            .When(new SeeAtHome(March(5, "10:00"), StaffRole.Nurse).Decide)
            .ThenRecorded(new HomeVisitMade(March(5, "10:00"), StaffRole.Nurse));
}
