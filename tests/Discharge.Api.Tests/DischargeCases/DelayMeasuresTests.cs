using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>How long people waited from ready to gone, over a site and a period, counted as the record stands when it is asked.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class DelayMeasuresTests
{
    private const string Cases = "/v1/discharge-cases";

    private readonly string _site = $"Z{Guid.NewGuid():N}"[..6].ToUpperInvariant();

    private Client _client = null!;

    // Delays of 0 (twice, once on the day of admission), 1, 3 and 8 days; one who left with no Discharge Ready Date, and one who is still there.
    [OneTimeSetUp]
    public async Task People_who_left_in_march_and_one_in_april()
    {
        _client = new Client(await SharedService.RunningAsync());
        await StayAsync(admitted: 1, ready: 5, left: 5);
        await StayAsync(admitted: 10, ready: null, left: 10);
        await StayAsync(admitted: 1, ready: 5, left: 6);
        await StayAsync(admitted: 1, ready: 9, left: 12);
        await StayAsync(admitted: 1, ready: 20, left: 28);
        await StayAsync(admitted: 1, ready: null, left: 15);
        await StayAsync(admitted: 1, ready: 12, left: null);
    }

    [Test]
    public async Task The_share_on_the_day_the_averages_and_the_bands_are_of_everybody_who_left_the_site()
    {
        var measures = await MeasuresAsync("&to=2025-03-31");
        Assert.Multiple(() =>
        {
            Assert.That(((int)measures["count"]!, (int)measures["leftWithNoReadyDate"]!, (int)measures["bedDays"]!), Is.EqualTo((5, 1, 12)));
            Assert.That(((decimal)measures["shareOnTheDay"]!, (decimal)measures["averageIncludingZeroDays"]!, (decimal)measures["averageExcludingZeroDays"]!), Is.EqualTo((0.4m, 2.4m, 4m)));
            Assert.That(
                measures["bands"]!.AsArray().Select(band => ((string)band!["days"]!, (int)band["count"]!, (decimal)band["share"]!, (int)band["bedDays"]!)),
                Is.EqualTo(new[] { ("0", 2, 0.4m, 0), ("1", 1, 0.2m, 1), ("2-3", 1, 0.2m, 3), ("4-6", 0, 0m, 0), ("7-13", 1, 0.2m, 8), ("14-20", 0, 0m, 0), ("21+", 0, 0m, 0) }));
            Assert.That((bool)measures["live"]!, Is.True);
        });
    }

    [Test]
    public async Task A_seniors_decision_against_a_rule_is_counted_and_a_decision_in_order_is_not()
    {
        const string day = "&from=2025-05-10&to=2025-05-10";
        foreach (var senior in new object?[] { new { role = "consultant", reason = "persons-wish" }, null })
        {
            var patient = new Patient(_client, Guid.Parse((await StayAsync(admitted: 62, ready: null, left: null)).Id), "Ash");
            (await patient.Post("criteria-to-reside-reviews", new { occurredAt = On(70, 8), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "consultant" })).Expect(HttpStatusCode.OK);
            (await patient.Post("pathway-decision", new { occurredAt = On(70, 9), pathway = "pathway-0", reason = "no-new-needs", by = "consultant" })).Expect(HttpStatusCode.OK);
            if (senior is not null)
            {
                (await patient.Post("criteria-to-reside-reviews", new { occurredAt = On(71, 8), criteriaMet = Array.Empty<string>(), medicallyStable = false, by = "consultant" })).Expect(HttpStatusCode.OK);
            }

            (await patient.Post("discharge-decision", new { occurredAt = On(71, 9), by = "consultant", @override = senior })).Expect(HttpStatusCode.OK);
            (await patient.Post("discharge", new { occurredAt = On(71, 10), to = "own-home" })).Expect(HttpStatusCode.OK);
        }

        var measures = await MeasuresAsync(day);
        Assert.That(((int)measures["count"]!, (int)measures["decidedAgainstRule"]!), Is.EqualTo((2, 1)));
    }

    [TestCase("&from=2025-03-06&to=2025-04-30", 4)]
    [TestCase("&to=2025-03-06", 2)]
    [TestCase("&from=2025-03-06&to=2025-03-12", 3)]
    [TestCase("&from=2025-03-29&to=2025-03-31", 0)]
    public async Task A_period_counts_who_left_in_it_its_first_and_last_day_included(string period, int count) =>
        Assert.That((int)(await MeasuresAsync(period))["count"]!, Is.EqualTo(count));

    [Test]
    public async Task What_is_put_right_is_in_the_next_answer()
    {
        const string day = "&from=2025-04-02&to=2025-04-02";
        var (id, left) = await StayAsync(admitted: 1, ready: 31, left: 33);
        Assert.That((int)(await MeasuresAsync(day))["bedDays"]!, Is.EqualTo(2));
        (await _client.Post($"/v1/cases/{id}/entries/{left}/withdrawal", new { occurredAt = Patient.Ago(0), reason = "did-not-happen" })).Expect(HttpStatusCode.OK);
        Assert.That((int)(await MeasuresAsync(day))["count"]!, Is.Zero);
    }

    [Test]
    public async Task Of_nobody_there_is_no_share_and_no_average()
    {
        var nobody = await MeasuresAsync("&from=2025-06-01");
        Assert.That((nobody["shareOnTheDay"], nobody["averageIncludingZeroDays"], nobody["averageExcludingZeroDays"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null, (JsonNode?)null)));
    }

    [TestCase("from=March", "from")]
    [TestCase("to=2025-02-30", "to")]
    [TestCase("from=2025-03-02&to=2025-03-01", "to")]
    [TestCase("site=?", "site")]
    public async Task What_cannot_be_read_is_named(string query, string field)
    {
        var answer = (await _client.Get($"{Cases}/delay-measures?{query}")).Expect(HttpStatusCode.BadRequest);
        Assert.That(answer.Body["errors"]![field], Is.Not.Null, answer.Text);
    }

    [TestCase(Role.WardStaff)]
    [TestCase(Role.ReablementTeam)]
    public async Task They_are_for_those_who_lead_and_those_who_audit(Role role) =>
        (await new Client(await SharedService.RunningAsync(), role).Get($"{Cases}/delay-measures")).Expect(HttpStatusCode.Forbidden);

    private async Task<JsonNode> MeasuresAsync(string period) => (await _client.Get($"{Cases}/delay-measures?site={_site}{period}")).Expect(HttpStatusCode.OK).Body;

    // A stay in March 2025, or past its end.
    private async Task<(string Id, long Left)> StayAsync(int admitted, int? ready, int? left)
    {
        var opening = new { occurredAt = On(admitted, 8), admittedAt = On(admitted, 8), person = new { nhsNumberMissing = "unidentified" }, site = _site, ward = "Ash", hub = "QTEST", residence = "own-home" };
        var id = (string)(await _client.Post(Cases, opening)).Expect(HttpStatusCode.Created).Body["id"]!;
        if (ready is { } found)
        {
            var review = new { occurredAt = On(found, 9), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "consultant" };
            (await _client.Post($"{Cases}/{id}/criteria-to-reside-reviews", review)).Expect(HttpStatusCode.OK);
        }

        return (id, left is { } gone ? (await _client.Post($"{Cases}/{id}/discharge", new { occurredAt = On(gone, 15), to = "own-home" })).Expect(HttpStatusCode.OK).Body["recorded"]![0]!["version"]!.GetValue<long>() : 0);
    }

    private static string On(int day, int hour) => Patient.Spelled(new DateTimeOffset(2025, 3, 1, hour, 0, 0, TimeSpan.Zero).AddDays(day - 1));
}
