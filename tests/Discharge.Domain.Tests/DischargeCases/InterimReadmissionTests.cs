using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.PathwayThreeStory;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>A readmission ends a case, except that an interim bed held through it stays with its case; and how somebody leaves an interim bed.</summary>
public sealed class InterimReadmissionTests : DischargeCaseDecisions
{
    private static readonly Readmitted Back = new(March(20, "10:00"), ReturnReason.Unwell);

    private static readonly InterimBedHeld Held = new(March(20, "12:00"), StaffRole.SocialWorker);

    private static readonly ExtendInterimStay Extend = new(March(31, "10:00"), new LocalDate(2026, 4, 20), ExtensionReason.PersonNotWellEnough, SeniorRole.HubLead, Note);

    private static Recorded[] There => [Opened, .. ToTheNursingBed.Select(AtOnce)];

    [Test]
    public void A_bed_is_held_through_a_readmission() =>
        Given([.. There, Back]).When(new HoldInterimBed(March(20, "12:00"), StaffRole.SocialWorker).Decide).ThenRecorded(Held);

    [Test]
    public void Holding_a_bed_for_somebody_who_is_not_known_to_be_back_is_recorded_and_says_so_until_they_are() => Assert.Multiple(() =>
    {
        Given(There).When(new HoldInterimBed(March(20, "12:00"), StaffRole.SocialWorker).Decide).ThenDeparting(HoldInterimBed.WithoutReturn);
        var held = Held with { Departures = [HoldInterimBed.WithoutReturn.Code] };
        Assert.That(DischargeCaseDepartures.StandingIn(InTheBed(held)), Does.Contain(HoldInterimBed.WithoutReturn));
        Assert.That(DischargeCaseDepartures.StandingIn(InTheBed(held, Back)), Does.Not.Contain(HoldInterimBed.WithoutReturn));
    });

    [Test]
    public void Without_a_word_on_the_bed_a_readmission_ends_the_case_and_asks_for_one() => Assert.Multiple(() =>
    {
        Assert.That((InTheBed(Back).Phase, InTheBed(Back).IsBackInHospital), Is.EqualTo((DischargePhase.Readmitted, true)));
        Assert.That(InTheBed(Back).NextAt(March(20, "11:00")), Is.EqualTo(new[] { "hold-or-give-up-interim-bed", "close-case" }));
        Assert.That(InTheBed(Back).WarningsAt(March(20, "11:00")), Does.Contain(InterimStayWarnings.HoldUndecided));
        Given([.. There, Back]).When(Extend.Decide).ThenRefused(DischargeCaseDecision.PersonIsBack.Naming(11));
    });

    [Test]
    public void With_the_bed_held_the_case_goes_on_and_can_be_decided_in() => Assert.Multiple(() =>
    {
        Assert.That((InTheBed(Back, Held).Phase, InTheBed(Back, Held).IsBackInHospital, InTheBed(Back, Held).IsInHospitalAgain), Is.EqualTo((DischargePhase.InInterimBed, false, true)));
        Assert.That(InTheBed(Back, Held).WarningsAt(March(20, "13:00")), Does.Not.Contain(InterimStayWarnings.HoldUndecided));
        Given([.. There, Back, Held]).When(Extend.Decide).ThenRecorded(new InterimStayExtended(March(31, "10:00"), Extend.Until, Extend.Reason, Extend.AuthorisedAs, Note));
    });

    [Test]
    public void Given_up_after_all_the_bed_ends_the_case() =>
        Assert.That(InTheBed(Back, Held, VacatedAt(March(22, "10:00"), LeavingInterimBedFor.Hospital)).Phase, Is.EqualTo(DischargePhase.Readmitted));

    [Test]
    public void Back_in_the_bed_the_stay_in_hospital_is_over_and_another_can_follow() => Assert.Multiple(() =>
    {
        var discharge = InTheBed(Back, Held, ArrivedAt(March(26, "10:00")));
        Assert.That((discharge.Phase, discharge.IsInHospitalAgain), Is.EqualTo((DischargePhase.InInterimBed, false)));
        Given([.. There, Back, Held, ArrivedAt(March(26, "10:00"))]).When(new Readmit(March(28, "10:00"), ReturnReason.Fall).Decide).ThenRecorded(new Readmitted(March(28, "10:00"), ReturnReason.Fall));
        Given([.. There, Back, Held]).When(new Readmit(March(28, "10:00"), ReturnReason.Fall).Decide).ThenRefused(Readmit.AlreadyReadmitted.Naming(11));
    });

    [Test]
    public void Whoever_comes_back_to_the_registered_bed_that_was_held_arrives_in_it_anew() =>
        Given([Opened, StayDecided, LeftForCareHome, ArrivedAt(March(4, "15:00"), InNursingBed with { Bed = BedOne }), Back, AtOnce(Held with { Bed = BedOne })])
            .When(new OccupyInterimBed(March(26, "10:00"), InNursingBed with { Bed = BedOne }).Decide)
            .ThenRecorded(ArrivedAt(March(26, "10:00"), InNursingBed with { Bed = BedOne }));

    [Test]
    public void The_bed_that_is_left_or_held_is_the_one_on_record_and_said_again_it_is_still_that() => Assert.Multiple(() =>
    {
        Recorded[] inBedOne = [Opened, StayDecided, LeftForCareHome, ArrivedAt(March(4, "15:00"), InNursingBed with { Bed = BedOne }), Back];
        var (left, held) = (new InterimBedVacated(March(21, "10:00"), LeavingInterimBedFor.Hospital, BedOne), Held with { Bed = BedOne });
        Given(inBedOne).When(new VacateInterimBed(March(21, "10:00"), LeavingInterimBedFor.Hospital).Decide).ThenRecorded(left);
        Given([.. inBedOne, left]).When(new VacateInterimBed(March(21, "10:00"), LeavingInterimBedFor.Hospital).Decide).ThenRecordedNothing();
        Given(inBedOne).When(new HoldInterimBed(March(20, "12:00"), StaffRole.SocialWorker).Decide).ThenRecorded(held);
        Given([.. inBedOne, held, left]).When(new HoldInterimBed(March(20, "12:00"), StaffRole.SocialWorker).Decide).ThenRecordedNothing();
    });

    [Test]
    public void Leaving_a_bed_nobody_was_known_to_be_in_is_recorded_and_says_so() =>
        Given(Opened, LeftForCareHome).When(new VacateInterimBed(March(20, "10:00"), LeavingInterimBedFor.Hospice).Decide).ThenDeparting(VacateInterimBed.NotThere);

    [Test]
    public void A_bed_given_back_for_a_death_that_is_not_on_record_says_so_until_it_is() => Assert.Multiple(() =>
    {
        var (back, said) = (new VacateInterimBed(March(20, "10:00"), LeavingInterimBedFor.Died), VacatedAt(March(20, "10:00"), LeavingInterimBedFor.Died) with { Departures = [VacateInterimBed.DeathNotOnRecord.Code] });
        var died = new PersonDied(March(19, "10:00"), PlaceOfDeath.CareHome);
        Given(There).When(back.Decide).ThenDeparting(VacateInterimBed.DeathNotOnRecord);
        Given([.. There, died]).When(back.Decide).ThenRecorded(VacatedAt(March(20, "10:00"), LeavingInterimBedFor.Died));
        Assert.That(DischargeCaseDepartures.StandingIn(CaseOf([.. There, said])), Does.Contain(VacateInterimBed.DeathNotOnRecord));
        Assert.That(DischargeCaseDepartures.StandingIn(CaseOf([.. There, said, died])), Does.Not.Contain(VacateInterimBed.DeathNotOnRecord));
    });

    [TestCase(LeavingInterimBedFor.Home)]
    [TestCase(LeavingInterimBedFor.ExtraCareHousing)]
    public void Going_home_before_the_assessment_is_completed_is_recorded_and_says_so_until_it_is(LeavingInterimBedFor home)
    {
        Given(There).When(new VacateInterimBed(March(20, "10:00"), home).Decide).ThenDeparting(VacateInterimBed.HomeUnassessed);
        var left = VacatedAt(March(20, "10:00"), home) with { Departures = [VacateInterimBed.HomeUnassessed.Code] };
        Assert.That(DischargeCaseDepartures.StandingIn(InTheBed(left)), Does.Contain(VacateInterimBed.HomeUnassessed));
        Assert.That(DischargeCaseDepartures.StandingIn(InTheBed(left, Completed(LongTermOutcome.HomeWithoutPackage))), Does.Not.Contain(VacateInterimBed.HomeUnassessed));
    }

    [Test]
    public void The_case_is_not_closed_while_the_bed_is_theirs() => Assert.Multiple(() =>
    {
        var close = new CloseCase(April(9, "10:00"), CaseOutcome.LongTermCareHome);
        var died = new PersonDied(April(2, "10:00"), PlaceOfDeath.CareHome);
        Given(There).When(close.Decide).ThenRefused(CloseCase.StillInInterimBed.Naming(10));
        Given([.. There, died]).When((close with { Outcome = CaseOutcome.Died }).Decide).ThenRefused(CloseCase.StillInInterimBed.Naming(10));
        Given([.. There, died, VacatedAt(April(2, "12:00"), LeavingInterimBedFor.Died)]).When((close with { Outcome = CaseOutcome.Died }).Decide).ThenRecorded(new CaseClosed(April(9, "10:00"), CaseOutcome.Died));
        Given([.. There, VacatedAt(April(2, "12:00"), LeavingInterimBedFor.LongTermNursing)]).When(close.Decide).ThenRecorded(new CaseClosed(April(9, "10:00"), CaseOutcome.LongTermCareHome));
    });
}
