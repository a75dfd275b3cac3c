using Discharge.Api.Access;
using NodaTime.Extensions;

namespace Discharge.Api.Demo;

/// <summary>
/// Loads the demonstration ward through the service's own front door, once, and says where to look. A load that was interrupted is taken up
/// where it stopped, in the middle of a person if need be.
/// </summary>
internal sealed class Demonstration(HttpClient service, DevelopmentTokens tokens, TimeProvider time, TextWriter console)
{
    /// <summary>The argument that asks for it.</summary>
    public const string Argument = "--demo";

    private readonly DemoCaller _caller = new(service, tokens);

    /// <summary>Loads who is not there yet or not wholly, then says where to look and what to try.</summary>
    public async Task ShowAsync(CancellationToken cancellation)
    {
        var wanting = await WantingAsync(cancellation);
        await console.WriteLineAsync(wanting is []
            ? "The demonstration ward is there already."
            : $"Loading the demonstration ward, {wanting.Count} of its {DemoWard.People.Count} invented people ...");
        var rooms = wanting is [] ? new Dictionary<DemoRoom, string>() : await DemoHomes.RegisterAsync(_caller, time.GetUtcNow().ToInstant(), cancellation);
        foreach (var load in wanting)
        {
            await load.FinishAsync(rooms, cancellation);
            await console.WriteLineAsync($"  {load.Person.Name}");
        }

        var reablement = new DemoReablement(_caller, time.GetUtcNow().ToInstant());
        if (!await reablement.IsThereAsync(cancellation))
        {
            await reablement.LoadAsync((await CasesAsync(cancellation)).ToLookup(row => row.Name, row => row.Id), cancellation);
        }

        var rehabilitation = new DemoRehabilitation(_caller, time.GetUtcNow().ToInstant());
        if (!await rehabilitation.IsThereAsync(cancellation))
        {
            await rehabilitation.LoadAsync(cancellation);
        }

        await SayWhereToLookAsync((await CasesAsync(cancellation))[0].Id);
    }

    private async Task<List<DemoLoad>> WantingAsync(CancellationToken cancellation)
    {
        var there = (await CasesAsync(cancellation)).ToLookup(row => row.Name, row => row.Id);
        var wanting = new List<DemoLoad>();
        foreach (var person in DemoWard.People)
        {
            var load = there[person.Name].FirstOrDefault() is { } id
                ? await DemoLoad.OfAsync(person, id, _caller, cancellation)
                : new DemoLoad(person, _caller, time.GetUtcNow().ToInstant());
            if (!load.IsWhole)
            {
                wanting.Add(load);
            }
        }

        return wanting;
    }

    // Closed cases are counted too: whoever closes one must not find everybody loaded again.
    private async Task<List<(string Name, string Id)>> CasesAsync(CancellationToken cancellation)
    {
        var cases = new List<(string Name, string Id)>();
        foreach (var which in (string[])[string.Empty, "&phase=closed"])
        {
            var listed = await _caller.GetAsync($"/v1/discharge-cases?site={DemoWard.Site}&limit=200{which}", cancellation);
            cases.AddRange(listed["cases"]!.AsArray().Select(row => (row!["person"]!["name"]?.ToString() ?? string.Empty, row["case"]!.ToString())));
        }

        return cases;
    }

    private Task SayWhereToLookAsync(string example)
    {
        var address = service.BaseAddress!.ToString().TrimEnd('/');
        return console.WriteLineAsync($"""

            Look at
              {address}/docs                 the reference, to browse and try
              {address}/openapi/v1.json      the contract

            Try, with the tokens above (TOKEN=...):
              curl -s -H "Authorization: Bearer $TOKEN" {address}/v1/wards/{DemoWard.Site}/{DemoWard.Ward}/board
              curl -s -H "Authorization: Bearer $TOKEN" "{address}/v1/timelines/T01/due?startedAt=2026-03-28T20:00:00Z"
              curl -s -H "Authorization: Bearer $TOKEN" {address}/v1/cases/{example}/history
              curl -s -H "Authorization: Bearer $TOKEN" "{address}/v1/reablement-board?team={DemoReablement.Team}"
              curl -s -H "Authorization: Bearer $TOKEN" "{address}/v1/rehabilitation-board?team={DemoRehabilitation.Team}"

            The walk of one case from ward to home: src/Discharge.Api/ward-to-home.http
            """);
    }
}
