using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>
/// The groups of data that a discharge case must carry: what was said wrongly is recorded and read back, withdrawn and gone from the case while history keeps it, recorded
/// anew and read back.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class CarriedItemsTests
{
    private static readonly string[] None = [];

    [Test]
    public async Task Person()
    {
        var patient = await Patient.AdmittedAsync(person: new
        {
            nhsNumber = Numbers.Next(),
            name = "Ada Marlowe",
            preferredName = "Addie",
            dateOfBirth = "1941-06-03",
            hospitalNumber = "H1",
            address = "14 Alder Court",
            uprn = "100021892955",
            phone = "020 7946 0000",
            gender = "woman",
            ethnicity = "White British",
            dischargeAddress = "With her son",
        });
        var person = (await patient.Case())["person"]!;
        Assert.That(
            new[] { "name", "preferredName", "dateOfBirth", "hospitalNumber", "address", "phone", "gender", "ethnicity", "dischargeAddress", "uprn" }.Select(field => (string?)person[field]),
            Is.EqualTo(new[] { "Ada Marlowe", "Addie", "1941-06-03", "H1", "14 Alder Court", "020 7946 0000", "woman", "White British", "With her son", "100021892955" }));
        await PutRight(
            patient,
            "residence",
            new { occurredAt = At, residence = "care-home", by = "nurse" },
            new { occurredAt = At, residence = "no-fixed-abode", by = "nurse" },
            "residence",
            "care-home",
            "no-fixed-abode",
            before: "own-home");
        await PutRight(patient, "gp-practice", new { occurredAt = At, practice = "E87001" }, new { occurredAt = At, practice = "E87002" }, "involvement.gpPractice", "E87001", "E87002");
        await PutRight(
            patient,
            "communication-needs",
            new { occurredAt = At, language = "bn", interpreterNeeded = true, formats = new[] { "braille" } },
            new { occurredAt = At, language = "ur", interpreterNeeded = true, formats = new[] { "easy-read" } },
            "involvement.communication.language",
            "bn",
            "ur");
        await PutRight(
            patient,
            "authority",
            new { occurredAt = At, authority = new { standing = "disputed" }, by = "nurse" },
            new { occurredAt = At, authority = new { standing = "known", code = "713" }, by = "nurse" },
            "authority.standing",
            "disputed",
            "known",
            before: "unknown");
    }

    [Test]
    public async Task Somebody_who_was_taken_for_another_has_the_case_withdrawn_and_one_of_their_own()
    {
        var wrong = await Patient.AdmittedAsync(person: new { nhsNumberMissing = "not-yet-traced", name = "Ada Marlow" });
        await wrong.Withdraw(1);
        var right = await Patient.AdmittedAsync(person: new { nhsNumberMissing = "not-yet-traced", name = "Ada Marlowe" });
        Assert.That(((string?)(await wrong.Case())["phase"], (string?)(await right.Case())["person"]!["name"]), Is.EqualTo(("opened-in-error", "Ada Marlowe")));
    }

    [Test]
    public async Task Hospital_episode()
    {
        var patient = await Patient.AdmittedAsync();
        await PutRight(
            patient, "moves", new { occurredAt = At, ward = patient.Ward, bed = "7", consultant = "Surgery" }, new { occurredAt = At, ward = patient.Ward, bed = "8", consultant = "Stroke" }, "bed", "7", "8");
        var board = (await patient.Client.Get(patient.BoardPath)).Expect(HttpStatusCode.OK).Body["people"]![0]!;
        Assert.That(
            ((string?)(await patient.Case())["stay"]!["consultant"]!["words"], (string?)board["consultant"]!["words"]),
            Is.EqualTo(("Stroke", "Stroke")));
        await PutRight(patient, "admission", new { occurredAt = Patient.Ago(96), method = "planned" }, new { occurredAt = Patient.Ago(96), method = "emergency" }, "stay.admissionMethod", "planned", "emergency");
        await PutRight(
            patient,
            "expected-discharge-dates",
            new { occurredAt = At, date = "2040-03-05", by = "nurse" },
            new { occurredAt = At, date = "2040-03-06", by = "nurse" },
            "stay.expected.current",
            "2040-03-05",
            "2040-03-06");
        Assert.That((int?)(await patient.Case())["days"]!["lengthOfStay"], Is.GreaterThanOrEqualTo(3));
    }

    [Test]
    public async Task Criteria_to_reside() => await PutRight(
        await Patient.AdmittedAsync(),
        "criteria-to-reside-reviews",
        new { occurredAt = At, criteriaMet = new[] { "intravenous-fluids" }, medicallyStable = false, by = "doctor" },
        new { occurredAt = At, criteriaMet = None, medicallyStable = true, by = "consultant" },
        "criteriaToReside.medicallyStable",
        "false",
        "true");

    [Test]
    public async Task Who_reviewed_the_criteria_to_reside_and_when_the_next_review_is_due() => await PutRight(
        await Patient.AdmittedAsync(),
        "criteria-to-reside-reviews",
        new { occurredAt = At, criteriaMet = None, medicallyStable = true, by = "doctor", nextReview = "2026-03-04T16:00:00+00:00" },
        new { occurredAt = At, criteriaMet = None, medicallyStable = true, by = "consultant", nextReview = "2026-03-05T08:00:00+00:00" },
        "criteriaToReside.nextReview",
        "2026-03-04T16:00:00+00:00",
        "2026-03-05T08:00:00+00:00");

    [Test]
    public async Task The_role_of_whoever_reviewed_them() => await PutRight(
        await Patient.AdmittedAsync(),
        "criteria-to-reside-reviews",
        new { occurredAt = At, criteriaMet = None, medicallyStable = true, by = "doctor" },
        new { occurredAt = At, criteriaMet = None, medicallyStable = true, by = "consultant" },
        "criteriaToReside.by",
        "doctor",
        "consultant");

    [Test]
    public async Task The_hub_that_answers_for_the_case()
    {
        var patient = await Patient.AdmittedAsync();
        await PutRight(
            patient, "hub-changes", new { occurredAt = At, hub = "QWRNG", reason = "taken-over" }, new { occurredAt = At, hub = "QOTHR", reason = "another-area" }, "hub", "QWRNG", "QOTHR", before: "QTEST");
        Assert.That((await InHub("QOTHR"), await InHub("QTEST")), Is.EqualTo((true, false)));

        async Task<bool> InHub(string hub) =>
            (await patient.Client.Get($"/v1/discharge-cases?ward={Uri.EscapeDataString(patient.Ward)}&hub={hub}")).Expect(HttpStatusCode.OK).Body["cases"]!.AsArray().Count == 1;
    }

    [Test]
    public async Task A_contact_at_the_authority_says_what_is_missing_until_somebody_there_can_be_called()
    {
        var patient = await Patient.AdmittedAsync();
        var nobody = (await patient.Post("contacts", new { occurredAt = At, kind = "local-authority", organisation = "713" })).Expect(HttpStatusCode.OK);
        var nameless = (await patient.Post("contacts", new { occurredAt = At, kind = "local-authority", email = "duty@example.org" })).Expect(HttpStatusCode.OK);
        Assert.That((CodesIn(nobody.Body), CodesIn(nameless.Body)), Is.EqualTo(("discharge.contact-without-name discharge.contact-without-phone-or-email", "discharge.contact-without-name")));
        Assert.That(CodesIn(await patient.Case()), Does.Contain("discharge.contact-without-name"));

        (await patient.Post("contacts", new { occurredAt = At, kind = "local-authority", name = "Jo Ash", phone = "020 7946 0001", note = "Mondays" })).Expect(HttpStatusCode.OK);
        var shown = await patient.Case();
        Assert.That(CodesIn(shown), Does.Not.Contain("discharge.contact-without"));
        Assert.That(shown["involvement"]!["contacts"]!.AsArray()[^1]!["note"]!.ToJsonString(), Does.Contain("Jo Ash, 020 7946 0001, Mondays"));

        static string CodesIn(JsonNode view) => string.Join(' ', view["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]));
    }

    [Test]
    public async Task Parties()
    {
        var patient = await Patient.AdmittedAsync();
        foreach (var kind in new[] { "case-manager", "local-authority", "care-home-manager", "landlord" })
        {
            await PutRight(
                patient, "contacts", new { occurredAt = At, kind, organisation = "R1A" }, new { occurredAt = At, kind, organisation = "R1B", note = $"Jo Ash, 020 7946 0001, {kind}" }, "involvement.contacts[-1].organisation", "R1A", "R1B");
        }

        await PutRight(patient, "assignment", new { occurredAt = At, caseManager = "c-41d7" }, new { occurredAt = At, caseManager = "c-52e8", note = "Covers while she is away." }, "caseManager", "c-41d7", "c-52e8");
        await PutRight(
            patient,
            "carers",
            new { occurredAt = At, relationship = "friend", livesWithPerson = false },
            new { occurredAt = At, relationship = "child", livesWithPerson = true },
            "involvement.carers[-1].named.relationship",
            "friend",
            "child");
        await PutRight(
            patient, "advocates", new { occurredAt = At, kind = "care-act-advocate", by = "nurse" }, new { occurredAt = At, kind = "independent-mental-capacity-advocate", by = "nurse" }, "involvement.advocates[-1].kind", "care-act-advocate", "independent-mental-capacity-advocate");
        await PutRight(
            patient,
            "attorneys",
            new { occurredAt = At, power = "enduring-power", documentSeen = false },
            new { occurredAt = At, power = "deputy-health-and-welfare", documentSeen = true },
            "involvement.attorneys[-1].power",
            "enduring-power",
            "deputy-health-and-welfare");
    }

    [Test]
    public async Task Involvement_and_consent()
    {
        var patient = await Patient.AdmittedAsync();
        await PutRight(patient, "plan", new { occurredAt = At, by = "nurse" }, new { occurredAt = Patient.Ago(49), by = "nurse" }, "involvement.duty.planningBeganAt", Shown(50), Shown(49));
        await PutRight(patient, "involvement", new { occurredAt = At, who = "carer", by = "nurse" }, new { occurredAt = At, who = "person", by = "nurse", wants = "Home." }, "involvement.involved[-1].who", "carer", "person");
        await PutRight(patient, "objections", new { occurredAt = At, who = "carer", to = "charges", by = "nurse" }, new { occurredAt = At, who = "carer", to = "discharge", by = "nurse" }, "involvement.objections[-1].raised.to", "charges", "discharge");
        await PutRight(patient, "capacity-assessments", new { occurredAt = At, @for = "money", found = "has", by = "doctor" }, new { occurredAt = At, @for = "money", found = "lacks", by = "doctor" }, "involvement.capacity[-1].found", "has", "lacks");
        await PutRight(patient, "best-interests-decisions", new { occurredAt = At, @for = "contact", by = "nurse" }, new { occurredAt = At, @for = "money", by = "social-worker", decision = "Her son pays." }, "involvement.bestInterests[-1].for", "contact", "money");
        await PutRight(patient, "information", new { occurredAt = At, to = "person", on = "rights", by = "nurse" }, new { occurredAt = At, to = "person", on = "charges", by = "nurse" }, "involvement.information[-1].on", "rights", "charges");
        await PutRight(patient, "choices", new { occurredAt = At, to = "person", of = "direct-payment", answer = "accepted", by = "nurse" }, new { occurredAt = At, to = "person", of = "direct-payment", answer = "not-appropriate", by = "nurse" }, "involvement.choices[-1].answer", "accepted", "not-appropriate");
        await PutRight(patient, "consents", new { occurredAt = At, to = "referral", answer = "given", by = "nurse" }, new { occurredAt = At, to = "referral", answer = "refused", by = "nurse" }, "involvement.consents[-1].answer", "given", "refused");
    }

    [Test]
    public async Task Pathway()
    {
        var patient = await Patient.AdmittedAsync();
        await PutRight(patient, "pathway-recommendations", new { occurredAt = At, pathway = "pathway-3", by = "doctor" }, new { occurredAt = At, pathway = "pathway-2", by = "doctor" }, "pathways.recommended.pathway", "pathway-3", "pathway-2");
        await PutRight(
            patient,
            "pathway-decision",
            new { occurredAt = At, pathway = "pathway-0", reason = "no-new-needs", by = "discharge-coordinator", difference = "condition-changed" },
            new { occurredAt = At, pathway = "pathway-3", reason = "changed", by = "consultant", difference = "further-assessment" },
            "pathways.decided.difference",
            "condition-changed",
            "further-assessment");
        await PutRight(
            patient,
            "funding-splits",
            new { occurredAt = At, split = new { health = 100, socialCare = 0, selfFunded = 0 }, from = "2026-03-05", agreedBy = "health-alone" },
            new { occurredAt = At, split = new { health = 40, socialCare = 40, selfFunded = 20 }, from = "2026-03-05", agreedBy = "health-and-social-care" },
            "pathways.funding.split.selfFunded",
            "0",
            "20");
    }

    [Test]
    public async Task Needs_and_function() => await PutRight(
        await Patient.AdmittedAsync(),
        "functional-assessment",
        new { occurredAt = At, by = "nurse", needs = new[] { "no-new-needs" } },
        new
        {
            occurredAt = At,
            by = "occupational-therapist",
            needs = new[] { "moving-and-handling", "twenty-four-hour-care" },
            detail = new { moving = "with-hoist", cognition = "mild-impairment", equipment = new[] { "hoist", "rails" }, baseline = new { on = "barthel-index", score = 8 }, goals = "To sit out for meals." },
        },
        "pathways.function.needs[0]",
        "no-new-needs",
        "moving-and-handling");

    [Test]
    public async Task Risk()
    {
        var options = new object[] { new { way = "carer-shadows" }, new { way = "care-visits" } };
        await PutRight(
            await Patient.AdmittedAsync(),
            "risk-decisions",
            new { occurredAt = At, hazards = new[] { "falls" }, options, chosen = "care-visits", by = "nurse" },
            new { occurredAt = At, hazards = new[] { "falls" }, options, chosen = "carer-shadows", by = "nurse", contingency = "Call the hub." },
            "pathways.risks[-1].chosen",
            "care-visits",
            "carer-shadows");
    }

    [Test]
    public async Task Referrals_and_tasks()
    {
        var patient = await Patient.AdmittedAsync();
        await PutRight(patient, "referrals", new { occurredAt = At, to = "housing", owner = "R1A", by = "nurse" }, new { occurredAt = At, to = "reablement", owner = "R1B", by = "nurse", due = Patient.Ago(20) }, "referrals.all[-1].to", "housing", "reablement");
        var referral = (string?)(await patient.Case())["referrals"]!["all"]![0]!["id"];
        await PutRight(
            patient, $"referrals/{referral}/steps", new { occurredAt = At, step = "declined", reason = "no-room" }, new { occurredAt = At, step = "received" }, "referrals.all[-1].status", "declined", "received", before: "sent");
        await PutRight(patient, "tasks", new { occurredAt = At, what = "call", owner = "R1A", by = "nurse" }, new { occurredAt = At, what = "chase", owner = "R1B", by = "nurse" }, "referrals.tasks[-1].what", "call", "chase");
    }

    [Test]
    public async Task Delay()
    {
        var patient = await Patient.AdmittedAsync();
        await PutRight(
            patient,
            "delays",
            new { occurredAt = At, codeset = "acute-2022", code = "v", actsNext = "ward" },
            new { occurredAt = At, codeset = "acute-2022", code = "vi", actsNext = "care-transfer-hub", attributable = "R1A" },
            "delays.all[-1].code",
            "v",
            "vi");
        var delay = (string?)(await patient.Case())["delays"]!["all"]![0]!["id"]?.ToString();
        await PutRight(patient, $"delays/{delay}/end", new { occurredAt = Patient.Ago(40) }, new { occurredAt = Patient.Ago(30) }, "delays.all[-1].until", Shown(40), Shown(30));
    }

    [Test]
    public async Task Clocks()
    {
        var patient = await Patient.PreparedAsync();
        await PutRight(
            patient,
            "discharge",
            new { occurredAt = Patient.Ago(10), to = "own-home" },
            new { occurredAt = Patient.Ago(9), to = "own-home" },
            "clocks[0].startedAt",
            Shown(10),
            Shown(9));
        Assert.That((string?)(await patient.Case())["clocks"]![0]!["rule"], Is.EqualTo("T01"));
    }

    [Test]
    public async Task Discharge()
    {
        var patient = await Patient.AdmittedAsync();
        foreach (var item in new[] { "transport", "medicines", "discharge-summary" })
        {
            await PutRight(patient, "transfer-items", new { occurredAt = At, item, state = "needed" }, new { occurredAt = At, item, state = "in-place" }, $"transfer.items[{item}].state", "needed", "in-place");
        }

        await PutRight(
            patient, "discharge", new { occurredAt = Patient.Ago(40), to = "own-home" }, new { occurredAt = Patient.Ago(39), to = "family-or-friends", selfDischarge = true }, "destination", "own-home", "family-or-friends");
        Assert.That(((bool?)(await patient.Case())["selfDischarge"], Same((string?)(await patient.Case())["leftAt"], Shown(39))), Is.EqualTo((true, true)));
        await PutRight(patient, "death", new { occurredAt = Patient.Ago(20), place = "at-home" }, new { occurredAt = Patient.Ago(20), place = "hospice" }, "afterDischarge.placeOfDeath", "at-home", "hospice");
    }

    [Test]
    public async Task Outcome()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(40);
        await PutRight(patient, "welfare-check", new { occurredAt = Patient.Ago(38), by = "nurse", outcome = "action-taken" }, new { occurredAt = Patient.Ago(38), by = "nurse", outcome = "safe-and-well" }, "afterDischarge.welfareCheck.outcome", "action-taken", "safe-and-well");
        await PutRight(patient, "outcome", new { occurredAt = Patient.Ago(20), outcome = "long-term-care-home" }, new { occurredAt = Patient.Ago(20), outcome = "home-with-support" }, "afterDischarge.outcome", "long-term-care-home", "home-with-support");
        await PutRight(patient, "readmission", new { occurredAt = Patient.Ago(10), reason = "fall" }, new { occurredAt = Patient.Ago(10), reason = "unwell" }, "afterDischarge.returnReason", "fall", "unwell");
    }

    [Test]
    public async Task Provenance()
    {
        var patient = await Patient.AdmittedAsync();
        var wrong = await Recorded(patient, "plan", new { occurredAt = At, by = "nurse" });
        await patient.Withdraw(wrong);
        var entries = (await patient.History())["entries"]!.AsArray();
        var (entry, withdrawal) = (entries.Single(one => (long)one!["version"]! == wrong)!, entries[^1]!);
        Assert.Multiple(() =>
        {
            Assert.That(Same((string?)entry["occurredAt"], Shown(50)), Is.True);
            Assert.That(DateTimeOffset.Parse((string)entry["recordedAt"]!, CultureInfo.InvariantCulture), Is.GreaterThan(Patient.Now));
            Assert.That(((string?)entry["role"], (string?)entry["organisation"], (string?)entry["by"] is { Length: > 0 }), Is.EqualTo(("hub-lead", "QDEMO", true)));
            Assert.That(((long?)withdrawal["fact"]!["entry"], (string?)withdrawal["fact"]!["reason"]), Is.EqualTo(((long?)wrong, "wrong-time")));
        });
    }

    private static string At => Patient.Ago(50);

    private static string Shown(double hoursAgo) => Patient.Ago(hoursAgo);

    private static async Task PutRight(Patient patient, string path, object wrong, object right, string field, string asWrong, string asRight, string? before = null)
    {
        var untouched = await Read(patient, field, before);
        var entry = await Recorded(patient, path, wrong);
        var first = await Read(patient, field, before);
        await patient.Withdraw(entry);
        var gone = await Read(patient, field, before);
        await Recorded(patient, path, right);
        var second = await Read(patient, field, before);
        var kept = (await patient.History())["entries"]!.AsArray().Single(one => (long)one!["version"]! == entry)!;
        Assert.Multiple(() =>
        {
            Assert.That(Same(first, asWrong), Is.True, $"{path}: {field} is {first}");
            Assert.That(gone, Is.EqualTo(untouched).And.Not.EqualTo(first), $"{path}: withdrawn");
            Assert.That(Same(second, asRight), Is.True, $"{path}: {field} is {second}");
            Assert.That((bool?)kept["stands"], Is.False, $"{path}: history keeps what was wrong");
        });
    }

    private static async Task<long> Recorded(Patient patient, string path, object body) =>
        (long)(await patient.Post(path, body)).Expect(HttpStatusCode.OK).Body["recorded"]![0]!["version"]!;

    // A field such as involvement.contacts[-1].kind, where -1 is the last, or transfer.items[medicines].state, where a word is the item.
    private static async Task<string?> Read(Patient patient, string field, string? otherwise) =>
        field.Split('.').SelectMany(part => part.TrimEnd(']').Split('[')).Aggregate((JsonNode?)await patient.Case(), (node, part) => (node, int.TryParse(part, out var index)) switch
        {
            (JsonArray list, true) => index < 0 ? list.LastOrDefault() : list.ElementAtOrDefault(index),
            (JsonArray list, false) => list.SingleOrDefault(one => (string?)one!["item"] == part),
            _ => node?[part],
        })?.ToString() ?? otherwise;

    // A moment is shown as London's clock shows it, whatever offset it came with.
    private static bool Same(string? shown, string expected) => shown == expected
        || (DateTimeOffset.TryParse(shown, CultureInfo.InvariantCulture, out var one) && DateTimeOffset.TryParse(expected, CultureInfo.InvariantCulture, out var other) && one == other);
}
