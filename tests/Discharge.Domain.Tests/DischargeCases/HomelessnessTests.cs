using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What the assessment says of homelessness (A19): not a barrier to support.</summary>
public sealed class HomelessnessTests : DischargeCaseDecisions
{
    private static readonly Instant Before = March(2, "09:30");
    private static readonly HomelessnessRecorded SleepsRough = new(Before, Homelessness.SleepingRough, StaffRole.Nurse);
    private static readonly PublicFundsRecorded NoFunds = new(Before, PublicFunds.NoRecourse, StaffRole.Nurse);

    [Test]
    public void No_command_is_refused_because_of_no_fixed_abode_homelessness_or_no_recourse_to_public_funds() =>
        Gen.Select(AnyCase.Commands.Array[0, 12], AnyCase.Commands).Sample((before, command) =>
        {
            // As many entries in both, so that entries have the same numbers.
            var housed = before.Aggregate(HistoryOf(Opened, new GpPracticeRecorded(Before, Westbrook), new GpPracticeRecorded(Before, Northgate)), Decided);
            var homeless = before.Aggregate(HistoryOf(Opened with { Residence = UsualResidence.NoFixedAbode }, SleepsRough, NoFunds), Decided);
            return RefusalOf(command, homeless) == RefusalOf(command, housed);
        });

    [Test]
    public void A_case_is_opened_for_somebody_of_no_fixed_abode() => Assert.That(
        (Open with { Residence = UsualResidence.NoFixedAbode }).Decide(),
        Is.InstanceOf<Decision<DischargeCaseEvent>.Accepted>().With.Property("Departures").Empty);

    [Test]
    public void Homelessness_departs_from_nothing() =>
        Given(Opened).When(new RecordHomelessness(Before, Homelessness.SleepingRough, StaffRole.Nurse).Decide).ThenRecorded(SleepsRough);

    [Test]
    public void No_recourse_to_public_funds_departs_from_nothing() =>
        Given(Opened).When(new RecordRecourseToPublicFunds(Before, PublicFunds.NoRecourse, StaffRole.Nurse).Decide).ThenRecorded(NoFunds);

    [Test]
    public void The_next_step_for_somebody_homeless_is_to_refer_them() =>
        Assert.That(PersonSteps.Of(CaseOf(Opened, SleepsRough)).Select(step => step.What), Is.EqualTo(new[] { "refer-homeless" }));

    [TestCase(ReferredService.MentalHealthOutreachWorker)]
    [TestCase(ReferredService.JointHomelessnessTeam)]
    public void The_Mental_Health_Outreach_Worker_and_the_Joint_Homelessness_Team_can_be_referred_to(ReferredService service) =>
        Assert.That(PersonSteps.Of(CaseOf(Opened, SleepsRough, new ReferralSent(March(2, "10:00"), AnyPerson.Ids[0], service, Westbrook, StaffRole.Nurse))), Is.Empty);

    [Test]
    public void Somebody_of_no_fixed_abode_is_to_be_referred_before_anybody_records_homelessness() =>
        Assert.That(IsToBeReferred(OfNoFixedAbode), Is.True);

    [Test]
    public void Somebody_found_to_have_no_fixed_abode_is_to_be_referred() =>
        Assert.That(IsToBeReferred(Opened, new ResidenceChanged(March(3, "10:00"), UsualResidence.NoFixedAbode, StaffRole.Nurse)), Is.True);

    [TestCase(ReferralStep.Received, false)]
    [TestCase(ReferralStep.Declined, true)]
    [TestCase(ReferralStep.NoLongerNeeded, true)]
    public void A_referral_declined_or_taken_back_leaves_them_to_be_referred(ReferralStep step, bool isNext) =>
        Assert.That(IsToBeReferred(OfNoFixedAbode, Referred(ReferredService.Housing), new ReferralStepTaken(March(2, "12:00"), AnyPerson.Ids[0], step)), Is.EqualTo(isNext));

    [TestCase(UsualResidence.OwnHome, "11:00", false)]
    [TestCase(UsualResidence.WithFamilyOrFriends, "11:00", true)]
    [TestCase(UsualResidence.OwnHome, "09:10", true)]
    public void Somebody_who_has_a_home_again_need_not_be_referred(UsualResidence residence, string at, bool isNext) =>
        Assert.That(IsToBeReferred(Opened, SleepsRough, new ResidenceChanged(March(2, at), residence, StaffRole.Nurse)), Is.EqualTo(isNext));

    [Test]
    public void Grants_can_be_referred_to()
    {
        var sent = Referred(ReferredService.Grants);
        Given(OfNoFixedAbode, SleepsRough).When(new SendReferral(sent.OccurredAt, sent.Referral, sent.To, sent.Owner, sent.By).Decide).ThenRecorded(sent);
        Assert.That(
            NextSteps.Of(CaseOf(OfNoFixedAbode, SleepsRough, sent), []).Where(step => step.About == sent.Referral).Select(step => (step.What, step.Organisation)),
            Is.EqualTo(new[] { ("receive-referral", Westbrook) }));
        Assert.That(IsToBeReferred(OfNoFixedAbode, SleepsRough, sent), Is.True, "A grant finds nobody a home.");
    }

    private static CaseOpened OfNoFixedAbode => Opened with { Residence = UsualResidence.NoFixedAbode };

    private static ReferralSent Referred(ReferredService to) => new(March(2, "10:00"), AnyPerson.Ids[0], to, Westbrook, StaffRole.Nurse);

    private static bool IsToBeReferred(params Recorded[] recorded) => PersonSteps.Of(CaseOf(recorded)).Any(step => step.What == "refer-homeless");

    private static History Decided(History history, DischargeCaseCommand command) =>
        command.Decide(history.AsDischargeCase()) is Decision<DischargeCaseEvent>.Accepted accepted ? history.Then(accepted.Facts.Select(AtOnce)) : history;

    private static Refusal? RefusalOf(DischargeCaseCommand command, History history) =>
        (command.Decide(history.AsDischargeCase()) as Decision<DischargeCaseEvent>.Refused)?.Refusal;
}
