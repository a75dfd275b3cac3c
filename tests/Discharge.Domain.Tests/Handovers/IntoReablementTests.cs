using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Handovers;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Tests.Reablement;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.Handovers;

public sealed class IntoReablementTests
{
    private static readonly Guid Stay = Guid.Parse("0a6f1c1e-0000-4000-8000-000000000041");

    private static HandOverFromDischarge HandedOver => new(March(4, "14:00"), Stay, Opened.Person, Opened.PersonHash, RiversideHub, RiversideHub);

    private static ReablementReferred InReablement => new(March(4, "14:00"), Opened.Person, Opened.PersonHash, ReablementSource.Discharge, RiversideHub, RiversideHub, Urgent: false, Stay);

    [Test]
    public void A_pathway_1_discharge_with_a_reablement_need_is_handed_over() => Assert.That(Asked(Opened, Assessed, OnPathway1, Left), Is.EqualTo(HandedOver));

    [Test]
    public void Nobody_is_handed_over_before_they_have_left() => Assert.That(Asked(Opened, Assessed, OnPathway1), Is.Null);

    [Test]
    public void Nobody_is_handed_over_without_a_reablement_need() => Assert.That(Asked(Opened, Assessed with { Needs = [FunctionalNeed.Equipment] }, OnPathway1, Left), Is.Null);

    [TestCase(Pathway.Pathway0)]
    [TestCase(Pathway.Pathway2)]
    [TestCase(Pathway.Pathway3)]
    public void Nobody_is_handed_over_on_another_pathway(Pathway pathway) => Assert.That(Asked(Opened, Assessed, OnPathway(pathway), Left), Is.Null);

    [TestCase(Destination.AnotherHospital)]
    [TestCase(Destination.Hospice)]
    [TestCase(Destination.CareHome)]
    [TestCase(Destination.CommunityBed)]
    public void Nobody_is_handed_over_who_did_not_go_home(Destination to) => Assert.That(Asked(Opened, Assessed, OnPathway1, Left with { To = to }), Is.Null);

    [TestCase(Destination.OwnHome)]
    [TestCase(Destination.FamilyOrFriends)]
    [TestCase(Destination.ExtraCareHousing)]
    [TestCase(Destination.TemporaryAccommodation)]
    [TestCase(Destination.NoFixedAbode)]
    [TestCase(Destination.OwnCareHome, Description = "Where they live")]
    [TestCase(Destination.NotKnown, Description = "They may be home, and somebody has to find out")]
    public void Wherever_they_live_or_stay_as_at_home_they_are_handed_over(Destination to) => Assert.That(Asked(Opened, Assessed, OnPathway1, Left with { To = to }), Is.EqualTo(HandedOver));

    [Test]
    public void What_was_found_only_after_leaving_is_no_need_they_left_with() => Assert.That(Asked(Opened, Assessed with { OccurredAt = March(4, "15:00") }, OnPathway1, Left), Is.Null);

    [Test]
    public void A_leaving_withdrawn_asks_for_nothing() => Assert.That(Asked(Opened, Assessed, OnPathway1, Left, Withdrawn(4, March(4, "18:00"))), Is.Null);

    [Test]
    public void A_death_and_each_return_to_hospital_are_handed_over_and_taken_back_where_they_are_withdrawn() => Assert.Multiple(() =>
    {
        var (back, died) = (new Readmitted(March(6, "10:00"), ReturnReason.Unwell), new PersonDied(March(8, "10:00"), PlaceOfDeath.Hospital));
        Assert.That(Since(Opened, Assessed, OnPathway1, Left, back, died), Is.EqualTo(new ReablementEvent[] { new ReturnHandedOver(March(6, "10:00")), new DeathHandedOver(March(8, "10:00")) }));
        Assert.That(Since(Opened, Assessed, OnPathway1, Left, new DischargeFailed(March(4, "20:00"), ReturnReason.Unwell)), Is.EqualTo(new ReablementEvent[] { new ReturnHandedOver(March(4, "20:00")) }));
        Assert.That(Since(Opened, Assessed, OnPathway1, Left, back, died, Withdrawn(6, March(9, "09:00"))), Is.EqualTo(new ReablementEvent[] { new ReturnHandedOver(March(6, "10:00")) }));
        Assert.That(Since(Opened, Assessed, OnPathway1, died), Is.Empty, "Who was not handed over is not theirs.");
    });

    [TestCase("T04", ClockStatus.NotReached)]
    [TestCase("T06", ClockStatus.NotReached)]
    public void What_was_owed_as_they_died_or_were_back_in_hospital_is_not_reached(string rule, ClockStatus status) => Assert.Multiple(() =>
    {
        var requested = new AssessmentRequested(March(4, "14:30"));
        Assert.That(ReablementStory.ClockOf(rule, InReablement, requested, new DeathHandedOver(March(4, "16:00"))).StatusAt(March(10, "09:00")), Is.EqualTo(status));
        Assert.That(ReablementStory.ClockOf(rule, InReablement, requested, new ReturnHandedOver(March(4, "16:00"))).StatusAt(March(10, "09:00")), Is.EqualTo(status));
        Assert.That(ReablementStory.ClockOf(rule, InReablement, requested, new DeathHandedOver(March(7, "16:00"))).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.Breached), "What was late by then stays late.");
    });

    [TestCase("T05")]
    [TestCase("T12")]
    public void The_six_weeks_are_not_reached_by_who_died_and_run_on_through_a_readmission(string rule) => Assert.Multiple(() =>
    {
        var contact = ReablementStory.FirstContact with { OccurredAt = March(4, "18:00") };
        Assert.That(ReablementStory.ClockOf(rule, InReablement, contact, new DeathHandedOver(March(8, "10:00"))).StatusAt(May(10, "09:00")), Is.EqualTo(ClockStatus.NotReached));
        Assert.That(ReablementStory.ClockOf(rule, InReablement, contact, new ReturnHandedOver(March(8, "10:00"))).StatusAt(May(10, "09:00")), Is.EqualTo(ClockStatus.Breached));
    });

    [Test]
    public void Where_somebody_died_or_is_back_in_hospital_it_is_asked_that_reablement_ends() => Assert.Multiple(() =>
    {
        var left = InReablement with { SixtyFiveOrOver = false };
        var (back, died) = (new ReturnHandedOver(March(6, "10:00")), new DeathHandedOver(March(8, "10:00")));
        Assert.That(StepsOf(left, died), Is.EqualTo(["end-reablement"]));
        Assert.That(StepsOf(left, back), Is.EqualTo(["end-reablement-or-go-on"]));
        Assert.That(StepsOf(left, back, ReablementStory.FirstContact with { OccurredAt = March(7, "10:00") }), Is.EqualTo(["allocate-worker"]), "Somebody was in contact since, so it goes on.");
        Assert.That(StepsOf(left, died, new ReablementEnded(March(8, "10:00"), ReablementSequel.Died)), Is.Empty);
    });

    [Test]
    public void The_team_that_was_asked_gets_the_case() => Assert.That(
        Asked(Opened, Assessed, OnPathway1, new ReferralSent(March(4, "11:15"), Guid.Empty, ReferredService.Reablement, OdsCode.Parse("RBT01"), StaffRole.DischargeCoordinator), Left)!.Team, Is.EqualTo(OdsCode.Parse("RBT01")));

    [Test]
    public void The_case_opens_with_the_leaving_as_its_moment() => Assert.That(HandedOver.Fact, Is.EqualTo(InReablement));

    [Test]
    public void Staff_are_allocated_immediately_after_discharge() => Assert.Multiple(() =>
    {
        Assert.That(ReablementStory.RulesOf(InReablement), Is.EqualTo(["T04"]), "There is no referral to answer and nobody of the community to start within two days.");
        Assert.That(ReablementStory.ClockOf("T04", InReablement, AllocatedAt(March(4, "23:59"))).StatusAt(March(6, "09:00")), Is.EqualTo(ClockStatus.Met));
        Assert.That(ReablementStory.ClockOf("T04", InReablement, AllocatedAt(March(4, "09:00"))).StatusAt(March(6, "09:00")), Is.EqualTo(ClockStatus.MetEarly));
        Assert.That(ReablementStory.ClockOf("T04", InReablement, AllocatedAt(March(5, "00:01"))).StatusAt(March(6, "09:00")), Is.EqualTo(ClockStatus.MetLate));
    });

    [Test]
    public void There_is_no_waiting_list_whoever_is_home_without_contact_is_shown_as_waiting() => Assert.That(ReablementStory.CaseOf(InReablement).Phase, Is.EqualTo(ReablementPhase.Waiting));

    [Test]
    public void Nobody_has_to_accept_whoever_is_handed_over() => Assert.That(
        new RecordContact(March(4, "18:00"), ReablementStory.Olu, ReablementRole.SocialWorker, ContactBy.Visit).Decide(ReablementStory.CaseOf(InReablement, AllocatedAt(March(4, "15:00")))),
        Is.InstanceOf<Decision<ReablementEvent>.Accepted>().With.Property("Departures").Empty);

    private static WorkerAllocated AllocatedAt(NodaTime.Instant at) => ReablementStory.AllocatedToOlu with { OccurredAt = at };

    private static IEnumerable<string> StepsOf(params Recorded[] recorded) => ReablementSteps.Of(ReablementStory.CaseOf(recorded), clocks: []).Select(step => step.What);

    private static IReadOnlyList<ReablementEvent> Since(params Recorded[] recorded) => IntoReablement.Since(new DischargeCase(Stay, Histories.HistoryOf(recorded).Facts<DischargeCaseEvent>()));

    private static HandOverFromDischarge? Asked(params Recorded[] recorded) => IntoReablement.Of(new DischargeCase(Stay, Histories.HistoryOf(recorded).Facts<DischargeCaseEvent>()));
}
