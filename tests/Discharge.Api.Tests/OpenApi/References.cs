using System.Text.Json.Nodes;

namespace Discharge.Api.Tests.OpenApi;

/// <summary>What the paths and examples of a case's commands name: the case, another person, and what earlier answers gave an id or a number.</summary>
internal sealed class References
{
    private const string Cases = "/v1/discharge-cases";

    private readonly Dictionary<string, JsonNode> _inPaths = [];
    private readonly Dictionary<string, JsonNode> _inBodies = [];

    private References()
    {
    }

    private References(JsonNode id, JsonNode otherPerson)
    {
        _inPaths["id"] = id.DeepClone();
        _inBodies["otherPerson"] = otherPerson.DeepClone();
    }

    /// <summary>Those of a case that was just opened, with another person for it to name.</summary>
    public static async Task<References> Of(JsonNode id, Contract contract, Client client)
    {
        var opening = contract.Operation("POST", Cases).Request!["example"]!.DeepClone();
        opening["person"] = new JsonObject { ["nhsNumberMissing"] = "not-yet-traced" };
        var other = await client.Post(Cases, opening);
        return new(id, (await client.Get($"{Cases}/{other.Body["id"]}")).Body["personRef"]!);
    }

    /// <summary>What commands on a place name: somebody's case.</summary>
    public static References OfPerson(string @case) => new() { _inBodies = { ["case"] = JsonValue.Create(@case) } };

    /// <summary>What commands on a reablement case that was just opened name.</summary>
    public static References OfReablement(JsonNode id) => new() { _inPaths = { ["id"] = id.DeepClone() } };

    /// <summary>What commands on a rehabilitation-bed case that was just opened name: the case, and a bed for rehabilitation.</summary>
    public static References OfRehabilitation(string id, Guid bed) => new() { _inPaths = { ["id"] = JsonValue.Create(id) }, _inBodies = { ["bed"] = JsonValue.Create(bed) } };

    /// <summary>What is said between the examples of a rehabilitation-bed case: that the person stays in the care home for good, so that rehabilitation can end.</summary>
    public static JsonObject LeavingTheCareHome => new() { ["occurredAt"] = "2026-03-30T09:00:00+01:00", ["for"] = "care-home" };

    /// <summary>A path with its names filled in.</summary>
    public string Path(string path) => _inPaths.Aggregate(path, (at, part) => at.Replace($"{{{part.Key}}}", part.Value.ToString(), StringComparison.Ordinal));

    /// <summary>An example that names what is there.</summary>
    public JsonNode Body(JsonNode example)
    {
        var sent = example.DeepClone();
        foreach (var (name, value) in _inBodies.Where(reference => sent[reference.Key] is not null))
        {
            sent[name] = value.DeepClone();
        }

        return sent;
    }

    /// <summary>Takes what later commands name from the answer to this one.</summary>
    public void Learn(string path, JsonNode answer)
    {
        var version = answer["recorded"]![0]!["version"]!;
        switch (path.Split('/')[^1])
        {
            case "delays":
                _inPaths["delayId"] = _inBodies["delay"] = version.DeepClone();
                break;
            case "carers":
                _inPaths["carer"] = version.DeepClone();
                break;
            case "contingency-places":
                _inPaths["agreement"] = version.DeepClone();
                break;
            case "failed-home-visits":
                _inPaths["version"] = version.DeepClone();
                break;
            case "home-access-visits":
                _inPaths["visit"] = version.DeepClone();
                _inBodies["visit"] = version.DeepClone();
                break;
            case "planned-visits":
                _inBodies["visit"] = version.DeepClone();
                break;
            case "assessment-requests" or "crisis-responses":
                _inBodies["request"] = version.DeepClone();
                break;
            case "goals":
                _inBodies["goal"] = version.DeepClone();
                break;
            case "objections":
                _inPaths["objection"] = version.DeepClone();
                break;
            case "referrals":
                _inPaths["referral"] = answer["recorded"]![0]!["id"]!.DeepClone();
                break;
            case "home-referrals":
                _inPaths["homeReferral"] = version.DeepClone();
                break;
            case "tasks":
                _inPaths["task"] = answer["recorded"]![0]!["id"]!.DeepClone();
                break;
        }
    }
}
