using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.PathwayThreeStory;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>To decide on an interim stay, and to arrive in one.</summary>
public sealed class InterimStayDecisionTests : DischargeCaseDecisions
{
    private static readonly DecideInterimStay Decide = new(March(4, "11:15"), InterimBedKind.Nursing, new LocalDate(2026, 4, 1), StaffRole.SocialWorker);

    private static readonly OccupyInterimBed Arrive = new(March(4, "15:00"), InNursingBed);

    private static IEnumerable<TestCaseData> Involvements =>
    [
        Row("The person was involved", true, Involved),
        Row("Nobody was involved", false),
        Row("Only a carer was", false, Involved with { Who = Party.Carer }),
        Row("The person, after the decision", false, Involved with { OccurredAt = March(4, "11:16") }),
        Row("They lack capacity and have nobody: best interests and an advocate", true, LacksCapacity, DecidedForThem, AdvocateThere),
        Row("An advocate under the Care Act does as well", true, LacksCapacity, DecidedForThem, AdvocateThere with { Kind = AdvocateKind.CareActAdvocate }),
        Row("No advocate", false, LacksCapacity, DecidedForThem),
        Row("No decision in their best interests", false, LacksCapacity, AdvocateThere),
        Row("One on another question", false, LacksCapacity, DecidedForThem with { For = DecisionInQuestion.Money }, AdvocateThere),
        Row("They lack capacity for another question", false, LacksCapacity with { For = DecisionInQuestion.Money }, DecidedForThem, AdvocateThere),
        Row("They have capacity, as last found", false, LacksCapacity, HasCapacity, DecidedForThem, AdvocateThere),
        Row("They have a carer", false, LacksCapacity, new CarerNamed(March(4, "09:00"), CarerRelationship.Child, LivesWithPerson: false), DecidedForThem, AdvocateThere),
        Row("They have an attorney for their welfare", false, LacksCapacity, new AttorneyRecorded(March(4, "09:00"), PowerToAct.LastingPowerHealthAndWelfare, DocumentSeen: true), DecidedForThem, AdvocateThere),
        Row("Their attorney is for money alone", true, LacksCapacity, new AttorneyRecorded(March(4, "09:00"), PowerToAct.LastingPowerPropertyAndFinance, DocumentSeen: true), DecidedForThem, AdvocateThere),
    ];

    [TestCaseSource(nameof(Involvements))]
    public void It_is_refused_unless_the_person_was_involved_or_lacks_capacity_and_has_nobody_and_an_advocate_speaks_for_them(bool isTaken, Fact[] facts)
    {
        var decided = Given([Opened, NeedsCareDayAndNight, HomeNotPossible, .. facts.Select(AtOnce)]).When(Decide.Decide);
        if (isTaken)
        {
            decided.ThenRecorded(StayDecided);
            return;
        }

        decided.ThenRefused(DecideInterimStay.NotReady.For(WhatInterimStayNeeds.Involvement));
    }

    [Test]
    public void Everything_that_is_missing_is_named_at_once() =>
        Given(Opened).When(Decide.Decide).ThenRefused(DecideInterimStay.NotReady.For(WhatInterimStayNeeds.Need, WhatInterimStayNeeds.WhyNotHome, WhatInterimStayNeeds.Involvement));

    [Test]
    public void The_last_assessment_says_what_is_needed_wherever_it_was_made()
    {
        var assessedAtHome = new CommunityAssessmentMade(March(6, "10:00"), StaffRole.SocialWorker, [FunctionalNeed.TwentyFourHourCare]);
        var later = Decide with { OccurredAt = March(6, "12:00") };
        Given(Opened, Assessed, HomeNotPossible, Involved, Left, assessedAtHome).When(later.Decide).ThenRecorded(StayDecided with { OccurredAt = March(6, "12:00") });
        Given(Opened, NeedsCareDayAndNight, HomeNotPossible, Involved, Left, AtOnce(assessedAtHome with { Needs = [FunctionalNeed.PersonalCare] })).When(later.Decide)
            .ThenRefused(DecideInterimStay.NotReady.For(WhatInterimStayNeeds.Need));
    }

    [Test]
    public void Why_home_is_not_possible_is_recorded_with_each_reason_once() =>
        Given(Opened)
            .When(new FindHomeNotPossible(
                March(4, "10:15"), [ReasonHomeNotPossible.NoHome, ReasonHomeNotPossible.NightsNotCovered, ReasonHomeNotPossible.NoHome], StaffRole.SocialWorker).Decide)
            .ThenRecorded(new HomeFoundNotPossible(March(4, "10:15"), [ReasonHomeNotPossible.NightsNotCovered, ReasonHomeNotPossible.NoHome], StaffRole.SocialWorker));

    [Test]
    public void Arrival_is_recorded() => Given([Opened, .. ToTheNursingBed.SkipLast(1).Select(AtOnce)]).When(Arrive.Decide).ThenRecorded(Arrived);

    [Test]
    public void Arrival_is_always_recorded_with_all_that_was_missing() =>
        Given(Opened).When(Arrive.Decide).ThenDeparting(
            OutOfCourse.NotLeftYet,
            OccupyInterimBed.WithoutDecision,
            OccupyInterimBed.ArrivedWithout(WhatInterimStayNeeds.Need),
            OccupyInterimBed.ArrivedWithout(WhatInterimStayNeeds.WhyNotHome),
            OccupyInterimBed.ArrivedWithout(WhatInterimStayNeeds.Involvement));

    [Test]
    public void Arrival_after_a_death_is_recorded_and_says_so() =>
        Given(Opened, StayDecided, LeftForCareHome, AtOnce(new PersonDied(March(4, "14:30"), PlaceOfDeath.OnTheWay))).When(Arrive.Decide).ThenDeparting(OutOfCourse.AfterDeath);

    [Test]
    public void Arrival_in_another_kind_of_bed_than_was_decided_on_says_so() =>
        Given(Opened, StayDecided, LeftForCareHome).When((Arrive with { Place = InResidentialHome }).Decide).ThenDeparting(OccupyInterimBed.OtherKind);

    [Test]
    public void Arrival_in_the_bed_they_are_in_already_is_refused_and_names_the_one_on_record() =>
        Given(Opened, StayDecided, LeftForCareHome, AtOnce(ArrivedAt(March(4, "15:00"), InNursingBed with { Bed = BedOne })))
            .When(new OccupyInterimBed(March(5, "15:00"), InNursingBed with { Bed = BedOne }).Decide)
            .ThenRefused(OccupyInterimBed.AlreadyThere.Naming(4));

    [Test]
    public void Whoever_arrives_from_a_registered_bed_gives_that_one_up_at_the_same_moment() =>
        Given(Opened, StayDecided, LeftForCareHome, AtOnce(ArrivedAt(March(4, "15:00"), InNursingBed with { Bed = BedOne })))
            .When(new OccupyInterimBed(March(9, "11:00"), InNursingBed with { Bed = BedTwo }).Decide)
            .ThenRecorded(
                ArrivedAt(March(9, "11:00"), InNursingBed with { Bed = BedTwo }),
                new InterimBedVacated(March(9, "11:00"), LeavingInterimBedFor.AnotherInterimBed, BedOne, Follows: true));

    [Test]
    public void What_is_amiss_with_the_place_they_came_into_is_warned_of() =>
        Assert.That(DischargeCaseDepartures.StandingIn(CaseOf(Opened, StayDecided, LeftForCareHome, AtOnce(Arrived with { Departures = [OccupyInterimBed.PlaceAmiss.Code] }))), Does.Contain(OccupyInterimBed.PlaceAmiss));

    [Test]
    public void In_a_place_that_is_not_registered_they_arrive_once() =>
        Given(Opened, StayDecided, LeftForCareHome, Arrived).When(new OccupyInterimBed(March(5, "15:00"), InNursingBed).Decide).ThenRefused(OccupyInterimBed.AlreadyThere.Naming(4));

    [Test]
    public void Back_in_a_kind_of_bed_they_were_in_before_says_that_another_limit_begins() =>
        Given(Opened, StayDecided, LeftForCareHome, Arrived, ArrivedAt(March(9, "11:00"), InResidentialHome))
            .When(new OccupyInterimBed(March(12, "11:00"), InNursingBed).Decide).ThenDeparting(OccupyInterimBed.KindAgain);

    [TestCase("2026-03-03")]
    [TestCase("2027-03-05")]
    [TestCase("9999-12-31")]
    public void A_date_that_cannot_be_meant_is_no_expected_end(string date) =>
        Given(Opened, NeedsCareDayAndNight, HomeNotPossible, Involved)
            .When(new DecideInterimStay(March(4, "11:15"), InterimBedKind.Nursing, NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value, StaffRole.SocialWorker).Decide)
            .ThenRefused(DecideInterimStay.ExpectedAmiss);

    [TestCase(PlaceKind.Nursing, InterimBedKind.Nursing)]
    [TestCase(PlaceKind.Residential, InterimBedKind.Residential)]
    public void A_registered_place_says_for_itself_what_it_is(PlaceKind registered, InterimBedKind kind) => Given(Opened, LeftForCareHome, StayDecided with { Kind = kind })
        .When(discharge => InterimPlace.ArrivalIn(BedOne, registered, Rosewood, 99_000, place => (Arrive with { Place = place }).Decide(discharge)))
        .ThenRecorded(ArrivedAt(March(4, "15:00"), new InterimPlace(kind, Rosewood, BedOne, 99_000)));

    [Test]
    public void A_place_for_rehabilitation_is_no_interim_bed() => Given(Opened)
        .When(discharge => InterimPlace.ArrivalIn(BedOne, PlaceKind.Rehabilitation, Rosewood, 99_000, place => (Arrive with { Place = place }).Decide(discharge)))
        .ThenRefused(OccupyInterimBed.NotAnInterimBed);

    [Test]
    public void What_an_arrival_went_without_is_warned_of_until_it_is_made_good()
    {
        DischargeCase discharge = CaseOf(Opened, LeftForCareHome, AtOnce(Arrived with { Departures = [OccupyInterimBed.WithoutDecision.Code, OccupyInterimBed.OtherKind.Code, WhatInterimStayNeeds.WhyNotHome.Code] }));
        DischargeCase madeGood = discharge with { Facts = HistoryOf(discharge.Facts.Entries.Select(entry => AtOnce(entry.Fact)).Concat([AtOnce(HomeNotPossible), AtOnce(StayDecided with { OccurredAt = March(5, "10:00") })])).AsDischargeCase().Facts };
        Assert.Multiple(() =>
        {
            Assert.That(DischargeCaseDepartures.StandingIn(discharge).Select(departure => departure.Code), Is.SupersetOf(new[] { OccupyInterimBed.WithoutDecision.Code, OccupyInterimBed.OtherKind.Code, WhatInterimStayNeeds.WhyNotHome.Code }));
            Assert.That(DischargeCaseDepartures.StandingIn(madeGood).Select(departure => departure.Code), Has.None.AnyOf(OccupyInterimBed.WithoutDecision.Code, OccupyInterimBed.OtherKind.Code, WhatInterimStayNeeds.WhyNotHome.Code));
        });
    }

    [Test]
    public void The_hub_is_told_at_once_of_an_arrival_without_a_decision() => Assert.Multiple(() =>
    {
        Assert.That(ToldToTheHub.Of(CaseOf(Opened, LeftForCareHome, Arrived)).Select(told => told.Rule), Does.Contain(OccupyInterimBed.WithoutDecision.Code));
        Assert.That(ToldToTheHub.Of(CaseOf(Opened, StayDecided, LeftForCareHome, Arrived)).Select(told => told.Rule), Does.Not.Contain(OccupyInterimBed.WithoutDecision.Code));
    });

    private static TestCaseData Row(string description, bool isTaken, params Fact[] facts) => new TestCaseData(isTaken, facts).SetArgDisplayNames(description);
}
