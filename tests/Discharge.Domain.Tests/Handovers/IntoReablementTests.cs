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

    [Test]
    public void What_was_found_only_after_leaving_is_no_need_they_left_with() => Assert.That(Asked(Opened, Assessed with { OccurredAt = March(4, "15:00") }, OnPathway1, Left), Is.Null);

    [Test]
    public void A_leaving_withdrawn_asks_for_nothing() => Assert.That(Asked(Opened, Assessed, OnPathway1, Left, Withdrawn(4, March(4, "18:00"))), Is.Null);

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

    private static HandOverFromDischarge? Asked(params Recorded[] recorded) => IntoReablement.Of(new DischargeCase(Stay, Histories.HistoryOf(recorded).Facts<DischargeCaseEvent>()));
}
