using Discharge.Domain.DischargeCases;
using Discharge.Domain.Handovers;
using Discharge.Domain.Reablement;
using Discharge.Domain.Tests.Reablement;
using static Discharge.Domain.Tests.Deciding.LondonTime;

namespace Discharge.Domain.Tests.Handovers;

public sealed class SeenByReablementTests
{
    private static ReablementReferred HandedOver => ReablementStory.Referred with { DischargeCase = ReablementStory.Id };

    [TestCase(ReablementRole.SocialWorker, StaffRole.SocialWorker)]
    [TestCase(ReablementRole.OccupationalTherapist, StaffRole.OccupationalTherapist)]
    [TestCase(ReablementRole.Physiotherapist, StaffRole.Physiotherapist)]
    [TestCase(ReablementRole.IndependentLivingAssessor, StaffRole.IndependentLivingAssessor)]
    public void A_visit_by_somebody_who_assesses_is_a_time_the_person_was_seen_at_home_with_its_own_moment(ReablementRole role, StaffRole by) =>
        Assert.That(SeenByReablement.Of(ReablementStory.CaseOf(HandedOver, ReablementStory.FirstContact with { Role = role })), Is.EqualTo(new SeeAtHome(March(2, "14:00"), by)));

    [Test]
    public void A_support_worker_does_not_assess() => Assert.That(SeenByReablement.Of(ReablementStory.CaseOf(HandedOver, ReablementStory.FirstContact with { Role = ReablementRole.SupportWorker })), Is.Null);

    [TestCase(ContactBy.Telephone)]
    [TestCase(ContactBy.Video)]
    public void A_call_is_not_to_be_seen(ContactBy how) => Assert.That(SeenByReablement.Of(ReablementStory.CaseOf(HandedOver, ReablementStory.FirstContact with { How = how })), Is.Null);

    [Test]
    public void A_visit_before_they_left_the_hospital_is_none_at_home() =>
        Assert.That(SeenByReablement.Of(ReablementStory.CaseOf(HandedOver, ReablementStory.FirstContact with { OccurredAt = March(2, "08:00") })), Is.Null);

    [Test]
    public void Whoever_was_referred_from_the_community_is_nobodys_discharge() => Assert.That(SeenByReablement.Of(ReablementStory.CaseOf(ReablementStory.Referred, ReablementStory.FirstContact)), Is.Null);
}
