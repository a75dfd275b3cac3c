using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>What concerns the person, their pathway, referrals and tasks, recorded, corrected and read back over HTTP.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class WholePersonTests
{
    private static readonly string[] EasyRead = ["easy-read"];
    private static readonly string[] Falls = ["falls"];
    private static readonly string[] Hoist = ["hoist"];
    private static readonly string[] LocalServices = ["local-services"];
    private static readonly string[] Reablement = ["reablement"];

    private static readonly (string Path, object Body)[] AboutThePerson =
    [
        ("plan", new { occurredAt = Patient.Ago(80), by = "nurse" }),
        ("involvement", new { occurredAt = Patient.Ago(79), who = "person", by = "social-worker", wants = "Home, to the cat." }),
        ("objections", new { occurredAt = Patient.Ago(79), who = "carer", to = "destination", by = "nurse" }),
        ("information", new { occurredAt = Patient.Ago(79), to = "person", on = "charges", by = "social-worker", format = "large-print" }),
        ("choices", new { occurredAt = Patient.Ago(79), to = "person", of = "direct-payment", answer = "declined", by = "social-worker" }),
        ("consents", new { occurredAt = Patient.Ago(79), to = "sharing-information", answer = "given", by = "social-worker" }),
        ("capacity-assessments", new { occurredAt = Patient.Ago(78), @for = "where-to-live", found = "lacks", by = "doctor" }),
        ("best-interests-decisions", new { occurredAt = Patient.Ago(77), @for = "where-to-live", by = "social-worker", decision = "Home." }),
        ("advocates", new { occurredAt = Patient.Ago(77), kind = "independent-mental-capacity-advocate", by = "social-worker" }),
        ("attorneys", new { occurredAt = Patient.Ago(77), power = "lasting-power-health-and-welfare", documentSeen = true }),
        ("next-of-kin", new { occurredAt = Patient.Ago(76), what = "discharge-planned", by = "nurse", note = "Her son." }),
        ("communication-needs", new { occurredAt = Patient.Ago(76), language = "bn", interpreterNeeded = true, formats = EasyRead }),
        ("contacts", new { occurredAt = Patient.Ago(76), kind = "local-authority", organisation = "713", note = "Full name and telephone." }),
        ("homelessness", new { occurredAt = Patient.Ago(76), situation = "sleeping-rough", by = "nurse" }),
        ("no-recourse-to-public-funds", new { occurredAt = Patient.Ago(76), standing = "no-recourse", by = "nurse" }),
        ("gp-practice", new { occurredAt = Patient.Ago(76), practice = "E87001" }),
        ("authority", new { occurredAt = Patient.Ago(76), authority = new { standing = "disputed" }, by = "social-worker" }),
    ];

    [Test]
    public async Task Everything_about_the_person_is_recorded_and_read_back()
    {
        var patient = await Patient.AdmittedAsync();
        foreach (var (path, body) in AboutThePerson)
        {
            var recorded = (await patient.Post(path, body)).Expect(HttpStatusCode.OK).Body["recorded"]!.AsArray();
            Assert.That(recorded, Has.Count.EqualTo(1), path);
            Assert.That((await patient.Post(path, body)).Expect(HttpStatusCode.OK).Body["recorded"]!.AsArray(), Is.Empty, path);
        }

        var shown = await patient.Case();
        var involvement = shown["involvement"]!;
        Assert.Multiple(() =>
        {
            Assert.That(Text(involvement["communication"]!, "language"), Is.EqualTo("bn"));
            Assert.That(Text(involvement["homelessness"]!), Is.EqualTo("sleeping-rough"));
            Assert.That(Text(involvement["publicFunds"]!), Is.EqualTo("no-recourse"));
            Assert.That(Text(involvement["gpPractice"]!), Is.EqualTo("E87001"));
            Assert.That(Text(shown["authority"]!, "standing"), Is.EqualTo("disputed"));
            Assert.That(involvement["duty"]!["personIsOutstanding"]!.GetValue<bool>(), Is.False);
            Assert.That(
                new[] { "involved", "objections", "information", "choices", "consents", "capacity", "bestInterests", "advocates", "attorneys", "nextOfKin", "contacts" }
                    .Where(list => involvement[list]!.AsArray().Count != 1),
                Is.Empty);
        });
    }

    [Test]
    public async Task A_plan_with_nobody_involved_is_warned_of_until_they_are_and_again_when_that_was_an_error()
    {
        var patient = await Patient.AdmittedAsync();
        await patient.Post("plan", new { occurredAt = Patient.Ago(80), by = "nurse" });
        var before = Codes(await patient.Case());
        var involved = (await patient.Post("involvement", new { occurredAt = Patient.Ago(79), who = "person", by = "nurse" })).Body["recorded"]![0]!["version"]!.GetValue<long>();
        var after = Codes(await patient.Case());
        await patient.Withdraw(involved);

        Assert.That(
            (before.Contains("discharge.person-not-involved"), after.Contains("discharge.person-not-involved"), Codes(await patient.Case()).Contains("discharge.person-not-involved")),
            Is.EqualTo((true, false, true)));
    }

    [Test]
    public async Task A_carer_has_offers_and_outcomes_of_their_own()
    {
        var patient = await Patient.AdmittedAsync();
        var named = await patient.Post("carers", new { occurredAt = Patient.Ago(80), relationship = "child", livesWithPerson = true, note = "Her son." });
        var carer = named.Expect(HttpStatusCode.OK).Body["recorded"]![0]!["version"]!.GetValue<long>();
        (await patient.Post($"carers/{carer}/offers", new { occurredAt = Patient.Ago(79), offer = "respite-funding", answer = "accepted", by = "social-worker" })).Expect(HttpStatusCode.OK);
        (await patient.Post($"carers/{carer}/outcomes", new { occurredAt = Patient.Ago(78), outcome = "support-started", by = "social-worker" })).Expect(HttpStatusCode.OK);
        var nobody = await patient.Post("carers/1/offers", new { occurredAt = Patient.Ago(79), offer = "arts", answer = "declined", by = "nurse" });

        var shown = (await patient.Case())["involvement"]!["carers"]!.AsArray().Single()!;
        Assert.That(
            (shown["id"]!.GetValue<long>(), Text(shown["offers"]![0]!, "offer"), Text(shown["outcomes"]![0]!, "outcome"), nobody.Code),
            Is.EqualTo((carer, "respite-funding", "support-started", "discharge.no-such-carer")));
    }

    [Test]
    public async Task A_safeguarding_concern_is_a_flag_on_the_board_and_in_the_history_of_few()
    {
        var patient = await Patient.AdmittedAsync();
        (await patient.Post("safeguarding-concerns", new { occurredAt = Patient.Ago(70), by = "nurse", note = "Bruises." })).Expect(HttpStatusCode.OK);
        var board = (await patient.Client.Get($"/v1/wards/RTEST/{Uri.EscapeDataString(patient.Ward)}/board")).Body["people"]![0]!;
        var service = await SharedService.RunningAsync();
        const string Name = "discharge-case.safeguarding-concern-raised.v1";

        Assert.Multiple(async () =>
        {
            Assert.That(board["safeguardingConcern"]!.GetValue<bool>(), Is.True);
            Assert.That((await patient.Client.Get(patient.Path)).Text, Does.Not.Contain("safeguarding"));
            foreach (var (role, sees) in new[] { (Role.HubLead, true), (Role.DischargeCoordinator, true), (Role.Auditor, true), (Role.ReablementTeam, false) })
            {
                var client = role is Role.Auditor ? await Engagements.Auditors.EngagedAsync(service, "RTEST") : new Client(service, role);
                var history = (await client.Get($"/v1/cases/{patient.Id}/history")).Expect(HttpStatusCode.OK).Text;
                Assert.That(history.Contains(Name, StringComparison.Ordinal), Is.EqualTo(sees), role.ToString());
            }

            var stale = await new Client(service, Role.ReablementTeam).Post($"{patient.Path}/advice", new { occurredAt = Patient.Ago(1), on = LocalServices, @as = "advice", by = "nurse" }, ifMatch: "\"1.x\"");
            Assert.That(stale.Expect(HttpStatusCode.PreconditionFailed).Text, Does.Not.Contain("safeguarding"));
        });
    }

    [Test]
    public async Task The_pathway_recommended_stands_beside_the_one_decided_with_advice_funding_function_and_risk()
    {
        var patient = await Patient.AdmittedAsync();
        var detail = new { moving = "with-hoist", cognition = "no-concern", equipment = Hoist, baseline = new { on = "barthel-index", score = 45 }, goals = "To the shop and back." };
        await Done("functional-assessment", new { occurredAt = Patient.Ago(60), by = "occupational-therapist", needs = Reablement, detail });
        await Done("pathway-recommendations", new { occurredAt = Patient.Ago(59), pathway = "pathway-2", by = "physiotherapist" });
        var decided = await Done("pathway-decision", new { occurredAt = Patient.Ago(58), pathway = "pathway-1", reason = "home-first", by = "discharge-coordinator" });
        await Done("advice", new { occurredAt = Patient.Ago(57), on = LocalServices, @as = "signposted-elsewhere", by = "nurse" });
        await Done("funding-splits", new { occurredAt = Patient.Ago(57), split = new { health = 50, socialCare = 40, selfFunded = 10 }, from = "2026-03-05", agreedBy = "health-and-social-care" });
        var options = new object[] { new { way = "carer-shadows", note = "On the stairs." }, new { way = "care-visits" } };
        await Done("risk-decisions", new { occurredAt = Patient.Ago(57), hazards = Falls, options, chosen = "carer-shadows", by = "occupational-therapist", contingency = "Call the hub." });
        var notWhole = await patient.Post(
            "funding-splits", new { occurredAt = Patient.Ago(56), split = new { health = 50, socialCare = 40, selfFunded = 0 }, from = "2026-03-05", agreedBy = "health-alone" });

        var shown = (await patient.Case())["pathways"]!;
        Assert.Multiple(() =>
        {
            Assert.That(Codes(decided.Body), Does.Contain("discharge.pathway-differs-without-reason"));
            Assert.That((Text(shown["recommended"]!, "pathway"), Text(shown["decided"]!, "pathway"), shown["differs"]!.GetValue<bool>()), Is.EqualTo(("pathway-2", "pathway-1", true)));
            Assert.That(shown["funding"]!["split"]!["selfFunded"]!.GetValue<int>(), Is.EqualTo(10));
            Assert.That(shown["risks"]![0]!["options"]!.AsArray().Select(option => Text(option!, "way")), Is.EqualTo(new[] { "carer-shadows", "care-visits" }));
            Assert.That(Text(shown["function"]!["detail"]!, "moving"), Is.EqualTo("with-hoist"));
            Assert.That(shown["advice"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(notWhole.Code, Is.EqualTo("discharge.funding-not-whole"));
        });

        async Task<Answer> Done(string path, object body) => (await patient.Post(path, body)).Expect(HttpStatusCode.OK);
    }

    [Test]
    public async Task Referrals_and_tasks_go_their_way_and_what_is_open_is_next_and_on_the_board_with_its_owner()
    {
        var patient = await Patient.AdmittedAsync();
        var due = Patient.Ago(-24);
        var referral = new { occurredAt = Patient.Ago(50), to = "reablement", owner = "QREAB", by = "nurse", due };
        await patient.Post("referrals", referral);
        var again = await patient.Post("referrals", referral);
        await patient.Post("tasks", new { occurredAt = Patient.Ago(50), what = "arrange-keys", owner = "QKEYS", by = "nurse", due = Patient.Ago(2) });

        var open = await patient.Case();
        var id = Text(open["referrals"]!["all"]![0]!, "id");
        var task = Text(open["referrals"]!["tasks"]![0]!, "id");
        var board = (await patient.Client.Get($"/v1/wards/RTEST/{Uri.EscapeDataString(patient.Ward)}/board")).Body["people"]![0]!;
        foreach (var (step, hours) in new[] { ("received", 40), ("accepted", 30), ("done", 20) })
        {
            (await patient.Post($"referrals/{id}/steps", new { occurredAt = Patient.Ago(hours), step })).Expect(HttpStatusCode.OK);
        }

        (await patient.Post($"tasks/{task}/done", new { occurredAt = Patient.Ago(1), @as = "done", by = "nurse" })).Expect(HttpStatusCode.OK);
        var unknown = await patient.Post($"referrals/{Guid.NewGuid()}/steps", new { occurredAt = Patient.Ago(1), step = "received" });

        var shown = (await patient.Case())["referrals"]!;
        Assert.Multiple(() =>
        {
            Assert.That(again.Body["recorded"]!.AsArray(), Is.Empty);
            Assert.That(board["openTasks"]!.AsArray().Select(entry => Text(entry!, "owner")), Is.EqualTo(new[] { "QKEYS", "QREAB" }));
            Assert.That(open["next"]!.AsArray().Select(step => (string?)step!["organisation"]).Take(2), Is.EqualTo(new[] { "QKEYS", "QREAB" }));
            Assert.That((Text(shown["all"]![0]!, "status"), Text(shown["tasks"]![0]!, "as"), shown["open"]!.AsArray().Count), Is.EqualTo(("done", "done", 0)));
            Assert.That(unknown.Code, Is.EqualTo("discharge.no-such-referral"));
        });
    }

    [Test]
    public async Task What_is_open_says_on_the_board_in_the_case_and_where_cases_are_listed_what_it_is_in_words_until_it_is_done()
    {
        var patient = await Patient.AdmittedAsync();
        var set = await patient.Post("tasks", new { occurredAt = Patient.Ago(50), what = "other", owner = "QKEYS", by = "nurse", note = "Find a home for the cat." });
        await patient.Post("referrals", new { occurredAt = Patient.Ago(49), to = "housing", owner = "QHOUS", by = "nurse", note = "The boiler is condemned." });

        var ward = Uri.EscapeDataString(patient.Ward);
        var board = (await patient.Client.Get($"/v1/wards/RTEST/{ward}/board")).Expect(HttpStatusCode.OK).Body["people"]![0]!;
        var listed = (await patient.Client.Get($"/v1/discharge-cases?ward={ward}")).Expect(HttpStatusCode.OK).Body["cases"]![0]!;
        var shown = (await patient.Case())["referrals"]!;
        await patient.Post($"tasks/{Text(set.Body["recorded"]![0]!, "id")}/done", new { occurredAt = Patient.Ago(1), @as = "done", by = "nurse" });
        var after = (await patient.Client.Get($"/v1/wards/RTEST/{ward}/board")).Expect(HttpStatusCode.OK).Body["people"]![0]!;

        string[] both = ["The boiler is condemned.", "Find a home for the cat."];
        Assert.Multiple(() =>
        {
            Assert.That(Words(board["openTasks"]!), Is.EqualTo(both));
            Assert.That(Words(listed["openTasks"]!), Is.EqualTo(both));
            Assert.That((Words(shown["open"]!), Words(shown["all"]!), Words(shown["tasks"]!)), Is.EqualTo((both, both[..1], both[1..])));
            Assert.That(Words(after["openTasks"]!), Is.EqualTo(both[..1]));
            Assert.That(set.Text, Does.Not.Contain("cat"), "no answer that may be kept has words in it");
        });

        static string?[] Words(JsonNode open) => [.. open.AsArray().Select(one => (string?)one!["note"]!["words"])];
    }

    private static string Text(JsonNode node) => node.GetValue<string>();

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();

    private static string[] Codes(JsonNode answer) => [.. answer["warnings"]!.AsArray().Select(warning => Text(warning!, "code"))];
}
