using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.Cases;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Domain.Records;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Discharge.Api.Tests.Records;

/// <summary>One person's care in all three types of case, nine years ago, and what is left of it once the record was disposed of: everything but who it was.</summary>
[NonParallelizable]
public sealed class DisposalTests
{
    private const string Ward = "Ward of long ago";

    private const double LongAgo = 9 * 365.25 * 24;

    private static readonly string[] Words = ["Zenobia", "Quillfeather", "Hagglethorpe", "Ptarmigan", "Brocklebank", "Wimpole Terrace"];

    private readonly DateTime _begun = DateTime.UtcNow;

    private readonly string _number = Numbers.Next();

    private TestDatabase _database = null!;

    private RunningService _service = null!;

    private Book _log = null!;

    private Client _hub = null!;

    private Client _keeper = null!;

    private Client _other = null!;

    private Client _governance = null!;

    private string _access = null!;

    private Guid _discharge;

    private string _person = null!;

    private string[] _paths = null!;

    private string[] _before = null!;

    private string[] Secrets => [.. Words, _number, "1931-07-19"];

    [OneTimeSetUp]
    public async Task Somebodys_care_was_told_is_over_and_was_disposed_of()
    {
        _database = await TestDatabase.MigratedAsync();
        _log = new Book();
        _service = await RunningService.StartAsync(_database, "Development");
        _service.Service.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
        (_hub, _keeper, _other) = (new Client(_service), new Client(_service, Role.RecordsManager, "keeper-1"), new Client(_service, Role.RecordsManager, "keeper-2"));
        _governance = new Client(_service, Role.InformationGovernance);
        var person = new { name = "Zenobia Quillfeather", preferredName = "Ptarmigan", dateOfBirth = "1931-07-19", nhsNumber = _number, address = "7 Hagglethorpe Mews", hospitalNumber = "H-Brocklebank" };

        var stay = (await _hub.Post("/v1/discharge-cases", Patient.Opening(Ward, LongAgo, person), key: "Opening-1")).Expect(HttpStatusCode.Created);
        _discharge = stay.Body["id"]!.GetValue<Guid>();
        var reablement = (await _hub.Post("/v1/reablement-cases", new { occurredAt = Patient.Ago(LongAgo), person, source = "community", referrer = "QMJ01", team = "RBT01" })).Expect(HttpStatusCode.Created);
        var rehabilitation = (await _hub.Post("/v1/rehabilitation-bed-cases", new { occurredAt = Patient.Ago(LongAgo), person, route = "step-up", referrer = "QMJ01", team = "RHT01" })).Expect(HttpStatusCode.Created);
        _paths = [$"/v1/discharge-cases/{_discharge}", reablement.Location!, rehabilitation.Location!];
        _person = (string)(await _hub.Get(_paths[0])).Body["personRef"]!;

        // Refused, unreadable, put right, searched for, and failed.
        (await _hub.Post("/v1/discharge-cases", Patient.Opening(Ward, LongAgo, person))).Expect(HttpStatusCode.OK);
        (await _hub.Post("/v1/discharge-cases", Patient.Opening("Another ward", LongAgo - 1, person))).Expect(HttpStatusCode.Conflict);
        (await _hub.Post($"{_paths[0]}/discharge-decision", new { occurredAt = Patient.Ago(LongAgo - 2), by = "consultant" })).Expect(HttpStatusCode.UnprocessableEntity);
        (await _hub.Post($"{_paths[0]}/death", new { occurredAt = "Zenobia", place = "Quillfeather" })).Expect(HttpStatusCode.BadRequest);
        (await _hub.Post($"/v1/people/{_person}/details", new { address = "2 Wimpole Terrace" })).Expect(HttpStatusCode.OK);
        (await _hub.Post("/v1/people/search", new { nhsNumber = _number })).Expect(HttpStatusCode.OK);
        (await _hub.Post("/v1/people/search", new { name = "Zenobia Quillfeather", dateOfBirth = "1931-07-19" })).Expect(HttpStatusCode.OK);
        await _database.RunAsOwnerAsync("revoke insert on discharge.notes from discharge_application");
        (await Told(_paths[0], "criteria-to-reside-reviews", new { occurredAt = Patient.Ago(LongAgo - 2), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "nurse", note = "Brocklebank has the key" })).Expect(HttpStatusCode.InternalServerError);
        await _database.RunAsOwnerAsync("grant insert on discharge.notes to discharge_application");

        (await Told(_paths[0], "criteria-to-reside-reviews", new { occurredAt = Patient.Ago(LongAgo - 2), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "nurse", note = "Brocklebank has the key" })).Expect(HttpStatusCode.OK);
        (await Told(_paths[1], "crisis-responses", new { occurredAt = Patient.Ago(LongAgo - 2), service = "QHELP" })).Expect(HttpStatusCode.OK);
        (await Told(_paths[1], "answers", new { occurredAt = Patient.Ago(LongAgo - 3), answer = "declined", referrerTold = true })).Expect(HttpStatusCode.OK);
        (await Told(_paths[2], "answers", new { occurredAt = Patient.Ago(LongAgo - 3), accepted = false, reason = "needs-not-met", note = "Brocklebank was told" })).Expect(HttpStatusCode.OK);
        (await _keeper.Post($"/v1/people/{_person}/disposals", Disposal)).Expect(HttpStatusCode.UnprocessableEntity);
        (await Told(_paths[0], "death", new { occurredAt = Patient.Ago(LongAgo - 5), place = "hospital", note = "Hagglethorpe was told" })).Expect(HttpStatusCode.OK);
        (await Told(_paths[0], "closure", new { occurredAt = Patient.Ago(LongAgo - 6), outcome = "died" })).Expect(HttpStatusCode.OK);

        _access = (await _governance.Post($"/v1/people/{_person}/subject-access-requests", new { receivedOn = "2026-03-31", receivedBy = "QMJ01", way = "letter" })).Expect(HttpStatusCode.Created).Location!;
        (await _governance.Post($"{_access}/redactions", new { @case = _discharge, version = 2, part = "words", ground = "third-party", reason = "Brocklebank does not agree" }, key: "Redaction-1")).Expect(HttpStatusCode.OK);
        (await _governance.Post($"{_access}/redactions/2/withdrawal", new { reason = "Brocklebank agrees" })).Expect(HttpStatusCode.OK);

        await Before_it_everything_is_there_and_the_retention_that_has_ended_is_listed();
        await It_is_refused_without_appraisal_under_a_hold_and_to_whoever_appraised_it();
        await It_destroys_and_leaves_a_tombstone_and_again_answers_with_that();
    }

    [OneTimeTearDown]
    public async Task Is_closed()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
        _log.Dispose();
    }

    private static object Disposal => new { reason = "retention-ended", authority = "Policy 4.2" };

    private static object Appraisal => new { outcome = "dispose", @class = "adult-health-and-social-care", reason = "no-further-value", authority = "Policy 4.2" };

    private string Path => $"/v1/people/{_person}";

    private async Task Before_it_everything_is_there_and_the_retention_that_has_ended_is_listed()
    {
        var listed = (await _keeper.Get("/v1/retention")).Expect(HttpStatusCode.OK);
        var kept = (await _keeper.Get($"{Path}/retention")).Expect(HttpStatusCode.OK).Body;
        Assert.That((bool)kept["hasEnded"]!, Is.True, $"{kept} {await _database.AskAsOwnerAsync<string>("select string_agg(c::text, '; ') from discharge.whose_cases c")}");
        Assert.Multiple(async () =>
        {
            Assert.That((string?)listed.Body["people"]![0]!["personRef"], Is.EqualTo(_person), listed.Text);
            Assert.That(((bool)kept["careGoesOn"]!, (bool)kept["hasEnded"]!, (string?)kept["class"]), Is.EqualTo((false, true, "adult-health-and-social-care")));
            Assert.That((await _hub.Get(_paths[0])).Text, Does.Contain("Zenobia").And.Contain("Wimpole"));
            Assert.That((await _hub.Get($"/v1/cases/{_discharge}/history")).Text, Does.Contain("Brocklebank has the key"));
            Assert.That(listed.Text, Does.Not.Contain("Zenobia"));
            Assert.That((await _governance.Get(_access)).Text, Does.Contain("Brocklebank does not agree").And.Contain("Brocklebank agrees"));
            Assert.That((await _governance.Get($"{_access}/export")).Text, Does.Contain("Zenobia").And.Contain("Hagglethorpe Mews").And.Contain("Brocklebank has the key"));
            Assert.That((await Asked()).Text, Does.Contain("crisis-response").And.Contain("Zenobia").And.Contain("Wimpole"));
        });
    }

    private async Task It_is_refused_without_appraisal_under_a_hold_and_to_whoever_appraised_it()
    {
        Assert.That((await _other.Post($"{Path}/disposals", Disposal)).Expect(HttpStatusCode.UnprocessableEntity).Code, Is.EqualTo(PersonRetention.NotAppraised.Code));
        (await _keeper.Post($"{Path}/appraisals", Appraisal, key: "appraisal-1")).Expect(HttpStatusCode.OK);
        var again = (await _keeper.Post($"{Path}/appraisals", Appraisal, key: "appraisal-1")).Expect(HttpStatusCode.OK);
        Assert.That(again.Version, Is.EqualTo(1), "The same key is the same appraisal.");
        Assert.That((await _keeper.Post($"{Path}/disposals", Disposal)).Expect(HttpStatusCode.UnprocessableEntity).Code, Is.EqualTo(PersonRetention.AppraisedByOneself.Code));

        var governance = new Client(_service, Role.InformationGovernance);
        (await governance.Post($"{Path}/legal-holds", new { reason = "inquest", authority = "INQ-14" })).Expect(HttpStatusCode.OK);
        Assert.That((await _other.Post($"{Path}/disposals", Disposal)).Expect(HttpStatusCode.UnprocessableEntity).Code, Is.EqualTo(PersonRetention.UnderLegalHold.Code));
        (await governance.Post($"{Path}/legal-hold-ends", new { reason = "inquest", authority = "INQ-14" })).Expect(HttpStatusCode.OK);
        Assert.That((await _other.Post($"{Path}/disposals", Disposal)).Expect(HttpStatusCode.UnprocessableEntity).Code, Is.EqualTo(PersonRetention.AwaitedByPerson.Code));
        (await governance.Post($"{_access}/answer", new { sentOn = "2026-04-20", way = "letter" })).Expect(HttpStatusCode.OK);
        (await governance.Post($"{Path}/disposals", Disposal)).Expect(HttpStatusCode.Forbidden);
        (await _hub.Post($"{Path}/disposals", Disposal)).Expect(HttpStatusCode.Forbidden);
        (await _hub.Get("/v1/retention")).Expect(HttpStatusCode.Forbidden);
    }

    private async Task It_destroys_and_leaves_a_tombstone_and_again_answers_with_that()
    {
        _before = await Shown();
        var disposed = (await _other.Post($"{Path}/disposals", Disposal)).Expect(HttpStatusCode.OK).Body["disposal"]!;
        var again = (await _keeper.Post($"{Path}/disposals", Disposal)).Expect(HttpStatusCode.OK).Body["disposal"]!;
        Assert.Multiple(async () =>
        {
            Assert.That(((string?)disposed["by"]!["id"], (string?)disposed["by"]!["role"], (string?)disposed["reason"], (string?)disposed["authority"]), Is.EqualTo(("keeper-2", "records-manager", "retention-ended", "Policy 4.2")));
            Assert.That(((int)disposed["destroyed"]!["details"]!, (int)disposed["destroyed"]!["corrections"]!, (int)disposed["destroyed"]!["notes"]!), Is.EqualTo((1, 1, 3)));
            Assert.That(again.ToJsonString(), Is.EqualTo(disposed.ToJsonString()));
            Assert.That(await _database.AskAsOwnerAsync<long>("select count(*) from discharge.person_keys"), Is.Zero);
        });
    }

    [Test]
    public async Task The_name_is_in_no_table()
    {
        var secrets = string.Join(", ", Secrets.Select(secret => $"'{secret}'"));
        var tables = await _database.AskAsOwnerAsync<string[]>(
            "select array_agg(format('%I.%I', table_schema, table_name)) from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'");
        var found = new List<string>();
        foreach (var table in tables)
        {
            // A row as text holds every column of it, bytes in hexadecimal.
            found.AddRange(await _database.AskAsOwnerAsync<string[]>(
                $"""
                select coalesce(array_agg(distinct '{table}: ' || secret), array[]::text[]) from {table} t, unnest(array[{secrets}]) secret
                 where t::text ilike '%' || secret || '%' or t::text ilike '%' || encode(convert_to(secret, 'UTF8'), 'hex') || '%'
                """));
        }

        Assert.That(found, Is.Empty);
        Assert.That(tables, Has.Length.GreaterThan(30).And.Contains("discharge.people").And.Contains("wolverine.wolverine_dead_letters"));
    }

    [Test]
    public void It_was_in_no_log() => Assert.That(_log.Lines.Where(line => Secrets.Any(line.Contains)), Is.Empty);

    [Test]
    public async Task It_is_in_no_file_that_the_service_or_the_database_wrote()
    {
        await _database.RunAsSuperuserAsync("checkpoint");
        var data = await _database.AskAsSuperuserAsync<string>("select current_setting('data_directory')");
        var own = await _database.AskAsSuperuserAsync<string>("select (select oid from pg_database where datname = current_database())::text");
        string[] folders = [System.IO.Path.Combine(data, "base", own), System.IO.Path.Combine(data, "pg_wal"), System.IO.Path.Combine(data, "log"), AppContext.BaseDirectory, _service.Service.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostEnvironment>().ContentRootPath];
        var files = folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Concat(Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(data)!, "*.log"))
            .Distinct().Where(file => File.Exists(file) && File.GetLastWriteTimeUtc(file) >= _begun).ToArray();
        var found = new List<string>();
        foreach (var file in files)
        {
            var bytes = await BytesOf(file);
            found.AddRange(Secrets.Where(secret => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0).Select(secret => $"{file}: {secret}"));
        }

        Assert.That(found, Is.Empty);
        Assert.That(files, Has.Length.GreaterThan(30));
    }

    [Test]
    public async Task Cases_fold_count_and_clock_as_before_and_the_seals_hold() => Assert.Multiple(async () =>
    {
        var shown = await Shown();
        for (var one = 0; one < _paths.Length; one++)
        {
            Assert.That(Comparable(shown[one]), Is.EqualTo(Comparable(_before[one])), _paths[one]);
        }

        var asked = await Asked();
        Assert.That(asked.Body["requests"]!.AsArray().Select(one => ((string?)one!["what"], (string?)one["status"], one["person"])), Is.EqualTo(new[] { ("crisis-response", "open", (JsonNode?)null) }));
        Assert.That(Secrets.Where(asked.Text.Contains), Is.Empty);

        foreach (var path in _paths)
        {
            var id = path.Split('/')[^1];
            var history = (await _hub.Get($"/v1/cases/{id}/history")).Expect(HttpStatusCode.OK);
            Assert.That(history.Body["entries"]!.AsArray(), Is.Not.Empty);
            Assert.That((string?)(await _hub.Get($"/v1/cases/{id}/seal")).Expect(HttpStatusCode.OK).Body["verdict"], Is.EqualTo("intact"));
            Assert.That((await _hub.Get($"/v1/cases/{id}/clocks")).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(Secrets.Where(history.Text.Contains), Is.Empty);
        }

        Assert.That((await _hub.Get($"/v1/cases/{_discharge}/history")).Text, Does.Contain("disposedOf"));
        Assert.That((await _hub.Get($"/v1/wards/RTEST/{Uri.EscapeDataString(Ward)}/board")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await _hub.Get($"{Path}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await _hub.Post("/v1/people/search", new { nhsNumber = _number })).Expect(HttpStatusCode.OK).Body["people"]!.AsArray(), Is.Empty);
        Assert.That((await _keeper.Get("/v1/retention")).Expect(HttpStatusCode.OK).Body["people"]!.AsArray(), Is.Empty);
        Assert.That((await _keeper.Get($"{Path}/retention")).Expect(HttpStatusCode.OK).Body["disposal"], Is.Not.Null);
    });

    [Test]
    public async Task Everything_shown_is_written_anew_from_the_record_alone()
    {
        var rebuilt = await _service.Service.Services.GetRequiredService<Rebuilding>().RunAsync(RebuildPace.AllCores, _ => { }, CancellationToken.None);
        Assert.That((rebuilt.Cases, rebuilt.Left), Is.EqualTo((3, Array.Empty<LeftAsItWas>())));
        Assert.That((await Shown()).Select(Comparable), Is.EqualTo(_before.Select(Comparable)));
    }

    [Test]
    public async Task An_answer_to_a_request_for_access_says_that_the_record_was_disposed_of_and_holds_no_name()
    {
        var export = (await _governance.Get($"{_access}/export")).Expect(HttpStatusCode.OK);
        var request = (await _governance.Get(_access)).Expect(HttpStatusCode.OK);
        var again = (await _governance.Post($"{Path}/subject-access-requests", new { receivedOn = "2026-05-12", receivedBy = "QMJ01", way = "letter" })).Expect(HttpStatusCode.Created).Location!;
        var late = await _governance.Post($"{again}/redactions", new { @case = _discharge, version = 2, part = "words", ground = "third-party", reason = "Said late" });

        Assert.Multiple(() =>
        {
            Assert.That(((string?)export.Body["records"]![0]!["disposedOf"]!["reason"], (string?)export.Body["records"]![0]!["disposedOf"]!["role"], export.Body["records"]![0]!["person"]), Is.EqualTo(("retention-ended", "records-manager", (JsonNode?)null)));
            Assert.That(export.Body["cases"]!.AsArray(), Has.Count.EqualTo(3));
            Assert.That(export.Text, Does.Contain("""{"disposedOf":true}""").And.Not.Contain("keeper-2"));
            Assert.That(Secrets.Where(secret => export.Text.Contains(secret, StringComparison.Ordinal) || request.Text.Contains(secret, StringComparison.Ordinal)), Is.Empty);
            Assert.That(request.Body["steps"]!.AsArray().Select(step => (bool?)step!["reasonDisposedOf"]), Is.EqualTo(new bool?[] { null, true, true, null }));
            Assert.That((late.Status, late.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, PersonKey.Destroyed.Code)));
        });
    }

    [Test]
    public async Task Nothing_in_words_is_kept_of_them_any_more_and_nothing_is_held_or_appraised()
    {
        var said = await Told(_paths[0], "criteria-to-reside-reviews", new { occurredAt = Patient.Ago(LongAgo - 2.5), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "nurse", note = "Said late" });
        Assert.That((said.Status, said.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, PersonKey.Destroyed.Code)));
        Assert.That((await _keeper.Post($"{Path}/legal-holds", new { reason = "complaint", authority = "C-1" })).Expect(HttpStatusCode.UnprocessableEntity).Code, Is.EqualTo(PersonRetention.AlreadyDisposedOf.Code));
        (await _keeper.Post($"/v1/people/{Guid.CreateVersion7()}/legal-holds", new { reason = "complaint", authority = "C-1" })).Expect(HttpStatusCode.NotFound);
    }

    // The crisis response was asked, and nobody said that they came.
    private async Task<Answer> Asked() => (await new Client(_service, Role.Provider, organisation: "QHELP").Get("/v1/requests?ended=true")).Expect(HttpStatusCode.OK);

    private async Task<string[]> Shown() => [.. await Task.WhenAll(_paths.Select(async path => (await _hub.Get(path)).Expect(HttpStatusCode.OK).Text))];

    // Without who it is of and what was said, which is what a disposal takes away.
    private static string Comparable(string shown)
    {
        var view = JsonNode.Parse(shown)!;
        view.AsObject().Remove("person");
        Strip(view);
        return view.ToJsonString();
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonObject part)
        {
            part.Remove("words");
            part.Remove("disposedOf");
        }

        foreach (var child in node switch { JsonObject one => one.Select(field => field.Value), JsonArray many => many, _ => [] })
        {
            Strip(child);
        }
    }

    private Task<Answer> Told(string path, string what, object body) => _hub.Post($"{path}/{what}", body);

    private static async Task<byte[]> BytesOf(string file)
    {
        try
        {
            // The database goes on writing it.
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var read = new MemoryStream();
            await open.CopyToAsync(read);
            return read.ToArray();
        }
        catch (FileNotFoundException)
        {
            // The database has taken it away since it was listed, with all that was in it.
            return [];
        }
    }
}
