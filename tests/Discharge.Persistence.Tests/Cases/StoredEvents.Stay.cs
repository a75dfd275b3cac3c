using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>The events of the stay in hospital.</summary>
public static partial class StoredEvents
{
    private static IEnumerable<(string Name, string Json, Fact Fact)> Stay =>
    [
        (
            "discharge-case.person-admitted.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","method":"planned","departures":[]}""",
            new PersonAdmitted(At, AdmissionMethod.Planned)),
        (
            "discharge-case.person-moved.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","site":"RYJ01","ward":"Northgate","bed":"12","toDischargeLounge":true,
             "consultant":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new PersonMoved(At, OdsCode.Parse("RYJ01"), "Northgate", "12", ToDischargeLounge: true, Note)),
        (
            "discharge-case.discharge-plan-opened.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"social-worker","departures":[]}""",
            new DischargePlanOpened(At, StaffRole.SocialWorker)),
        (
            "discharge-case.discharge-expected.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","date":"2026-03-30","by":"consultant","reason":"condition-changed",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new DischargeExpected(At, Day, StaffRole.Consultant, ExpectedDateReason.ConditionChanged, Note)),
        (
            "discharge-case.ward-round-attended.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","attended":["health","social-care"],"note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},
             "departures":[]}
            """,
            new WardRoundAttended(At, [WardRoundAttendance.Health, WardRoundAttendance.SocialCare], Note)),
    ];

    private static IEnumerable<(string Json, Fact Fact)> StayAtLeast =>
    [
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z"}""", new PersonMoved(At)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","date":"2026-03-30","by":"doctor"}""", new DischargeExpected(At, Day, StaffRole.Doctor)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","attended":[]}""", new WardRoundAttended(At, [])),
    ];
}
