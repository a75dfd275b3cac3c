using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using NodaTime;
using NodaTime.Extensions;

namespace Discharge.Api.Demo;

/// <summary>Loads the demonstration ward through the service's own front door, once, and says where to look.</summary>
internal sealed class Demonstration(HttpClient service, DevelopmentTokens tokens, TimeProvider time, TextWriter console)
{
    /// <summary>The argument that asks for it.</summary>
    public const string Argument = "--demo";

    /// <summary>Loads who is not there yet, then says where to look and what to try.</summary>
    public async Task ShowAsync(CancellationToken cancellation)
    {
        if ((await CasesAsync(cancellation)).Count < DemoWard.People.Count)
        {
            await console.WriteLineAsync($"Loading the demonstration ward, {DemoWard.People.Count} invented people ...");
            foreach (var person in DemoWard.People)
            {
                await LoadAsync(person, cancellation);
                await console.WriteLineAsync($"  {person.Name}");
            }
        }
        else
        {
            await console.WriteLineAsync("The demonstration ward is there already.");
        }

        await SayWhereToLookAsync((await CasesAsync(cancellation))[0]);
    }

    // Closed cases are counted too: whoever closes one must not find everybody loaded again.
    private async Task<List<string>> CasesAsync(CancellationToken cancellation)
    {
        var cases = new List<string>();
        foreach (var which in (string[])[string.Empty, "&phase=closed"])
        {
            using var request = Request(HttpMethod.Get, $"/v1/discharge-cases?site={DemoWard.Site}&limit=200{which}", Role.HubLead);
            using var answer = await service.SendAsync(request, cancellation);
            answer.EnsureSuccessStatusCode();
            cases.AddRange((await answer.Content.ReadFromJsonAsync<JsonObject>(cancellation))!["cases"]!.AsArray().Select(row => row!["case"]!.ToString()));
        }

        return cases;
    }

    private async Task LoadAsync(DemoPerson person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToInstant();
        var who = new JsonObject { ["name"] = person.Name, ["dateOfBirth"] = Word(person.Born) };
        if (person.NhsNumber is { } number)
        {
            who["nhsNumber"] = number;
        }

        var opened = await SendAsync(
            Role.WardStaff,
            "/v1/discharge-cases",
            $"demo {person.Name}",
            new JsonObject
            {
                ["occurredAt"] = Word(now - person.Admitted),
                ["admittedAt"] = Word(now - person.Admitted),
                ["person"] = who,
                ["site"] = DemoWard.Site,
                ["ward"] = DemoWard.Ward,
                ["bed"] = person.Bed,
                ["hub"] = DemoWard.Hub,
                ["residence"] = person.Residence,
            },
            cancellation);
        if (opened is null)
        {
            return;
        }

        var entries = new Dictionary<string, string>();
        foreach (var (step, place) in person.Steps.Select((step, place) => (step, place)))
        {
            var body = step.Body.DeepClone().AsObject();
            body["occurredAt"] = Word(now - step.Ago);
            if (step.Moment is var (moment, momentAgo))
            {
                body[moment] = Word(now - momentAgo);
            }

            if (step.Date is var (date, dateAgo))
            {
                body[date] = Word(LocalCalendar.DateOf(now - dateAgo));
            }

            var thing = step.What.Split('/')[0];
            var path = step.What.Replace("{entry}", entries.GetValueOrDefault(thing), StringComparison.Ordinal);
            if (await SendAsync(step.By, $"/v1/discharge-cases/{opened["id"]}/{path}", $"demo {person.Name} {place}", body, cancellation) is { } answer)
            {
                entries[thing] = answer["recorded"]![0]!["version"]!.ToString();
            }
        }
    }

    // A load that was interrupted is taken up again: what was done before is refused as a key used before, or as a person who is there already.
    private async Task<JsonObject?> SendAsync(Role role, string path, string key, JsonObject body, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Post, path, role);
        request.Headers.Add("Idempotency-Key", key.Replace(' ', '-'));
        request.Content = JsonContent.Create(body);
        using var answer = await service.SendAsync(request, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK or HttpStatusCode.Created => JsonNode.Parse(text)!.AsObject(),
            HttpStatusCode.Conflict => null,
            HttpStatusCode.UnprocessableEntity when text.Contains(Responses.KeyUsedBefore.Code, StringComparison.Ordinal) => null,
            _ => throw new HttpRequestException($"The demonstration cannot be loaded: {path} answered {(int)answer.StatusCode} {text}"),
        };
    }

    private HttpRequestMessage Request(HttpMethod method, string path, Role role) =>
        new(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", tokens.Sign(role, DemoWard.Site)) } };

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

            The walk of one case from ward to home: src/Discharge.Api/ward-to-home.http
            """);
    }

    private static string Word(Instant moment) => PublicJson.Spell(moment);

    private static string Word(LocalDate date) => PublicJson.Spell(date);
}
