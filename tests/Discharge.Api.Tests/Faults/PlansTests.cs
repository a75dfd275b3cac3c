using Discharge.Faults;
using Discharge.Faults.Cycling;
using Discharge.Faults.Ledgers;
using Discharge.Faults.Load;

namespace Discharge.Api.Tests.Faults;

/// <summary>A seed has the same again: what is done, to which node, after how many commands, and what people do.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PlansTests
{
    // Corruption draws nothing: it does all it can.
    private static IEnumerable<string> Drawing => Suite.All.Select(suite => suite.Name).Where(name => name != "corruption");

    private static IEnumerable<string> Names => Suite.All.Select(suite => suite.Name);

    [TestCaseSource(nameof(Names))]
    public void The_same_seed_gives_the_same_plan(string name)
    {
        var first = Seeds.ToDictionary(seed => seed, seed => Chosen(name, seed));

        Assert.That(Seeds.Reverse().Select(seed => Chosen(name, seed)), Is.EqualTo(Seeds.Reverse().Select(seed => first[seed])));
    }

    [TestCaseSource(nameof(Drawing))]
    public void Another_seed_gives_another_plan(string name) =>
        Assert.That(Seeds.Select(seed => Chosen(name, seed)).Distinct().Count(), Is.GreaterThan(1));

    [Test]
    public void A_seed_means_the_same_on_every_machine() =>
        Assert.That(Chosen("one-of-two", seed: 4), Does.StartWith("{\"After\":17,\"Victim\":1,\"Kills\":true,"));

    [Test]
    public void What_a_person_does_next_follows_from_the_seed_and_not_from_who_came_first()
    {
        static IEnumerable<string> Paths(IEnumerable<int> people)
        {
            var work = new Work(seed: 7, cases: 1, TimeSpan.FromSeconds(1));
            work.Open(Draws.Of(7));
            work.Learn(new Answered("opening", DateTimeOffset.UnixEpoch, 1, 201, "{}", ETag: null, "/v1/discharge-cases/0198c1a0-0000-7000-8000-000000000001"));
            return people.SelectMany(person => Enumerable.Range(0, 30).Select(number => $"{person}: {work.Next(Draws.Of(7, person, number)).Path}")).Order();
        }

        Assert.That(Paths([3, 2, 1]), Is.EqualTo(Paths([1, 2, 3])));
    }

    private static IReadOnlyList<int> Seeds => [1, 2, 3, 4, 5, -7, int.MaxValue];

    private static string Chosen(string name, int seed)
    {
        var suite = Suite.All.Single(one => one.Name == name);
        return suite.Chosen(new(suite.Quick, seed, IsQuick: true));
    }
}
