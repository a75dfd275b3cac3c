using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What is next because a moment has gone by, and what has to be done before the case is closed.</summary>
public sealed class MomentsGoneByTests
{
    private static readonly DischargePlanOpened Planned = new(March(3, "08:00"), StaffRole.Nurse);

    private static readonly DischargeExpected OnTheFourth = new(March(3, "09:00"), new LocalDate(2026, 3, 4), StaffRole.Consultant);

    private static readonly TransferItemReported CollectedAtTwo = new(March(4, "12:00"), TransferItem.Transport, TransferItemState.Arranged, March(4, "14:00"));

    [TestCase(4, "23:59", false)]
    [TestCase(5, "00:00", true)]
    public void An_expected_date_that_has_gone_by_in_hospital_is_to_be_set_anew(int day, string now, bool isNext) =>
        Assert.That(Whats(March(day, now), Planned, OnTheFourth), isNext ? Does.Contain("set-expected-date") : Does.Not.Contain("set-expected-date"));

    [Test]
    public void One_set_anew_or_a_leaving_ends_that() => Assert.Multiple(() =>
    {
        Assert.That(Whats(March(5, "10:00"), Planned, OnTheFourth, OnTheFourth with { OccurredAt = March(5, "09:00"), Date = new(2026, 3, 6) }), Does.Not.Contain("set-expected-date"));
        Assert.That(Whats(March(5, "10:00"), Planned, OnTheFourth, Left), Does.Not.Contain("set-expected-date"));
    });

    [TestCase("13:59", false)]
    [TestCase("14:00", true)]
    public void Transport_whose_time_has_come_with_the_person_still_here_is_to_be_arranged_anew(string now, bool isNext) =>
        Assert.That(Whats(March(4, now), CollectedAtTwo), isNext ? Does.Contain("arrange-transport") : Does.Not.Contain("arrange-transport"));

    [Test]
    public void And_no_longer_once_they_left() => Assert.That(Whats(March(4, "15:00"), CollectedAtTwo, Left), Does.Not.Contain("arrange-transport"));

    [Test]
    public void Both_moments_are_turns_of_what_is_next() =>
        Assert.That(NextSteps.TurnsIn(CaseAfterOpening([Planned, OnTheFourth, CollectedAtTwo]), March(4, "12:00")), Is.EqualTo(new[] { March(5, "00:00"), March(4, "14:00") }));

    private static IEnumerable<TestCaseData> Owed =>
    [
        new TestCaseData(new TransferItemReported(March(4, "12:00"), TransferItem.Equipment, TransferItemState.Arranged), false).SetArgDisplayNames("Equipment that never came"),
        new TestCaseData(new FirstCareCallPlanned(March(4, "12:00"), March(4, "17:00"), Northgate), false).SetArgDisplayNames("A care call nobody confirmed"),
        new TestCaseData(new TransferItemReported(March(4, "12:00"), TransferItem.Equipment, TransferItemState.InPlace), true).SetArgDisplayNames("Equipment in place"),
    ];

    [TestCaseSource(nameof(Owed))]
    public void Closing_is_next_only_once_care_and_equipment_have_come(DischargeCaseEvent transfer, bool isNext) =>
        Assert.That(Whats(March(5, "12:00"), OnPathway1, transfer, Left, FoundWell, Seen), isNext ? Does.Contain("close-case") : Does.Not.Contain("close-case"));

    [Test]
    public void A_case_closed_of_somebody_who_is_no_longer_where_they_could_be_seen_was_not_closed_too_soon()
    {
        var discharge = CaseAfterOpening([OnPathway1, Left, new OutcomeRecorded(March(5, "09:00"), CaseOutcome.LongTermCareHome), Closed with { Outcome = CaseOutcome.LongTermCareHome }]);
        Assert.That(Contradictions.In(discharge, discharge.Clocks()), Is.Empty);
    }

    [TestCase(TaskKind.ArrangeKeys, "Do the task that was set: arrange keys.")]
    [TestCase(TaskKind.Other, "Do the task that was set: what its note says.")]
    public void A_task_is_said_by_its_kind(TaskKind kind, string sentence) =>
        Assert.That(
            NextSteps.Of(CaseAfterOpening([new TaskSet(March(3, "09:00"), AnyPerson.Ids[0], kind, Westbrook, StaffRole.Nurse)]), []).Single(step => step.What == "do-task").Sentence,
            Is.EqualTo(sentence));

    private static IEnumerable<string> Whats(Instant at, params DischargeCaseEvent[] facts) => Whats(at, CaseAfterOpening(facts));

    private static IEnumerable<string> Whats(Instant at, DischargeCase discharge) => NextSteps.Of(discharge, discharge.Clocks(), at).Select(step => step.What);
}
