using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>The events of a delay.</summary>
public static partial class StoredEvents
{
    private static IEnumerable<(string Name, string Json, Fact Fact)> Delays =>
    [
        (
            "discharge-case.delay-started.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","reason":{"codeset":"acute","version":"2022","code":"v"},"actsNext":"care-transfer-hub","attributable":"QMJ01",
             "note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}
            """,
            new DelayStarted(At, new DelayReason("acute", "2022", "v"), Owner.CareTransferHub, OdsCode.Parse("QMJ01"), Note)),
        (
            "discharge-case.delay-ended.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","delay":7,"note":{"id":"0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b","hash":"9f86d0"},"departures":[]}""",
            new DelayEnded(At, 7, Note)),
        (
            "discharge-case.primary-delay-named.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","day":"2026-03-30","delay":7,"departures":[]}""",
            new PrimaryDelayNamed(At, Day, 7)),
    ];

    private static IEnumerable<(string Json, Fact Fact)> DelaysAtLeast =>
    [
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","reason":{"codeset":"acute","version":"2022","code":"v"},"actsNext":"reablement-team"}""",
            new DelayStarted(At, new DelayReason("acute", "2022", "v"), Owner.ReablementTeam)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","delay":7}""", new DelayEnded(At, 7)),
    ];
}
