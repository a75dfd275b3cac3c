using System.Text.Json.Nodes;
using Discharge.Api.Access;
using NodaTime;

namespace Discharge.Api.Demo;

/// <summary>One thing recorded about somebody on the demonstration ward.</summary>
/// <param name="By">The role that records it.</param>
/// <param name="What">The last part of the path it is sent to.</param>
/// <param name="Ago">How long ago it happened.</param>
/// <param name="Body">What it says, but for when.</param>
/// <param name="VisitAgo">How long ago the visit it books is, where it books one; negative where it lies ahead.</param>
internal sealed record DemoStep(Role By, string What, Duration Ago, JsonObject Body, Duration? VisitAgo = null);

/// <summary>Somebody on the demonstration ward: invented, with an NHS number from the range kept for tests.</summary>
/// <param name="Name">The name.</param>
/// <param name="NhsNumber">The NHS number, or null where it has not been traced.</param>
/// <param name="Born">The date of birth.</param>
/// <param name="Bed">The bed.</param>
/// <param name="Residence">Where they usually live.</param>
/// <param name="Admitted">How long ago they were admitted.</param>
/// <param name="Steps">What was recorded since, in order.</param>
internal sealed record DemoPerson(string Name, string? NhsNumber, LocalDate Born, string Bed, string Residence, Duration Admitted, IReadOnlyList<DemoStep> Steps);

/// <summary>A believable ward: a dozen people at every stage of the way home. Every time is relative to now.</summary>
internal static class DemoWard
{
    /// <summary>The hospital site.</summary>
    public const string Site = "RDEMO";

    /// <summary>The ward.</summary>
    public const string Ward = "Northgate";

    /// <summary>The care transfer hub.</summary>
    public const string Hub = "QDEMO";

    /// <summary>Everybody.</summary>
    public static IReadOnlyList<DemoPerson> People { get; } =
    [
        new("Ada Marlowe", "9990079196", new(1941, 6, 3), "1", "own-home", Hours(9), []),
        new("Bernard Oyelaran", "9990058385", new(1938, 11, 20), "2", "own-home", Days(2), [Unwell(Hours(26)), Unwell(Hours(3))]),
        new("Cecily Fairweather", "9990037574", new(1945, 2, 14), "3", "with-family-or-friends", Days(5), [Unwell(Hours(50)), Ready(Hours(20)), Ready(Hours(2))]),
        new("Dmitri Kowalczyk", "9990016763", new(1950, 9, 9), "4", "no-fixed-abode", Days(4), [Ready(Hours(28)), Assessed(Hours(22), "reablement", "equipment")]),
        new("Edith Ravenscroft", "9990095957", new(1933, 4, 27), "5", "own-home", Days(7), [Ready(Hours(30)), Assessed(Hours(26), "reablement"), OnPathway(Hours(24), 1)]),
        new("Farouk Haddad", null, new(1947, 12, 1), "6", "temporary-accommodation", Days(3), [Ready(Hours(12)), Assessed(Hours(8), "reablement", "personal-care"), OnPathway(Hours(6), 1), Decided(Hours(5)), Booked(Hours(4), -Hours(20))]),
        new("Grace Abernathy", "9990054339", new(1939, 7, 18), "7", "own-home", Days(6), [.. Prepared(Hours(6)), Booked(Hours(5), -Hours(16)), Left(Hours(3)), Checked(Hours(1))]),
        new("Harold Pemberton", "9990033528", new(1936, 1, 30), "8", "own-home", Days(9), [.. Prepared(Hours(24)), Left(Hours(20)), Checked(Hours(15))]),
        new("Iris Nakamura", "9990012717", new(1943, 10, 11), "9", "extra-care-housing", Days(8), [.. Prepared(Hours(40)), Booked(Hours(38), Hours(20)), Left(Hours(32)), Checked(Hours(30)), NoAnswer(Hours(12))]),
        new("Joseph Quillfeather", "9990091900", new(1940, 5, 6), "10", "own-home", Days(10), [.. Prepared(Hours(60)), Left(Hours(52)), Seen(Hours(20))]),
        new("Kathleen Osei", "9990071098", new(1944, 8, 22), "11", "own-home", Days(11), [.. Prepared(Hours(50)), Booked(Hours(49), Hours(30)), Left(Hours(46)), Checked(Hours(44)), Seen(Hours(29))]),
        new("Leonard Whitcombe", "9990050287", new(1937, 3, 15), "12", "own-home", Days(2), [Unwell(Hours(14)), LeftAgainstAdvice(Hours(7))]),
        new("Maud Ellerby", "9990029474", new(1935, 12, 24), "13", "care-home", Days(14), [.. Prepared(Hours(120)), Left(Hours(110)), Checked(Hours(108)), Seen(Hours(95)), Closed(Hours(2))]),
    ];

    private static Duration Hours(double hours) => Duration.FromHours(hours);

    private static Duration Days(int days) => Duration.FromDays(days);

    private static DemoStep Unwell(Duration ago) =>
        new(Role.WardStaff, "criteria-to-reside-reviews", ago, new() { ["criteriaMet"] = new JsonArray("intravenous-fluids"), ["medicallyStable"] = false, ["by"] = "doctor" });

    private static DemoStep Ready(Duration ago) =>
        new(Role.WardStaff, "criteria-to-reside-reviews", ago, new() { ["criteriaMet"] = new JsonArray(), ["medicallyStable"] = true, ["by"] = "consultant" });

    private static DemoStep Assessed(Duration ago, params string[] needs) =>
        new(Role.WardStaff, "functional-assessment", ago, new() { ["by"] = "occupational-therapist", ["needs"] = new JsonArray([.. needs.Select(need => JsonValue.Create(need))]) });

    private static DemoStep OnPathway(Duration ago, int pathway) =>
        new(Role.DischargeCoordinator, "pathway-decision", ago, new() { ["pathway"] = $"pathway-{pathway}", ["reason"] = "home-first", ["by"] = "discharge-coordinator" });

    private static DemoStep Decided(Duration ago) => new(Role.DischargeCoordinator, "discharge-decision", ago, new() { ["by"] = "consultant" });

    private static IEnumerable<DemoStep> Prepared(Duration ago) =>
        [Ready(ago + Hours(20)), Assessed(ago + Hours(12), "reablement"), OnPathway(ago + Hours(4), 1), Decided(ago)];

    private static DemoStep Booked(Duration ago, Duration visitAgo) =>
        new(Role.ReablementTeam, "home-visit-bookings", ago, new() { ["by"] = "occupational-therapist" }, visitAgo);

    private static DemoStep Left(Duration ago) => new(Role.WardStaff, "discharge", ago, new() { ["to"] = "own-home" });

    private static DemoStep LeftAgainstAdvice(Duration ago) =>
        new(Role.WardStaff, "discharge", ago, new() { ["to"] = "own-home", ["selfDischarge"] = true, ["note"] = "Left by taxi before the therapist could see him." });

    private static DemoStep Checked(Duration ago) => new(Role.ReablementTeam, "welfare-check", ago, new() { ["by"] = "discharge-coordinator", ["outcome"] = "safe-and-well" });

    private static DemoStep NoAnswer(Duration ago) => new(Role.ReablementTeam, "failed-home-visits", ago, new() { ["by"] = "occupational-therapist", ["reason"] = "no-answer" });

    private static DemoStep Seen(Duration ago) => new(Role.ReablementTeam, "home-visit", ago, new() { ["by"] = "occupational-therapist" });

    private static DemoStep Closed(Duration ago) => new(Role.DischargeCoordinator, "closure", ago, new() { ["outcome"] = "home-without-support" });
}
