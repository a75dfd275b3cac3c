using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class FirstCareCallTests : DischargeCaseDecisions
{
    private static readonly FirstCareCallPlanned PlannedForFive = new(March(4, "12:00"), March(4, "17:00"), Northgate);

    private static readonly FirstCareCallMissed Missed = new(March(4, "18:00"), MissedCallReason.ProviderDidNotCome);

    private static readonly FirstCareCallMade Made = new(March(4, "17:10"), Northgate);

    [Test]
    public void A_plan_is_recorded_and_may_be_made_anew() =>
        Given(Opened, PlannedForFive).When(new PlanFirstCareCall(March(4, "12:30"), March(4, "16:00"), Northgate).Decide)
            .ThenRecorded(PlannedForFive with { OccurredAt = March(4, "12:30"), CallAt = March(4, "16:00") });

    [TestCase("18:00", false)]
    [TestCase("18:01", true)]
    public void A_plan_made_after_leaving_says_so_where_it_leaves_the_person_long_without_care(string call, bool late)
    {
        var planned = Given(Opened, Left).When(new PlanFirstCareCall(March(4, "14:30"), March(4, call), Northgate).Decide);
        if (late)
        {
            planned.ThenDeparting(PlanFirstCareCall.LongAfterLeaving);
        }
        else
        {
            planned.ThenRecorded(PlannedForFive with { OccurredAt = March(4, "14:30"), CallAt = March(4, call) });
        }
    }

    private static readonly CommunityAssessmentMade FoundAtHome = new(March(5, "10:00"), StaffRole.OccupationalTherapist, [FunctionalNeed.PersonalCare]);

    [TestCase(Destination.OwnHome, true)]
    [TestCase(Destination.Hospice, false)]
    public void Personal_care_found_to_be_needed_in_the_community_prompts_the_first_care_call(Destination to, bool prompts)
    {
        var discharge = CaseAfterOpening([LeftAt(March(4, "14:00"), to), FoundAtHome]);
        Assert.That((FirstCareCall.Of(discharge).IsNeeded, Whats(discharge).Any(step => step.StartsWith("plan-first-care-call", StringComparison.Ordinal))), Is.EqualTo((prompts, prompts)));
    }

    [Test]
    public void An_assessment_dated_before_leaving_is_none_in_the_community() =>
        Assert.That(FirstCareCall.Of(CaseAfterOpening([FoundAtHome, LeftAt(March(5, "14:00"))])).IsNeeded, Is.False);

    [TestCase("14:00", false)]
    [TestCase("14:01", true)]
    public void What_was_found_in_the_community_is_met_late_only_from_when_it_was_found(string call, bool late)
    {
        var planned = Given(Opened, Left, FoundAtHome).When(new PlanFirstCareCall(March(5, "10:30"), March(5, call), Northgate).Decide);
        if (late)
        {
            planned.ThenDeparting(PlanFirstCareCall.LongAfterLeaving);
        }
        else
        {
            planned.ThenRecorded(PlannedForFive with { OccurredAt = March(5, "10:30"), CallAt = March(5, call) });
        }
    }

    [Test]
    public void A_call_made_is_recorded() => Given(Opened, Left, PlannedForFive).When(new MakeFirstCareCall(March(4, "17:10"), Northgate).Decide).ThenRecorded(Made);

    [Test]
    public void A_call_made_with_nobody_gone_home_says_so() => Given(Opened).When(new MakeFirstCareCall(March(4, "17:10"), Northgate).Decide).ThenDeparting(OutOfCourse.NotLeftYet);

    [Test]
    public void Another_first_call_is_refused_naming_the_one_on_record() =>
        Given(Opened, Left, Made).When(new MakeFirstCareCall(March(4, "18:10"), Northgate).Decide).ThenRefused(MakeFirstCareCall.AlreadyMade.Naming(3));

    [Test]
    public void A_call_missed_is_recorded_and_tells_the_hub() =>
        Given(Opened, Left, PlannedForFive).When(new ReportMissedCareCall(March(4, "18:00"), MissedCallReason.ProviderDidNotCome).Decide).ThenDeparting(ReportMissedCareCall.NoCareCame);

    [Test]
    public void A_package_handed_back_before_leaving_is_in_order() =>
        Given(Opened, PlannedForFive).When(new ReportMissedCareCall(March(4, "13:00"), MissedCallReason.PackageHandedBack).Decide)
            .ThenRecorded(new FirstCareCallMissed(March(4, "13:00"), MissedCallReason.PackageHandedBack));

    [Test]
    public void A_package_handed_back_after_leaving_tells_the_hub()
    {
        Given(Opened, PlannedForFive, Left).When(new ReportMissedCareCall(March(4, "15:00"), MissedCallReason.PackageHandedBack).Decide).ThenDeparting(ReportMissedCareCall.NoCareCame);
        Assert.That(
            ToldToTheHub.Of(CaseOf(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, VisitBooked, PlannedForFive, Left, Missed with { Reason = MissedCallReason.PackageHandedBack })).Select(told => told.Rule),
            Is.EqualTo(new[] { ReportMissedCareCall.NoCareCame.Code }));
    }

    [Test]
    public void A_call_that_nobody_came_to_before_any_leaving_is_on_record_says_so() =>
        Given(Opened, PlannedForFive).When(new ReportMissedCareCall(March(4, "18:00"), MissedCallReason.ProviderDidNotCome).Decide)
            .ThenDeparting(OutOfCourse.NotLeftYet, ReportMissedCareCall.NoCareCame);

    [Test]
    public void A_plan_that_was_handed_back_before_leaving_is_never_past_its_time()
    {
        var discharge = CaseOf(Opened, OnPathway1, PlannedForFive, new FirstCareCallMissed(March(4, "13:00"), MissedCallReason.PackageHandedBack), Left);
        Assert.That(TransferWarnings.At(discharge, March(4, "23:00")), Is.Empty);
        Assert.That(Whats(discharge), Does.Contain("plan-first-care-call for CareTransferHub by 14:00").And.None.StartsWith("confirm-first-care-call").And.None.StartsWith("arrange-care-now"));
    }

    [Test]
    public void A_call_missed_where_care_had_come_before_is_in_order() =>
        Given(Opened, Left, Made).When(new ReportMissedCareCall(March(4, "18:00"), MissedCallReason.ProviderDidNotCome).Decide).ThenRecorded(Missed);

    private static IEnumerable<TestCaseData> Stories =>
    [
        Row("Before its time", "16:59", null, "confirm-first-care-call by 17:00", PlannedForFive),
        Row("At its time", "17:00", TransferWarnings.FirstCareCallOverdue, "confirm-first-care-call by 17:00", PlannedForFive),
        Row("Days later", "23:59", TransferWarnings.FirstCareCallOverdue, "confirm-first-care-call by 17:00", PlannedForFive),
        Row("Made, if late", "23:59", null, null, PlannedForFive, Made),
        Row("A package of care started", "23:59", null, null, PlannedForFive, new PackageOfCareStarted(March(4, "17:30"), Northgate, PackageStart.New, 3, DoubleHanded: false)),
        Row("Missed", "23:59", null, "arrange-care-now by 18:00", PlannedForFive, Missed),
        Row("Missed and planned anew", "18:30", null, "bring-first-care-call-forward by 14:00, confirm-first-care-call by 19:00", PlannedForFive, Missed, PlannedForFive with { OccurredAt = March(4, "18:10"), CallAt = March(4, "19:00") }),
        Row("Missed, planned anew and past its time again", "19:00", TransferWarnings.FirstCareCallOverdue, "bring-first-care-call-forward by 14:00, confirm-first-care-call by 19:00", PlannedForFive, Missed, PlannedForFive with { OccurredAt = March(4, "18:10"), CallAt = March(4, "19:00") }),
        Row("Died before it", "23:59", null, null, PlannedForFive, new PersonDied(March(4, "16:00"), PlaceOfDeath.AtHome)),
        Row("Came back before it", "23:59", null, null, PlannedForFive, new DischargeFailed(March(4, "16:00"), ReturnReason.CareNotThere)),
    ];

    [TestCaseSource(nameof(Stories))]
    public void A_call_whose_time_comes_is_warned_of_until_somebody_says_what_became_of_it(string now, Departure? warning, string? step, DischargeCaseEvent[] facts)
    {
        var discharge = CaseAfterOpening([OnPathway1, Left, FoundWell, Seen with { OccurredAt = March(4, "15:00") }, .. facts]);
        Assert.Multiple(() =>
        {
            Assert.That(TransferWarnings.At(discharge, March(4, now)).SingleOrDefault(), Is.EqualTo(warning));
            Assert.That(
                string.Join(", ", NextSteps.Of(discharge, discharge.Clocks(), March(4, now)).Where(next => next.What is not "close-case").Select(Say)),
                Is.EqualTo(step ?? string.Empty));
        });
    }

    [TestCase("16:59", "Make sure that the first care call is made.")]
    [TestCase("17:00", "The first care call is past its time: find out whether the person has care, and see to it that somebody comes.")]
    public void Once_its_time_has_come_what_is_next_says_so(string now, string sentence)
    {
        var discharge = CaseOf(Opened, OnPathway1, PlannedForFive, Left);
        Assert.That(NextSteps.Of(discharge, discharge.Clocks(), March(4, now)).Single(next => next.What == "confirm-first-care-call").Sentence, Is.EqualTo(sentence));
    }

    [Test]
    public void A_visit_that_did_not_reach_the_person_is_to_be_booked_anew_at_once_until_it_is()
    {
        var failed = NobodyAnsweredAt(March(5, "10:00"));
        Assert.Multiple(() =>
        {
            Assert.That(Whats(OnPathway1, VisitBooked, Left, failed), Does.Contain("rebook-home-visit for CareTransferHub by 10:00"));
            Assert.That(Whats(OnPathway1, VisitBooked, Left, failed, VisitBooked with { OccurredAt = March(5, "10:20"), VisitAt = March(5, "13:00") }), Has.None.StartsWith("rebook"));
            Assert.That(Whats(OnPathway1, VisitBooked, Left, failed, Seen with { OccurredAt = March(5, "12:00") }), Has.None.StartsWith("rebook"));
            Assert.That(CaseOf(Opened, OnPathway1, VisitBooked, Left, failed).ClockOf("T01")!.IsOpen, Is.True, "the clock runs on");
        });
    }

    [Test]
    public void A_visit_that_the_person_declined_is_offered_again_and_nobody_is_sent_to_look_for_them()
    {
        var discharge = CaseOf(Opened, OnPathway1, VisitBooked, Left, NobodyAnsweredAt(March(5, "10:00")) with { Reason = FailedVisitReason.Declined });
        Assert.That(
            NextSteps.Of(discharge, discharge.Clocks()).Single(step => step.What == "rebook-home-visit").Sentence,
            Is.EqualTo("The person declined a visit: find out why, and offer another; where they stay with it, a senior may close the case."));
    }

    private static string[] Whats(params Fact[] facts) => Whats(CaseAfterOpening(facts));

    private static string[] Whats(DischargeCase discharge) =>
        [.. NextSteps.Of(discharge, discharge.Clocks()).Select(next => $"{next.What} for {next.Owner} by {next.Due:HH:mm}")];

    private static string Say(NextStep step) => $"{step.What} by {step.Due:HH:mm}";

    private static TestCaseData Row(string description, string now, Departure? warning, string? step, params DischargeCaseEvent[] facts) =>
        new TestCaseData(now, warning, step, facts).SetArgDisplayNames(description);
}
