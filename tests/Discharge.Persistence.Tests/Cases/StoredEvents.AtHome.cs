using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>The events after the person has left hospital.</summary>
public static partial class StoredEvents
{
    private static IEnumerable<(string Name, string Json, Fact Fact)> AtHome =>
    [
        (
            "discharge-case.arrived-at-destination.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","receivedBy":"neighbour","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new ArrivedAtDestination(At, ReceiverRole.Neighbour, Note)),
        (
            "discharge-case.discharge-failed.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","reason":"could-not-get-in","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new DischargeFailed(At, ReturnReason.CouldNotGetIn, Note)),
        (
            "discharge-case.readmitted.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","reason":"unwell","site":"RYJ01","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new Readmitted(At, ReturnReason.Unwell, OdsCode.Parse("RYJ01"), Note)),
        (
            "discharge-case.person-died.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","place":"elsewhere-or-not-known","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new PersonDied(At, PlaceOfDeath.ElsewhereOrNotKnown, Note)),
        (
            "discharge-case.community-assessment-made.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","by":"nurse","needs":["equipment","cognitive-support"],
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new CommunityAssessmentMade(At, StaffRole.Nurse, [FunctionalNeed.Equipment, FunctionalNeed.CognitiveSupport], Note)),
        (
            "discharge-case.package-of-care-started.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","provider":"QMJ01","start":"restarted-at-the-same-level","visitsADay":4,"doubleHanded":true,
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new PackageOfCareStarted(At, OdsCode.Parse("QMJ01"), PackageStart.RestartedAtTheSameLevel, VisitsADay: 4, DoubleHanded: true, Note)),
        (
            "discharge-case.outcome-recorded.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","outcome":"home-without-support","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new OutcomeRecorded(At, CaseOutcome.HomeWithoutSupport, Note)),
    ];

    private static IEnumerable<(string Json, Fact Fact)> AtHomeAtLeast =>
    [
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","receivedBy":"care-worker"}""", new ArrivedAtDestination(At, ReceiverRole.CareWorker)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","reason":"home-not-safe"}""", new DischargeFailed(At, ReturnReason.HomeNotSafe)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","reason":"fall"}""", new Readmitted(At, ReturnReason.Fall)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","place":"hospital"}""", new PersonDied(At, PlaceOfDeath.Hospital)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","by":"occupational-therapist","needs":[]}""", new CommunityAssessmentMade(At, StaffRole.OccupationalTherapist, [])),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","provider":"QMJ01","start":"restarted-changed","visitsADay":4,"doubleHanded":false}""",
            new PackageOfCareStarted(At, OdsCode.Parse("QMJ01"), PackageStart.RestartedChanged, VisitsADay: 4, DoubleHanded: false)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","outcome":"home-with-support"}""", new OutcomeRecorded(At, CaseOutcome.HomeWithSupport)),
    ];
}
