using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests.Cases;

/// <summary>
/// Left 30 hours ago and recorded as that only now; seen 10 hours ago, so in time, recorded after the breach; the visit then withdrawn as
/// entered in error.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class HistoryTests
{
    private const string Visit = "discharge-case.home-visit-made.v1";

    private Patient _patient = null!;
    private string _whenLeft = null!;
    private string _whenVisited = null!;

    [OneTimeSetUp]
    public async Task A_case_with_late_recording_and_a_withdrawal()
    {
        _patient = await Patient.AdmittedAsync();
        await _patient.Reviewed(100);
        await _patient.Left(30);
        var visited = (await _patient.Seen(10)).Body["recorded"]!.AsArray().Single(entry => (string?)entry!["name"] == Visit)!["version"]!.GetValue<long>();
        await _patient.Withdraw(visited);
        var entries = (await _patient.History())["entries"]!.AsArray();
        _whenLeft = RecordingOf(entries, "discharge-case.discharged-from-hospital.v1");
        _whenVisited = RecordingOf(entries, Visit);
    }

    [Test]
    public async Task Now_the_visit_is_shown_as_withdrawn_and_the_breach_stands()
    {
        var history = await Seen(string.Empty);

        Assert.That(StandingOf(history, Visit), Is.EqualTo(new[] { false }));
        Assert.That(T01(history), Is.EqualTo("breached"));
    }

    [Test]
    public async Task As_it_was_known_when_the_leaving_was_recorded_nobody_had_come()
    {
        var history = await Seen($"knownAt={_whenLeft}");

        Assert.That(StandingOf(history, Visit), Is.Empty);
        Assert.That(T01(history), Is.EqualTo("breached"));
    }

    [Test]
    public async Task As_it_was_known_when_the_visit_was_recorded_somebody_had_come_in_time()
    {
        var history = await Seen($"knownAt={_whenVisited}");

        Assert.That(StandingOf(history, Visit), Is.EqualTo(new[] { true }));
        Assert.That(T01(history), Is.EqualTo("met"));
    }

    [Test]
    public async Task As_it_was_before_the_visit_the_clock_ran()
    {
        var history = await Seen($"asOf={Escaped(Patient.Ago(20))}");

        Assert.That(StandingOf(history, Visit), Is.Empty);
        Assert.That(T01(history), Is.AnyOf("running", "warned"));
    }

    [Test]
    public async Task As_it_was_after_the_visit_and_known_then_it_is_met()
    {
        var history = await Seen($"asOf={Escaped(Patient.Ago(5))}&knownAt={_whenVisited}");

        Assert.That(StandingOf(history, Visit), Is.EqualTo(new[] { true }));
        Assert.That(T01(history), Is.EqualTo("met"));
    }

    [Test]
    public async Task As_it_was_after_the_visit_and_known_before_it_was_recorded_it_is_breached()
    {
        var history = await Seen($"asOf={Escaped(Patient.Ago(5))}&knownAt={_whenLeft}");

        Assert.That(StandingOf(history, Visit), Is.Empty);
        Assert.That(T01(history), Is.EqualTo("breached"));
    }

    [Test]
    public async Task As_it_was_before_the_opening_only_what_had_happened_is_shown()
    {
        var history = await Seen($"asOf={Escaped(Patient.Ago(98))}");

        Assert.That(history["entries"]!.AsArray().Select(entry => (string?)entry!["name"]), Does.Contain("discharge-case.criteria-to-reside-reviewed.v1").And.Not.Contain("discharge-case.opened.v1"));
        Assert.That(history["clocks"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Before_anything_was_known_there_are_no_entries() =>
        Assert.That((await _patient.Client.Get($"{_patient.HistoryPath}?knownAt=2020-01-01T00:00:00Z")).Expect(HttpStatusCode.OK).Body["entries"]!.AsArray(), Is.Empty);

    [TestCase("asOf")]
    [TestCase("knownAt")]
    public async Task A_moment_that_cannot_be_read_is_named(string query) =>
        Assert.That((await _patient.Client.Get($"{_patient.HistoryPath}?{query}=2026-03-01T10:00:00")).Expect(HttpStatusCode.BadRequest).Body["errors"]![query], Is.Not.Null);

    [Test]
    public async Task A_withdrawal_dated_before_its_entry_was_recorded_is_recorded_and_says_so()
    {
        var patient = await Patient.AdmittedAsync();
        var reviewed = (await patient.Reviewed(70)).Body["recorded"]![0]!["version"]!.GetValue<long>();

        var withdrawn = (await patient.Client.Post($"/v1/cases/{patient.Id}/entries/{reviewed}/withdrawal", new { occurredAt = Patient.Ago(60), reason = "wrong-content" })).Expect(HttpStatusCode.OK);

        Assert.That(withdrawn.Body["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]), Is.EqualTo(["entry.withdrawn-before-recorded"]));
        Assert.That((await patient.History())["entries"]!.AsArray()[^1]!["departures"]!.AsArray().Select(code => (string?)code), Is.EqualTo(["entry.withdrawn-before-recorded"]));
    }

    private async Task<JsonNode> Seen(string query) => await _patient.History($"?{query}");

    private static string T01(JsonNode history) => history["clocks"]!.AsArray().Single(clock => (string?)clock!["rule"] == "T01")!["status"]!.GetValue<string>();

    private static bool[] StandingOf(JsonNode history, string name) =>
        [.. history["entries"]!.AsArray().Where(entry => (string?)entry!["name"] == name).Select(entry => entry!["stands"]!.GetValue<bool>())];

    private static string RecordingOf(JsonArray entries, string name) => Escaped((string)entries.Single(entry => (string?)entry!["name"] == name)!["recordedAt"]!);

    private static string Escaped(string moment) => Uri.EscapeDataString(moment);
}
