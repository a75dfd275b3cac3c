using System.Net;
using System.Text.Json.Nodes;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>A readmission ends a case, and the next case names it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReadmissionTests
{
    [TestCase("readmission")]
    [TestCase("failed-discharge")]
    public async Task The_next_case_names_the_one_that_a_return_to_hospital_ended(string returned)
    {
        var number = Numbers.Next();
        var earlier = await LeftAsync(number);
        (await earlier.Post(returned, new { occurredAt = Patient.Ago(20), reason = "fall" })).Expect(HttpStatusCode.OK);

        var next = await OpenedAsync(earlier, number);

        Assert.That(await ReadmissionOf(next), Is.EqualTo(earlier.Id));
        Assert.That(next.Warnings, Is.Empty);
    }

    [Test]
    public async Task It_names_it_in_its_history_and_where_the_person_is_searched_for_also_once_the_earlier_case_is_closed()
    {
        var number = Numbers.Next();
        var earlier = await LeftAsync(number);
        (await earlier.Post("readmission", new { occurredAt = Patient.Ago(20), reason = "fall" })).Expect(HttpStatusCode.OK);
        (await earlier.Post("closure", new { occurredAt = Patient.Ago(19), outcome = "hospital" })).Expect(HttpStatusCode.OK);

        var next = await OpenedAsync(earlier, number);

        var history = await new Patient(earlier.Client, next.Id, earlier.Ward).History();
        var found = (await earlier.Client.Post("/v1/people/search", new { nhsNumber = number })).Body["people"]![0]!["cases"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That((Guid?)history["entries"]![0]!["fact"]!["readmissionOf"], Is.EqualTo(earlier.Id));
            Assert.That(found.Select(one => ((Guid?)one!["id"], (Guid?)one["readmissionOf"])), Is.EqualTo(new (Guid?, Guid?)[] { (next.Id, earlier.Id), (earlier.Id, null) }));
        });
    }

    [Test]
    public async Task A_return_that_the_earlier_case_does_not_know_of_is_named_all_the_same_and_warned_of()
    {
        var number = Numbers.Next();
        var earlier = await LeftAsync(number);

        var next = await OpenedAsync(earlier, number);

        Assert.That(await ReadmissionOf(next), Is.EqualTo(earlier.Id));
        Assert.That(next.Warnings, Is.EqualTo(new[] { "discharge.readmission-not-on-record" }));
    }

    [Test]
    public async Task The_warning_ends_when_the_earlier_case_says_that_they_came_back()
    {
        var number = Numbers.Next();
        var earlier = await LeftAsync(number);
        var next = await OpenedAsync(earlier, number);
        Assert.That(await WarnedIn(next), Is.True);

        (await earlier.Post("readmission", new { occurredAt = Patient.Ago(20), reason = "unwell" })).Expect(HttpStatusCode.OK);
        Assert.That(await WarnedIn(next), Is.False);
    }

    private static async Task<bool> WarnedIn(Opened next) => (await next.Client.Get($"/v1/discharge-cases/{next.Id}")).Expect(HttpStatusCode.OK)
        .Body["warnings"]!.AsArray().Any(warning => (string?)warning!["code"] == "discharge.readmission-not-on-record");

    [Test]
    public async Task A_case_of_a_linked_record_of_the_same_person_is_named_too()
    {
        var number = Numbers.Next();
        var unknown = await LeftAsync(number: null);
        (await unknown.Post("readmission", new { occurredAt = Patient.Ago(20), reason = "unwell" })).Expect(HttpStatusCode.OK);
        var known = await Patient.AdmittedAsync(person: new { nhsNumber = number });
        (await known.Post("person-links", new { occurredAt = Patient.Ago(19), otherPerson = (string?)(await unknown.Case())["personRef"], ground = "said" })).Expect(HttpStatusCode.OK);
        await known.Withdraw(1);

        var next = await OpenedAsync(unknown, number);

        Assert.That(await ReadmissionOf(next), Is.EqualTo(unknown.Id), "The case opened in error is passed over.");
    }

    [TestCase("readmission")]
    [TestCase("failed-discharge")]
    public async Task A_case_of_a_record_that_is_linked_only_later_is_named_from_then_on_until_the_link_is_taken_back(string returned)
    {
        var earlier = await LeftAsync(number: null);
        (await earlier.Post(returned, new { occurredAt = Patient.Ago(20), reason = "unwell" })).Expect(HttpStatusCode.OK);
        var number = Numbers.Next();
        var next = await OpenedAsync(earlier, number);
        Assert.That(await ReadmissionOf(next), Is.Null);

        var patient = new Patient(next.Client, next.Id, earlier.Ward);
        (await patient.Post("person-links", new { occurredAt = Patient.Ago(10), otherPerson = await PersonOf(earlier), ground = "said" })).Expect(HttpStatusCode.OK);
        Assert.That((await ReadmissionOf(next), await Warned(patient)), Is.EqualTo(((Guid?)earlier.Id, false)));
        Assert.That(await FoundReadmissions(patient.Client, number), Is.EquivalentTo(new (Guid?, Guid?)[] { (next.Id, earlier.Id), (earlier.Id, null) }));
        Assert.That((Guid?)(await earlier.Case())["readmissionOf"], Is.Null, "The earlier case is none itself.");

        (await earlier.Post("person-unlinks", new { occurredAt = Patient.Ago(5), otherPerson = await PersonOf(patient) })).Expect(HttpStatusCode.OK);
        Assert.That(await ReadmissionOf(next), Is.Null);
        Assert.That(await FoundReadmissions(patient.Client, number), Is.EqualTo(new (Guid?, Guid?)[] { (next.Id, null) }));
    }

    [Test]
    public async Task An_open_case_that_does_not_say_that_they_came_back_is_named_once_it_is_linked_and_warned_of_until_it_does()
    {
        var earlier = await LeftAsync(number: null);
        var next = await OpenedAsync(earlier, Numbers.Next());
        var patient = new Patient(next.Client, next.Id, earlier.Ward);
        (await patient.Post("person-links", new { occurredAt = Patient.Ago(10), otherPerson = await PersonOf(earlier), ground = "said" })).Expect(HttpStatusCode.OK);
        Assert.That((await ReadmissionOf(next), await Warned(patient)), Is.EqualTo(((Guid?)earlier.Id, true)));

        (await earlier.Post("readmission", new { occurredAt = Patient.Ago(20), reason = "unwell" })).Expect(HttpStatusCode.OK);
        Assert.That((await ReadmissionOf(next), await Warned(patient)), Is.EqualTo(((Guid?)earlier.Id, false)));
    }

    [Test]
    public async Task A_stay_that_had_not_ended_when_the_other_began_is_no_stay_they_came_back_from()
    {
        var other = await Patient.AdmittedAsync(person: new { nhsNumberMissing = "unidentified" });
        var twice = await Patient.AdmittedAsync(person: new { nhsNumberMissing = "unidentified" });
        (await twice.Post("person-links", new { occurredAt = Patient.Ago(90), otherPerson = await PersonOf(other), ground = "said" })).Expect(HttpStatusCode.OK);
        await other.Left(30);
        (await other.Post("readmission", new { occurredAt = Patient.Ago(20), reason = "unwell" })).Expect(HttpStatusCode.OK);

        Assert.That(await ReadmissionOf(new(twice.Client, twice.Id, [])), Is.Null);
    }

    [Test]
    public async Task A_stay_after_a_case_that_ended_well_is_no_readmission_and_names_nothing()
    {
        var number = Numbers.Next();
        var earlier = await LeftAsync(number);
        await earlier.Seen(28);
        (await earlier.Post("welfare-check", new { occurredAt = Patient.Ago(28), by = "nurse", outcome = "safe-and-well" })).Expect(HttpStatusCode.OK);
        (await earlier.Post("closure", new { occurredAt = Patient.Ago(19), outcome = "home-with-support" })).Expect(HttpStatusCode.OK);

        Assert.That(await ReadmissionOf(await OpenedAsync(earlier, number)), Is.Null);
    }

    private static async Task<Patient> LeftAsync(string? number)
    {
        var patient = await Patient.AdmittedAsync(person: number is null ? new { nhsNumberMissing = "unidentified" } : new { nhsNumber = number });
        await patient.Left(30);
        return patient;
    }

    private static async Task<Opened> OpenedAsync(Patient earlier, string number)
    {
        var opened = (await earlier.Client.Post("/v1/discharge-cases", Patient.Opening(earlier.Ward, hoursAgo: 18, new { nhsNumber = number }))).Expect(HttpStatusCode.Created).Body;
        return new(earlier.Client, opened["id"]!.GetValue<Guid>(), [.. opened["warnings"]!.AsArray().Select(warning => (string)warning!["code"]!)]);
    }

    private static async Task<Guid?> ReadmissionOf(Opened next) =>
        (Guid?)(await next.Client.Get($"/v1/discharge-cases/{next.Id}")).Expect(HttpStatusCode.OK).Body["readmissionOf"];

    private static async Task<string> PersonOf(Patient patient) => (string)(await patient.Case())["personRef"]!;

    private static async Task<(Guid?, Guid?)[]> FoundReadmissions(Client client, string number) =>
    [
        .. from person in (await client.Post("/v1/people/search", new { nhsNumber = number })).Expect(HttpStatusCode.OK).Body["people"]!.AsArray()
           from found in person["cases"]!.AsArray()
           select ((Guid?)found["id"], (Guid?)found["readmissionOf"]),
    ];

    // The case and the board say the same.
    private static async Task<bool> Warned(Patient patient)
    {
        var row = (await patient.Client.Get(patient.BoardPath)).Expect(HttpStatusCode.OK).Body["people"]!.AsArray().Single(row => (Guid?)row!["case"] == patient.Id)!;
        var warned = Says(await patient.Case());
        Assert.That(Says(row), Is.EqualTo(warned));
        return warned;

        bool Says(JsonNode shown) => shown["warnings"]!.AsArray().Any(warning => (string?)warning!["code"] == "discharge.readmission-not-on-record");
    }

    private sealed record Opened(Client Client, Guid Id, string[] Warnings);
}
