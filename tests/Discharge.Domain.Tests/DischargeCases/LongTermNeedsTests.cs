using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.PathwayThreeStory;
using static Discharge.Domain.Tests.DischargeCases.Story;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>The assessment of long-term needs, what its outcome leads to, and what is decided at the limit.</summary>
public sealed class LongTermNeedsTests : DischargeCaseDecisions
{
    private static readonly CompleteLongTermAssessment Complete = new(March(25, "10:00"), LongTermOutcome.Died, StaffRole.SocialWorker);

    private static readonly LongTermAssessmentBegun Begun = new(March(10, "10:00"), StaffRole.SocialWorker);

    private static readonly PersonDied Died = new(March(24, "10:00"), PlaceOfDeath.CareHome);

    private static Recorded[] There => [Opened, .. ToTheNursingBed.Select(AtOnce)];

    [Test]
    public void Somebody_who_died_is_the_outcome_of_an_assessment_that_waits_for_nothing_more() =>
        Given([.. There, Died]).When(Complete.Decide).ThenRecorded(Completed(LongTermOutcome.Died));

    [Test]
    public void The_outcome_and_the_record_agree_on_whether_they_died() => Assert.Multiple(() =>
    {
        Given([.. There, Recovered]).When(Complete.Decide).ThenRefused(CompleteLongTermAssessment.ContradictsDeath);
        Given([.. There, Recovered, Died]).When((Complete with { Outcome = LongTermOutcome.HomeWithPackage }).Decide).ThenRefused(CompleteLongTermAssessment.ContradictsDeath);
    });

    [Test]
    public void One_assessment_is_under_way_at_a_time_and_another_may_follow() => Assert.Multiple(() =>
    {
        var again = new BeginLongTermAssessment(April(3, "10:00"), StaffRole.SocialWorker);
        Given([.. There, Begun]).When(again.Decide).ThenRefused(BeginLongTermAssessment.AlreadyBegun.Naming(11));
        Given([.. There, Begun, Recovered, Completed(LongTermOutcome.HomeWithPackage)]).When(again.Decide).ThenRecorded(new LongTermAssessmentBegun(April(3, "10:00"), StaffRole.SocialWorker));
        Assert.That(LongTermAssessment.Of(InTheBed(Begun, Recovered, Completed(LongTermOutcome.HomeWithPackage), Begun with { OccurredAt = April(3, "10:00") })).Completed, Is.Null);
    });

    [Test]
    public void What_is_next_is_to_begin_to_judge_and_to_complete_it() => Assert.Multiple(() =>
    {
        Assert.That(InTheBed().NextAt(March(5, "09:00")), Does.Contain("begin-long-term-assessment"));
        Assert.That(InTheBed(Begun).NextAt(March(11, "09:00")), Does.Contain("judge-recovery").And.Not.Contain("begin-long-term-assessment"));
        Assert.That(InTheBed(Begun, Recovered).NextAt(March(21, "09:00")), Does.Contain("complete-long-term-assessment").And.Not.Contain("judge-recovery"));
        Assert.That(InTheBed(Begun, Recovered, Completed(LongTermOutcome.ExtraCare)).NextAt(March(26, "09:00")), Does.Not.Contain("complete-long-term-assessment"));
    });

    [TestCase(LongTermOutcome.HomeWithoutPackage, "go-home refer-reablement")]
    [TestCase(LongTermOutcome.HomeWithPackage, "go-home refer-reablement start-package-of-care")]
    [TestCase(LongTermOutcome.ExtraCare, "arrange-extra-care")]
    [TestCase(LongTermOutcome.LongTermResidential, "arrange-placement")]
    [TestCase(LongTermOutcome.LongTermNursing, "arrange-placement")]
    [TestCase(LongTermOutcome.ContinuingHealthcare, "complete-checklist arrange-continuing-healthcare")]
    public void Each_outcome_leads_on(LongTermOutcome outcome, string steps) =>
        Assert.That(InTheBed(Begun, Recovered, Completed(outcome)).NextAt(March(26, "09:00")).Except(["decide-at-interim-limit"]), Is.EquivalentTo(steps.Split(' ')));

    [Test]
    public void What_was_done_for_the_outcome_is_asked_for_no_more() => Assert.Multiple(() =>
    {
        var referral = new ReferralSent(March(26, "10:00"), AnyPerson.Ids[0], ReferredService.Reablement, Westbrook, StaffRole.SocialWorker);
        var care = new PackageOfCareStarted(March(27, "10:00"), Westbrook, PackageStart.New, 3, DoubleHanded: false);
        var checklist = new ChecklistReceived(March(26, "10:00"), Positive: true, StaffRole.Nurse);
        Assert.That(InTheBed(Begun, Recovered, Completed(LongTermOutcome.HomeWithPackage), referral, care).NextAt(March(28, "09:00")), Does.Contain("go-home").And.Not.Contain("refer-reablement").And.Not.Contain("start-package-of-care"));
        Assert.That(InTheBed(Begun, Recovered, Completed(LongTermOutcome.ContinuingHealthcare), checklist).NextAt(March(28, "09:00")), Does.Contain("decide-continuing-healthcare").And.Not.Contain("complete-checklist"));
        Assert.That(InTheBed(Begun, Recovered, Completed(LongTermOutcome.LongTermNursing), VacatedAt(March(28, "10:00"), LeavingInterimBedFor.LongTermNursing)).NextAt(March(29, "09:00")), Does.Contain("close-case").And.Not.Contain("arrange-placement"));
    });

    [Test]
    public void Died_leads_to_giving_the_bed_back_and_closing() => Assert.Multiple(() =>
    {
        Assert.That(InTheBed(Died).NextAt(March(25, "09:00")), Is.EqualTo(new[] { "give-back-interim-bed", "close-case" }));
        Assert.That(InTheBed(Died, VacatedAt(March(24, "12:00"), LeavingInterimBedFor.Died)).NextAt(March(25, "09:00")), Is.EqualTo(new[] { "close-case" }));
    });

    [TestCase(LeavingInterimBedFor.Home)]
    [TestCase(LeavingInterimBedFor.ExtraCareHousing)]
    public void Home_is_by_the_rules_of_Pathway_1_seen_within_24_hours_and_checked_on_the_day(LeavingInterimBedFor home)
    {
        var discharge = InTheBed(Recovered, Completed(LongTermOutcome.HomeWithPackage), VacatedAt(March(28, "20:00"), home));
        Assert.Multiple(() =>
        {
            Assert.That((discharge.ClockOf("T01")!.Due.DueAt, discharge.ClockOf("T25")!.Due.DueOn), Is.EqualTo((March(29, "21:00"), (LocalDate?)new LocalDate(2026, 3, 28))));
            Assert.That((discharge.MustBeSeenAtHome, discharge.Phase), Is.EqualTo((true, DischargePhase.LeftHospital)));
            Assert.That(discharge.NextAt(March(28, "20:30")), Does.Contain("see-at-home").And.Contain("check-welfare").And.Contain("book-home-visit").And.Not.Contain("close-case"));
        });
        Given([.. There, Recovered, Completed(LongTermOutcome.HomeWithPackage), VacatedAt(March(28, "20:00"), home)]).When(new CloseCase(March(29, "10:00"), CaseOutcome.HomeWithSupport).Decide).ThenRefused(CloseCase.NotSeenYet);
    }

    [Test]
    public void Seen_before_the_interim_stay_is_not_seen_at_home_after_it()
    {
        var seenBefore = CaseOf(Opened, Assessed, OnPathway1, Left, Seen, ArrivedAt(March(6, "20:00")), VacatedAt(March(28, "20:00")));
        Assert.That((seenBefore.SeenAtHome, seenBefore.Clocks().Where(clock => clock.Rule.Id is "T01").Select(clock => clock.IsOpen)), Is.EqualTo(((HomeVisitMade?)null, (bool[])[false, true])));
        var seenAfter = CaseOf(Opened, Assessed, OnPathway1, Left, Seen, ArrivedAt(March(6, "20:00")), VacatedAt(March(28, "20:00")), SeenAt(March(29, "12:00")));
        Assert.That(seenAfter.SeenAtHome, Is.EqualTo(SeenAt(March(29, "12:00"))));
    }

    [Test]
    public void A_visit_booked_for_after_the_24_hours_from_the_interim_bed_is_too_late_and_one_inside_them_is_not() => Assert.Multiple(() =>
    {
        Recorded[] home = [Opened, Assessed, OnPathway1, Left, ArrivedAt(March(6, "20:00")), VacatedAt(March(27, "20:00"))];
        Given(home).When(new BookHomeVisit(March(27, "20:30"), March(28, "12:00"), StaffRole.Nurse).Decide).ThenRecorded(new HomeVisitBooked(March(27, "20:30"), March(28, "12:00"), StaffRole.Nurse));
        Given(home).When(new BookHomeVisit(March(27, "20:30"), March(28, "20:01"), StaffRole.Nurse).Decide).ThenDeparting(BookHomeVisit.TooLate);
    });

    [Test]
    public void To_a_long_term_place_nobody_has_to_be_seen_at_home() =>
        Assert.That(InTheBed(VacatedAt(March(28, "20:00"), LeavingInterimBedFor.LongTermNursing)).Clocks().Select(clock => clock.Rule.Id), Is.EqualTo(Lines("T07")));

    [Test]
    public void A_decision_is_asked_for_at_the_limit() => Assert.That(
        NextSteps.Of(InTheBed(), InTheBed().Clocks(), March(31, "09:00")).Single(step => step.What == "decide-at-interim-limit").Due,
        Is.EqualTo(April(1, "23:59") + Duration.FromMinutes(1) - LocalCalendar.Microsecond));

    [Test]
    public void Extended_it_is_asked_for_with_the_new_date()
    {
        var extended = InTheBed(Extended);
        Assert.That(NextSteps.Of(extended, extended.Clocks(), April(2, "09:00")).Single(step => step.What == "decide-at-interim-limit").Due, Is.EqualTo(April(20, "23:59") + Duration.FromMinutes(1) - LocalCalendar.Microsecond));
    }

    [TestCase("2026-04-01T22:59Z", null, false, Description = "The last minute of the last day")]
    [TestCase("2026-04-01T23:00Z", null, true, Description = "The limit has passed")]
    public void Past_the_limit_with_no_decision_it_warns(string at, string? until, bool warns) =>
        Assert.That(InTheBed().WarningsAt(At(at)).Contains(InterimStayWarnings.LimitPassed), Is.EqualTo(warns), until);

    [TestCase("2026-04-02T09:00Z", false, Description = "Extended to the 20th")]
    [TestCase("2026-04-20T22:59Z", false, Description = "The last minute of the 20th")]
    [TestCase("2026-04-20T23:00Z", true, Description = "Past it")]
    public void Past_the_date_of_the_extension_it_warns_again(string at, bool warns) => Assert.Multiple(() =>
    {
        Assert.That(InTheBed(Extended).WarningsAt(At(at)), Does.Not.Contain(InterimStayWarnings.LimitPassed));
        Assert.That(InTheBed(Extended).WarningsAt(At(at)).Contains(InterimStayWarnings.ExtensionPassed), Is.EqualTo(warns));
    });

    [Test]
    public void Only_a_stay_is_extended_and_only_to_a_day_that_lies_ahead() => Assert.Multiple(() =>
    {
        var extend = new ExtendInterimStay(March(31, "10:00"), new LocalDate(2026, 4, 20), ExtensionReason.AwaitingFunding, SeniorRole.HubLead, Note);
        Given(Opened, LeftForCareHome).When(extend.Decide).ThenRefused(ExtendInterimStay.NoStay);
        Given([.. There, VacatedAt(March(30, "10:00"))]).When(extend.Decide).ThenRefused(ExtendInterimStay.NoStay);
        Given(There).When((extend with { Until = new LocalDate(2026, 3, 31) }).Decide).ThenRefused(ExtendInterimStay.DateGoneBy);
        Given(There).When((extend with { Until = new LocalDate(2027, 4, 1) }).Decide).ThenRefused(ExtendInterimStay.DateTooFar);
        Given(There).When((extend with { Until = new LocalDate(2026, 4, 1) }).Decide).ThenRecorded(new InterimStayExtended(March(31, "10:00"), new LocalDate(2026, 4, 1), ExtensionReason.AwaitingFunding, SeniorRole.HubLead, Note));
    });

    [Test]
    public void On_Pathway_3_what_is_next_is_to_decide_on_the_interim_stay_and_then_to_record_the_arrival() => Assert.Multiple(() =>
    {
        Assert.That(CaseOf(Opened, Ready, OnPathway(Pathway.Pathway3)).NextAt(March(4, "11:00")), Does.Contain("decide-interim-stay"));
        Assert.That(CaseOf(Opened with { Residence = UsualResidence.CareHome }, Ready, OnPathway(Pathway.Pathway3)).NextAt(March(4, "11:00")), Does.Not.Contain("decide-interim-stay"));
        Assert.That(CaseAfterOpening(ToTheNursingBed[..^2]).NextAt(March(4, "13:00")), Does.Not.Contain("decide-interim-stay"));
        Assert.That(CaseAfterOpening(ToTheNursingBed[..^1]).NextAt(March(4, "14:30")), Does.Contain("record-interim-arrival"));
        Assert.That(InTheBed().NextAt(March(4, "15:00")), Does.Not.Contain("record-interim-arrival").And.Not.Contain("close-case"));
    });

    private static IEnumerable<TestCaseData> Liberties =>
    [
        Liberty("They have capacity", null, HasCapacity),
        Liberty("They lack it, and nothing is on record", InterimStayWarnings.LibertyNotRequested, LacksCapacity),
        Liberty("They lack it for their care", InterimStayWarnings.LibertyNotRequested, LacksCapacity with { For = DecisionInQuestion.CareAndSupport }),
        Liberty("They lack it for money alone", null, LacksCapacity with { For = DecisionInQuestion.Money }),
        Liberty("Requested", InterimStayWarnings.LibertyNotAuthorised, LacksCapacity, new LibertyRecorded(March(5, "10:00"), LibertyStanding.Requested, StaffRole.SocialWorker)),
        Liberty("Urgent until the day", null, LacksCapacity, new LibertyRecorded(March(5, "10:00"), LibertyStanding.Urgent, StaffRole.SocialWorker, new LocalDate(2026, 3, 12))),
        Liberty("Urgent until the day before", InterimStayWarnings.LibertyRunOut, LacksCapacity, new LibertyRecorded(March(5, "10:00"), LibertyStanding.Urgent, StaffRole.SocialWorker, new LocalDate(2026, 3, 11))),
        Liberty("Standard until the day", null, LacksCapacity, new LibertyRecorded(March(5, "10:00"), LibertyStanding.Standard, StaffRole.SocialWorker, new LocalDate(2026, 3, 12))),
        Liberty("Not needed", null, LacksCapacity, new LibertyRecorded(March(5, "10:00"), LibertyStanding.NotNeeded, StaffRole.SocialWorker)),
    ];

    [TestCaseSource(nameof(Liberties))]
    public void Deprivation_of_liberty_is_warned_of_on_12_March_and_never_blocks(Departure? warning, Fact[] facts)
    {
        var discharge = InTheBed(facts);
        Departure[] ofLiberty = [InterimStayWarnings.LibertyNotRequested, InterimStayWarnings.LibertyNotAuthorised, InterimStayWarnings.LibertyRunOut];
        Assert.Multiple(() =>
        {
            Assert.That(discharge.WarningsAt(March(12, "23:00")).Intersect(ofLiberty), Is.EqualTo(warning is null ? [] : (Departure[])[warning]));
            Assert.That(discharge.NextAt(March(12, "23:00")).Count(step => step is "request-liberty-authorisation" or "record-liberty-authorisation"), Is.EqualTo(warning is null ? 0 : 1));
        });
        Given([.. There, .. facts.Select(AtOnce), Recovered]).When((Complete with { Outcome = LongTermOutcome.LongTermNursing }).Decide).ThenRecorded(Completed(LongTermOutcome.LongTermNursing));
    }

    [Test]
    public void How_it_stands_is_recorded() =>
        Given(There).When(new RecordLiberty(March(5, "10:00"), LibertyStanding.Urgent, StaffRole.SocialWorker, new LocalDate(2026, 3, 12)).Decide)
            .ThenRecorded(new LibertyRecorded(March(5, "10:00"), LibertyStanding.Urgent, StaffRole.SocialWorker, new LocalDate(2026, 3, 12)));

    private static IEnumerable<TestCaseData> Advocates =>
    [
        Advocate("Expected for 57 days", true, LacksCapacity, StayDecided with { ExpectedUntil = new LocalDate(2026, 4, 30) }),
        Advocate("Expected for 56 days: eight weeks are not more than eight weeks", false, LacksCapacity, StayDecided with { ExpectedUntil = new LocalDate(2026, 4, 29) }),
        Advocate("They have capacity", false, HasCapacity, StayDecided with { ExpectedUntil = new LocalDate(2026, 4, 30) }),
        Advocate("They have a carer", false, LacksCapacity, new CarerNamed(March(4, "09:00"), CarerRelationship.Child, LivesWithPerson: false), StayDecided with { ExpectedUntil = new LocalDate(2026, 4, 30) }),
        Advocate("One is instructed", false, LacksCapacity, AdvocateThere, StayDecided with { ExpectedUntil = new LocalDate(2026, 4, 30) }),
        Advocate("One of another kind is", true, LacksCapacity, AdvocateThere with { Kind = AdvocateKind.CareActAdvocate }, StayDecided with { ExpectedUntil = new LocalDate(2026, 4, 30) }),
        Advocate("By the extension it comes to more: the total of all stays counts", true, LacksCapacity, ArrivedAt(March(30, "11:00"), InResidentialHome), Extended with { Until = new LocalDate(2026, 5, 11) }),
    ];

    [TestCaseSource(nameof(Advocates))]
    public void An_unbefriended_person_likely_to_stay_more_than_eight_weeks_in_all_is_owed_an_advocate(bool isOwed, Fact[] facts)
    {
        var discharge = InTheBed(facts);
        Assert.Multiple(() =>
        {
            Assert.That(discharge.WarningsAt(April(1, "09:00")).Contains(Unbefriended.WithoutAdvocate), Is.EqualTo(isOwed));
            Assert.That(discharge.NextAt(April(1, "09:00")).Contains("instruct-mental-capacity-advocate"), Is.EqualTo(isOwed));
            Assert.That(ToldToTheHub.Of(discharge).Where(told => told.Rule == Unbefriended.WithoutAdvocate.Code).Select(told => told.Level), Is.EqualTo(isOwed ? (LadderLevel[])[LadderLevel.L2] : []));
        });
    }

    private static TestCaseData Liberty(string description, Departure? warning, params Fact[] facts) => new TestCaseData(warning, facts).SetArgDisplayNames(description);

    private static TestCaseData Advocate(string description, bool isOwed, params Fact[] facts) => new TestCaseData(isOwed, facts).SetArgDisplayNames(description);
}
