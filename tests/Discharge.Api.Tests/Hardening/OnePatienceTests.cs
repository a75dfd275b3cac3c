using System.Globalization;
using Discharge.Api.Hardening;
using Discharge.Persistence;
using Discharge.Persistence.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests.Hardening;

/// <summary>The service counts what each request waits for the database.</summary>
public sealed class OnePatienceTests
{
    private TestDatabase _database = null!;
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task A_service_with_two_endpoints_more()
    {
        _database = await TestDatabase.MigratedAsync();
        _service = await RunningService.StartAsync(_database, map: service =>
        {
            service.MapGet("/one-read", AskAsync).AllowAnonymous();
            service.MapGet("/many-reads", AskAsync).AllowAnonymous().WithMetadata(new OfManyReadsAttribute());
        });
    }

    [OneTimeTearDown]
    public async Task Is_closed()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task What_was_waited_for_one_read_is_not_left_for_the_next()
    {
        Assert.That(await LeftAsync("/one-read"), Is.LessThan(Resilience.Longest));
        Assert.That(await LeftAsync("/one-read"), Is.GreaterThan(Resilience.Longest / 2), "another request has a patience of its own");
    }

    [Test]
    public async Task An_answer_of_many_reads_may_take_as_long_for_each() => Assert.That(await LeftAsync("/many-reads"), Is.EqualTo(Resilience.Longest));

    [Test]
    public void Answers_put_together_from_cases_by_the_hundred_are_of_many_reads() => Assert.That(
        from endpoint in _service.Service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<OfManyReadsAttribute>() is not null && endpoint.RoutePattern.RawText != "/many-reads"
        select endpoint.RoutePattern.RawText,
        Is.EquivalentTo(
        [
            "/v1/bed-capacity", "/v1/bed-disagreements", "/v1/clocks/forecast", "/v1/timelines/back-test", "/v1/reablement-report", "/v1/reablement-measures", "/v1/subject-access-requests/{id}/export",
        ]));

    private static async Task<string> AskAsync()
    {
        await Resilience.Reads.ExecuteAsync(async _ => await Task.Yield());
        return Patience.Left(Resilience.Longest).Ticks.ToString(CultureInfo.InvariantCulture);
    }

    private async Task<TimeSpan> LeftAsync(string path) => new(long.Parse(await _service.Http.GetStringAsync(path), CultureInfo.InvariantCulture));
}
