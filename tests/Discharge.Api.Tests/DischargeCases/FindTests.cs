using System.Net;
using System.Text.Json.Nodes;

namespace Discharge.Api.Tests.DischargeCases;

[Parallelizable(ParallelScope.Children)]
public sealed class FindTests
{
    private static string[] IdsOf(JsonNode body) => [.. body["cases"]!.AsArray().Select(row => row!["case"]!.GetValue<string>())];

    [Test]
    public async Task Cases_are_listed_by_ward_a_page_at_a_time_in_the_order_they_were_opened()
    {
        var first = await Patient.AdmittedAsync();
        var others = new List<string> { first.Id.ToString() };
        for (var count = 0; count < 4; count++)
        {
            var opened = await first.Client.Post("/v1/discharge-cases", Patient.Opening(first.Ward));
            others.Add(opened.Expect(HttpStatusCode.Created).Body["id"]!.GetValue<string>());
        }

        var found = new List<string>();
        var path = $"/v1/discharge-cases?ward={Uri.EscapeDataString(first.Ward)}&limit=2";
        for (string? next = string.Empty; next is not null;)
        {
            var page = (await first.Client.Get(path + next)).Expect(HttpStatusCode.OK).Body;
            found.AddRange(IdsOf(page));
            next = page["next"] is { } after ? $"&after={after}" : null;
        }

        Assert.That(found, Is.EqualTo(others));
    }

    [Test]
    public async Task A_ward_is_found_whether_its_name_is_written_in_capitals_or_not()
    {
        var patient = await Patient.AdmittedAsync();
        foreach (var ward in new[] { patient.Ward.ToUpperInvariant(), patient.Ward.ToLowerInvariant() })
        {
            var board = (await patient.Client.Get($"/v1/wards/RTEST/{Uri.EscapeDataString(ward)}/board")).Expect(HttpStatusCode.OK).Body;
            Assert.That(board["people"]!.AsArray().Select(row => (string?)row!["case"]), Is.EqualTo([patient.Id.ToString()]));
            Assert.That(IdsOf((await patient.Client.Get($"/v1/discharge-cases?ward={Uri.EscapeDataString(ward)}")).Expect(HttpStatusCode.OK).Body), Is.EqualTo([patient.Id.ToString()]));
        }
    }

    [TestCase(".")]
    [TestCase("..")]
    [TestCase("Elm%2FAsh")]
    public async Task A_ward_whose_board_could_not_be_asked_for_is_no_ward(string ward)
    {
        var patient = await Patient.AdmittedAsync();
        foreach (var answer in new[] { await patient.Client.Post("/v1/discharge-cases", Patient.Opening(ward)), await patient.Post("moves", new { occurredAt = Patient.Ago(5), ward }) })
        {
            Assert.That((string?)answer.Expect(HttpStatusCode.BadRequest).Body["errors"]!["ward"]![0], Does.Contain("address of its board"));
        }
    }

    [TestCase("pathway=pathway-1", true)]
    [TestCase("pathway=pathway-3", false)]
    [TestCase("phase=discharge-decided", true)]
    [TestCase("phase=closed", false)]
    [TestCase("hub=QTEST", true)]
    [TestCase("hub=QNONE", false)]
    [TestCase("site=RTEST", true)]
    [TestCase("mine=true", true)]
    [TestCase("mine=false", true)]
    public async Task Cases_are_found_by_what_they_are(string query, bool found)
    {
        var patient = await Patient.PreparedAsync();
        var list = (await patient.Client.Get($"/v1/discharge-cases?ward={Uri.EscapeDataString(patient.Ward)}&{query}")).Expect(HttpStatusCode.OK).Body;
        Assert.That(IdsOf(list), found ? Is.EqualTo(new[] { patient.Id.ToString() }) : Is.Empty);
    }

    [Test]
    public async Task Mine_are_the_cases_the_caller_opened()
    {
        var patient = await Patient.AdmittedAsync();
        var colleague = new Client(await SharedService.RunningAsync(), subject: "somebody-else");
        Assert.That(IdsOf((await colleague.Get($"/v1/discharge-cases?ward={Uri.EscapeDataString(patient.Ward)}&mine=true")).Body), Is.Empty);
    }

    [Test]
    public async Task Mine_are_also_the_cases_assigned_to_the_caller_until_they_are_assigned_to_another_or_that_is_withdrawn()
    {
        var patient = await Patient.AdmittedAsync();
        var service = await SharedService.RunningAsync();
        var (first, second) = (new Client(service, subject: "manager-1"), new Client(service, subject: "manager-2"));
        (await patient.Post("assignment", new { occurredAt = Patient.Ago(4), caseManager = "manager-1" })).Expect(HttpStatusCode.OK);
        Assert.That(await CaseManager(patient), Is.EqualTo("manager-1"));
        Assert.That((await Mine(first, patient), await Mine(second, patient), await Mine(patient.Client, patient)), Is.EqualTo((true, false, true)));

        var changed = (await patient.Post("assignment", new { occurredAt = Patient.Ago(3), caseManager = "manager-2" })).Expect(HttpStatusCode.OK);
        Assert.That(await CaseManager(patient), Is.EqualTo("manager-2"));
        Assert.That((await Mine(first, patient), await Mine(second, patient), await Mine(patient.Client, patient)), Is.EqualTo((false, true, true)));

        await patient.Withdraw(changed.Version);
        Assert.That(await CaseManager(patient), Is.EqualTo("manager-1"));
        Assert.That((await Mine(first, patient), await Mine(second, patient), await Mine(patient.Client, patient)), Is.EqualTo((true, false, true)));
    }

    [TestCase("Jo Ash")]
    [TestCase("jo.ash@example.org")]
    public async Task A_case_is_assigned_to_the_subject_of_a_token_and_to_no_name(string caseManager)
    {
        var patient = await Patient.AdmittedAsync();
        var answer = (await patient.Post("assignment", new { occurredAt = Patient.Ago(4), caseManager })).Expect(HttpStatusCode.BadRequest);
        Assert.That((string?)answer.Body["errors"]!["caseManager"]![0], Does.Contain("never a name").And.Not.Contain(caseManager));
    }

    [Test]
    public async Task Cases_with_a_clock_due_before_a_moment_are_found_and_others_are_not()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(3);
        var ward = Uri.EscapeDataString(patient.Ward);
        var soon = Uri.EscapeDataString(Patient.Ago(-48));
        var before = Uri.EscapeDataString(Patient.Ago(3));
        Assert.Multiple(async () =>
        {
            Assert.That(IdsOf((await patient.Client.Get($"/v1/discharge-cases?ward={ward}&dueBefore={soon}")).Body), Has.Length.EqualTo(1));
            Assert.That(IdsOf((await patient.Client.Get($"/v1/discharge-cases?ward={ward}&dueBefore={before}")).Body), Is.Empty);
        });
    }

    [Test]
    public async Task Cases_in_which_a_task_is_due_before_a_moment_are_found_and_no_longer_once_it_is_done()
    {
        var patient = await Patient.AdmittedAsync();
        var set = await patient.Post("tasks", new { occurredAt = Patient.Ago(40), what = "chase", owner = "QTEST", by = "nurse", due = Patient.Ago(-60) });
        var ward = Uri.EscapeDataString(patient.Ward);
        var byThen = $"/v1/discharge-cases?ward={ward}&dueBefore={Uri.EscapeDataString(Patient.Ago(-61))}";
        var before = $"/v1/discharge-cases?ward={ward}&dueBefore={Uri.EscapeDataString(Patient.Ago(-59))}";
        Assert.That((IdsOf((await patient.Client.Get(byThen)).Body).Length, IdsOf((await patient.Client.Get(before)).Body).Length), Is.EqualTo((1, 0)));

        (await patient.Post($"tasks/{set.Body["recorded"]![0]!["id"]}/done", new { occurredAt = Patient.Ago(39), @as = "done", by = "nurse" })).Expect(HttpStatusCode.OK);
        Assert.That(IdsOf((await patient.Client.Get(byThen)).Body), Is.Empty);
    }

    [TestCase("limit=0", "limit")]
    [TestCase("limit=201", "limit")]
    [TestCase("after=nobody", "after")]
    [TestCase("mine=perhaps", "mine")]
    [TestCase("phase=somewhere", "phase")]
    [TestCase("dueBefore=2026-03-02T09:00:00", "dueBefore")]
    public async Task A_filter_that_cannot_be_read_is_named(string query, string field)
    {
        var client = new Client(await SharedService.RunningAsync());
        var answer = (await client.Get($"/v1/discharge-cases?{query}")).Expect(HttpStatusCode.BadRequest);
        Assert.That(answer.Body["errors"]![field], Is.Not.Null, answer.Text);
    }

    [Test]
    public async Task A_person_is_found_by_nhs_number_by_hospital_number_and_by_name_with_date_of_birth()
    {
        var client = new Client(await SharedService.RunningAsync());
        var patient = await Patient.AdmittedAsync(person: new { nhsNumber = "999 008 7857", name = "Zebedee  Armitage", preferredName = "Zeb", dateOfBirth = "1939-04-01", hospitalNumber = "h77-1" });
        object[] asked =
        [
            new { nhsNumber = "9990087857" }, new { hospitalNumber = "H77-1" }, new { name = "zebedee armitage", dateOfBirth = "1939-04-01" }, new { name = "ZEB", dateOfBirth = "1939-04-01" },
        ];
        foreach (var what in asked)
        {
            var found = (await client.Post("/v1/people/search", what)).Expect(HttpStatusCode.OK).Body["people"]!.AsArray();
            Assert.That(found.SelectMany(person => person!["cases"]!.AsArray()).Select(found => found!["id"]!.GetValue<Guid>()), Is.EqualTo(new[] { patient.Id }), $"{what}");
        }

        Assert.That((await client.Post("/v1/people/search", new { name = "Zebedee Armitage", dateOfBirth = "1939-04-02" })).Body["people"]!.AsArray(), Is.Empty);
    }

    [TestCase("{}", "nhsNumber")]
    [TestCase("{\"name\":\"Ada\"}", "dateOfBirth")]
    [TestCase("{\"dateOfBirth\":\"1941-06-03\"}", "name")]
    public async Task A_search_that_says_too_little_is_told_what_to_add(string body, string field)
    {
        var client = new Client(await SharedService.RunningAsync());
        var answer = (await client.Post("/v1/people/search", new StringContent(body, null, "application/json"))).Expect(HttpStatusCode.BadRequest);
        Assert.That(answer.Body["errors"]![field], Is.Not.Null, answer.Text);
    }

    [Test]
    public async Task Two_records_of_one_person_are_linked_and_either_finds_both_and_each_keeps_its_history()
    {
        var known = await Patient.AdmittedAsync(person: new { nhsNumber = "999 004 6239", name = "Orla Penhaligon", dateOfBirth = "1948-01-09" });
        var unknown = await Patient.AdmittedAsync(person: new { nhsNumberMissing = "unidentified", hospitalNumber = $"U-{known.Id:N}" });
        var person = (await known.Case())["personRef"]!.GetValue<string>();

        var link = new { occurredAt = Patient.Ago(1), otherPerson = person, ground = "nhs-number-traced" };
        (await unknown.Post("person-links", link)).Expect(HttpStatusCode.OK);
        Assert.That((await unknown.Post("person-links", link)).Expect(HttpStatusCode.OK).Recorded, Is.Empty);
        var both = (await known.Client.Post("/v1/people/search", new { nhsNumber = "9990046239" })).Body["people"]!.AsArray();
        Assert.Multiple(async () =>
        {
            Assert.That(both, Has.Count.EqualTo(2));
            Assert.That((await unknown.Case())["linkedPersons"]!.AsArray().Single()!.GetValue<string>(), Is.EqualTo(person));
            Assert.That(await known.Names(), Has.None.EqualTo("discharge-case.person-linked.v1"));
        });

        (await unknown.Post("person-unlinks", new { occurredAt = Patient.Ago(0.5), otherPerson = person })).Expect(HttpStatusCode.OK);
        Assert.That((await known.Client.Post("/v1/people/search", new { nhsNumber = "9990046239" })).Body["people"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_link_shows_in_the_cases_of_both_and_is_taken_back_in_either()
    {
        var (one, other) = (await Patient.AdmittedAsync(), await Patient.AdmittedAsync());
        var (first, second) = (await PersonOf(one), await PersonOf(other));
        (await one.Post("person-links", new { occurredAt = Patient.Ago(3), otherPerson = second, ground = "said" })).Expect(HttpStatusCode.OK);
        Assert.That((await LinkedIn(one), await LinkedIn(other)), Is.EqualTo((new[] { second }, new[] { first })));
        Assert.That((await other.Post("person-links", new { occurredAt = Patient.Ago(2.5), otherPerson = first, ground = "recognised" })).Code, Is.EqualTo("discharge.person-already-linked"));

        (await other.Post("person-unlinks", new { occurredAt = Patient.Ago(2), otherPerson = first })).Expect(HttpStatusCode.OK);
        Assert.That((await LinkedIn(one), await LinkedIn(other)), Is.EqualTo((None, None)));
        Assert.That((await one.Post("person-unlinks", new { occurredAt = Patient.Ago(1.5), otherPerson = second })).Code, Is.EqualTo("discharge.person-not-linked"));

        (await one.Post("person-links", new { occurredAt = Patient.Ago(1), otherPerson = second, ground = "same-hospital-number" })).Expect(HttpStatusCode.OK);
        Assert.That((await LinkedIn(one), await LinkedIn(other)), Is.EqualTo((new[] { second }, new[] { first })));
    }

    [Test]
    public async Task Two_open_cases_of_linked_records_warn_in_both_until_one_is_withdrawn()
    {
        var (one, other) = (await Patient.AdmittedAsync(), await Patient.AdmittedAsync());
        Assert.That((await Told(one), await Told(other)), Is.EqualTo((false, false)));
        (await one.Post("person-links", new { occurredAt = Patient.Ago(3), otherPerson = await PersonOf(other), ground = "said" })).Expect(HttpStatusCode.OK);
        Assert.That((await Told(one), await Told(other)), Is.EqualTo((true, true)));
        await other.Withdraw(1);
        Assert.That((await Told(one), await Told(other)), Is.EqualTo((false, false)));
    }

    [TestCase("closure", Description = "The first is closed again")]
    [TestCase("readmission", Description = "The first says that they came back")]
    [TestCase("withdrawal", Description = "The opening of the second is withdrawn")]
    public async Task Two_open_cases_under_one_record_that_a_withdrawn_closing_brings_about_warn_in_both_until_one_ends(string end)
    {
        var person = new { nhsNumber = Numbers.Next() };
        var first = await Patient.AdmittedAsync(person: person);
        await first.Left(90);
        await first.CheckedOn(89);
        await first.Seen(88);
        var closing = (await first.Post("closure", new { occurredAt = Patient.Ago(80), outcome = "home-with-support" })).Expect(HttpStatusCode.OK);
        var second = await Patient.AdmittedAsync(first.Client, hoursAgo: 48, person);
        Assert.That((await Told(first), await Told(second)), Is.EqualTo((false, false)));

        await first.Withdraw(closing.Version);
        Assert.That((await Told(first), await Told(second)), Is.EqualTo((true, true)));

        _ = end switch
        {
            "closure" => (await first.Post("closure", new { occurredAt = Patient.Ago(70), outcome = "home-with-support" })).Expect(HttpStatusCode.OK),
            "readmission" => (await first.Post("readmission", new { occurredAt = Patient.Ago(49), reason = "unwell" })).Expect(HttpStatusCode.OK),
            _ => await second.Withdraw(1),
        };
        Assert.That((await Told(first), await Told(second)), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task So_do_two_that_come_about_when_the_withdrawal_of_an_opening_is_itself_withdrawn()
    {
        var person = new { nhsNumber = Numbers.Next() };
        var first = await Patient.AdmittedAsync(person: person);
        var inError = await first.Withdraw(1);
        var second = await Patient.AdmittedAsync(person: person);
        Assert.That(await Told(second), Is.False);

        await first.Withdraw(inError.Version);
        Assert.That((await Told(first), await Told(second)), Is.EqualTo((true, true)));

        await second.Withdraw(1);
        Assert.That(await Told(first), Is.False);
    }

    [Test]
    public async Task Somebody_taken_on_by_another_hospital_has_no_two_open_cases()
    {
        var person = new { nhsNumber = Numbers.Next() };
        var first = await Patient.AdmittedAsync(person: person);
        (await first.Post("discharge", new { occurredAt = Patient.Ago(50), to = "another-hospital" })).Expect(HttpStatusCode.OK);
        var second = await Patient.AdmittedAsync(first.Client, hoursAgo: 48, person);
        Assert.That((await Told(first), await Told(second)), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task A_link_with_a_record_nobody_has_is_not_found()
    {
        var patient = await Patient.AdmittedAsync();
        var answer = await patient.Post("person-links", new { occurredAt = Patient.Ago(1), otherPerson = Guid.NewGuid(), ground = "said" });
        Assert.That((answer.Status, answer.Code), Is.EqualTo((HttpStatusCode.NotFound, "person.not-found")));
    }

    [Test]
    public async Task A_second_open_case_for_the_same_person_and_stay_is_a_conflict_naming_the_first()
    {
        var patient = await Patient.AdmittedAsync(person: new { nhsNumber = "999 002 5428", name = "Silas Broughton", dateOfBirth = "1944-10-30" });
        var again = await patient.Client.Post("/v1/discharge-cases", Patient.Opening(patient.Ward, person: new { nhsNumber = "9990025428", name = "Silas Broughton" }));
        Assert.Multiple(() =>
        {
            Assert.That((again.Status, again.Code), Is.EqualTo((HttpStatusCode.Conflict, "discharge.case-already-open")));
            Assert.That(again.Body["caseId"]!.GetValue<Guid>(), Is.EqualTo(patient.Id));
        });
    }

    [Test]
    public async Task So_it_is_where_two_open_cases_of_linked_records_are_found_to_be_one_persons()
    {
        var number = Numbers.Next();
        var first = await Patient.AdmittedAsync(person: new { nhsNumberMissing = "unidentified" });
        var second = await Patient.AdmittedAsync(person: new { nhsNumber = number, name = "Silas Broughton" });
        (await first.Post("person-links", new { occurredAt = Patient.Ago(1), otherPerson = await PersonOf(second), ground = "said" })).Expect(HttpStatusCode.OK);
        var third = await second.Client.Post("/v1/discharge-cases", Patient.Opening(second.Ward, hoursAgo: 2, person: new { nhsNumber = number, name = "Silas Broughton" }));
        var again = await second.Client.Post("/v1/discharge-cases", Patient.Opening(second.Ward, person: new { nhsNumber = number, name = "Silas Broughton" }));
        Assert.That((third.Status, third.Body["caseId"]?.GetValue<Guid>()), Is.EqualTo((HttpStatusCode.Conflict, (Guid?)first.Id)), third.Text);
        Assert.That((again.Status, again.Body["id"]?.GetValue<Guid>()), Is.EqualTo((HttpStatusCode.OK, (Guid?)second.Id)), "the same opening sent again is still that opening");
    }

    private static IEnumerable<object> DescribedAlike =>
    [
        new { nhsNumberMissing = "not-yet-traced", hospitalNumber = "ALIKE-1" },
        new { nhsNumberMissing = "not-yet-traced", name = "Maud Alike", dateOfBirth = "1939-02-28" },
    ];

    [TestCaseSource(nameof(DescribedAlike))]
    public async Task Two_open_cases_of_people_described_alike_without_a_number_are_flagged_in_both_until_they_are_linked_or_one_ends(object person)
    {
        var first = await Patient.AdmittedAsync(person: person);
        Assert.That(await Alike(first), Is.False);
        var second = await Patient.AdmittedAsync(person: person);
        Assert.That((await Alike(first), await Alike(second)), Is.EqualTo((true, true)));

        var link = (await first.Post("person-links", new { occurredAt = Patient.Ago(1), otherPerson = await PersonOf(second), ground = "recognised" })).Expect(HttpStatusCode.OK);
        Assert.That((await Alike(first), await Alike(second), await Told(first)), Is.EqualTo((false, false, true)), "now they are one person with two open cases");

        await first.Withdraw(link.Version);
        Assert.That((await Alike(first), await Alike(second)), Is.EqualTo((true, true)));
        await second.Withdraw(1);
        Assert.That((await Alike(first), await Told(first)), Is.EqualTo((false, false)));
        // Nobody stays open for the next description.
        await first.Withdraw(1);
    }

    [Test]
    public async Task Whoever_has_a_number_is_told_apart_by_it()
    {
        var hospitalNumber = $"N-{Guid.NewGuid():N}";
        var known = await Patient.AdmittedAsync(person: new { nhsNumber = Numbers.Next(), hospitalNumber });
        var other = await Patient.AdmittedAsync(person: new { nhsNumber = Numbers.Next(), hospitalNumber });
        Assert.That((await Alike(known), await Alike(other)), Is.EqualTo((false, false)));
    }

    private static readonly string[] None = [];

    private static async Task<bool> Mine(Client caller, Patient patient) =>
        IdsOf((await caller.Get($"/v1/discharge-cases?ward={Uri.EscapeDataString(patient.Ward)}&mine=true")).Expect(HttpStatusCode.OK).Body).Contains(patient.Id.ToString());

    // The case and its row on the board say the same.
    private static async Task<string?> CaseManager(Patient patient)
    {
        var shown = (string?)(await patient.Case())["caseManager"];
        Assert.That((string?)(await patient.Client.Get(patient.BoardPath)).Body["people"]!.AsArray().Single()!["caseManager"], Is.EqualTo(shown));
        return shown;
    }

    private static async Task<string> PersonOf(Patient patient) => (string)(await patient.Case())["personRef"]!;

    private static async Task<string[]> LinkedIn(Patient patient) => [.. (await patient.Case())["linkedPersons"]!.AsArray().Select(person => (string)person!)];

    // The case, the board and the list say the same; the hub owns both.
    private static Task<bool> Told(Patient patient) => Shown(patient, view => Says(view, "discharge.two-open-cases", "keep-one-case"));

    private static Task<bool> Alike(Patient patient) => Shown(patient, view => Says(view, "discharge.may-be-one-person", "link-or-withdraw"));

    private static async Task<bool> Shown(Patient patient, Func<JsonNode?, bool> says)
    {
        var shown = await patient.Case();
        var board = (await patient.Client.Get(patient.BoardPath)).Expect(HttpStatusCode.OK).Body["people"]!.AsArray();
        var listed = (await patient.Client.Get($"/v1/discharge-cases?ward={Uri.EscapeDataString(patient.Ward)}")).Expect(HttpStatusCode.OK).Body["cases"]!.AsArray();
        var told = board.Concat(listed).Append(shown).Select(says).Distinct().ToArray();
        Assert.That(told, Has.Length.EqualTo(1));
        return told[0];
    }

    private static bool Says(JsonNode? view, string code, string step)
    {
        var warned = view!["warnings"]!.AsArray().Any(warning => ((string?)warning!["code"], (string?)warning["owner"]) == (code, "care-transfer-hub"));
        var next = view["next"]!.AsArray().Any(one => ((string?)one!["what"], (string?)one["owner"]) == (step, "care-transfer-hub"));
        Assert.That(next, Is.EqualTo(warned));
        return warned;
    }
}
