using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>
/// A case history told in a line and sent through the public API: steps in the order in which they are recorded, separated by semicolons, each "month-day time what".
/// Years are 2025 and times as the clock on a London wall showed them; where that is not one moment, the time carries its offset. "withdraw 3" withdraws the third step.
/// </summary>
internal sealed class ToldHistory(Client client)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    private readonly List<(long Entry, string? Id)> _taken = [];

    private string _id = string.Empty;

    /// <summary>The case as it is shown once all of the history is on record.</summary>
    public static async Task<JsonNode> ShownAsync(string history)
    {
        var told = new ToldHistory(new Client(await SharedService.RunningAsync()));
        foreach (var step in history.Split(';', StringSplitOptions.TrimEntries))
        {
            await told.TakeAsync(step.Split(' '));
        }

        return (await told.SentAsync(HttpMethod.Get, string.Empty, body: null)).Body;
    }

    private async Task TakeAsync(string[] step)
    {
        var at = Moment(step[0], step[1]);
        if (step[2] == "admit")
        {
            var opening = new { occurredAt = at, admittedAt = at, person = new { nhsNumberMissing = "unidentified" }, site = "RTEST", ward = "Ash", hub = "QTEST", residence = "own-home" };
            var opened = (await client.Post("/v1/discharge-cases", opening)).Expect(HttpStatusCode.Created);
            _id = (string)opened.Body["id"]!;
            _taken.Add((1, null));
            return;
        }

        var (path, body) = Command(at, step[2], step[3..]);
        var answer = await SentAsync(HttpMethod.Post, path, body);
        var recorded = answer.Body["recorded"]![0]!;
        _taken.Add((recorded["version"]!.GetValue<long>(), (string?)recorded["id"]));
    }

    private (string Path, object Body) Command(string at, string what, string[] more) => what switch
    {
        "plan" => ("plan", new { occurredAt = at, by = "nurse" }),
        "involve" => ("involvement", new { occurredAt = at, who = "person", by = "nurse" }),
        "ready" => Review(at, stable: true),
        "unstable" => Review(at, stable: false),
        "needs-bed" => Review(at, stable: false, "intravenous-fluids"),
        "assess" => ("functional-assessment", new { occurredAt = at, by = "occupational-therapist", needs = more is [] ? ["reablement"] : more }),
        "pathway" => ("pathway-decision", new { occurredAt = at, pathway = $"pathway-{more[0]}", reason = "home-first", by = "discharge-coordinator" }),
        "decide" => ("discharge-decision", new { occurredAt = at, by = "consultant" }),
        "book" => ("home-visit-bookings", new { occurredAt = at, visitAt = Moment(more[0], more[1]), by = "occupational-therapist" }),
        "leave" => ("discharge", new { occurredAt = at, to = more[0], selfDischarge = more.Contains("of-own-accord") }),
        "welfare" => ("welfare-check", new { occurredAt = at, by = "care-worker", outcome = "safe-and-well" }),
        "seen" => ("home-visit", new { occurredAt = at, by = "occupational-therapist" }),
        "no-answer" or "declined" => ("failed-home-visits", new { occurredAt = at, by = "occupational-therapist", reason = what }),
        "back" => ("failed-discharge", new { occurredAt = at, reason = "unwell" }),
        "readmit" => ("readmission", new { occurredAt = at, reason = "fall" }),
        "die" => ("death", new { occurredAt = at, place = more[0] }),
        "delay" => ("delays", new { occurredAt = at, codeset = "acute-2022", code = more[0], actsNext = more.ElementAtOrDefault(2) ?? "ward", attributable = more.ElementAtOrDefault(3) }),
        "delay-ends" => ($"delays/{EntryOf(more[0])}/end", new { occurredAt = at }),
        "primary" => ("primary-delays", new { occurredAt = at, day = $"2025-{more[0]}", delay = EntryOf(more[1]) }),
        "refer" => ("referrals", new { occurredAt = at, to = more[0], owner = more[1], by = "social-worker", due = Moment(more[2], more[3]) }),
        "referral" => ($"referrals/{IdOf(more[0])}/steps", new { occurredAt = at, step = more[1], reason = more.ElementAtOrDefault(2) }),
        "task" => ("tasks", new { occurredAt = at, what = more[0], owner = more[1], by = "nurse", due = Moment(more[2], more[3]) }),
        "task-done" => ($"tasks/{IdOf(more[0])}/done", new { occurredAt = at, @as = "done", by = "nurse" }),
        "object" => ("objections", new { occurredAt = at, who = "carer", to = "destination", by = "nurse" }),
        "settle" => ($"objections/{EntryOf(more[0])}/settlement", new { occurredAt = at, @as = "withdrawn", by = "social-worker" }),
        "hoist" => ("transfer-items", new { occurredAt = at, item = "equipment", equipment = "hoist", state = more[0] }),
        "medicines" or "transport" or "key-access" or "receiver" => ("transfer-items", new { occurredAt = at, item = what, state = more[0] }),
        "arrive" => ("arrival", new { occurredAt = at, receivedBy = more[0] }),
        "care-call" => ("first-care-call-plans", new { occurredAt = at, callAt = Moment(more[0], more[1]), provider = "AB123" }),
        "handed-back" => ("missed-care-calls", new { occurredAt = at, reason = "package-handed-back" }),
        "expect" => ("expected-discharge-dates", new { occurredAt = at, date = $"2025-{more[0]}", by = "consultant" }),
        "expect-far-ahead" => ("expected-discharge-dates", new { occurredAt = at, date = "2190-01-01", by = "consultant" }),
        "carer" => ("carers", new { occurredAt = at, relationship = "child", livesWithPerson = false }),
        "carer-lost" => ($"carers/{EntryOf(more[0])}/outcomes", new { occurredAt = at, outcome = "cannot-continue", by = "nurse" }),
        "cared-for" => ("first-care-call", new { occurredAt = at, provider = "AB123" }),
        "close" => ("closure", new { occurredAt = at, outcome = more[0] }),
        "close-as-they-wish" => ("closure", new { occurredAt = at, outcome = more[0], @override = new { role = "hub-lead", reason = "persons-wish" } }),
        "withdraw" => ($"/v1/cases/{_id}/entries/{EntryOf(more[0])}/withdrawal", new { occurredAt = at, reason = "wrong-content" }),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "The notation has no such step."),
    };

    private static (string Path, object Body) Review(string at, bool stable, params string[] met) =>
        ("criteria-to-reside-reviews", new { occurredAt = at, criteriaMet = met, medicallyStable = stable, by = "consultant" });

    private long EntryOf(string step) => Taken(step).Entry;

    // Referrals and tasks have an id of their own.
    private string IdOf(string step) => Taken(step).Id!;

    private (long Entry, string? Id) Taken(string step) => _taken[int.Parse(step, CultureInfo.InvariantCulture) - 1];

    private async Task<Answer> SentAsync(HttpMethod method, string path, object? body)
    {
        var at = path.StartsWith('/') ? path : $"/v1/discharge-cases/{_id}/{path}".TrimEnd('/');
        return (method == HttpMethod.Get ? await client.Get(at) : await client.Post(at, body!)).Expect(HttpStatusCode.OK);
    }

    private static string Moment(string day, string time)
    {
        if (time.Length > 5)
        {
            return $"2025-{day}T{time[..5]}:00{time[5..]}";
        }

        var wall = DateTime.Parse($"2025-{day}T{time}", CultureInfo.InvariantCulture);
        Assert.That((London.IsAmbiguousTime(wall), London.IsInvalidTime(wall)), Is.EqualTo((false, false)), $"{day} {time} is not one moment.");
        return Patient.Spelled(new DateTimeOffset(wall, London.GetUtcOffset(wall)));
    }
}
