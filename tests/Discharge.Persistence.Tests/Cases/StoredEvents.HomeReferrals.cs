using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>The events of referrals to care homes.</summary>
public static partial class StoredEvents
{
    private static IEnumerable<(string Name, string Json, Fact Fact)> HomeReferrals =>
    [
        (
            "discharge-case.home-referral-sent.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","home":"VM4K2","kind":"residential","by":"discharge-coordinator","due":"2026-03-29T01:30:00.123456Z",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":["discharge.home-referred-twice"]}
            """,
            new HomeReferralSent(At, OdsCode.Parse("VM4K2"), InterimBedKind.Residential, StaffRole.DischargeCoordinator, At, Note) { Departures = ["discharge.home-referred-twice"] }),
        (
            "discharge-case.assessed-for-home.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","referral":7,"assessor":"trusted-assessor","needsCanBeMet":true,
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new AssessedForHome(At, 7, HomeAssessor.TrustedAssessor, NeedsCanBeMet: true, Note)),
        (
            "discharge-case.accepted-by-home.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","referral":7,"earliestAdmission":"2026-03-29T01:30:00.123456Z","admitsAtWeekends":true,"weeklyTopUp":7500,
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new AcceptedByHome(At, 7, At, AdmitsAtWeekends: true, 7_500, Note)),
        (
            "discharge-case.declined-by-home.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","referral":7,"reason":"needs-cannot-be-met","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new DeclinedByHome(At, 7, HomeDeclineReason.NeedsCannotBeMet, Note)),
        (
            "discharge-case.home-chosen.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","referral":7,"chosenBy":"attorney-or-deputy","by":"social-worker",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new HomeChosen(At, 7, HomeChooser.AttorneyOrDeputy, StaffRole.SocialWorker, Note)),
        (
            "discharge-case.top-up-agreed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","referral":7,"weekly":7500,"payer":"family","agreedBy":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "by":"social-worker","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new TopUpAgreed(At, 7, 7_500, TopUpPayer.Family, Note, StaffRole.SocialWorker, Note)),
        (
            "discharge-case.home-referral-taken-back.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","referral":7,"reason":"another-home-chosen","by":"discharge-coordinator",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new HomeReferralTakenBack(At, 7, HomeReferralEnd.AnotherHomeChosen, StaffRole.DischargeCoordinator, Note)),
        (
            "discharge-case.self-funder-marked.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","paysAlone":true,"by":"social-worker","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new SelfFunderMarked(At, PaysAlone: true, StaffRole.SocialWorker, Note)),
    ];

    private static IEnumerable<(string Json, Fact Fact)> HomeReferralsAtLeast =>
    [
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","home":"VM4K2","kind":"nursing","by":"nurse"}""",
            new HomeReferralSent(At, OdsCode.Parse("VM4K2"), InterimBedKind.Nursing, StaffRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","referral":7,"assessor":"home","needsCanBeMet":false}""", new AssessedForHome(At, 7, HomeAssessor.Home, NeedsCanBeMet: false)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","referral":7,"earliestAdmission":"2026-03-29T01:30:00.123456Z","admitsAtWeekends":false}""",
            new AcceptedByHome(At, 7, At, AdmitsAtWeekends: false)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","referral":7}""", new DeclinedByHome(At, 7)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","referral":7,"chosenBy":"person","by":"nurse"}""", new HomeChosen(At, 7, HomeChooser.Person, StaffRole.Nurse)),
        (
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","referral":7,"weekly":7500,"payer":"charity","agreedBy":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"by":"nurse"}
            """,
            new TopUpAgreed(At, 7, 7_500, TopUpPayer.Charity, Note, StaffRole.Nurse)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","referral":7,"reason":"no-longer-needed","by":"nurse"}""",
            new HomeReferralTakenBack(At, 7, HomeReferralEnd.NoLongerNeeded, StaffRole.Nurse)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","paysAlone":false,"by":"nurse"}""", new SelfFunderMarked(At, PaysAlone: false, StaffRole.Nurse)),
    ];
}
