using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Discharge.Api.Tests.OpenApi;

/// <summary>Every operation of the contract asked for once, with the contract's own examples, and each answer held against what the contract says of it.</summary>
internal sealed class ExampleWalk(Contract contract, Client client, WhoMay whoMay)
{
    private const string Cases = "/v1/discharge-cases";

    public List<string> Asked { get; } = [];

    public List<string> Faults { get; } = [];

    public async Task FromWardToHome()
    {
        var opened = await Do("POST", Cases);
        var references = await References.Of(opened["id"]!, contract, client);
        foreach (var command in contract.CommandsInOrder)
        {
            references.Learn(command.Path, await Do("POST", command.Path, references));
        }

        var id = opened["id"]!.ToString();
        var shown = await Do("GET", $"{Cases}/{{id}}", ("id", id));
        await Do("GET", "/v1/wards/{odsSite}/{ward}/board", ("odsSite", shown["site"]!.ToString()), ("ward", shown["ward"]!.ToString()));
        await Do("GET", $"{Cases}/{{id}}/delay-ledger", ("id", id));
        await Do("GET", "/v1/cases/{id}/history", ("id", id));
        await Do("GET", "/v1/cases/{id}/sensitive-facts", ("id", id));
        await Do("GET", "/v1/cases/{id}/seal", ("id", id));
        await Do("GET", $"{Cases}/delay-measures", ("site", shown["site"]!.ToString()), ("from", "2026-03-02"), ("to", "2026-03-08"));
        await Do("GET", "/v1/cases/{id}/clocks", ("id", id));
        await Do("POST", "/v1/cases/{id}/what-if", ("id", id));
        await Do("GET", "/v1/clocks");
        await Do("GET", "/v1/clocks/forecast", ("until", DateTimeOffset.UtcNow.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)));
        await Do("POST", "/v1/timelines/back-test");
        await Do("GET", Cases);
        await Do("GET", "/v1/requests", ("ended", "true"), ("limit", "5"));
        await Do("POST", "/v1/people/search");
        await Do("POST", "/v1/people/{person}/details", ("person", shown["personRef"]!.ToString()));
        await Do("GET", "/v1/people/{person}", ("person", shown["personRef"]!.ToString()));
        await ThroughOversight(shown["personRef"]!.ToString());
        await ThroughAnAudit(id, shown["site"]!.ToString());
        await ThroughSubjectAccess(shown["personRef"]!.ToString(), id);
        await ThroughAPlace(id);
        await ThroughReablement();
        await ThroughRehabilitation();
        await Do("GET", "/v1/timelines");
        await Do("GET", "/v1/timelines/{id}/due", ("id", "T01"), ("startedAt", "2026-03-28T20:00:00Z"));
        await Do("GET", "/health/live");
        await Do("GET", "/health/ready");
    }

    private async Task ThroughOversight(string person)
    {
        await Do("GET", "/v1/access-log");
        await Do("GET", "/v1/people/{person}/looks", ("person", person));
        await Do("GET", "/v1/retention");
        foreach (var what in new[] { "legal-holds", "legal-hold-ends", "appraisals" })
        {
            await Do("POST", $"/v1/people/{{person}}/{what}", ("person", person));
        }

        await Do("GET", "/v1/people/{person}/retention", ("person", person));

        // Nothing is disposed of while care goes on, and here it does; a disposal is walked through to its end in its own tests.
        var disposal = contract.Operation("POST", "/v1/people/{person}/disposals");
        Assert.That((await whoMay.Do(disposal).Post($"/v1/people/{person}/disposals", Example(disposal))).Status, Is.EqualTo(System.Net.HttpStatusCode.UnprocessableEntity));
        Asked.Add(disposal.ToString());
    }

    private async Task ThroughAnAudit(string @case, string site)
    {
        var recording = contract.Operation("POST", "/v1/engagements");
        (await whoMay.Do(recording).Post("/v1/engagements", Engagements.Auditors.Engagement([site]))).Expect(System.Net.HttpStatusCode.Created);
        var engagement = (await Do("POST", "/v1/engagements"))["id"]!.ToString();
        await Do("GET", "/v1/engagements");
        await Do("POST", "/v1/cases/{id}/reveal", ("id", @case));
        await Do("POST", "/v1/engagements/{id}/end", ("id", engagement));
    }

    private async Task ThroughSubjectAccess(string person, string @case)
    {
        var id = ("id", (await Do("POST", "/v1/people/{person}/subject-access-requests", ("person", person)))["id"]!.ToString());
        await Do("GET", "/v1/subject-access-requests");
        await Do("POST", "/v1/subject-access-requests/{id}/redactions", References.OfPerson(@case), id);
        await Do("POST", "/v1/subject-access-requests/{id}/redactions/{redaction}/withdrawal", id, ("redaction", "2"));
        await Do("GET", "/v1/subject-access-requests/{id}", id);
        await Do("GET", "/v1/subject-access-requests/{id}/export", id);
        await Do("POST", "/v1/subject-access-requests/{id}/answer", id);
        await Refused("/v1/subject-access-requests/{id}/extensions", id);
    }

    private async Task Refused(string path, (string Name, string Value) part)
    {
        var operation = contract.Operation("POST", path);
        Assert.That((await whoMay.Do(operation).Post(path.Replace($"{{{part.Name}}}", part.Value, StringComparison.Ordinal), Example(operation))).Status, Is.EqualTo(System.Net.HttpStatusCode.UnprocessableEntity));
        Asked.Add(operation.ToString());
    }

    private async Task ThroughAPlace(string @case)
    {
        var bed = ("bed", (await Do("POST", "/v1/beds"))["id"]!.ToString());
        foreach (var what in new[] { "offer-changes", "closures", "reopenings", "vacancy-confirmations", "reservations", "reservation-ends" })
        {
            await Do("POST", $"/v1/beds/{{bed}}/{what}", References.OfPerson(@case), bed);
        }

        await Do("POST", "/v1/beds/{bed}/entries/{version}/withdrawal", bed, ("version", "3"));
        await Do("GET", "/v1/beds/{bed}", bed);
        await Do("GET", "/v1/beds/{bed}/history", bed);
        await Do("GET", "/v1/beds");
        await Do("GET", "/v1/bed-capacity", ("from", "2026-03-02"), ("to", "2026-03-04"));
        await Do("GET", "/v1/bed-occupancy", ("from", "2026-03-02"), ("to", "2026-03-04"));
        await Do("GET", "/v1/bed-disagreements");
    }

    private async Task ThroughReablement()
    {
        var opened = (await Do("POST", "/v1/reablement-cases"))["id"]!;
        var (id, references) = (("id", opened.ToString()), References.OfReablement(opened));
        JsonNode last = null!;
        foreach (var command in contract.ReablementInOrder)
        {
            references.Learn(command.Path, last = await Do("POST", command.Path, references));
        }

        await Do("POST", "/v1/reablement-cases/{id}/entries/{version}/withdrawal", id, ("version", last["recorded"]![0]!["version"]!.ToString()));
        await Do("GET", "/v1/reablement-cases/{id}", id);
        await Do("GET", "/v1/reablement-cases");
        var team = ("id", (await Do("POST", "/v1/reablement-teams"))["id"]!.ToString());
        await Do("POST", "/v1/reablement-teams/{id}/capacities", team);
        await Do("POST", "/v1/reablement-teams/{id}/duty-workers", team);
        await Do("GET", "/v1/reablement-teams/{id}", team);
        await Do("GET", "/v1/reablement-teams");
        await Do("GET", "/v1/reablement-board");
        await Do("GET", "/v1/reablement-report", ("from", "2026-03-01"), ("to", "2026-03-31"));
        await Do("GET", "/v1/reablement-measures", ("from", "2026-03-01"), ("to", "2026-03-31"));
    }

    private async Task ThroughRehabilitation()
    {
        var id = ("id", (await Do("POST", "/v1/rehabilitation-bed-cases"))["id"]!.ToString());
        var bed = contract.Operation("POST", "/v1/beds").Request!["example"]!.DeepClone();
        (bed["name"], bed["kind"]) = ("Bay 2, bed 4", "rehabilitation");
        var references = References.OfRehabilitation(id.Item2, (await client.Post("/v1/beds", bed)).Body["id"]!.GetValue<Guid>());
        JsonNode last = null!;
        foreach (var command in contract.RehabilitationInOrder)
        {
            if (command.Path.EndsWith("/ending", StringComparison.Ordinal))
            {
                await client.Post($"/v1/rehabilitation-bed-cases/{id.Item2}/departures", References.LeavingTheCareHome);
            }

            references.Learn(command.Path, last = await Do("POST", command.Path, references));
        }

        await Do("POST", "/v1/rehabilitation-bed-cases/{id}/entries/{version}/withdrawal", id, ("version", last["recorded"]![0]!["version"]!.ToString()));
        await Do("GET", "/v1/rehabilitation-bed-cases/{id}", id);
        await Do("GET", "/v1/rehabilitation-bed-cases");
        await Do("GET", "/v1/rehabilitation-board");
    }

    private Task<JsonNode> Do(string method, string path, params (string Name, string Value)[] given) => Do(method, path, references: null, given);

    // An example's reference to something else is replaced by a reference to something that is there.
    private async Task<JsonNode> Do(string method, string path, References? references, params (string Name, string Value)[] given)
    {
        var operation = contract.Operation(method, path);
        var asked = given.Aggregate(references?.Path(path) ?? path, (at, part) => at.Replace($"{{{part.Name}}}", Uri.EscapeDataString(part.Value), StringComparison.Ordinal));
        var query = given.Where(part => !path.Contains($"{{{part.Name}}}", StringComparison.Ordinal)).Select((part, index) => $"{(index == 0 ? '?' : '&')}{part.Name}={Uri.EscapeDataString(part.Value)}");
        var whoever = whoMay.Do(operation);
        var answer = method == "GET" ? await whoever.Get(asked + string.Concat(query)) : await whoever.Post(asked, JsonContent.Create(references?.Body(Example(operation)) ?? Example(operation)));
        Asked.Add(operation.ToString());

        var described = operation.Answers.Where(one => one.Status == (int)answer.Status).Select(one => one.Response).SingleOrDefault();
        Assert.That(described, Is.Not.Null, $"{operation} answered {answer.Status}: {answer.Text}");
        Faults.AddRange(contract.Faults(answer.Body, described!["content"]!["application/json"]!["schema"]!).Select(fault => $"{operation}: {fault}"));
        Faults.AddRange(from header in new[] { (Name: "ETag", Value: answer.ETag), (Name: "Location", Value: answer.Location) }
                        where (described["headers"]?[header.Name] is null) != (header.Value is null)
                        select $"{operation}: {header.Name} is '{header.Value}', which is not what the contract says");
        return answer.Body;
    }

    private static JsonNode Example(Described operation) => operation.Request!["example"]!;
}
