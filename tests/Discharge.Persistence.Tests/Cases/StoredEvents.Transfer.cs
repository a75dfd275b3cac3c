using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>The events of getting a person home safely.</summary>
public static partial class StoredEvents
{
    private static IEnumerable<(string Name, string Json, Fact Fact)> Transfer =>
    [
        (
            "discharge-case.transfer-item-reported.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","item":"medicines","state":"not-needed","for":"2026-03-29T01:30:00.123456Z","equipment":"hoist","receiver":"neighbour",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new TransferItemReported(At, TransferItem.Medicines, TransferItemState.NotNeeded, At, EquipmentKind.Hoist, ReceiverRole.Neighbour, Note)),
        (
            "discharge-case.first-care-call-planned.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","callAt":"2026-03-29T01:30:00.123456Z","provider":"QMJ01",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new FirstCareCallPlanned(At, At, OdsCode.Parse("QMJ01"), Note)),
        (
            "discharge-case.first-care-call-made.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","provider":"QMJ01","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new FirstCareCallMade(At, OdsCode.Parse("QMJ01"), Note)),
        (
            "discharge-case.first-care-call-missed.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","reason":"no-access","note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new FirstCareCallMissed(At, MissedCallReason.NoAccess, Note)),
    ];

    private static IEnumerable<(string Json, Fact Fact)> TransferAtLeast =>
    [
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","item":"transport","state":"needed"}""", new TransferItemReported(At, TransferItem.Transport, TransferItemState.Needed)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","callAt":"2026-03-29T01:30:00.123456Z","provider":"QMJ01"}""", new FirstCareCallPlanned(At, At, OdsCode.Parse("QMJ01"))),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","provider":"QMJ01"}""", new FirstCareCallMade(At, OdsCode.Parse("QMJ01"))),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","reason":"declined"}""", new FirstCareCallMissed(At, MissedCallReason.Declined)),
    ];
}
