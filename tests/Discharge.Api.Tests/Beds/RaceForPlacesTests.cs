using System.Net;
using Discharge.Api.Tests.Cases;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence.Tests;

namespace Discharge.Api.Tests.Beds;

/// <summary>Many people want few places at one moment, on two nodes. Each place has one winner, no winner is lost, and everybody else is told who has it.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class RaceForPlacesTests
{
    private const int Places = 8;

    [Test]
    public async Task A_thousand_requests_for_eight_places_give_eight_winners_and_992_refusals_that_say_who_has_what()
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using var one = await RunningService.StartAsync(database, "Development");
        await using var other = await RunningService.StartAsync(database, "Development");
        Client[] clients = [new(one), new(other)];
        var places = await EachAsync(Places, number => MadeAsync(key => clients[number % 2].Post("/v1/beds", Place.Registration("VRACE", $"Room {number}"), key)));
        var people = await EachAsync(125, number => MadeAsync(key => clients[number % 2].Post("/v1/discharge-cases", Patient.Opening($"Ward {number}"), key)));

        // Everybody asks for every place, and everybody's turn is another.
        var answers = await EachAsync(1_000, request => AnsweredAsync(
            () => clients[request % 2].Post($"/v1/beds/{places[WantedBy(request)]}/reservations", Place.ReservationFor(people[request / Places]), $"race-{request}")));

        var winners = answers.Index().Where(answer => answer.Item.Status is HttpStatusCode.OK).ToDictionary(answer => places[WantedBy(answer.Index)], answer => people[answer.Index / Places]);
        var refused = answers.Index().Where(answer => answer.Item.Status is not HttpStatusCode.OK).ToArray();
        Assert.Multiple(async () =>
        {
            Assert.That(winners, Has.Count.EqualTo(Places));
            Assert.That(refused, Has.Length.EqualTo(992));
            Assert.That(refused.Select(answer => (answer.Item.Status, answer.Item.Code)), Is.All.EqualTo((HttpStatusCode.Conflict, "bed.reserved")));
            Assert.That(
                refused.Select(answer => answer.Item.Body["caseId"]!.GetValue<Guid>()), Is.EqualTo(refused.Select(answer => winners[places[WantedBy(answer.Index)]])));
            await HoldsAsync(database, clients[0], winners);
        });
    }

    [Test]
    public async Task Where_a_node_is_killed_in_the_middle_no_place_is_given_twice_and_no_winner_is_lost()
    {
        await using var database = await TestDatabase.EmptyAsync();
        await using var survivor = await ServiceProcess.StartAsync(database, "token administrator");
        await using var victim = await ServiceProcess.StartAsync(database, "token administrator");
        var places = await EachAsync(Places, number => MadeAsync(key => survivor.Post("/v1/beds", Place.Registration("VKILL", $"Room {number}"), key)));
        var people = await EachAsync(40, number => MadeAsync(key => survivor.Post("/v1/discharge-cases", Patient.Opening($"Ward {number}"), key)));
        var (requests, answered) = (people.Length * Places, 0);

        var racing = EachAsync(requests, async request =>
        {
            var node = request % 2 == 0 ? survivor : victim;
            var answer = await AnsweredAsync(
                () => node.Post($"/v1/beds/{places[request / 2 % Places]}/reservations", Place.ReservationFor(people[request / Places]), $"race-{request}"), without: () => node = survivor);
            Interlocked.Increment(ref answered);
            return (Place: places[request / 2 % Places], Person: people[request / Places], Answer: answer);
        });
        await Stored.Once(() => Task.FromResult(Volatile.Read(ref answered) > 4), "a few are answered", TimeSpan.FromMinutes(1));
        await victim.KillAsync();
        var answers = await racing;

        var winners = answers.Where(answer => answer.Answer.Status is HttpStatusCode.OK).Select(answer => (answer.Place, answer.Person)).Distinct().ToDictionary(won => won.Place, won => won.Person);
        Assert.Multiple(async () =>
        {
            Assert.That(winners, Has.Count.EqualTo(Places), "Each place has one winner, and one only.");
            Assert.That(answers.Where(answer => answer.Answer.Status is not HttpStatusCode.OK).Select(answer => answer.Answer.Code), Is.All.EqualTo("bed.reserved"));
            Assert.That(
                answers.Where(answer => answer.Answer.Status is not HttpStatusCode.OK).Select(answer => (answer.Place, answer.Answer.Body["caseId"]!.GetValue<Guid>())),
                Is.All.Matches<(Guid Place, Guid Told)>(refused => winners[refused.Place] == refused.Told));
            foreach (var (place, person) in winners)
            {
                Assert.That((await survivor.Get($"/v1/beds/{place}")).Body["case"]!.GetValue<Guid>(), Is.EqualTo(person));
            }

            Assert.That((await survivor.Get("/v1/bed-disagreements")).Body["disagreements"]!.AsArray(), Is.Empty);
            await OnRecordOnceAsync(database, winners);
        });
    }

    private static async Task HoldsAsync(TestDatabase database, Client client, Dictionary<Guid, Guid> winners)
    {
        foreach (var (place, person) in winners)
        {
            Assert.That((await client.Get($"/v1/beds/{place}")).Body["case"]!.GetValue<Guid>(), Is.EqualTo(person));
        }

        Assert.That((await client.Get("/v1/bed-disagreements")).Body["disagreements"]!.AsArray(), Is.Empty);
        await OnRecordOnceAsync(database, winners);
    }

    private static async Task OnRecordOnceAsync(TestDatabase database, Dictionary<Guid, Guid> winners)
    {
        var stored = await database.AskAsOwnerAsync<string[]>("select array_agg(stream_id || ' ' || (data ->> 'case') order by stream_id) from cases.mt_events where type = 'bed.reserved.v1'");
        var inCases = await database.AskAsOwnerAsync<string[]>("select array_agg((data ->> 'bed') || ' ' || stream_id order by data ->> 'bed') from cases.mt_events where type = 'discharge-case.place-reserved.v1'");
        Assert.That(stored, Is.EquivalentTo(winners.Select(won => $"{won.Key} {won.Value}")));
        Assert.That(inCases, Is.EquivalentTo(stored));
    }

    // Everybody's turn is another.
    private static int WantedBy(int request) => (request + (request / Places)) % Places;

    private static async Task<Guid> MadeAsync(Func<string, Task<Answer>> make)
    {
        var key = Guid.NewGuid().ToString();
        return (await AnsweredAsync(() => make(key))).Expect(HttpStatusCode.Created).Body["id"]!.GetValue<Guid>();
    }

    // Where no answer comes, or the record cannot be reached, it is not known what became of it; the key makes asking again safe, whichever node is asked.
    private static async Task<Answer> AnsweredAsync(Func<Task<Answer>> ask, Action? without = null)
    {
        Answer? answer = null;
        await Stored.Once(
            async () =>
            {
                try
                {
                    answer = await ask();
                    return answer.Status is not HttpStatusCode.ServiceUnavailable;
                }
                catch (HttpRequestException)
                {
                    without?.Invoke();
                    return false;
                }
            },
            "an answer comes",
            TimeSpan.FromMinutes(3));
        return answer!;
    }

    private static async Task<T[]> EachAsync<T>(int times, Func<int, Task<T>> act)
    {
        var results = new T[times];
        await Parallel.ForAsync(0, times, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, _) => results[number] = await act(number));
        return results;
    }
}
