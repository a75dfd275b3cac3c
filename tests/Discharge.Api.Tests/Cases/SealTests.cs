using System.Net;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence.Tests;

namespace Discharge.Api.Tests.Cases;

/// <summary>An auditor proves that nothing on record was altered: of one case over HTTP, of all by a command.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SealTests
{
    private static readonly string[] Prove = ["prove", $"--PersonalData:PersonIndexKey={Convert.ToBase64String(new byte[32])}"];

    private TestDatabase _database = null!;
    private RunningService _service = null!;
    private Patient _patient = null!;

    [SetUp]
    public async Task A_case_on_a_database_of_its_own()
    {
        _database = await TestDatabase.MigratedAsync();
        _service = await RunningService.StartAsync(_database, "Development");
        _patient = await Patient.AdmittedAsync(new Client(_service, Role.HubLead));
        await _patient.Reviewed(70);
        await _patient.Left(30);
    }

    [TearDown]
    public async Task Is_closed()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task A_case_as_it_was_recorded_is_intact()
    {
        var proof = await ProofAsync();

        Assert.Multiple(() =>
        {
            Assert.That((string?)proof.Body["verdict"], Is.EqualTo("intact"));
            Assert.That((long)proof.Body["entries"]!, Is.EqualTo(proof.Version).And.GreaterThan(3), "the breach that the leaving brought is one of them");
            Assert.That((string?)proof.Body["seal"], Has.Length.EqualTo(43));
            Assert.That(proof.Body["doubts"]!.AsArray(), Is.Empty);
        });
        Assert.That(await ProveAsync(), Is.EqualTo((0, $"1 cases with {proof.Version} entries: 0 cases in doubt, 0 entries without a seal.")));
    }

    [Test]
    public async Task Another_entry_has_another_seal_over_all_before_it()
    {
        var before = await ProofAsync();
        await _patient.Seen(10);

        var after = await ProofAsync();

        Assert.That((string?)after.Body["seal"], Is.Not.EqualTo((string?)before.Body["seal"]));
        Assert.That(after.ETag, Is.Not.EqualTo(before.ETag));
    }

    [Test]
    public async Task An_entry_that_was_altered_is_named()
    {
        await _database.RunAsOwnerAsync("update cases.mt_events set data = data || '{\"medicallyStable\": false}' where version = 2");

        var doubt = (await ProofAsync()).Body["doubts"]!.AsArray().Single()!;

        Assert.That(((string?)doubt["what"], (long)doubt["version"]!, (string?)doubt["sentence"]), Is.EqualTo(("altered", 2L, "It is not what was sealed: it was altered, or put in by other hands.")));
        var (exitCode, said) = await ProveAsync();
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(said, Does.StartWith($"{_patient.Id} 2 altered: It is not what was sealed").And.EndWith("1 cases in doubt, 0 entries without a seal."));
    }

    [Test]
    public async Task The_end_of_a_case_cut_off_is_missed()
    {
        await _database.RunAsOwnerAsync("delete from cases.mt_events where version > 1");

        var (exitCode, said) = await ProveAsync();

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(said, Does.StartWith($"{_patient.Id} 2-").And.Contains(" missing: It was recorded and is gone."));
        Assert.That((string?)(await ProofAsync()).Body["verdict"], Is.EqualTo("in-doubt"));
    }

    [Test]
    public async Task What_bears_no_seal_is_not_called_intact()
    {
        await _database.RunAsOwnerAsync("update cases.mt_events set headers = headers - 'seal'");

        var (exitCode, said) = await ProveAsync();

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(said, Does.Contain(" 1 unsealed: It bears no seal, so nothing is proved of it"));
        Assert.That((string?)(await ProofAsync()).Body["verdict"], Is.EqualTo("unsealed"));
    }

    [Test]
    public async Task Of_a_case_that_is_not_there_nothing_is_proved() =>
        Assert.That((await new Client(_service, Role.Auditor).Get($"/v1/cases/{Guid.NewGuid()}/seal")).Status, Is.EqualTo(HttpStatusCode.NotFound));

    private async Task<Answer> ProofAsync() => (await (await Engagements.Auditors.EngagedAsync(_service, "RTEST")).Get($"/v1/cases/{_patient.Id}/seal")).Expect(HttpStatusCode.OK);

    private Task<(int ExitCode, string Said)> ProveAsync() => ServiceProcess.RunAsync(_database, "Production", Prove);
}
