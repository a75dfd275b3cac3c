using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using NodaTime;

namespace Discharge.Api.Tests.DischargeCases;

[Parallelizable(ParallelScope.Children)]
public sealed class StayTests
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    [Test]
    public async Task A_person_moved_is_on_the_board_of_the_ward_they_were_moved_to_and_no_longer_on_the_other()
    {
        var patient = await Patient.AdmittedAsync();
        var elm = $"Elm {Guid.NewGuid():N}";

        (await patient.Post("moves", new { occurredAt = Patient.Ago(20), ward = elm, bed = "7", consultant = "Care of older people" })).Expect(HttpStatusCode.OK);

        Assert.Multiple(async () =>
        {
            Assert.That(await Board(patient, patient.Ward), Is.Empty);
            Assert.That((await Board(patient, elm)).Single()!["bed"]!.GetValue<string>(), Is.EqualTo("7"));
            Assert.That((await patient.Case())["ward"]!.GetValue<string>(), Is.EqualTo(elm));
        });
    }

    [Test]
    public async Task A_withdrawn_move_brings_the_person_back_to_the_board_they_were_on()
    {
        var patient = await Patient.AdmittedAsync();
        var moved = await patient.Post("moves", new { occurredAt = Patient.Ago(20), ward = "Elm" });

        await patient.Withdraw(moved.Body["version"]!.GetValue<long>());

        Assert.That(await Board(patient, patient.Ward), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_move_that_says_nothing_cannot_be_read()
    {
        var patient = await Patient.AdmittedAsync();
        (await patient.Post("moves", new { occurredAt = Patient.Ago(20) })).Expect(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task A_board_row_has_what_a_board_round_needs()
    {
        var patient = await Patient.AdmittedAsync(hoursAgo: 96);
        await patient.Reviewed(70);
        await patient.Post("plan", new { occurredAt = Patient.Ago(90), by = "nurse" });
        await patient.Post("expected-discharge-dates", new { occurredAt = Patient.Ago(80), date = DateOf(24), by = "nurse" });
        await patient.Post("expected-discharge-dates", new { occurredAt = Patient.Ago(70), date = DateOf(0), by = "nurse", reason = "awaiting-services" });
        await patient.Post("delays", new { occurredAt = Patient.Ago(60), codeset = "acute-2022", code = "v", actsNext = "ward" });

        var (today, row) = await OneDay.Asking(async () => (await Board(patient, patient.Ward)).Single()!);
        Assert.Multiple(() =>
        {
            Assert.That(row["days"]!["lengthOfStay"]!.GetValue<int>(), Is.EqualTo(Midnights(96, today)));
            Assert.That(row["days"]!["sinceReady"]!.GetValue<int>(), Is.EqualTo(Midnights(70, today)));
            Assert.That(row["dischargeReadyDate"]!.GetValue<string>(), Is.EqualTo(DateOf(70)));
            Assert.That(row["criteriaToReside"]!["notMetSince"], Is.Not.Null);
            Assert.That(row["expectedOn"]!.GetValue<string>(), Is.EqualTo(DateOf(0)));
            Assert.That(row["driftDays"]!.GetValue<int>(), Is.EqualTo(Midnights(24, LondonDate(0))));
            Assert.That(row["delays"]!.AsArray().Single()!["reason"]!.GetValue<string>(), Is.EqualTo("Awaiting medicines to take home"));
            Assert.That(row["lastChangedAt"], Is.Not.Null);
        });
    }

    [Test]
    public async Task The_board_says_since_when_criteria_to_reside_have_been_met()
    {
        var patient = await Patient.AdmittedAsync(hoursAgo: 96);
        foreach (var hoursAgo in new[] { 90d, 78 })
        {
            await patient.Post("criteria-to-reside-reviews", new { occurredAt = Patient.Ago(hoursAgo), criteriaMet = new[] { "intravenous-fluids" }, medicallyStable = false, by = "consultant" });
        }

        var shown = (await Board(patient, patient.Ward)).Single()!["criteriaToReside"]!;
        Assert.Multiple(() =>
        {
            Assert.That(shown["metSince"]!.GetValue<DateTimeOffset>(), Is.EqualTo(Patient.Now.AddHours(-90)).Within(TimeSpan.FromSeconds(1)));
            Assert.That(shown["reviewedAt"]!.GetValue<DateTimeOffset>() - shown["metSince"]!.GetValue<DateTimeOffset>(), Is.EqualTo(TimeSpan.FromHours(12)).Within(TimeSpan.FromSeconds(1)));
            Assert.That(shown["notMetSince"], Is.Null);
        });
    }

    [Test]
    public async Task The_stay_shows_early_recognition_ward_rounds_and_each_period_of_readiness()
    {
        var patient = await Patient.AdmittedAsync(hoursAgo: 96);
        await patient.Post("plan", new { occurredAt = Patient.Ago(93), by = "nurse" });
        await patient.Post("expected-discharge-dates", new { occurredAt = Patient.Ago(91.5), date = DateOf(0), by = "nurse" });
        await patient.Post("ward-rounds", new { occurredAt = Patient.Ago(71), attended = new[] { "housing", "health", "social-care" } });
        await patient.Reviewed(70);
        await patient.Left(10);

        var stay = (await patient.Case())["stay"]!;
        Assert.Multiple(() =>
        {
            Assert.That(stay["hoursToPlan"]!.GetValue<decimal>(), Is.EqualTo(3m));
            Assert.That(stay["hoursToFirstExpectedDate"]!.GetValue<decimal>(), Is.EqualTo(4.5m));
            Assert.That(stay["wardRounds"]!.AsArray().Single()!["attended"]!.AsArray().Select(kind => kind!.GetValue<string>()), Is.EqualTo(new[] { "health", "social-care", "housing" }));
            Assert.That(stay["readyPeriods"]!.AsArray().Single()!["metAgain"]!.GetValue<bool>(), Is.False);
            Assert.That(stay["delayDays"]!.GetValue<int>(), Is.EqualTo(Midnights(70, LondonDate(10))));
        });
    }

    [Test]
    public async Task An_admission_that_differs_from_the_opening_is_recorded_and_counts()
    {
        var patient = await Patient.AdmittedAsync(hoursAgo: 96);
        var admitted = await patient.Post("admission", new { occurredAt = Patient.Ago(48), method = "planned" });
        var (today, shown) = await OneDay.Asking(patient.Case);
        Assert.Multiple(() =>
        {
            Assert.That(admitted.Body["warnings"]!.AsArray().Single()!["code"]!.GetValue<string>(), Is.EqualTo("discharge.admission-differs-from-opening"));
            Assert.That(shown["days"]!["lengthOfStay"]!.GetValue<int>(), Is.EqualTo(Midnights(48, today)));
        });
    }

    private static async Task<JsonArray> Board(Patient patient, string ward) =>
        (await patient.Client.Get($"/v1/wards/RTEST/{Uri.EscapeDataString(ward)}/board")).Expect(HttpStatusCode.OK).Body["people"]!.AsArray();

    private static string DateOf(double hoursAgo) => LondonDate(hoursAgo).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static int Midnights(double hoursAgo, LocalDate until) => Period.DaysBetween(LondonDate(hoursAgo), until);

    private static LocalDate LondonDate(double hoursAgo) => Instant.FromDateTimeOffset(Patient.Now.AddHours(-hoursAgo)).InZone(London).Date;
}
