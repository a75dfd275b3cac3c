using System.Net;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence.Tests;

namespace Discharge.Api.Tests.Cases;

/// <summary>The command that writes everything that is shown anew, beside the service that goes on.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class RebuildTests
{
    private static readonly DateTimeOffset Admitted = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [TestCase]
    [TestCase("--beside-work")]
    public async Task What_was_shown_is_shown_again_and_how_far_it_came_is_said(params string[] how)
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using var service = await ServiceProcess.StartAsync(database, "token administrator");
        var opened = (await service.PostUntilServed("/v1/discharge-cases", new
        {
            occurredAt = Admitted,
            admittedAt = Admitted,
            person = new { name = "Ada Marlowe", nhsNumberMissing = "not-yet-traced" },
            site = "RTEST",
            ward = "Northgate",
            hub = "QTEST",
            residence = "own-home",
        })).Expect(HttpStatusCode.Created).Location!;
        var board = await service.Get("/v1/wards/RTEST/Northgate/board");
        var shown = await service.Get(opened);
        await database.RunAsOwnerAsync("truncate discharge.discharge_cases");

        var (exitCode, said) = await ServiceProcess.RunAsync(database, "Development", ["rebuild", .. how]);

        Assert.That(exitCode, Is.Zero, said);
        Assert.That(said, Does.Contain("1 of 1 cases with 1 entries"));
        Assert.That((await service.Get(opened)).Text, Is.EqualTo(shown.Text));
        Assert.That((await service.Get("/v1/wards/RTEST/Northgate/board")).Text, Is.EqualTo(board.Text));
    }

    [Test]
    public async Task An_option_there_is_not_is_refused_before_anything_is_written()
    {
        var (exitCode, said) = await ServiceProcess.RunAsync(owner: null, application: null, "Production", "rebuild", "--beside-the-work");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(said, Does.Contain("--beside-the-work").And.Contain("rebuild --beside-work"));
    }

    [Test]
    public async Task A_case_that_cannot_be_read_is_named_and_the_exit_code_says_so()
    {
        await using var database = await TestDatabase.MigratedAsync();
        var id = Guid.CreateVersion7();
        await database.RunAsOwnerAsync(
            $"""
            insert into cases.mt_streams (id, version) values ('{id}', 1);
            insert into cases.mt_events (seq_id, id, stream_id, version, data, type, headers, user_name) values (1, '{id}', '{id}', 1, '{"{}"}', 'discharge-case.never-heard-of.v1', '{"{}"}', 'nobody')
            """);

        var (exitCode, said) = await ServiceProcess.RunAsync(database, "Development", "rebuild");

        Assert.That(exitCode, Is.EqualTo(1), said);
        Assert.That(said, Does.Contain($"{id} is shown as it was. Entry 1 of {id}, stored as 'discharge-case.never-heard-of.v1', cannot be read."));
    }
}
