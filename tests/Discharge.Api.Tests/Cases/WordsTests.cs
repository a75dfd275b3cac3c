using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence.Tests;

namespace Discharge.Api.Tests.Cases;

/// <summary>What was said in words can be read where it stands, until it is lawfully disposed of.</summary>
public sealed class WordsTests
{
    private const string Wish = "Wants \"her own\" bed – and the cat, O'Malley.";

    private const string Concern = "Bruises she would not speak of.";

    private TestDatabase _database = null!;
    private RunningService _service = null!;
    private Patient _patient = null!;

    private string[] Paths => [_patient.Path, _patient.HistoryPath];

    [OneTimeSetUp]
    public async Task Two_cases_in_words()
    {
        _database = await TestDatabase.MigratedAsync();
        _service = await RunningService.StartAsync(_database, "Development");
        await Said(await Patient.AdmittedAsync(new Client(_service)), "Said in another case.");
    }

    [SetUp]
    public async Task A_case_in_words()
    {
        _patient = await Patient.AdmittedAsync(new Client(_service));
        await Said(_patient, Wish);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Words_are_read_back_in_the_case_and_in_its_history()
    {
        Assert.Multiple(async () =>
        {
            Assert.That((string?)InCase(await _patient.Case())["words"], Is.EqualTo(Wish));
            Assert.That((string?)InHistory(await _patient.History())["words"], Is.EqualTo(Wish));
            Assert.That(InCase(await _patient.Case()).AsObject().Select(field => field.Key), Is.EqualTo(["id", "hash", "words"]));
        });
    }

    [Test]
    public async Task Words_are_read_back_where_a_case_is_worked_out_anew_because_a_clock_has_come_to_its_moment()
    {
        await _database.RunAsOwnerAsync($"update discharge.discharge_cases set changes_at = '2026-01-01Z' where case_id = '{_patient.Id}'");

        Assert.That((string?)InCase(await _patient.Case())["words"], Is.EqualTo(Wish));
    }

    [Test]
    public async Task Words_disposed_of_are_marked_and_what_they_stood_in_stays()
    {
        var before = await _patient.History();
        await Dispose();

        foreach (var note in new[] { InCase(await _patient.Case()), InHistory(await _patient.History()) })
        {
            Assert.That(((string?)note["words"], (bool?)note["disposedOf"], (string?)note["hash"]), Is.EqualTo(((string?)null, true, (string?)InHistory(before)["hash"])));
        }
    }

    [Test]
    public async Task The_tag_changes_when_words_are_disposed_of()
    {
        foreach (var path in Paths)
        {
            var known = (await _patient.Client.Get(path)).Expect(HttpStatusCode.OK).ETag;
            Assert.That((await _patient.Client.Get(path, known)).Status, Is.EqualTo(HttpStatusCode.NotModified), path);
        }

        var before = await Task.WhenAll(Paths.Select(path => _patient.Client.Get(path)));
        await Dispose();

        foreach (var (path, known) in Paths.Zip(before.Select(answer => answer.ETag)))
        {
            Assert.That((await _patient.Client.Get(path, known)).Expect(HttpStatusCode.OK).ETag, Is.Not.EqualTo(known), path);
        }
    }

    [Test]
    public async Task Words_that_look_like_a_note_are_only_words()
    {
        const string Cunning = """{"id":"019b76da-a800-7000-8000-000000000001","hash":"0"}""";
        await Said(_patient, Cunning);

        Assert.That((await _patient.Case())["involvement"]!["involved"]!.AsArray().Select(involved => (string?)involved!["note"]!["words"]), Does.Contain(Cunning));
    }

    [TestCase(Role.HubLead, true)]
    [TestCase(Role.DischargeCoordinator, true)]
    [TestCase(Role.ReablementTeam, false)]
    public async Task Words_of_a_restricted_fact_are_read_by_whoever_may_read_the_fact(Role role, bool shown)
    {
        var raised = new { occurredAt = Patient.Ago(40), by = "nurse", note = Concern };
        (await _patient.Post("safeguarding-concerns", raised)).Expect(HttpStatusCode.OK);

        var client = new Client(_service, role);
        var (history, shownCase) = ((await client.Get(_patient.HistoryPath)).Expect(HttpStatusCode.OK).Text, (await client.Get(_patient.Path)).Expect(HttpStatusCode.OK).Text);

        Assert.That((history.Contains(Concern, StringComparison.Ordinal), shownCase.Contains(Concern, StringComparison.Ordinal)), Is.EqualTo((shown, false)));
    }

    [Test]
    public async Task No_answer_that_is_kept_holds_words()
    {
        await Said(_patient, "Kept beside, never in an answer.", key: "words");

        Assert.That(await _service.Ask<long>("select count(*) from discharge.command_answers where body like '%Kept beside%' or body like '%O''Malley%'"), Is.Zero);
    }

    private Task Dispose() => _database.RunAsOwnerAsync($"delete from discharge.notes where case_id = '{_patient.Id}'");

    private static async Task Said(Patient patient, string words, string? key = null) => (await patient.Post(
        "involvement", new { occurredAt = Patient.Ago(60), who = "person", by = "nurse", note = words }, key)).Expect(HttpStatusCode.OK);

    private static JsonNode InCase(JsonNode shown) => shown["involvement"]!["involved"]![0]!["note"]!;

    private static JsonNode InHistory(JsonNode history) => history["entries"]!.AsArray().Single(entry => (string?)entry!["name"] == "discharge-case.party-involved.v1")!["fact"]!["note"]!;
}
