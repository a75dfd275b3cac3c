using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Discharge.Api.Access;
using Discharge.EmbeddedPostgres;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>The walk that people are given to try is run as it is written.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed partial class WalkTests
{
    [TestCase("ward-to-home.http", Role.HubLead, 1)]
    [TestCase("reablement.http", Role.ReablementTeam, 0)]
    [TestCase("rehabilitation.http", Role.HubLead, 1)]
    public async Task Every_request_of_the_walk_is_answered_as_it_announces_also_when_it_is_walked_again(string file, Role role, int refusals)
    {
        await WalkAsync(file, role, refusals);
        await WalkAsync(file, role, refusals);
    }

    private static async Task WalkAsync(string file, Role role, int refusals)
    {
        var service = await SharedService.RunningAsync();
        var walk = (await TextOfAsync(file)).ReplaceLineEndings("\n");
        var known = new Dictionary<string, string>();
        var answers = new Dictionary<string, JsonNode>();
        var refused = new List<string>();
        var steps = Steps().Split(walk);
        Learn(steps[0], known, answers);
        known["host"] = service.Http.BaseAddress!.ToString().TrimEnd('/');
        known["token"] = service.Service.Services.GetRequiredService<DevelopmentTokens>().Sign(role);

        foreach (var step in steps[1..])
        {
            var (announced, request, name) = Read(step, known, answers);
            using (request)
            {
                using var answer = await service.Http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                var isRefusal = announced.Contains("refused", StringComparison.Ordinal);
                Assert.That(answer.IsSuccessStatusCode, Is.EqualTo(!isRefusal), $"{announced}: {(int)answer.StatusCode} {text}");
                if (isRefusal)
                {
                    Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), announced);
                    refused.Add(announced);
                }

                answers[name] = JsonNode.Parse(text)!;
            }

            Learn(step, known, answers);
        }

        Assert.That(steps, Has.Length.GreaterThan(35));
        Assert.That(refused, Has.Count.EqualTo(refusals));
    }

    [Test]
    public async Task The_walks_take_every_command_there_is()
    {
        var contract = new OpenApi.Contract((await new Client(await SharedService.RunningAsync()).Get("/openapi/v1.json")).Body);
        var taken = Posted().Matches(await TextOfAsync("ward-to-home.http") + await TextOfAsync("reablement.http") + await TextOfAsync("rehabilitation.http")).Select(post => Placeholder().Replace(post.Groups[1].Value, "x")).ToHashSet();
        Assert.That(contract.CommandsInOrder.Concat(contract.ReablementInOrder).Concat(contract.RehabilitationInOrder).Select(command => Named().Replace(command.Path, "x")).Except(taken), Is.Empty);
    }

    private static Task<string> TextOfAsync(string file) => File.ReadAllTextAsync(Path.Combine(PrivatePostgres.FindCloneRoot(), "src", "Discharge.Api", file));

    private static (string Announced, HttpRequestMessage Request, string Name) Read(string step, Dictionary<string, string> known, Dictionary<string, JsonNode> answers)
    {
        var lines = step.Split('\n');
        var start = Array.FindIndex(lines, line => Verb().IsMatch(line));
        var end = Array.FindIndex(lines, start, line => line.Length == 0);
        var first = Filled(lines[start], known, answers).Split(' ', 2);
        var request = new HttpRequestMessage(new HttpMethod(first[0]), first[1]);
        var body = string.Join('\n', lines[end..].Where(line => !line.StartsWith('@')));
        if (first[0] == "POST")
        {
            request.Content = new StringContent(Filled(body, known, answers), Encoding.UTF8);
        }

        foreach (var header in lines[(start + 1)..end].Select(line => Filled(line, known, answers).Split(": ", 2)))
        {
            if (header[0] == "Content-Type")
            {
                request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(header[1]);
                continue;
            }

            request.Headers.TryAddWithoutValidation(header[0], header[1]);
        }

        return (lines[0].Trim(), request, lines.FirstOrDefault(line => line.StartsWith("# @name ", StringComparison.Ordinal))?["# @name ".Length..] ?? string.Empty);
    }

    private static void Learn(string step, Dictionary<string, string> known, Dictionary<string, JsonNode> answers)
    {
        foreach (var variable in step.Split('\n').Where(line => line.StartsWith('@')).Select(line => line[1..].Split(" = ", 2)))
        {
            known[variable[0]] = Filled(variable[1], known, answers);
        }
    }

    private static string Filled(string text, Dictionary<string, string> known, Dictionary<string, JsonNode> answers) => Placeholder().Replace(text, found => found.Groups[1].Value.Split(' ', '.') switch
    {
        ["$guid"] => Guid.NewGuid().ToString(),
        ["$datetime", "iso8601"] => Iso(TimeSpan.Zero),
        ["$datetime", "iso8601", var count, var unit] => Iso(double.Parse(count, CultureInfo.InvariantCulture) * (unit == "d" ? TimeSpan.FromDays(1) : unit == "h" ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1))),
        ["$localDatetime", "'YYYY-MM-DD'", var count, "d"] => DateTime.Now.AddDays(int.Parse(count, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        [var name, "response", "body", .. var path] => At(answers[name], path)?.ToString() ?? throw new InvalidOperationException($"The answer called {name} has no {string.Join('.', path)}."),
        [var name] => known[name],
        _ => throw new InvalidOperationException($"{found.Value} means nothing here."),
    });

    // A path such as referrals.all[0].id.
    private static JsonNode? At(JsonNode answer, string[] path) => path.SelectMany(part => part.TrimEnd(']').Split('[')).Aggregate(
        (JsonNode?)answer, (node, part) => node is JsonArray list ? list.ElementAtOrDefault(int.Parse(part, CultureInfo.InvariantCulture)) : node?[part]);

    // To the second or finer, with a Z, as the editors that run such files write it.
    private static string Iso(TimeSpan ahead) => (DateTimeOffset.UtcNow + ahead).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex("^###", RegexOptions.Multiline)]
    private static partial Regex Steps();

    [GeneratedRegex(@"^POST \{\{host\}\}(\S+)", RegexOptions.Multiline)]
    private static partial Regex Posted();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Named();

    [GeneratedRegex("^(GET|POST) ")]
    private static partial Regex Verb();

    [GeneratedRegex(@"\{\{([^}]+)\}\}")]
    private static partial Regex Placeholder();
}
