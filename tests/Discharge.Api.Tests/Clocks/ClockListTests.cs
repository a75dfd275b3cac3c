using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests.Clocks;

[Parallelizable(ParallelScope.Children)]
public sealed class ClockListTests
{
    [TestCase("", "T25 T01", Description = "Open ones, by due moment")]
    [TestCase("&rule=T01", "T01")]
    [TestCase("&owner=care-transfer-hub", "T25")]
    [TestCase("&pathway=pathway-1", "T25 T01")]
    [TestCase("&pathway=pathway-2", "")]
    [TestCase("&hub=QTEST&site=RTEST", "T25 T01")]
    [TestCase("&hub=QNONE", "")]
    [TestCase("&status=met", "")]
    public async Task Clocks_are_listed_by_what_they_are(string query, string rules)
    {
        var patient = await GoneAsync(hoursAgo: 1);
        Assert.That(RulesIn(await ListAsync(patient, query)), Is.EqualTo(rules));
    }

    [Test]
    public async Task A_clock_that_passed_its_due_moment_is_breached_and_one_that_was_met_stays_in_the_list_of_those()
    {
        var patient = await GoneAsync(hoursAgo: 30);
        await patient.Seen(2);
        Assert.Multiple(async () =>
        {
            Assert.That(RulesIn(await ListAsync(patient, "&status=breached")), Is.EqualTo("T25"));
            Assert.That(RulesIn(await ListAsync(patient, "&status=met-late")), Is.EqualTo("T01"));
            Assert.That(RulesIn(await ListAsync(patient, string.Empty)), Is.EqualTo("T25"), "What is met is not open.");
        });
    }

    [Test]
    public async Task Clocks_due_before_a_moment_are_listed_and_others_are_not()
    {
        var patient = await GoneAsync(hoursAgo: 1);
        Assert.Multiple(async () =>
        {
            Assert.That(RulesIn(await ListAsync(patient, $"&dueBefore={Uri.EscapeDataString(Patient.Ago(-22.9))}&rule=T01")), Is.Empty);
            Assert.That(RulesIn(await ListAsync(patient, $"&dueBefore={Uri.EscapeDataString(Patient.Ago(-23.1))}&rule=T01")), Is.EqualTo("T01"));
        });
    }

    [Test]
    public async Task A_ward_is_the_same_however_its_name_is_written()
    {
        var patient = await GoneAsync(hoursAgo: 1);
        string[] spellings = [patient.Ward.ToLowerInvariant(), patient.Ward.ToUpperInvariant()];
        foreach (var ward in spellings)
        {
            var page = (await patient.Client.Get($"/v1/clocks?ward={Uri.EscapeDataString(ward)}")).Expect(HttpStatusCode.OK).Body;
            Assert.That(RulesIn(page), Is.EqualTo("T25 T01"));
        }
    }

    [Test]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        var patient = await GoneAsync(hoursAgo: 30);
        var (found, after) = (new List<string>(), string.Empty);
        while (true)
        {
            var page = (await patient.Client.Get($"/v1/clocks?ward={Uri.EscapeDataString(patient.Ward)}&limit=1{after}")).Expect(HttpStatusCode.OK).Body;
            found.AddRange(page["clocks"]!.AsArray().Select(clock => clock!["rule"]!.GetValue<string>()));
            if (page["next"] is not { } next)
            {
                break;
            }

            after = $"&after={next}";
        }

        Assert.That(found, Is.EquivalentTo(new[] { "T01", "T25" }));
    }

    [TestCase("rule=T99", "rule")]
    [TestCase("after=elsewhere", "after")]
    [TestCase("after=LTAwMDEtMDEtMDFUMDA6MDA6MDBafDAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMHxUMDF8MQ", "after", Description = "A year before all years")]
    [TestCase("after=MjAyNi0wMS0wMVQwMDowMDowMFp8MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAwfFQwMQB8MQ", "after", Description = "A character that no text of the database holds")]
    [TestCase("status=late", "status")]
    [TestCase("limit=0", "limit")]
    public async Task What_cannot_be_asked_for_is_named(string query, string place)
    {
        var answer = await new Client(await SharedService.RunningAsync()).Get($"/v1/clocks?{query}");
        Assert.That(answer.Expect(HttpStatusCode.BadRequest).Body["errors"]!.AsObject().Select(error => error.Key), Is.EqualTo(new[] { place }));
    }

    [Test]
    public async Task Each_clock_explains_itself_with_its_start_rule_steps_and_time_zone_database()
    {
        var patient = await GoneAsync(hoursAgo: 30);
        await patient.Seen(20);
        var clock = (await patient.Client.Get($"/v1/cases/{patient.Id}/clocks")).Expect(HttpStatusCode.OK).Body["clocks"]!.AsArray().Single(one => one!["clock"]!["rule"]!.GetValue<string>() == "T01")!;
        Assert.Multiple(() =>
        {
            Assert.That(clock["startedBy"]!["name"]!.GetValue<string>(), Is.EqualTo("discharge-case.discharged-from-hospital.v1"));
            Assert.That(clock["metBy"]!["name"]!.GetValue<string>(), Is.EqualTo("discharge-case.home-visit-made.v1"));
            Assert.That(clock["explanation"]!.AsArray()[1]!.GetValue<string>(), Is.EqualTo("24 hours are counted as elapsed time: 86,400 seconds, and the last moment still counts."));
            Assert.That(clock["rawElapsed"]!.GetValue<string>(), Is.EqualTo("PT10H"));
            Assert.That(clock["adjustedElapsed"]!.GetValue<string>(), Is.EqualTo("PT10H"));
            Assert.That(clock["ruleVersion"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(clock["notPausable"]!.GetValue<string>(), Is.EqualTo("It keeps a person safe; it can be voided with a reason, and not paused."));
            Assert.That(clock["tzdb"]!.GetValue<string>(), Is.Not.Empty);
        });
    }

    [Test]
    public async Task A_breach_that_was_withdrawn_is_explained_with_what_took_it_away()
    {
        var patient = await GoneAsync(hoursAgo: 30);
        await patient.Seen(20);
        var breach = (await patient.Client.Get($"/v1/cases/{patient.Id}/clocks")).Body["clocks"]!.AsArray().Single(one => one!["clock"]!["rule"]!.GetValue<string>() == "T01")!["breaches"]!.AsArray().Single()!;
        Assert.That(
            (breach["number"]!.GetValue<int>(), breach["cause"]!.GetValue<string>(), breach["withdrawnBecause"]!.GetValue<string>()), Is.EqualTo((1, "start-recorded-late", "met-in-time")));
    }

    [Test]
    public async Task Only_who_may_see_what_falls_due_does()
    {
        var service = await SharedService.RunningAsync();
        Assert.That((await new Client(service, Role.WardStaff).Get("/v1/clocks")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private static async Task<Patient> GoneAsync(double hoursAgo)
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(hoursAgo);
        return patient;
    }

    private static async Task<JsonNode> ListAsync(Patient patient, string query) =>
        (await patient.Client.Get($"/v1/clocks?ward={Uri.EscapeDataString(patient.Ward)}{query}")).Expect(HttpStatusCode.OK).Body;

    private static string RulesIn(JsonNode list)
    {
        var clocks = list["clocks"]!.AsArray();
        Assert.That(clocks.Select(clock => DateTimeOffset.Parse(clock!["dueAt"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture)), Is.Ordered);
        return string.Join(' ', clocks.Select(clock => clock!["rule"]!.GetValue<string>()));
    }
}
