using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>The events about the person and the people around them.</summary>
public static partial class StoredEvents
{
    private static IEnumerable<(string Name, string Json, Fact Fact)> Person =>
    [
        (
            "discharge-case.party-involved.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","who":"carer","by":"occupational-therapist","wants":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new PartyInvolved(At, Party.Carer, StaffRole.OccupationalTherapist, Note, Note)),
        (
            "discharge-case.objection-raised.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","who":"person","to":"sharing-information","by":"volunteer",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new ObjectionRaised(At, Party.Person, ObjectionTo.SharingInformation, StaffRole.Volunteer, Note)),
        (
            "discharge-case.objection-settled.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","objection":7,"as":"met-in-part","by":"volunteer",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new ObjectionSettled(At, 7, ObjectionSettlement.MetInPart, StaffRole.Volunteer, Note)),
        (
            "discharge-case.information-given.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","to":"carer","on":"local-services","by":"occupational-therapist","format":"braille",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new InformationGiven(At, Party.Carer, InformationOn.LocalServices, StaffRole.OccupationalTherapist, InformationFormat.Braille, Note)),
        (
            "discharge-case.choice-offered.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","to":"person","of":"care-home","answer":"undecided","by":"volunteer",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new ChoiceOffered(At, Party.Person, ChoiceOf.CareHome, OfferAnswer.Undecided, StaffRole.Volunteer, Note)),
        (
            "discharge-case.consent-answered.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","to":"sharing-information","answer":"withdrawn","by":"nurse",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new ConsentAnswered(At, ConsentTo.SharingInformation, ConsentAnswer.Withdrawn, StaffRole.Nurse, Note)),
        (
            "discharge-case.capacity-assessed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","for":"where-to-live","found":"lacks","by":"discharge-coordinator",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new CapacityAssessed(At, DecisionInQuestion.WhereToLive, Capacity.Lacks, StaffRole.DischargeCoordinator, Note)),
        (
            "discharge-case.best-interests-decided.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","for":"contact","by":"consultant","decision":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new BestInterestsDecided(At, DecisionInQuestion.Contact, StaffRole.Consultant, Note, Note)),
        (
            "discharge-case.advocate-instructed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","kind":"independent-mental-capacity-advocate","by":"social-worker","organisation":"QMJ01",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new AdvocateInstructed(At, AdvocateKind.IndependentMentalCapacityAdvocate, StaffRole.SocialWorker, OdsCode.Parse("QMJ01"), Note)),
        (
            "discharge-case.attorney-recorded.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","power":"lasting-power-property-and-finance","documentSeen":true,
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new AttorneyRecorded(At, PowerToAct.LastingPowerPropertyAndFinance, DocumentSeen: true, Note)),
        (
            "discharge-case.next-of-kin-told.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","what":"left-hospital","by":"physiotherapist","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "departures":[]}
            """,
            new NextOfKinTold(At, NextOfKinNews.LeftHospital, StaffRole.Physiotherapist, Note)),
        (
            "discharge-case.carer-named.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","relationship":"friend","livesWithPerson":true,"note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "departures":[]}
            """,
            new CarerNamed(At, CarerRelationship.Friend, LivesWithPerson: true, Note)),
        (
            "discharge-case.carer-offer-made.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","carer":7,"offer":"carers-assessment","answer":"undecided","by":"social-worker",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new CarerOfferMade(At, 7, CarerOffer.CarersAssessment, OfferAnswer.Undecided, StaffRole.SocialWorker, Note)),
        (
            "discharge-case.carer-outcome-recorded.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","carer":7,"outcome":"support-started","by":"volunteer",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new CarerOutcomeRecorded(At, 7, CarerOutcome.SupportStarted, StaffRole.Volunteer, Note)),
        (
            "discharge-case.communication-needs-recorded.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","language":"cy","interpreterNeeded":true,"formats":["electronic","spoken"],
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new CommunicationNeedsRecorded(At, LanguageTag.Parse("cy"), InterpreterNeeded: true, [InformationFormat.Electronic, InformationFormat.Spoken], Note)),
        (
            "discharge-case.contact-named.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","kind":"case-manager","organisation":"QMJ01","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "given":["name","email"],"departures":[]}
            """,
            new ContactNamed(At, ContactKind.CaseManager, OdsCode.Parse("QMJ01"), Note, [ContactDetail.Name, ContactDetail.Email])),
        (
            "discharge-case.safeguarding-concern-raised.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"consultant","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new SafeguardingConcernRaised(At, StaffRole.Consultant, Note)),
        (
            "discharge-case.homelessness-recorded.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","situation":"hostel","by":"independent-living-assessor",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new HomelessnessRecorded(At, Homelessness.Hostel, StaffRole.IndependentLivingAssessor, Note)),
        (
            "discharge-case.public-funds-recorded.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","standing":"no-recourse","by":"consultant","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "departures":[]}
            """,
            new PublicFundsRecorded(At, PublicFunds.NoRecourse, StaffRole.Consultant, Note)),
        (
            "discharge-case.gp-practice-recorded.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","practice":"Y00001","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new GpPracticeRecorded(At, OdsCode.Parse("Y00001"), Note)),
        (
            "discharge-case.authority-changed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","authority":{"standing":"known","code":"713"},"by":"delivery-driver",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new AuthorityChanged(At, new ResponsibleAuthority(AuthorityStanding.Known, OdsCode.Parse("713")), StaffRole.DeliveryDriver, Note)),
        (
            "discharge-case.hub-changed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","hub":"QMJ02","reason":"another-area","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "departures":[]}
            """,
            new HubChanged(At, OdsCode.Parse("QMJ02"), HubChangeReason.AnotherArea, Note)),
        (
            "discharge-case.case-assigned.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","caseManager":"c-41d7","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new CaseAssigned(At, Subject.Parse("c-41d7"), Note)),
        (
            "discharge-case.residence-changed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","residence":"no-fixed-abode","by":"delivery-driver",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new ResidenceChanged(At, UsualResidence.NoFixedAbode, StaffRole.DeliveryDriver, Note)),
    ];

    private static IEnumerable<(string Json, Fact Fact)> PersonAtLeast =>
    [
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","who":"person","by":"physiotherapist"}""", new PartyInvolved(At, Party.Person, StaffRole.Physiotherapist)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","who":"carer","to":"discharge","by":"delivery-driver"}""",
            new ObjectionRaised(At, Party.Carer, ObjectionTo.Discharge, StaffRole.DeliveryDriver)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","objection":7,"as":"sustained","by":"delivery-driver"}""",
            new ObjectionSettled(At, 7, ObjectionSettlement.Sustained, StaffRole.DeliveryDriver)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","to":"person","on":"whom-to-call","by":"physiotherapist"}""",
            new InformationGiven(At, Party.Person, InformationOn.WhomToCall, StaffRole.Physiotherapist)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","to":"carer","of":"direct-payment","answer":"not-appropriate","by":"delivery-driver"}""",
            new ChoiceOffered(At, Party.Carer, ChoiceOf.DirectPayment, OfferAnswer.NotAppropriate, StaffRole.DeliveryDriver)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","to":"referral","answer":"given","by":"occupational-therapist"}""",
            new ConsentAnswered(At, ConsentTo.Referral, ConsentAnswer.Given, StaffRole.OccupationalTherapist)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","for":"care-and-support","found":"has","by":"care-worker"}""",
            new CapacityAssessed(At, DecisionInQuestion.CareAndSupport, Capacity.Has, StaffRole.CareWorker)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","for":"where-to-live","by":"doctor"}""", new BestInterestsDecided(At, DecisionInQuestion.WhereToLive, StaffRole.Doctor)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","kind":"care-act-advocate","by":"independent-living-assessor"}""",
            new AdvocateInstructed(At, AdvocateKind.CareActAdvocate, StaffRole.IndependentLivingAssessor)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","power":"enduring-power","documentSeen":false}""", new AttorneyRecorded(At, PowerToAct.EnduringPower, DocumentSeen: false)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","what":"plan-changed","by":"social-worker"}""", new NextOfKinTold(At, NextOfKinNews.PlanChanged, StaffRole.SocialWorker)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","relationship":"neighbour","livesWithPerson":false}""", new CarerNamed(At, CarerRelationship.Neighbour, LivesWithPerson: false)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","carer":7,"offer":"information","answer":"accepted","by":"independent-living-assessor"}""",
            new CarerOfferMade(At, 7, CarerOffer.Information, OfferAnswer.Accepted, StaffRole.IndependentLivingAssessor)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","carer":7,"outcome":"able-and-willing-to-continue","by":"delivery-driver"}""",
            new CarerOutcomeRecorded(At, 7, CarerOutcome.AbleAndWillingToContinue, StaffRole.DeliveryDriver)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","interpreterNeeded":false,"formats":[]}""", new CommunicationNeedsRecorded(At, Language: null, InterpreterNeeded: false, [])),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","kind":"care-home-manager"}""", new ContactNamed(At, ContactKind.CareHomeManager)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"doctor"}""", new SafeguardingConcernRaised(At, StaffRole.Doctor)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","situation":"staying-with-others","by":"discharge-coordinator"}""",
            new HomelessnessRecorded(At, Homelessness.StayingWithOthers, StaffRole.DischargeCoordinator)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","standing":"suspected","by":"doctor"}""", new PublicFundsRecorded(At, PublicFunds.Suspected, StaffRole.Doctor)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z"}""", new GpPracticeRecorded(At)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","authority":{"standing":"known","code":"713"},"by":"consultant"}""",
            new AuthorityChanged(At, new ResponsibleAuthority(AuthorityStanding.Known, OdsCode.Parse("713")), StaffRole.Consultant)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","hub":"QMJ02","reason":"taken-over"}""", new HubChanged(At, OdsCode.Parse("QMJ02"), HubChangeReason.TakenOver)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","caseManager":"c-41d7"}""", new CaseAssigned(At, Subject.Parse("c-41d7"))),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","residence":"care-home","by":"nurse"}""",
            new ResidenceChanged(At, UsualResidence.CareHome, StaffRole.Nurse)),
    ];
}
