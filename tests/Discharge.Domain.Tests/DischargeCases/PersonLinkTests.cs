using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class PersonLinkTests : DischargeCaseDecisions
{
    private static readonly PersonRef Another = new(Guid.Parse("0a6f1c1e-0000-4000-8000-000000000009"));

    private static PersonLinked Linked => new(March(3, "10:00"), Another, LinkGround.NhsNumberTraced);

    private static PersonUnlinked Unlinked => new(March(3, "16:00"), Another);

    [Test]
    public void Two_records_of_one_person_are_linked() =>
        Given(Opened).When(new LinkPerson(March(3, "10:00"), Another, LinkGround.NhsNumberTraced).Decide).ThenRecorded(Linked);

    [Test]
    public void A_record_linked_already_is_not_linked_again() =>
        Given(Opened, Linked).When(new LinkPerson(March(3, "11:00"), Another, LinkGround.Said).Decide).ThenRefused(LinkPerson.AlreadyLinked);

    [Test]
    public void The_same_link_again_records_nothing() =>
        Given(Opened, Linked).When(new LinkPerson(March(3, "10:00"), Another, LinkGround.NhsNumberTraced).Decide).ThenRecordedNothing();

    [Test]
    public void A_record_is_not_linked_to_itself() =>
        Given(Opened).When(new LinkPerson(March(3, "10:00"), Opened.Person, LinkGround.Said).Decide).ThenRefused(LinkPerson.SameRecord);

    [Test]
    public void A_link_is_taken_back() => Given(Opened, Linked).When(new UnlinkPerson(March(3, "16:00"), Another).Decide).ThenRecorded(Unlinked);

    [Test]
    public void What_is_not_linked_cannot_be_unlinked() =>
        Given(Opened).When(new UnlinkPerson(March(3, "16:00"), Another).Decide).ThenRefused(UnlinkPerson.NotLinked);

    [Test]
    public void A_link_that_only_a_case_of_the_other_record_says_is_taken_back() =>
        Given(Opened).When((new UnlinkPerson(March(3, "16:00"), Another) { Linked = true }).Decide).ThenRecorded(Unlinked);

    [Test]
    public void A_link_that_a_case_of_the_other_record_took_back_can_be_made_again_and_not_taken_back_again()
    {
        Given(Opened, Linked).When((new LinkPerson(March(3, "17:00"), Another, LinkGround.Recognised) { Linked = false }).Decide)
            .ThenRecorded(new PersonLinked(March(3, "17:00"), Another, LinkGround.Recognised));
        Given(Opened, Linked).When((new UnlinkPerson(March(3, "17:00"), Another) { Linked = false }).Decide).ThenRefused(UnlinkPerson.NotLinked);
    }

    [Test]
    public void Two_records_that_a_case_of_the_other_linked_are_not_linked_again() =>
        Given(Opened).When((new LinkPerson(March(3, "11:00"), Another, LinkGround.Said) { Linked = true }).Decide).ThenRefused(LinkPerson.AlreadyLinked);

    [Test]
    public void A_link_taken_back_can_be_made_again() =>
        Given(Opened, Linked, Unlinked).When(new LinkPerson(March(3, "17:00"), Another, LinkGround.Recognised).Decide)
            .ThenRecorded(new PersonLinked(March(3, "17:00"), Another, LinkGround.Recognised));

    [Test]
    public void A_link_withdrawn_as_entered_in_error_no_longer_stands() =>
        Assert.That(PersonLinks.Of(CaseOf(Opened, Linked, Withdrawn(2, March(3, "12:00")))), Is.Empty);

    [Test]
    public void Links_stand_whatever_order_they_were_recorded_in() =>
        Assert.Multiple(() =>
        {
            Assert.That(PersonLinks.Of(CaseOf(Opened, Unlinked, Linked)), Is.Empty);
            Assert.That(PersonLinks.Of(CaseOf(Opened, Linked)), Is.EquivalentTo(new[] { Another }));
        });

    [Test]
    public void Two_open_cases_of_one_person_are_the_hubs_to_put_right() =>
        Assert.That((DischargeCaseDepartures.Of(PersonLinks.TwoOpenCases.Code).Owner, PersonLinks.KeepOneCase.Owner), Is.EqualTo((Owner.CareTransferHub, Owner.CareTransferHub)));

    [Test]
    public void What_may_be_one_person_is_the_hubs_to_find_out() =>
        Assert.That((PersonLinks.MayBeOnePerson.Owner, PersonLinks.LinkOrWithdraw.Owner, PersonLinks.LinkOrWithdraw.What), Is.EqualTo((Owner.CareTransferHub, Owner.CareTransferHub, "link-or-withdraw")));
}
