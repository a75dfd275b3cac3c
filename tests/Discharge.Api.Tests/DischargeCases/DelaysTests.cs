using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.DischargeCases;
using Discharge.Api.Requests;
using Microsoft.Extensions.Configuration;

namespace Discharge.Api.Tests.DischargeCases;

[Parallelizable(ParallelScope.Children)]
public sealed class DelaysTests
{
    [Test]
    public async Task Delays_start_overlap_and_end_and_the_ledger_adds_up()
    {
        var patient = await Patient.AdmittedAsync();
        await patient.Reviewed(70);
        var medicines = await Started(patient, 60, "v");
        await Started(patient, 50, "vi");
        (await patient.Post($"delays/{medicines}/end", new { occurredAt = Patient.Ago(40) })).Expect(HttpStatusCode.OK);
        await patient.Left(30);

        var ledger = await Ledger(patient);
        var medicinesTook = ledger["byReason"]!.AsArray().Single(reason => reason!["code"]!.GetValue<string>() == "v")!;
        Assert.Multiple(() =>
        {
            Assert.That(Seconds(ledger, "totalSeconds"), Is.EqualTo(40 * 3600m));
            Assert.That(Seconds(ledger, "attributedSeconds"), Is.EqualTo(30 * 3600m));
            Assert.That(Seconds(ledger, "unattributedSeconds"), Is.EqualTo(10 * 3600m));
            Assert.That(Seconds(medicinesTook, "totalSeconds"), Is.EqualTo(20 * 3600m));
            Assert.That(Seconds(medicinesTook, "overlappingSeconds"), Is.EqualTo(10 * 3600m));
            Assert.That(medicinesTook["equivalent"]!.GetValue<string>(), Is.EqualTo("medicines"));
        });
    }

    [Test]
    public async Task While_the_person_is_there_the_ledger_runs_to_now_and_still_adds_up()
    {
        var patient = await Patient.AdmittedAsync();
        await patient.Reviewed(70);
        await Started(patient, 60, "v");
        var ledger = await Ledger(patient);
        Assert.That(Seconds(ledger, "attributedSeconds") + Seconds(ledger, "unattributedSeconds"), Is.EqualTo(Seconds(ledger, "totalSeconds")).And.GreaterThanOrEqualTo(70 * 3600m));
    }

    [Test]
    public async Task A_primary_delay_is_named_for_a_day()
    {
        var patient = await Patient.AdmittedAsync();
        await patient.Reviewed(70);
        var medicines = await Started(patient, 60, "v");
        var day = (await Ledger(patient))["days"]!.AsArray()[^1]!["date"]!.GetValue<string>();

        (await patient.Post("primary-delays", new { occurredAt = Patient.Ago(0), day, delay = medicines })).Expect(HttpStatusCode.OK);

        var last = (await Ledger(patient))["days"]!.AsArray().Single(shown => shown!["date"]!.GetValue<string>() == day)!;
        Assert.That((last["primary"]!.GetValue<long>(), last["named"]!.GetValue<bool>()), Is.EqualTo((medicines, true)));
    }

    [Test]
    public async Task Of_two_delays_on_a_day_the_hub_is_asked_for_the_primary_one_and_the_day_is_undecided_until_each_is_named()
    {
        var patient = await Patient.AdmittedAsync();
        await patient.Reviewed(70);
        var medicines = await Started(patient, 60, "v");
        Assert.That(ToName(await patient.Case()), Is.Null, "One delay is the primary one by itself.");
        var second = (await patient.Post("delays", Delay(59, "vi"))).Expect(HttpStatusCode.OK);
        Assert.That((second.Recorded, second.Body["warnings"]!.AsArray().Count), Is.EqualTo((new[] { "discharge-case.delay-started.v1" }, 0)), "The fact is never refused.");
        await patient.Left(30);

        var transport = second.Body["recorded"]![0]!["version"]!.GetValue<long>();
        var ledger = await Ledger(patient);
        var undecided = Undecided(ledger);
        Assert.That(undecided, Is.Not.Empty.And.All.Property("Delays").EqualTo(new[] { medicines, transport }).And.All.Property("Primary").Null);
        for (var named = 0; named < undecided.Length; named++)
        {
            var asked = ToName(await patient.Case())!;
            Assert.That((string?)asked["owner"], Is.EqualTo("care-transfer-hub"));
            Assert.That((string?)asked["sentence"], Does.StartWith("Name the primary delay for ").And.Contain(Spoken(undecided[named].Date)));
            (await patient.Post("primary-delays", new { occurredAt = Patient.Ago(20), day = undecided[named].Date, delay = transport })).Expect(HttpStatusCode.OK);
            Assert.That(Undecided(await Ledger(patient)), Has.Length.EqualTo(undecided.Length - named - 1));
        }

        var after = await Ledger(patient);
        Assert.That(ToName(await patient.Case()), Is.Null);
        Assert.That(new[] { "totalSeconds", "attributedSeconds", "unattributedSeconds" }.Select(name => Seconds(after, name)), Is.EqualTo(new[] { 40 * 3600m, 30 * 3600m, 10 * 3600m }));
    }

    [Test]
    public async Task The_answer_to_a_second_delay_asks_for_the_primary_one_and_the_board_does_too()
    {
        var patient = await Patient.AdmittedAsync();
        await patient.Reviewed(70);
        await Started(patient, 60, "v");
        var answer = (await patient.Post("delays", Delay(59, "vi"))).Expect(HttpStatusCode.OK).Body;
        var board = (await patient.Client.Get(patient.BoardPath)).Expect(HttpStatusCode.OK).Body["people"]!.AsArray().Single()!;
        Assert.That(((string?)ToName(answer)?["owner"], (string?)ToName(board)?["owner"]), Is.EqualTo(("care-transfer-hub", "care-transfer-hub")));
    }

    [TestCase("acute-2021", "v", "codeset", "acute-2022, community-2023, acute-2024")]
    [TestCase("acute-2022", "xvi", "code", "no-plan, diagnostic-test, infection")]
    public async Task An_unknown_list_or_code_is_answered_with_the_known_ones(string codeset, string code, string field, string known)
    {
        var patient = await Patient.AdmittedAsync();
        var refused = (await patient.Post("delays", new { occurredAt = Patient.Ago(60), codeset, code, actsNext = "ward" })).Expect(HttpStatusCode.BadRequest);
        Assert.That(refused.Body["errors"]![field]!.AsArray().Single()!.GetValue<string>(), Does.Contain(known));
    }

    [Test]
    public async Task A_ledger_in_an_unknown_list_cannot_be_read()
    {
        var patient = await Patient.AdmittedAsync();
        (await patient.Client.Get($"{patient.Path}/delay-ledger?codeset=acute-2021")).Expect(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task What_is_no_delay_cannot_end()
    {
        var patient = await Patient.AdmittedAsync();
        Assert.That((await patient.Post("delays/1/end", new { occurredAt = Patient.Ago(1) })).Expect(HttpStatusCode.UnprocessableEntity).Code, Is.EqualTo("discharge.no-such-delay"));
    }

    [Test]
    public async Task A_case_nobody_has_has_no_ledger() =>
        (await (await Patient.AdmittedAsync()).Client.Get($"/v1/discharge-cases/{Guid.CreateVersion7()}/delay-ledger")).Expect(HttpStatusCode.NotFound);

    [Test]
    public void Configuration_adds_codes_and_lists() => Assert.Multiple(() =>
    {
        var codes = DelayCodes.From(Configured(("acute", "2024", "transport", "Transport not available"), ("local", "2026", "lift", "Lift broken")));
        Assert.That(codes.Read("acute-2024", "transport"), Is.InstanceOf<Reading<Discharge.Domain.DischargeCases.DelayReason>.Understood>());
        Assert.That(codes.Read("acute-2024", "therapy-review"), Is.InstanceOf<Reading<Discharge.Domain.DischargeCases.DelayReason>.Understood>());
        Assert.That(codes.Read("local-2026", "lift"), Is.InstanceOf<Reading<Discharge.Domain.DischargeCases.DelayReason>.Understood>());
    });

    [TestCase("acute", "2022", "v", "Something else", Description = "A code the service knows otherwise")]
    [TestCase("acute", "2024", "transport", "", Description = "No wording")]
    [TestCase("acute", "", "transport", "Transport", Description = "No version")]
    public void Configuration_that_cannot_be_used_stops_the_start(string name, string version, string code, string wording) =>
        Assert.That(() => DelayCodes.From(Configured((name, version, code, wording))), Throws.TypeOf<DelayCodesException>());

    private static IConfigurationRoot Configured(params (string Name, string Version, string Code, string Wording)[] lists) => new ConfigurationBuilder()
        .AddInMemoryCollection(lists.SelectMany((list, index) => new Dictionary<string, string?>
        {
            [$"Delays:Codesets:{index}:Name"] = list.Name,
            [$"Delays:Codesets:{index}:Version"] = list.Version,
            [$"Delays:Codesets:{index}:Codes:0:Code"] = list.Code,
            [$"Delays:Codesets:{index}:Codes:0:Wording"] = list.Wording,
        }))
        .Build();

    private static async Task<long> Started(Patient patient, double hoursAgo, string code) =>
        (await patient.Post("delays", Delay(hoursAgo, code)))
        .Expect(HttpStatusCode.OK).Body["recorded"]!.AsArray().Single()!["version"]!.GetValue<long>();

    private static object Delay(double hoursAgo, string code) => new { occurredAt = Patient.Ago(hoursAgo), codeset = "acute-2022", code, actsNext = "ward", attributable = "RTEST" };

    private static JsonNode? ToName(JsonNode shown) => shown["next"]!.AsArray().SingleOrDefault(step => (string?)step!["what"] == "name-primary-delay");

    private static Day[] Undecided(JsonNode ledger) =>
    [
        .. from day in ledger["days"]!.AsArray()
           where (bool)day["undecided"]!
           select new Day((string)day["date"]!, [.. day["delays"]!.AsArray().Select(delay => (long)delay!)], (long?)day["primary"]),
    ];

    private static string Spoken(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static async Task<JsonNode> Ledger(Patient patient) => (await patient.Client.Get($"{patient.Path}/delay-ledger?codeset=community-2023")).Expect(HttpStatusCode.OK).Body;

    private static decimal Seconds(JsonNode node, string name) => node[name]!.GetValue<decimal>();

    private sealed record Day(string Date, long[] Delays, long? Primary);
}
