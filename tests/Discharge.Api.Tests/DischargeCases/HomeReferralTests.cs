using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>A person's referral to care homes over HTTP: what each answers, which is chosen and who pays, as the case, the board and what is next show it.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class HomeReferralTests
{
    private const string Rosewood = "VM4K2";

    private const string Larchfield = "VN7R1";

    // A Monday, ten o'clock in winter.
    private const string Monday = "2099-01-05T10:00:00.000000+00:00";

    [Test]
    public async Task Two_homes_are_asked_one_declines_with_a_reason_one_accepts_and_is_chosen_and_its_top_up_is_agreed()
    {
        var patient = await Patient.AdmittedAsync();
        var (rosewood, larchfield) = (await Asked(patient, 60, Rosewood), await Asked(patient, 59, Larchfield));
        Assert.That(await NextOf(patient), Is.EqualTo(new[] { ("assess-for-home", Rosewood), ("assess-for-home", Larchfield) }));

        await patient.Done($"{rosewood}/assessments", new { occurredAt = Patient.Ago(50), assessor = "home", needsCanBeMet = false });
        await patient.Done($"{rosewood}/decline", new { occurredAt = Patient.Ago(49), reason = "needs-cannot-be-met" });
        await patient.Done($"{larchfield}/assessments", new { occurredAt = Patient.Ago(48), assessor = "trusted-assessor", needsCanBeMet = true });
        var accepted = await patient.Done($"{larchfield}/acceptance", new { occurredAt = Patient.Ago(47), earliestAdmission = Monday, admitsAtWeekends = false, weeklyTopUp = 7_500 });
        var chosen = await patient.Done($"{larchfield}/choice", new { occurredAt = Patient.Ago(46), chosenBy = "person", by = "social-worker", note = "Near her sister." });
        Assert.That((string[])[.. CodesOf(accepted), .. CodesOf(chosen)], Is.Empty);
        Assert.That(CodesIn((await patient.Case())["warnings"]!), Does.Contain("discharge.top-up-not-agreed"));

        await patient.Done($"{larchfield}/top-up", new { occurredAt = Patient.Ago(45), weekly = 7_500, payer = "family", agreedBy = "Her sister, May", by = "social-worker" });
        var shown = await patient.Case();
        var (declined, taken) = (shown["homeReferrals"]!["all"]![0]!, shown["homeReferrals"]!["all"]![1]!);
        Assert.Multiple(async () =>
        {
            Assert.That(((string?)declined["home"], (string?)declined["status"], (string?)declined["declinedFor"], (string?)declined["assessment"]!["assessor"]), Is.EqualTo((Rosewood, "declined", "needs-cannot-be-met", "home")));
            Assert.That(((string?)taken["home"], (string?)taken["status"], (bool)taken["isChosen"]!, (string?)taken["assessment"]!["assessor"]), Is.EqualTo((Larchfield, "accepted", true, "trusted-assessor")));
            Assert.That(Moment(taken["admissionFrom"]), Is.EqualTo(DateTimeOffset.Parse(Monday, null)));
            Assert.That(((int)taken["acceptance"]!["weeklyTopUp"]!, (string?)taken["topUp"]!["payer"], (string?)taken["topUp"]!["agreedBy"]!["words"]), Is.EqualTo((7_500, "family", "Her sister, May")));
            Assert.That(((string?)shown["homeReferrals"]!["choice"]!["chosenBy"], (string?)shown["homeReferrals"]!["choice"]!["note"]!["words"]), Is.EqualTo(("person", "Near her sister.")));
            Assert.That(CodesIn(shown["warnings"]!), Does.Not.Contain("discharge.top-up-not-agreed"));
            Assert.That(await NextOf(patient), Is.EqualTo(new[] { ("arrange-admission", Larchfield) }));
        });
    }

    [Test]
    public async Task A_weekend_on_which_the_home_admits_nobody_is_warned_of_and_the_Monday_after_counts()
    {
        var patient = await Patient.AdmittedAsync();
        var home = await Asked(patient, 60, Rosewood);
        await patient.Done($"{home}/assessments", new { occurredAt = Patient.Ago(50), assessor = "home", needsCanBeMet = true });
        var accepted = await patient.Done($"{home}/acceptance", new { occurredAt = Patient.Ago(47), earliestAdmission = "2099-01-03T10:00:00Z", admitsAtWeekends = false });
        Assert.That(CodesOf(accepted), Is.EqualTo(new[] { "discharge.home-admits-on-no-such-day" }));
        Assert.That(Moment((await patient.Case())["homeReferrals"]!["all"]![0]!["admissionFrom"]), Is.EqualTo(DateTimeOffset.Parse(Monday, null)));
    }

    [Test]
    public async Task A_fact_is_recorded_whatever_rule_it_breaks_and_names_it()
    {
        var patient = await Patient.AdmittedAsync();
        var home = await Asked(patient, 60, Rosewood);
        Assert.Multiple(async () =>
        {
            Assert.That(CodesOf(await patient.Done($"{home}/choice", new { occurredAt = Patient.Ago(55), chosenBy = "care-transfer-hub", by = "nurse" })), Is.EquivalentTo(new[] { "discharge.home-chosen-not-accepted", "discharge.home-settled-without-choice" }));
            Assert.That(CodesOf(await patient.Done($"{home}/decline", new { occurredAt = Patient.Ago(54) })), Is.EquivalentTo(new[] { "discharge.home-declined-without-reason", "discharge.chosen-home-declined" }));
            Assert.That(CodesOf(await patient.Done($"{home}/taking-back", new { occurredAt = Patient.Ago(53), reason = "no-longer-needed", by = "nurse" })), Is.Empty);
            Assert.That(
                CodesOf(await patient.Done($"{home}/acceptance", new { occurredAt = Patient.Ago(52), earliestAdmission = Monday, admitsAtWeekends = true })),
                Is.EquivalentTo(new[] { "discharge.home-accepted-unassessed", "discharge.home-answer-after-taken-back" }));
        });
    }

    [Test]
    public async Task A_top_up_is_refused_that_the_home_does_not_ask_and_a_referral_nobody_sent_has_no_answer()
    {
        var patient = await Patient.AdmittedAsync();
        var home = await Asked(patient, 60, Rosewood);
        Refused(await patient.Post($"{home}/top-up", TopUp(50)), "discharge.top-up-not-asked");
        await patient.Done($"{home}/acceptance", new { occurredAt = Patient.Ago(49), earliestAdmission = Monday, admitsAtWeekends = true, weeklyTopUp = 9_000 });
        Refused(await patient.Post($"{home}/top-up", TopUp(48)), "discharge.top-up-of-other-amount");
        Refused(await patient.Post("home-referrals/1/decline", new { occurredAt = Patient.Ago(47), reason = "no-vacancy" }), "discharge.no-such-home-referral");
    }

    [TestCase("acceptance", """{ "earliestAdmission": "2099-01-05T10:00:00Z", "admitsAtWeekends": true, "weeklyTopUp": 0 }""", "weeklyTopUp")]
    [TestCase("acceptance", """{ "earliestAdmission": "2099-01-05T10:00:00", "admitsAtWeekends": true }""", "earliestAdmission")]
    [TestCase("acceptance", """{ "earliestAdmission": "2099-01-05T10:00:00Z" }""", "admitsAtWeekends")]
    [TestCase("top-up", """{ "weekly": -1, "payer": "family", "agreedBy": "May", "by": "nurse" }""", "weekly")]
    [TestCase("top-up", """{ "weekly": 7500, "payer": "family", "by": "nurse" }""", "agreedBy")]
    [TestCase("decline", """{ "reason": "do-not-like-them" }""", "reason")]
    [TestCase("assessments", """{ "assessor": "nobody", "needsCanBeMet": true }""", "assessor")]
    [TestCase("choice", """{ "chosenBy": "the-cat", "by": "nurse" }""", "chosenBy")]
    public async Task What_cannot_be_is_answered_with_the_field_to_put_right(string what, string body, string field)
    {
        var patient = await Patient.AdmittedAsync();
        var home = await Asked(patient, 60, Rosewood);
        var sent = JsonNode.Parse(body)!.AsObject();
        sent["occurredAt"] = Patient.Ago(50);
        var answer = await patient.Post($"{home}/{what}", sent);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.Text);
        Assert.That(answer.Body["errors"]!.AsObject().Select(error => error.Key), Is.EqualTo(new[] { field }));
    }

    [Test]
    public async Task A_self_funder_is_marked_and_never_refused_and_the_board_shows_it()
    {
        var patient = await Patient.AdmittedAsync();
        await patient.Done("self-funder-findings", new { occurredAt = Patient.Ago(70), paysAlone = true, by = "social-worker" });
        var (home, other) = (await Asked(patient, 60, Rosewood), await Asked(patient, 59, Larchfield));
        await patient.Done($"{other}/decline", new { occurredAt = Patient.Ago(58), reason = "no-vacancy" });
        await patient.Done($"{home}/assessments", new { occurredAt = Patient.Ago(50), assessor = "trusted-assessor", needsCanBeMet = true });
        await patient.Done($"{home}/acceptance", new { occurredAt = Patient.Ago(49), earliestAdmission = Monday, admitsAtWeekends = true, weeklyTopUp = 7_500 });
        await patient.Done($"{home}/choice", new { occurredAt = Patient.Ago(48), chosenBy = "person", by = "nurse" });
        var topUp = await patient.Done($"{home}/top-up", TopUp(47));

        var homes = (await patient.Client.Get(patient.BoardPath)).Body["people"]!.AsArray().Single()!["homes"]!;
        Assert.Multiple(async () =>
        {
            Assert.That(CodesOf(topUp), Is.EqualTo(new[] { "discharge.top-up-of-self-funder" }));
            Assert.That(((int)homes["awaited"]!, (int)homes["accepted"]!, (int)homes["declined"]!, (string?)homes["chosen"], (bool)homes["selfFunder"]!), Is.EqualTo((0, 1, 1, Rosewood, true)));
            Assert.That(Moment(homes["admissionFrom"]), Is.EqualTo(DateTimeOffset.Parse(Monday, null)));
            Assert.That((bool)(await patient.Case())["homeReferrals"]!["selfFunder"]!["paysAlone"]!, Is.True);
        });
    }

    [TestCase(Role.WardStaff, "decline", HttpStatusCode.OK)]
    [TestCase(Role.ReablementTeam, "decline", HttpStatusCode.OK)]
    [TestCase(Role.WardStaff, "choice", HttpStatusCode.OK)]
    [TestCase(Role.WardStaff, "top-up", HttpStatusCode.Forbidden)]
    [TestCase(Role.Auditor, "decline", HttpStatusCode.Forbidden)]
    [TestCase(Role.Provider, "decline", HttpStatusCode.Forbidden)]
    [TestCase(Role.Auditor, "choice", HttpStatusCode.Forbidden)]
    [TestCase(Role.Administrator, "taking-back", HttpStatusCode.Forbidden)]
    public async Task Who_refers_may_say_what_homes_answer_and_a_top_up_is_the_hubs(Role role, string what, HttpStatusCode answered)
    {
        var patient = await Patient.AdmittedAsync();
        var home = await Asked(patient, 60, Rosewood);
        object body = what switch
        {
            "decline" => new { occurredAt = Patient.Ago(50), reason = "no-vacancy" },
            "choice" => new { occurredAt = Patient.Ago(50), chosenBy = "person", by = "nurse" },
            "top-up" => TopUp(50),
            _ => new { occurredAt = Patient.Ago(50), reason = "no-longer-needed", by = "nurse" },
        };
        var sent = await new Client(await SharedService.RunningAsync(), role).Post($"{patient.Path}/{home}/{what}", body);
        Assert.That(sent.Status, Is.EqualTo(answered), sent.Text);
    }

    private static object TopUp(double hoursAgo) => new { occurredAt = Patient.Ago(hoursAgo), weekly = 7_500, payer = "family", agreedBy = "Her sister, May", by = "social-worker" };

    // The path by which the referral is addressed from then on.
    private static async Task<string> Asked(Patient patient, double hoursAgo, string home)
    {
        var asked = await patient.Done("home-referrals", new { occurredAt = Patient.Ago(hoursAgo), home, kind = "nursing", by = "discharge-coordinator" });
        return $"home-referrals/{asked.Body["recorded"]![0]!["version"]}";
    }

    private static async Task<(string, string)[]> NextOf(Patient patient) =>
    [
        .. (await patient.Case())["next"]!.AsArray().Where(step => step!["entry"] is not null && step["organisation"] is not null).Select(step => ((string)step!["what"]!, (string)step["organisation"]!))
            .Where(step => step.Item1 is not "take-back-home-referral"),
    ];

    private static DateTimeOffset Moment(JsonNode? moment) => DateTimeOffset.Parse((string)moment!, null);

    private static string[] CodesOf(Answer answer) => CodesIn(answer.Body["warnings"]!);

    private static string[] CodesIn(JsonNode warnings) => [.. warnings.AsArray().Select(warning => (string)warning!["code"]!)];

    private static void Refused(Answer answer, string code) => Assert.That((answer.Status, answer.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, code)), answer.Text);
}
