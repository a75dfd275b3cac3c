using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.Cases;
using Discharge.Persistence.PersonalData;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>Who a person is can be put right; it shows everywhere at once, and who put it right is kept.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PersonDetailsTests
{
    private static readonly string[] Nothing = [];

    [Test]
    public async Task What_is_put_right_shows_in_the_case_and_on_the_board_and_their_tags_change()
    {
        var (patient, person) = await AdmittedAsync();
        string[] paths = [patient.Path, patient.BoardPath];
        var before = await Task.WhenAll(paths.Select(path => patient.Client.Get(path)));

        var corrected = await Correct(patient.Client, person, new { name = "Ada Marlow", dateOfBirth = "1941-06-03", address = "41 Alder Court" });

        Assert.That((corrected.Version, Names(corrected.Body["corrected"])), Is.EqualTo((2L, new[] { "name", "date-of-birth", "address" })));
        var after = await Task.WhenAll(paths.Zip(before, (path, known) => patient.Client.Get(path, known.ETag)));
        Assert.That(after.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK));
        foreach (var shown in new[] { after[0].Body["person"]!, after[1].Body["people"]![0]!["person"]! })
        {
            Assert.That(
                ((string?)shown["name"], (string?)shown["dateOfBirth"], (string?)shown["address"], (string?)shown["preferredName"]),
                Is.EqualTo(("Ada Marlow", "1941-06-03", "41 Alder Court", "Addie")));
        }
    }

    [Test]
    public async Task Who_put_it_right_and_when_and_what_stood_before_can_be_read()
    {
        var (_, person) = await AdmittedAsync();
        var service = await SharedService.RunningAsync();
        await Correct(new Client(service, Role.WardStaff, "nurse-12"), person, new { name = "Ada Marlow" });
        await Correct(new Client(service, Role.DischargeCoordinator, "coordinator-3"), person, new { notKnown = new[] { "preferred-name" }, hospitalNumber = "H1" });

        var record = (await new Client(service, Role.HubLead).Get($"/v1/people/{person}")).Expect(HttpStatusCode.OK).Body;

        Assert.That(((long?)record["version"], (string?)record["person"]!["name"], record["person"]!["preferredName"]), Is.EqualTo((3L, "Ada Marlow", (JsonNode?)null)));
        Assert.That(
            record["corrections"]!.AsArray().Select(one => ((string?)one!["by"], (string?)one["role"], (string?)one["organisation"], string.Join(' ', Names(one["corrected"])), (string?)one["before"]!["name"])),
            Is.EqualTo(new[] { ("nurse-12", "ward-staff", "QDEMO", "name", "Ada Marlowe"), ("coordinator-3", "discharge-coordinator", "QDEMO", "preferred-name hospital-number", "Ada Marlow") }));
        Assert.That(record["corrections"]!.AsArray().Select(one => DateTimeOffset.Parse((string)one!["correctedAt"]!, System.Globalization.CultureInfo.InvariantCulture)), Is.Ordered.And.All.GreaterThan(Patient.Now));
    }

    [TestCase("phone", "020 7946 0000", "020 7946 0001")]
    [TestCase("gender", "woman", "man")]
    [TestCase("ethnicity", "Welsh", "Bangladeshi")]
    [TestCase("dischargeAddress", "With her son", "With her daughter")]
    [TestCase("uprn", "100021892955", "100021892956")]
    public async Task Every_field_is_put_right_with_what_stood_before(string field, string wrong, string right)
    {
        var (patient, person) = await AdmittedAsync(new JsonObject { ["name"] = "Ada Marlowe", [field] = wrong });

        (await patient.Client.Post($"/v1/people/{person}/details", new JsonObject { [field] = right })).Expect(HttpStatusCode.OK);

        var record = (await patient.Client.Get($"/v1/people/{person}")).Expect(HttpStatusCode.OK).Body;
        Assert.That(
            ((string?)record["person"]![field], (string?)record["corrections"]![0]!["before"]![field], (string?)(await patient.Case())["person"]![field], (string?)record["person"]!["name"]),
            Is.EqualTo((right, wrong, right, "Ada Marlowe")));
    }

    [Test]
    public async Task What_is_left_out_stays()
    {
        var (patient, person) = await AdmittedAsync(new { name = "Ada Marlowe", phone = "020 7946 0000", gender = "woman", ethnicity = "Welsh", dischargeAddress = "With her son", uprn = "7" });

        await Correct(patient.Client, person, new { name = "Ada Marlow" });

        var after = (await patient.Case())["person"]!;
        Assert.That(
            new[] { "name", "phone", "gender", "ethnicity", "dischargeAddress", "uprn" }.Select(field => (string?)after[field]),
            Is.EqualTo(new[] { "Ada Marlow", "020 7946 0000", "woman", "Welsh", "With her son", "7" }));
    }

    [Test]
    public async Task An_NHS_number_found_later_finds_the_person_and_the_old_name_does_not()
    {
        var (patient, person) = await AdmittedAsync(new { name = $"Bea {Guid.NewGuid():N}", dateOfBirth = "1950-02-03" });
        var old = (string)(await patient.Case())["person"]!["name"]!;
        var number = Numbers.Next();
        await Correct(patient.Client, person, new { nhsNumber = number, name = old + " Quint" });

        Assert.That(await Found(patient.Client, new { nhsNumber = number }), Is.EqualTo([person]));
        Assert.That(await Found(patient.Client, new { name = old + " Quint", dateOfBirth = "1950-02-03" }), Is.EqualTo([person]));
        Assert.That(await Found(patient.Client, new { name = old, dateOfBirth = "1950-02-03" }), Is.Empty);
        var again = await patient.Client.Post("/v1/discharge-cases", Patient.Opening(patient.Ward, person: new { nhsNumber = number }));
        Assert.That((string?)again.Expect(HttpStatusCode.Conflict).Body["caseId"], Is.EqualTo(patient.Id.ToString()), "The stay has its case already.");
    }

    [Test]
    public async Task An_NHS_number_of_another_record_is_a_conflict_that_says_the_way_on()
    {
        var number = Numbers.Next();
        await AdmittedAsync(new { nhsNumber = number });
        var (patient, person) = await AdmittedAsync();

        var refused = (await patient.Client.Post($"/v1/people/{person}/details", new { nhsNumber = number })).Expect(HttpStatusCode.Conflict);

        Assert.That(refused.Code, Is.EqualTo(PersonCorrections.NumberOfAnother.Code));
        Assert.That((string?)refused.Body["accepted"], Does.StartWith("Link the two records"));
        Assert.That((await patient.Client.Get($"/v1/people/{person}")).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Of_two_records_given_the_same_number_at_once_one_has_it()
    {
        var number = Numbers.Next();
        var people = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AdmittedAsync()));

        var answers = await Task.WhenAll(people.Select(one => one.Patient.Client.Post($"/v1/people/{one.Person}/details", new { nhsNumber = number })));

        Assert.That(answers.Select(answer => answer.Status), Is.EquivalentTo(new[] { HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict }));
    }

    [Test]
    public async Task The_same_again_corrects_nothing_and_the_same_key_gets_the_first_answer()
    {
        var (patient, person) = await AdmittedAsync();
        var said = new { name = "Ada Marlow" };
        var first = await Correct(patient.Client, person, said, key: $"name-{person}");
        var repeated = await Correct(patient.Client, person, said, key: $"name-{person}");
        var again = await Correct(patient.Client, person, said);

        Assert.That(repeated, Is.EqualTo(first));
        Assert.That((again.Version, Names(again.Body["corrected"])), Is.EqualTo((2L, Nothing)));
        Assert.That((await patient.Client.Post($"/v1/people/{person}/details", new { name = "Eda" }, key: $"name-{person}")).Expect(HttpStatusCode.UnprocessableEntity).Code, Is.EqualTo("idempotency-key.used-before"));
    }

    [Test]
    public async Task Who_knew_an_older_version_is_told_so()
    {
        var (patient, person) = await AdmittedAsync();
        var known = (await patient.Client.Get($"/v1/people/{person}")).Expect(HttpStatusCode.OK);
        var first = (await patient.Client.Post($"/v1/people/{person}/details", new { name = "Ada Marlow" }, ifMatch: known.ETag)).Expect(HttpStatusCode.OK);

        (await patient.Client.Post($"/v1/people/{person}/details", new { name = "Eda Marlow" }, ifMatch: known.ETag)).Expect(HttpStatusCode.PreconditionFailed);
        (await patient.Client.Post($"/v1/people/{person}/details", new { name = "Eda Marlow" }, ifMatch: first.ETag)).Expect(HttpStatusCode.OK);
        (await patient.Client.Get($"/v1/people/{person}", known.ETag)).Expect(HttpStatusCode.OK);
    }

    [TestCase("{}", "body")]
    [TestCase("""{ "notKnown": [] }""", "body")]
    [TestCase("""{ "name": "Ada", "notKnown": ["name"] }""", "notKnown")]
    [TestCase("""{ "dateOfBirth": "1899-12-31" }""", "dateOfBirth")]
    [TestCase("""{ "nhsNumber": "123" }""", "nhsNumber")]
    [TestCase("""{ "uprn": "14 Alder Court" }""", "uprn")]
    public async Task What_cannot_be_put_right_is_named(string body, string field)
    {
        var (patient, person) = await AdmittedAsync();

        Assert.That((await patient.Client.Post($"/v1/people/{person}/details", JsonNode.Parse(body)!)).Expect(HttpStatusCode.BadRequest).Body["errors"]![field], Is.Not.Null);
    }

    [Test]
    public async Task Nobody_is_not_found()
    {
        var client = new Client(await SharedService.RunningAsync());
        var nobody = $"/v1/people/{Guid.CreateVersion7()}";

        Assert.That((await client.Get(nobody)).Expect(HttpStatusCode.NotFound).Code, Is.EqualTo("person.not-found"));
        Assert.That((await client.Post($"{nobody}/details", new { name = "Ada" })).Expect(HttpStatusCode.NotFound).Code, Is.EqualTo("person.not-found"));
    }

    [Test]
    public async Task Nothing_of_it_is_in_an_event_or_in_an_answer_that_is_kept()
    {
        var (patient, person) = await AdmittedAsync();
        await Correct(patient.Client, person, new { name = "Wilhelmina Ashgrove", address = "7 Ashgrove Lane" }, key: $"kept-{person}");
        var service = await SharedService.RunningAsync();

        Assert.That(await service.Ask<long>("select count(*) from cases.mt_events where data::text like '%Ashgrove%'"), Is.Zero);
        Assert.That(await service.Ask<long>("select count(*) from discharge.command_answers where body like '%Ashgrove%'"), Is.Zero);
        Assert.That(await service.Ask<long>("select count(*) from discharge.command_answers where body like '%' || $1 || '%'", person), Is.Positive);
    }

    private static async Task<(Patient Patient, string Person)> AdmittedAsync(object? person = null)
    {
        var patient = await Patient.AdmittedAsync(person: person ?? new { name = "Ada Marlowe", preferredName = "Addie", nhsNumberMissing = "not-yet-traced" });
        return (patient, (string)(await patient.Case())["personRef"]!);
    }

    private static async Task<Answer> Correct(Client client, string person, object said, string? key = null) =>
        (await client.Post($"/v1/people/{person}/details", said, key)).Expect(HttpStatusCode.OK);

    private static async Task<string[]> Found(Client client, object known) =>
        [.. (await client.Post("/v1/people/search", known)).Expect(HttpStatusCode.OK).Body["people"]!.AsArray().Select(found => (string)found!["personRef"]!)];

    private static string[] Names(JsonNode? corrected) => [.. corrected!.AsArray().Select(field => (string)field!)];
}
