using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>Any command about the person, their pathway, referrals and tasks, and facts of the same kinds.</summary>
internal static class AnyPerson
{
    public static readonly Guid[] Ids = [Guid.Parse("0a6f1c1e-0000-4000-8000-000000000011"), Guid.Parse("0a6f1c1e-0000-4000-8000-000000000012")];

    public static Gen<DischargeCaseCommand>[] Commands(Instant at, StaffRole role) =>
    [
        Gen.Enum<Party>().Select<Party, DischargeCaseCommand>(who => new Involve(at, who, role, Note)),
        Gen.Enum<ObjectionTo>().Select<ObjectionTo, DischargeCaseCommand>(to => new RaiseObjection(at, Party.Carer, to, role)),
        Gen.Select(Gen.Long[1, 6], Gen.Enum<ObjectionSettlement>(), DischargeCaseCommand (objection, how) => new SettleObjection(at, objection, how, role)),
        Gen.Enum<InformationOn>().Select<InformationOn, DischargeCaseCommand>(on => new GiveInformation(at, Party.Person, on, role, InformationFormat.Braille)),
        Gen.Enum<ChoiceOf>().Select<ChoiceOf, DischargeCaseCommand>(of => new OfferChoice(at, Party.Person, of, OfferAnswer.Undecided, role)),
        Gen.Enum<ConsentAnswer>().Select<ConsentAnswer, DischargeCaseCommand>(answer => new RecordConsent(at, ConsentTo.Referral, answer, role)),
        Gen.Enum<Capacity>().Select<Capacity, DischargeCaseCommand>(found => new AssessCapacity(at, DecisionInQuestion.WhereToLive, found, role)),
        Gen.Const<DischargeCaseCommand>(new DecideInBestInterests(at, DecisionInQuestion.WhereToLive, role, Note)),
        Gen.Enum<AdvocateKind>().Select<AdvocateKind, DischargeCaseCommand>(kind => new InstructAdvocate(at, kind, role, Westbrook)),
        Gen.Bool.Select<bool, DischargeCaseCommand>(seen => new RecordAttorney(at, PowerToAct.EnduringPower, seen)),
        Gen.Const<DischargeCaseCommand>(new TellNextOfKin(at, NextOfKinNews.DischargeToday, role)),
        Gen.Const<DischargeCaseCommand>(new NameCarer(at, CarerRelationship.Neighbour, LivesWithPerson: false, Note)),
        Gen.Long[1, 6].Select<long, DischargeCaseCommand>(carer => new OfferToCarer(at, carer, CarerOffer.Arts, OfferAnswer.Accepted, role)),
        Gen.Long[1, 6].Select<long, DischargeCaseCommand>(carer => new RecordCarerOutcome(at, carer, CarerOutcome.SupportStarted, role)),
        Gen.Bool.Select<bool, DischargeCaseCommand>(interpreter => new RecordCommunicationNeeds(at, LanguageTag.Parse("bn"), interpreter, [InformationFormat.EasyRead])),
        Gen.Const<DischargeCaseCommand>(new NameContact(at, ContactKind.LocalAuthority, Westbrook, Note)),
        Gen.Enum<HubChangeReason>().Select<HubChangeReason, DischargeCaseCommand>(reason => new ChangeHub(at, Westbrook, reason, Note)),
        Gen.Const<DischargeCaseCommand>(new AssignCase(at, Subject.Parse("c-41d7"), Note)),
        Gen.Const<DischargeCaseCommand>(new RaiseSafeguardingConcern(at, role, Note)),
        Gen.Enum<Homelessness>().Select<Homelessness, DischargeCaseCommand>(situation => new RecordHomelessness(at, situation, role)),
        Gen.Enum<PublicFunds>().Select<PublicFunds, DischargeCaseCommand>(standing => new RecordRecourseToPublicFunds(at, standing, role)),
        Gen.Const<DischargeCaseCommand>(new RecordGpPractice(at, OdsCode.Parse("E87001"))),
        Gen.Enum<AuthorityStanding>().Select<AuthorityStanding, DischargeCaseCommand>(standing => new ChangeAuthority(at, new(standing), role)),
        Gen.Enum<UsualResidence>().Select<UsualResidence, DischargeCaseCommand>(residence => new ChangeResidence(at, residence, role)),
        Gen.Enum<Pathway>().Select<Pathway, DischargeCaseCommand>(pathway => new RecommendPathway(at, pathway, role)),
        Gen.Const<DischargeCaseCommand>(new Advise(at, [AdviceOn.Benefits, AdviceOn.Housing], AdviceGivenAs.Advice, role)),
        Gen.Int[0, 100].Select<int, DischargeCaseCommand>(health => new AgreeFundingSplit(at, new(health, 50, 50), new LocalDate(2026, 3, 5), FundingAgreement.HealthAlone)),
        Gen.Bool.Select<bool, DischargeCaseCommand>(chosen => new DecideRisk(
            at, [Hazard.Falls], [new(WayToManageRisk.CarerShadows, Note)], chosen ? WayToManageRisk.CarerShadows : WayToManageRisk.CareHome, role, 4)),
        Gen.OneOf(Ids).Select<Guid, DischargeCaseCommand>(id => new SendReferral(at, id, ReferredService.Housing, Westbrook, role, at)),
        Gen.Select(Gen.OneOf(Ids), Gen.Enum<ReferralStep>(), DischargeCaseCommand (id, step) => new TakeReferralStep(at, id, step, DeclineReason.NoRoom)),
        Gen.OneOf(Ids).Select<Guid, DischargeCaseCommand>(id => new SetTask(at, id, TaskKind.Chase, Westbrook, role, at)),
        Gen.OneOf(Ids).Select<Guid, DischargeCaseCommand>(id => new EndTask(at, id, TaskEnd.Done, role)),
        Gen.OneOf(Ids).Select<Guid, DischargeCaseCommand>(id => new ReservePlace(at, id, PlaceKind.Nursing, Westbrook, at + Duration.FromDays(1))),
        Gen.Select(Gen.OneOf(Ids), Gen.Enum<ReservationEnd>(), DischargeCaseCommand (id, how) => new EndReservation(at, id, how)),
    ];

    public static Gen<DischargeCaseEvent>[] Facts(Instant at, StaffRole role) =>
    [
        Gen.Enum<Party>().Select<Party, DischargeCaseEvent>(who => new PartyInvolved(at, who, role)),
        Gen.Const<DischargeCaseEvent>(new CarerNamed(at, CarerRelationship.Child, LivesWithPerson: true)),
        Gen.Enum<Homelessness>().Select<Homelessness, DischargeCaseEvent>(situation => new HomelessnessRecorded(at, situation, role)),
        Gen.Enum<Pathway>().Select<Pathway, DischargeCaseEvent>(pathway => new PathwayRecommended(at, pathway, role)),
        Gen.OneOf(Ids).Select<Guid, DischargeCaseEvent>(id => new ReferralSent(at, id, ReferredService.Housing, Westbrook, role, at)),
        Gen.Select(Gen.OneOf(Ids), Gen.Enum<ReferralStep>(), DischargeCaseEvent (id, step) => new ReferralStepTaken(at, id, step)),
        Gen.OneOf(Ids).Select<Guid, DischargeCaseEvent>(id => new TaskSet(at, id, TaskKind.Chase, Westbrook, role)),
        Gen.OneOf(Ids).Select<Guid, DischargeCaseEvent>(id => new TaskEnded(at, id, TaskEnd.Done, role)),
    ];
}
