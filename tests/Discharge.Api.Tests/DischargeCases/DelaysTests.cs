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
        (await patient.Post("delays", new { occurredAt = Patient.Ago(hoursAgo), codeset = "acute-2022", code, actsNext = "ward", attributable = "RTEST" }))
        .Expect(HttpStatusCode.OK).Body["recorded"]!.AsArray().Single()!["version"]!.GetValue<long>();

    private static async Task<JsonNode> Ledger(Patient patient) => (await patient.Client.Get($"{patient.Path}/delay-ledger?codeset=community-2023")).Expect(HttpStatusCode.OK).Body;

    private static decimal Seconds(JsonNode node, string name) => node[name]!.GetValue<decimal>();
}
