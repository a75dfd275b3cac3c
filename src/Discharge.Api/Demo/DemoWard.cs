using NodaTime;
using static Discharge.Api.Demo.DemoSteps;

namespace Discharge.Api.Demo;

/// <summary>Somebody on the demonstration ward: invented, with an NHS number from the range kept for tests.</summary>
/// <param name="Name">The name.</param>
/// <param name="NhsNumber">The NHS number, or null where it has not been traced.</param>
/// <param name="Born">The date of birth.</param>
/// <param name="Bed">The bed.</param>
/// <param name="Residence">Where they usually live.</param>
/// <param name="Admitted">How long ago they were admitted.</param>
/// <param name="Steps">What was recorded since, in order.</param>
internal sealed record DemoPerson(string Name, string? NhsNumber, LocalDate Born, string Bed, string Residence, Duration Admitted, IReadOnlyList<DemoStep> Steps);

/// <summary>A believable ward: forty-three people at every stage of the way home, and after it. Every time is relative to now.</summary>
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
        // Meeting criteria to reside, some with a plan and an expected date that drifts.
        new("Ada Marlowe", "9990079196", new(1941, 6, 3), "1", "own-home", Hours(9), []),
        new("Bernard Oyelaran", "9990058385", new(1938, 11, 20), "2", "own-home", Days(2), [Unwell(Hours(26)), Unwell(Hours(3))]),
        new("Rosa Penhaligon", "9990087857", new(1946, 1, 8), "15", "own-home", Days(3), [Planned(Hours(66)), Expected(Hours(65), inDays: 3), Unwell(Hours(20))]),
        new("Tobias Greenhalgh", "9990046239", new(1934, 9, 2), "16", "own-home", Days(8), [Planned(Days(7)), Expected(Days(7), inDays: 4), Expected(Days(4), inDays: 4, "condition-changed"), Unwell(Hours(22)), Expected(Hours(21), inDays: 3, "condition-changed")]),
        new("Winifred Achebe", "9990025428", new(1951, 5, 17), "17", "with-family-or-friends", Days(1), [Interpreter(Hours(20), "yo"), Carer(Hours(18), "child"), Unwell(Hours(5))]),
        new("Ivo Marchetti", null, new(1961, 4, 15), "18", "no-fixed-abode", Hours(30), [Unwell(Hours(28)), Homeless(Hours(10), "sleeping-rough")]),

        // Ready, and what is next or in the way.
        new("Cecily Fairweather", "9990037574", new(1945, 2, 14), "3", "with-family-or-friends", Days(5), [Unwell(Hours(50)), Ready(Hours(20)), Ready(Hours(2))]),
        new("Dmitri Kowalczyk", "9990016763", new(1950, 9, 9), "4", "no-fixed-abode", Days(4), [Homeless(Hours(60), "sleeping-rough"), Ready(Hours(28)), Assessed(Hours(22), "reablement", "equipment"), Referred(Hours(21), "joint-homelessness-team"), Delayed(Hours(20), "xiii", "named-organisation")]),
        new("Edith Ravenscroft", "9990095957", new(1933, 4, 27), "5", "own-home", Days(7), [Ready(Hours(30)), Assessed(Hours(26), "reablement"), OnPathway(Hours(24), 1), Delayed(Hours(23), "viii", "reablement-team")]),
        new("Gwendolyn Sharples", "9990004617", new(1931, 2, 3), "19", "own-home", Days(16), [Expected(Days(14), inDays: 6), Ready(Days(6)), OnPathway(Days(5), 2), Referred(Days(5), "rehabilitation-bed"), Delayed(Days(5), "ix", "care-transfer-hub"), Expected(Days(4), inDays: 7, "awaiting-services")]),
        new("Hamish Dunwoody", "9990083800", new(1929, 8, 30), "20", "own-home", Days(24), [Ready(Days(9)), LacksCapacity(Days(8)), InstructsAdvocate(Days(8)), OnPathway(Days(7), 3), Funding(Days(6), health: 40, socialCare: 60), Delayed(Days(6), "x", "care-transfer-hub"),
            AskedHome(Hours(100), DemoHomes.RosewoodFour), AssessedForHome(Hours(80), "home", needsCanBeMet: false), HomeDeclined(Hours(79), "needs-cannot-be-met"),
            AskedHome(Hours(78), DemoHomes.LarchfieldTwo), AssessedForHome(Hours(60), "trusted-assessor"), HomeAccepted(Hours(30), from: Hours(48), weeklyTopUp: 7_500)]),
        new("Ingrid Solberg", "9990062994", new(1948, 12, 12), "21", "own-home", Days(6), [Ready(Hours(44)), Objects(Hours(40)), Delayed(Hours(40), "xii", "ward"), Task(Hours(39), "arrange-meeting", dueIn: Hours(6))]),
        new("Jerome Baptiste", "9990042187", new(1955, 7, 7), "22", "temporary-accommodation", Days(9), [Concern(Days(3)), Ready(Days(2)), Delayed(Hours(46), "xiv", "care-transfer-hub"), Referred(Hours(45), "social-work")]),
        new("Kirsty Abercrombie", "9990021376", new(1942, 10, 25), "23", "own-home", Days(5), [Ready(Hours(36)), Assessed(Hours(33), "equipment", "moving-and-handling"), OnPathway(Hours(32), 1), Item(Hours(31), "equipment", "arranged", "hoist"), Delayed(Hours(30), "xi", "care-transfer-hub")]),
        new("Lionel Trevanion", "9990000565", new(1939, 3, 19), "24", "own-home", Days(3), [Ready(Hours(10)), Delayed(Hours(9), "v", "ward"), DelayOver(Hours(5)), Delayed(Hours(5), "vi", "ward")]),
        new("Mei-Ling Carstairs", "9990079757", new(1957, 6, 21), "25", "own-home", Days(4), [Interpreter(Hours(80), "zh"), Ready(Hours(7)), Recommended(Hours(6), 2), Assessed(Hours(5), "reablement"), OnPathway(Hours(4), 1, unlike: "persons-choice")]),
        new("Norbert Attenborrow", "9990058946", new(1936, 11, 1), "26", "own-home", Days(12), [Ready(Days(5)), Unwell(Days(3)), Ready(Hours(14)), Delayed(Hours(13), "no-plan", "ward")]),

        // Discharge decided.
        new("Farouk Haddad", null, new(1947, 12, 1), "6", "temporary-accommodation", Days(3), [Ready(Hours(12)), Assessed(Hours(8), "reablement", "personal-care"), OnPathway(Hours(6), 1), Decided(Hours(5)), Booked(Hours(4), -Hours(20))]),
        new("Olwen Llewellyn", "9990038139", new(1940, 4, 4), "27", "own-home", Days(2), [Ready(Hours(9)), OnPathway(Hours(8), 0), Advised(Hours(7)), Decided(Hours(6)), Item(Hours(5), "medicines", "in-place"), ToLounge(Hours(2))]),
        new("Percival Nwosu", "9990017328", new(1937, 9, 13), "28", "own-home", Days(6), [.. Prepared(Hours(10)), Risk(Hours(9)), Item(Hours(8), "key-access", "needed"), Task(Hours(8), "arrange-keys", dueIn: -Hours(1))]),
        new("Queenie Hathersage", "9990096511", new(1932, 5, 29), "29", "care-home", Days(5), [Ready(Hours(18)), OnPathway(Hours(16), 0), Decided(Hours(15)), Delayed(Hours(14), "vi", "ward")]),

        // At home, or elsewhere, and not seen yet.
        new("Grace Abernathy", "9990054339", new(1939, 7, 18), "7", "own-home", Days(6), [.. Prepared(Hours(6)), Booked(Hours(5), -Hours(16)), Left(Hours(3)), Checked(Hours(1))]),
        new("Harold Pemberton", "9990033528", new(1936, 1, 30), "8", "own-home", Days(9), [.. Prepared(Hours(24)), Left(Hours(20)), Checked(Hours(15))]),
        new("Iris Nakamura", "9990012717", new(1943, 10, 11), "9", "extra-care-housing", Days(8), [.. Prepared(Hours(40)), Booked(Hours(38), Hours(20)), Left(Hours(32)), Checked(Hours(30)), NoAnswer(Hours(12))]),
        new("Leonard Whitcombe", "9990050287", new(1937, 3, 15), "12", "own-home", Days(2), [Unwell(Hours(14)), LeftAgainstAdvice(Hours(7))]),
        new("Ruth Castellane", "9990075700", new(1935, 8, 8), "30", "own-home", Days(7), [.. Prepared(Hours(9), "reablement", "personal-care"), CallPlanned(Hours(8), Hours(2)), Left(Hours(7)), Arrived(Hours(6))]),
        new("Stanislaw Brzezicki", "9990054894", new(1944, 2, 27), "31", "own-home", Days(10), [.. Prepared(Hours(8), "equipment", "moving-and-handling"), Item(Hours(7), "equipment", "needed", "hoist"), Left(Hours(5)), Arrived(Hours(4), "unpaid-carer")]),
        new("Theodora Vance", "9990034087", new(1930, 12, 6), "32", "own-home", Days(11), [.. Prepared(Hours(20), "personal-care"), CallPlanned(Hours(19), Hours(14)), Left(Hours(16)), CallMissed(Hours(13))]),
        new("Ulrich Penrose", "9990013276", new(1949, 6, 16), "33", "own-home", Days(13), [.. Prepared(Hours(70)), Left(Hours(60)), Checked(Hours(50), "action-taken")]),

        // Seen at home, or not to be.
        new("Joseph Quillfeather", "9990091900", new(1940, 5, 6), "10", "own-home", Days(10), [.. Prepared(Hours(60)), Left(Hours(52)), Seen(Hours(20))]),
        new("Kathleen Osei", "9990071098", new(1944, 8, 22), "11", "own-home", Days(11), [.. Prepared(Hours(50)), Booked(Hours(49), Hours(30)), Left(Hours(46)), Checked(Hours(44)), Seen(Hours(29))]),
        new("Violet Okonjo", "9990071659", new(1938, 1, 21), "34", "own-home", Days(15), [Carer(Days(9), "partner", livesWith: true), OfferedToCarer(Days(8), "respite-funding"), .. Prepared(Hours(80), "reablement", "personal-care"), CallPlanned(Hours(78), Hours(74)), Left(Hours(76)), CallMade(Hours(74)), Seen(Hours(60)), PackageStarted(Hours(30))]),
        new("Walter Ffoulkes", "9990050848", new(1933, 7, 11), "35", "own-home", Days(18), [Ready(Days(6)), OnPathway(Days(5), 2), Decided(Days(4)), Left(Days(4), "community-bed"), Arrived(Days(4), "staff-of-the-place")]),

        // On Pathway 3: within the limit, warned of it, and past it with an extension.
        new("Edith Cavanagh", "9990812349", new(1936, 2, 9), "42", "own-home", Days(24), [.. IntoInterimBed(Days(10), DemoHomes.RosewoodFour), Funding(Days(9), 50, 50)]),
        new("Gilbert Okafor", "9990823510", new(1931, 8, 30), "43", "own-home", Days(52), [LacksCapacity(Days(40)), .. IntoInterimBed(Days(36), DemoHomes.LarchfieldTwo), Authorised(Days(35), Days(-20)), AssessmentBegun(Days(12))]),
        new("Hyacinth Rowe", "9990834687", new(1942, 11, 17), "44", "own-home", Days(45), [.. IntoInterimBed(Days(31), DemoHomes.RosewoodNine), AssessmentBegun(Days(20)), Recovered(Days(6)), SelfFunder(Days(5)), Extended(Days(4), Days(-10)),
            AskedHome(Days(3), DemoHomes.LarchfieldTwo), AssessedForHome(Hours(60), "trusted-assessor"), HomeAccepted(Hours(50), from: Days(4)), HomeChosen(Hours(40))]),

        // Came back, or died.
        new("Xenia Harcastle", "9990030030", new(1941, 9, 23), "36", "own-home", Days(9), [.. Prepared(Hours(40), "personal-care"), Left(Hours(36)), CameBack(Hours(27), "care-not-there")]),
        new("Yusuf Demirel", "9990009228", new(1946, 3, 31), "37", "own-home", Days(20), [.. Prepared(Days(6)), Left(Hours(130)), Seen(Hours(115)), Readmitted(Hours(9), "fall")]),
        new("Zelda Birtwistle", "9990088411", new(1927, 10, 2), "38", "care-home", Days(12), [Ready(Days(4)), OnPathway(Days(4), 3), Died(Hours(31))]),

        // Closed: on no board any more.
        new("Maud Ellerby", "9990029474", new(1935, 12, 24), "13", "care-home", Days(14), [.. Prepared(Hours(120)), Left(Hours(110)), Checked(Hours(108)), Seen(Hours(95)), Closed(Hours(2))]),
        new("Alasdair Munro-Finch", "9990067600", new(1943, 4, 18), "39", "own-home", Days(25), [Ready(Days(12)), OnPathway(Days(12), 0), Decided(Days(11)), Left(Days(11)), Closed(Days(3))]),
        new("Beatrix Adeyemi", "9990046794", new(1937, 11, 9), "40", "own-home", Days(22), [.. Prepared(Days(9), "reablement", "personal-care"), CallPlanned(Days(9), Hours(190)), Left(Hours(192)), CallMade(Hours(190)), Checked(Hours(189)), Seen(Hours(176)), Settled(Days(2), "home-with-support"), Closed(Days(1), "home-with-support")]),
        new("Cuthbert Lowenstein", "9990025983", new(1928, 6, 26), "41", "own-home", Days(30), [.. Prepared(Days(14)), Left(Days(13)), Died(Days(12), "at-home"), Closed(Days(10), "died")]),
    ];
}
