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

    [TestCaseSource(nameof(Names))]
    public async Task A_planted_defect_is_seen(string name)
    {
        var defect = Defects.All.Single(one => one.Name == name);

        Assert.That(Invariant.Check(await _scene.WithAsync(defect)).Select(violation => violation.Code), Has.Some.EqualTo(defect.Code));
    }
}
