using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>One event of every kind with everything in it, and the JSON it has been stored as from the first day. A line here is never changed; new ones are added.</summary>
public static partial class StoredEvents
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 29, 1, 30).PlusNanoseconds(123_456_000);

    private static readonly NoteRef Note = new(Guid.Parse("0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"), "9f86d0");

    private static readonly Guid Thread = Guid.Parse("0195a1b2-0000-7000-8000-00000000000a");

    private static readonly LocalDate Day = new(2026, 3, 30);

    public static IReadOnlyList<(string Name, string Json, Fact Fact)> All { get; } =
    [
        (
            "discharge-case.case-opened.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","person":"0195a1b2-0000-7000-8000-000000000001","personHash":"ab12","nhsNumberMissing":"overseas-visitor","site":"RYJ01",
             "ward":"Northgate","bed":"12","admittedAt":"2026-03-29T01:30:00.123456Z","residence":"no-fixed-abode","hub":"QMJ01","authority":{"standing":"known","code":"713"},
             "readmissionOf":"0195a1b2-0000-7000-8000-000000000002","departures":["discharge.person-details-differ"]}
            """,
            new CaseOpened(
                At,
                new PersonRef(Guid.Parse("0195a1b2-0000-7000-8000-000000000001")),
                "ab12",
                NhsNumberMissing.OverseasVisitor,
                OdsCode.Parse("RYJ01"),
                "Northgate",
                "12",
                At,
                UsualResidence.NoFixedAbode,
                OdsCode.Parse("QMJ01"),
                new ResponsibleAuthority(AuthorityStanding.Known, OdsCode.Parse("713")),
                ReadmissionOf: Guid.Parse("0195a1b2-0000-7000-8000-000000000002")) { Departures = ["discharge.person-details-differ"] }),
        (
            "discharge-case.criteria-to-reside-reviewed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","met":["news-above-three","lower-limb-surgery-within-48-hours"],"medicallyStable":true,"by":"consultant",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"nextReview":"2026-03-29T01:30:00.123456Z","departures":[]}
            """,
            new CriteriaToResideReviewed(At, [CriterionToReside.NewsAboveThree, CriterionToReside.LowerLimbSurgeryWithin48Hours], MedicallyStable: true, StaffRole.Consultant, Note, At)),
        (
            "discharge-case.functional-assessment-made.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","by":"occupational-therapist","needs":["reablement","twenty-four-hour-care"],
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new FunctionalAssessmentMade(At, StaffRole.OccupationalTherapist, [FunctionalNeed.Reablement, FunctionalNeed.TwentyFourHourCare], Note)),
        (
            "discharge-case.pathway-decided.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","pathway":"pathway-1","reason":"home-first","by":"discharge-coordinator",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new PathwayDecided(At, Pathway.Pathway1, PathwayReason.HomeFirst, StaffRole.DischargeCoordinator, Note)),
        (
            "discharge-case.discharge-decided.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","by":"doctor",
             "override":{"role":"on-call-director","reason":"risk-of-staying","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"}},"departures":["discharge.not-assessed"]}
            """,
            new DischargeDecided(At, StaffRole.Doctor, new Override(SeniorRole.OnCallDirector, OverrideReason.RiskOfStaying, Note)) { Departures = ["discharge.not-assessed"] }),
        (
            "discharge-case.home-visit-booked.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","visitAt":"2026-03-29T01:30:00.123456Z","by":"independent-living-assessor","departures":[]}""",
            new HomeVisitBooked(At, At, StaffRole.IndependentLivingAssessor)),
        (
            "discharge-case.discharged-from-hospital.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","to":"family-or-friends","selfDischarge":true,"note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "departures":["discharge.left-without-assessment","discharge.left-without-pathway"]}
            """,
            new DischargedFromHospital(At, Destination.FamilyOrFriends, SelfDischarge: true, Note) { Departures = ["discharge.left-without-assessment", "discharge.left-without-pathway"] }),
        (
            "discharge-case.welfare-check-completed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","by":"volunteer","outcome":"safe-and-well","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new WelfareCheckCompleted(At, StaffRole.Volunteer, WelfareOutcome.SafeAndWell, Note)),
        (
            "discharge-case.home-visit-made.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"social-worker","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new HomeVisitMade(At, StaffRole.SocialWorker, Note)),
        (
            "discharge-case.home-visit-failed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","by":"care-worker","reason":"no-answer","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new HomeVisitFailed(At, StaffRole.CareWorker, FailedVisitReason.NoAnswer, Note)),
        (
            "discharge-case.case-closed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","outcome":"moved-to-a-bed","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "override":{"role":"hub-lead","reason":"seen-since","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"}},"departures":["discharge.no-welfare-check"]}
            """,
            new CaseClosed(At, CaseOutcome.MovedToABed, Note, new Override(SeniorRole.HubLead, OverrideReason.SeenSince, Note)) { Departures = ["discharge.no-welfare-check"] }),
        (
            "discharge-case.person-linked.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","other":"0195a1b2-0000-7000-8000-000000000009","ground":"same-hospital-number",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new PersonLinked(At, new PersonRef(Guid.Parse("0195a1b2-0000-7000-8000-000000000009")), LinkGround.SameHospitalNumber, Note)),
        (
            "discharge-case.person-unlinked.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","other":"0195a1b2-0000-7000-8000-000000000009","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new PersonUnlinked(At, new PersonRef(Guid.Parse("0195a1b2-0000-7000-8000-000000000009")), Note)),
        (
            "case.entry-withdrawn.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","entry":3,"reason":"did-not-happen","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new EntryWithdrawn(At, 3, WithdrawalReason.DidNotHappen, Note)),
        (
            "case.glass-broken.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","ground":"emergency-care","until":"2026-03-29T01:30:00.123456Z","reason":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new GlassBroken(At, BreakGlassGround.EmergencyCare, At, Note)),
        (
            "case.domestic-abuse-disclosed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","by":"somebody-else","abuserAtDestination":"not-known","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new DomesticAbuseDisclosed(At, DisclosedBy.SomebodyElse, AbuserAtDestination.NotKnown, Note)),
        (
            "case.mental-health-act-status-recorded.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","provision":"section-117-aftercare","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new MentalHealthActStatusRecorded(At, MentalHealthActProvision.Section117Aftercare, Note)),
        (
            "clock.breached.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","rule":"T01","startedBy":4,"dueAt":"2026-03-29T01:30:00.123456Z","detectedAt":"2026-03-29T01:30:00.123456Z",
             "ruleVersion":3,"number":2,"cause":"completion-withdrawn","departures":[]}
            """,
            new ClockBreached(At, "T01", 4, At, At, RuleVersion: 3, Number: 2, BreachCause.CompletionWithdrawn)),
        (
            "clock.breach-withdrawn.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","breach":5,"rule":"T01","cause":"met-in-time","departures":[]}""",
            new BreachWithdrawn(At, 5, "T01", BreachWithdrawalCause.MetInTime)),
        (
            "clock.paused.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","rule":"T16","startedBy":4,"ground":"landlord-permission","party":"landlord","requestedAt":"2026-03-29T01:30:00.123456Z",
             "lastChasedAt":"2026-03-29T01:30:00.123456Z","alternative":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "interim":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new ClockPaused(At, "T16", 4, PauseGround.LandlordPermission, HoldingUp.Landlord, At, At, Note, Note)),
        (
            "clock.resumed.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","pause":5,"departures":[]}""",
            new ClockResumed(At, 5)),
        .. Transfer,
        .. AtHome,
        .. Stay,
        .. Delays,
        .. Person,
        .. Pathways,
        .. InterimStays,
        .. Referrals,
        .. HomeReferrals,
        .. Places,
        .. Reablement,
        .. RehabilitationBeds,
    ];

    /// <summary>What an event already stored above has taken on since, every field of it filled.</summary>
    public static IEnumerable<(string Name, string Json, Fact Fact)> Grown => [.. PathwaysGrown, .. InterimStaysGrown];

    /// <summary>The least that was ever stored of an event with optional fields, and what it is read as.</summary>
    public static IReadOnlyList<(string Json, Fact Fact)> Least { get; } =
    [
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","person":"0195a1b2-0000-7000-8000-000000000001","personHash":"ab12","site":"RYJ01","ward":"Northgate","residence":"not-known","hub":"QMJ01","authority":{"standing":"unknown"}}""",
            new CaseOpened(
                At,
                new PersonRef(Guid.Parse("0195a1b2-0000-7000-8000-000000000001")),
                "ab12",
                NhsNumberMissing: null,
                OdsCode.Parse("RYJ01"),
                "Northgate",
                Bed: null,
                AdmittedAt: null,
                UsualResidence.NotKnown,
                OdsCode.Parse("QMJ01"),
                new ResponsibleAuthority(AuthorityStanding.Unknown))),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","met":[],"medicallyStable":false,"by":"nurse"}""", new CriteriaToResideReviewed(At, [], MedicallyStable: false, StaffRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"nurse","needs":[]}""", new FunctionalAssessmentMade(At, StaffRole.Nurse, [])),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","pathway":"pathway-0","reason":"no-new-needs","by":"nurse"}""", new PathwayDecided(At, Pathway.Pathway0, PathwayReason.NoNewNeeds, StaffRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"doctor"}""", new DischargeDecided(At, StaffRole.Doctor)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","to":"hospice"}""", new DischargedFromHospital(At, Destination.Hospice)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"nurse","outcome":"action-taken"}""", new WelfareCheckCompleted(At, StaffRole.Nurse, WelfareOutcome.ActionTaken)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"nurse"}""", new HomeVisitMade(At, StaffRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"nurse","reason":"in-hospital"}""", new HomeVisitFailed(At, StaffRole.Nurse, FailedVisitReason.InHospital)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","outcome":"transferred"}""", new CaseClosed(At, CaseOutcome.Transferred)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","other":"0195a1b2-0000-7000-8000-000000000009","ground":"said"}""",
            new PersonLinked(At, new PersonRef(Guid.Parse("0195a1b2-0000-7000-8000-000000000009")), LinkGround.Said)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","other":"0195a1b2-0000-7000-8000-000000000009"}""",
            new PersonUnlinked(At, new PersonRef(Guid.Parse("0195a1b2-0000-7000-8000-000000000009")))),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","entry":1,"reason":"wrong-person"}""", new EntryWithdrawn(At, 1, WithdrawalReason.WrongPerson)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","ground":"risk-of-harm","until":"2026-03-29T01:30:00.123456Z"}""", new GlassBroken(At, BreakGlassGround.RiskOfHarm, At)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"person","abuserAtDestination":"yes"}""", new DomesticAbuseDisclosed(At, DisclosedBy.Person, AbuserAtDestination.Yes)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","provision":"section-3"}""", new MentalHealthActStatusRecorded(At, MentalHealthActProvision.Section3)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","rule":"T01","startedBy":4,"dueAt":"2026-03-29T01:30:00.123456Z","detectedAt":"2026-03-29T01:30:00.123456Z"}""",
            new ClockBreached(At, "T01", 4, At, At)),
        .. TransferAtLeast,
        .. AtHomeAtLeast,
        .. StayAtLeast,
        .. DelaysAtLeast,
        .. PersonAtLeast,
        .. PathwaysAtLeast,
        .. InterimStaysAtLeast,
        .. ReferralsAtLeast,
        .. HomeReferralsAtLeast,
        .. PlacesAtLeast,
        .. ReablementAtLeast,
        .. RehabilitationBedsAtLeast,
    ];
}
