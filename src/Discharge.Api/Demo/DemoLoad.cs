using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using NodaTime;
using NodaTime.Text;

namespace Discharge.Api.Demo;

/// <summary>
/// One person on the way into the demonstration ward, and how far they have come. All their moments count back from the one at which their
/// load began, so what is on record says which steps were taken, also after an interruption.
/// </summary>
internal sealed class DemoLoad(DemoPerson person, DemoCaller caller, Instant began)
{
    // The last entry recorded under the first word of a path, which a later step may name.
    private readonly Dictionary<string, string> _entries = [];

    private string? _case;
    private int _taken;

    /// <summary>The person.</summary>
    public DemoPerson Person => person;

    /// <summary>Whether they are there with everything that is to be recorded of them.</summary>
    public bool IsWhole => _case is not null && _taken == person.Steps.Count;

    /// <summary>Somebody who is there, wholly or in part.</summary>
    public static async Task<DemoLoad> OfAsync(DemoPerson person, string id, DemoCaller caller, CancellationToken cancellation)
    {
        var recorded = (await caller.GetAsync($"/v1/cases/{id}/history", cancellation))["entries"]!.AsArray()
            .Where(entry => !IsOfTheWatch(entry!["name"]!.ToString()))
            .Select(entry => (Version: entry!["version"]!.ToString(), At: OffsetDateTimePattern.Rfc3339.Parse(entry["occurredAt"]!.ToString()).Value.ToInstant()))
            .ToArray();
        var load = new DemoLoad(person, caller, recorded[0].At + person.Admitted) { _case = id };
        // Steps are taken in order, one entry each; what somebody has recorded since has moments of its own and is passed over.
        foreach (var (version, at) in recorded.Skip(1))
        {
            if (!load.IsWhole && at == load.Moment(person.Steps[load._taken].Ago))
            {
                load.Took(version);
            }
        }

        return load;
    }

    /// <summary>Takes the steps that are still to be taken.</summary>
    /// <param name="rooms">The registered places they may happen in, by their ids.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task FinishAsync(IReadOnlyDictionary<DemoRoom, string> rooms, CancellationToken cancellation)
    {
        _case ??= (await caller.PostAsync(Role.WardStaff, "/v1/discharge-cases", $"demo {person.Name}", Opening(), cancellation))?["id"]!.ToString();
        while (_case is not null && !IsWhole)
        {
            var step = person.Steps[_taken];
            var path = step.What.Replace("{entry}", _entries.GetValueOrDefault(Thing(step)), StringComparison.Ordinal);
            var answer = await caller.PostAsync(step.By, $"/v1/discharge-cases/{_case}/{path}", $"demo {person.Name} {_taken}", Body(step, rooms), cancellation)
                ?? throw new HttpRequestException($"The demonstration cannot be loaded: {path} of {person.Name} stands against what is on record.");
            Took(answer["recorded"]![0]!["version"]!.ToString());
        }
    }

    private void Took(string version)
    {
        // What is said of an entry is none that a later step names.
        if (person.Steps[_taken++] is var step && step.What == Thing(step))
        {
            _entries[step.What] = version;
        }
    }

    private static bool IsOfTheWatch(string name) => EventNames.TypeOf(name) is var type && (type == typeof(ClockBreached) || type == typeof(BreachWithdrawn));

    private static string Thing(DemoStep step) => step.What.Split('/')[0];

    private Instant Moment(Duration ago) => began - ago;

    private JsonObject Opening()
    {
        var who = new JsonObject { ["name"] = person.Name, ["dateOfBirth"] = PublicJson.Spell(person.Born) };
        if (person.NhsNumber is { } number)
        {
            who["nhsNumber"] = number;
        }

        return new()
        {
            ["occurredAt"] = PublicJson.Spell(Moment(person.Admitted)),
            ["admittedAt"] = PublicJson.Spell(Moment(person.Admitted)),
            ["person"] = who,
            ["site"] = DemoWard.Site,
            ["ward"] = DemoWard.Ward,
            ["bed"] = person.Bed,
            ["hub"] = DemoWard.Hub,
            ["residence"] = person.Residence,
        };
    }

    private JsonObject Body(DemoStep step, IReadOnlyDictionary<DemoRoom, string> rooms)
    {
        var body = step.Body.DeepClone().AsObject();
        body["occurredAt"] = PublicJson.Spell(Moment(step.Ago));
        if (step.Moment is var (moment, momentAgo))
        {
            body[moment] = PublicJson.Spell(Moment(momentAgo));
        }

        if (step.Date is var (date, dateAgo))
        {
            body[date] = PublicJson.Spell(LocalCalendar.DateOf(Moment(dateAgo)));
        }

        if (step.Room is { } room)
        {
            body["bed"] = rooms[room];
        }

        return body;
    }
}
