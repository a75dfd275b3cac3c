using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What somebody objects to, and who answers for the person, is next until it is settled.</summary>
public sealed class ObjectionTests : DischargeCaseDecisions
{
    private static readonly ObjectionRaised Objected = new(March(3, "10:00"), Party.Carer, ObjectionTo.Destination, StaffRole.Nurse) { Departures = [RaiseObjection.Objected.Code] };

    private static readonly ObjectionSettled Overruled = new(March(3, "15:00"), 2, ObjectionSettlement.Overruled, StaffRole.DischargeCoordinator, Note);

    private static readonly SettleObjection Overrule = new(March(3, "15:00"), 2, ObjectionSettlement.Overruled, StaffRole.DischargeCoordinator, Note);

    private static readonly AuthorityChanged Disputed = new(March(3, "10:00"), new(AuthorityStanding.Disputed), StaffRole.SocialWorker) { Departures = [ChangeAuthority.Disputed.Code] };

    private static readonly AuthorityChanged Settled = new(March(3, "15:00"), new(AuthorityStanding.Known, Westbrook), StaffRole.SocialWorker);

    [TestCase(ObjectionSettlement.Sustained)]
    [TestCase(ObjectionSettlement.MetInPart)]
    [TestCase(ObjectionSettlement.Withdrawn)]
    [TestCase(ObjectionSettlement.Overruled)]
    public void An_objection_is_settled_with_who_when_and_how(ObjectionSettlement how) =>
        Given(Opened, Objected).When((Overrule with { As = how }).Decide).ThenRecorded(Overruled with { As = how });

    [Test]
    public void Settling_it_again_the_same_way_records_nothing() => Given(Opened, Objected, Overruled).When(Overrule.Decide).ThenRecordedNothing();

    [Test]
    public void Settling_it_otherwise_is_refused_and_names_the_settlement_on_record() =>
        Given(Opened, Objected, Overruled).When((Overrule with { As = ObjectionSettlement.Sustained }).Decide).ThenRefused(SettleObjection.AlreadySettled.Naming(3));

    [TestCase(1)]
    [TestCase(9)]
    public void An_entry_that_raises_no_objection_cannot_be_settled(long entry) =>
        Given(Opened, Objected).When((Overrule with { Objection = entry }).Decide).ThenRefused(SettleObjection.NoSuchObjection);

    [Test]
    public void An_objection_withdrawn_as_entered_in_error_cannot_be_settled() =>
        Given(Opened, Objected, Withdrawn(2, March(3, "11:00"))).When(Overrule.Decide).ThenRefused(SettleObjection.NoSuchObjection);

    [Test]
    public void A_settlement_dated_before_the_objection_is_recorded_and_says_so() =>
        Given(Opened, Objected).When((Overrule with { OccurredAt = March(3, "09:00") }).Decide).ThenDeparting(SettleObjection.BeforeRaised);

    [Test]
    public void Each_open_objection_is_next_and_the_hubs() =>
        Assert.That(
            Steps(Opened, Objected, Objected with { To = ObjectionTo.Charges }, Overruled).Where(step => step.What == "settle-objection").Select(step => (step.Owner, step.Entry)),
            Is.EqualTo(new (Owner, long?)[] { (Owner.CareTransferHub, 3) }));

    [Test]
    public void A_settlement_withdrawn_leaves_the_objection_open() =>
        Assert.That(Steps(Opened, Objected, Overruled, Withdrawn(3, March(3, "16:00"))).Select(step => step.What), Has.Member("settle-objection"));

    [Test]
    public void An_open_objection_is_next_also_after_leaving() => Assert.That(Steps(Opened, Objected, Left).Select(step => step.What), Has.Member("settle-objection"));

    [Test]
    public void An_objection_is_warned_of_until_it_is_settled() =>
        Assert.That((Warnings(Opened, Objected), Warnings(Opened, Objected, Overruled)), Is.EqualTo((new[] { RaiseObjection.Objected }, Array.Empty<Departure>())));

    [Test]
    public void A_second_objection_is_warned_of_although_the_first_is_settled() =>
        Assert.That(Warnings(Opened, Objected, Objected with { To = ObjectionTo.Charges }, Overruled), Is.EqualTo(new[] { RaiseObjection.Objected }));

    [Test]
    public void A_disputed_authority_is_next_and_the_hubs_until_it_is_settled() =>
        Assert.That(
            (Authority(Opened, Disputed), Authority(Opened with { Authority = new(AuthorityStanding.Disputed) }), Authority(Opened, Disputed, Settled)),
            Is.EqualTo((new[] { Owner.CareTransferHub }, new[] { Owner.CareTransferHub }, Array.Empty<Owner>())));

    [Test]
    public void A_disputed_authority_is_warned_of_until_it_is_settled() =>
        Assert.That((Warnings(Opened, Disputed), Warnings(Opened, Disputed, Settled)), Is.EqualTo((new[] { ChangeAuthority.Disputed }, Array.Empty<Departure>())));

    [Test]
    public void A_dispute_settled_and_begun_again_is_warned_of_again() =>
        Assert.That(Warnings(Opened, Disputed, Settled, Disputed with { OccurredAt = March(3, "16:00") }), Is.EqualTo(new[] { ChangeAuthority.Disputed }));

    private static IReadOnlyList<NextStep> Steps(params Tests.Deciding.Recorded[] recorded) => NextSteps.Of(CaseOf(recorded), CaseOf(recorded).Clocks());

    private static Owner[] Authority(params Tests.Deciding.Recorded[] recorded) => [.. Steps(recorded).Where(step => step.What == "settle-authority").Select(step => step.Owner)];

    private static Departure[] Warnings(params Tests.Deciding.Recorded[] recorded) => [.. DischargeCaseDepartures.StandingIn(CaseOf(recorded))];
}
