using Discharge.EmbeddedPostgres;
using Discharge.Faults;
using Discharge.Faults.Checking;
using Discharge.Faults.Cycling;
using Discharge.Faults.Planted;

namespace Discharge.Api.Tests.Faults;

/// <summary>What a service does wrong where people are told and cases handed over is known by what the checker says of it; all other misbehaviours are run by the faults themselves.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class MisbehavioursTests
{
    // Whether anybody leaves, so that there is something to tell, is drawn too, from what was opened until then.
    private static readonly int[] Seeds = [7, 8, 9];

    private PrivatePostgres _server = null!;
    private House _house = null!;

    // Those of what is told, and of which it matters what is said against them.
    private static IEnumerable<string> Names => Misbehaviours.All.Where(one => one is { Saying: not "", Codes: ["I7"] or ["I9"] }).Select(one => one.What);

    [OneTimeSetUp]
    public async Task A_service()
    {
        _server = await PrivatePostgres.StartAsync(PrivateCluster.ForTests(PrivatePostgres.FindCloneRoot()));
        _house = await new House(await FaultyDatabase.NewOnAsync(_server)).WithAsync(1);
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

    [TestCaseSource(nameof(Names))]
    public async Task A_misbehaviour_is_seen_by_what_it_is(string name)
    {
        var misbehaviour = Misbehaviours.All.Single(one => one.What == name);

        var against = new List<Violation>();
        foreach (var seed in Seeds.TakeWhile(_ => !against.Exists(SaysIt)))
        {
            against.AddRange(await Misbehaviours.AgainstAsync(_house, misbehaviour, seed));
        }

        Assert.That(against.Where(SaysIt), Is.Not.Empty, () => string.Join(", ", against.Select(violation => violation.Code).Distinct()));

        bool SaysIt(Violation violation) => misbehaviour.Codes.Contains(violation.Code) && violation.What.Contains(misbehaviour.Saying, StringComparison.Ordinal);
    }
}
