using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Discharge.EmbeddedPostgres;
using Discharge.Faults;
using Discharge.Faults.Checking;
using Discharge.Faults.Cycling;
using Discharge.Faults.Planted;

namespace Discharge.Api.Tests.Faults;

/// <summary>The checker of the faults is checked itself: in a sound history it sees nothing, and each defect planted in it it sees.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class PlantedDefectsTests
{
    private PrivatePostgres _server = null!;
    private House _house = null!;
    private Scene _scene = null!;

    private static IEnumerable<string> Names => Defects.All.Select(defect => defect.Name);

    [OneTimeSetUp]
    public async Task A_sound_history()
    {
        _server = await PrivatePostgres.StartAsync(PrivateCluster.ForTests(PrivatePostgres.FindCloneRoot()));
        _house = await new House(await FaultyDatabase.NewOnAsync(_server)).WithAsync(1);
        _scene = await Scene.PlayAsync(_house);
    }

    [OneTimeTearDown]
    public async Task Is_closed()
    {
        if (_house is not null)
        {
            await _house.DisposeAsync();
        }

        await _server.DisposeAsync();
    }

    [Test]
    public async Task In_a_sound_history_nothing_is_seen() =>
        Assert.That(Invariant.Check(await _scene.WithAsync(new Defect("None", string.Empty))), Is.Empty);

    [Test]
    public async Task What_could_not_be_seen_yet_when_it_was_asked_need_not_be_shown()
    {
        var history = _scene.Served.Single(served => served.IsHistory);
        var last = JsonNode.Parse(history.Body)!["entries"]!.AsArray()[^1]!;
        var before = DateTimeOffset.Parse((string)last["recordedAt"]!, CultureInfo.InvariantCulture).AddMilliseconds(-1);
        var (earlier, shown) = (await _house.Any().Http.GetStringAsync($"{history.Path}?knownAt={Uri.EscapeDataString(Node.Say(before))}"), JsonNode.Parse(history.Body)!["notices"]!.AsArray());
        // As if it had been asked before anybody was told, and answered when it was.
        var overtaken = new Defect("None", string.Empty) { Served = served => served == history ? served with { Body = earlier, AckedBefore = 0, AskedAt = before } : served };

        Assert.That(shown, Is.Not.Empty);
        Assert.That(JsonNode.Parse(earlier)!["notices"]!.AsArray(), Is.Empty);
        Assert.That(Invariant.Check(await _scene.WithAsync(overtaken)), Is.Empty);
    }

    [Test]
    public async Task Whoever_works_in_it_reaches_what_is_theirs_and_nothing_else()
    {
        var (node, at) = (_house.Any(), Node.Say(DateTimeOffset.UtcNow.AddHours(-1)));
        var person = new { name = "Ada Marlowe", nhsNumberMissing = "not-yet-traced" };
        using var theirs = await node.Http.GetAsync($"/v1/discharge-cases/{_scene.Running}");
        using var others = await node.Http.PostAsync(
            "/v1/discharge-cases", JsonContent.Create(new { occurredAt = at, admittedAt = at, person, site = "ROTH1", ward = "Ward 1", hub = "QOTH1", residence = "own-home" }));

        Assert.That((theirs.StatusCode, others.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.BadRequest)), await others.Content.ReadAsStringAsync());
    }

    [TestCaseSource(nameof(Names))]
    public async Task A_planted_defect_is_seen(string name)
    {
        var defect = Defects.All.Single(one => one.Name == name);

        Assert.That(Invariant.Check(await _scene.WithAsync(defect)).Select(violation => violation.Code), Has.Some.EqualTo(defect.Code));
    }
}
