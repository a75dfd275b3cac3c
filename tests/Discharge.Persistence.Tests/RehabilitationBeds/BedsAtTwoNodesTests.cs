using System.Text.Json.Nodes;
using CsCheck;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Persistence.Access;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Tests.RehabilitationBeds;

/// <summary>
/// Random interleavings of visits, reservations, releases and expiries, two at a time at two nodes on one database, held against a model of plain rules: each pair is answered as if one of the two had come first, and beds and
/// people stand as the model then says. At no instant is a held bed given away.
/// </summary>
public sealed class BedsAtTwoNodesTests
{
    private const int Beds = 2;

    private const int People = 3;

    private static readonly Gen<Said> AnySaid = Gen.Select(Gen.Enum<Saying>(), Gen.Int[0, People - 1], Gen.Int[0, Beds - 1], Gen.Int[0, 23]).Select((what, person, bed, detail) => new Said(what, person, bed, detail));

    // How long passes before two things are said at once, and whether the watch looks at both nodes meanwhile.
    private static readonly Gen<(int Minutes, Said One, Said Other, bool Looks)[]> AnyDay = Gen.Select(Gen.Int[1, 25], AnySaid, AnySaid, Gen.Bool).Array[4, 16];

    private Hospital _one = null!;

    private Hospital _other = null!;

    [OneTimeSetUp]
    public async Task Two_nodes()
    {
        _one = await Hospital.OpenAsync();
        _other = _one.ReachedBy(_one.Database.Application);
    }

    [OneTimeTearDown]
    public async Task Are_closed()
    {
        await _other.CloseAsync();
        await _one.DisposeAsync();
    }

    [Test]
    public Task At_no_instant_is_a_held_bed_given_away() => AnyDay.SampleAsync(HoldsAsync, iter: 60, threads: 1);

    [Test]
    public async Task Whoever_gave_a_held_bed_away_would_be_found_out()
    {
        var (beds, people) = await WardAsync();
        await _one.AdmitAsync(people[0], beds[0]);
        _one.Time.Pass(Duration.FromMinutes(10));
        await _one.SayAsync(people[0], _one.GoesOut());
        _one.Time.Pass(Duration.FromMinutes(10));
        var model = ModelOfBeds.Of(Beds, People);
        foreach (var said in new Said[] { new(Saying.Admit, Person: 0, Bed: 0, Detail: 0), new(Saying.GoOut, Person: 0, Bed: 0, Detail: 0) })
        {
            model = model.Say(said, _one.Time.Now, visit: true).After;
        }

        Assert.That(await StandsAsync(beds, people), Is.EqualTo(Shown(model)));
        await NobodyElseHadAHeldBedAsync(beds, people);

        // As a defect would, past all that decides.
        await WriteAsync(beds[0], new BedReleased(_one.Time.Now, people[0], ReleaseReason.WentHome), new BedOccupied(_one.Time.Now, people[1]));
        await WriteAsync(people[1], new AdmittedToRehabilitationBed(_one.Time.Now, beds[0], RehabilitationWard.Team));
        Assert.That(await StandsAsync(beds, people), Is.Not.EqualTo(Shown(model)));
        await Assert.ThrowsAsync<AssertionException>(() => NobodyElseHadAHeldBedAsync(beds, people));
    }

    private async Task WriteAsync(Guid stream, params Fact[] facts)
    {
        await using var session = _one.Store.LightweightSession();
        session.LastModifiedBy = Hospital.Coordinator.Id;
        session.SetHeader("role", Hospital.Coordinator.Role);
        session.SetHeader("organisation", Hospital.Coordinator.Organisation.Value);
        session.Events.Append(stream, facts.Cast<object>());
        await session.SaveChangesAsync();
    }

    private async Task<(List<Guid> Beds, List<Guid> People)> WardAsync()
    {
        var (beds, people) = (new List<Guid>(), new List<Guid>());
        while (beds.Count < Beds)
        {
            beds.Add(await _one.RehabilitationBedAsync());
        }

        while (people.Count < People)
        {
            people.Add(await _one.AcceptedAsync());
        }

        return (beds, people);
    }

    private async Task<bool> HoldsAsync((int Minutes, Said One, Said Other, bool Looks)[] day)
    {
        var (beds, people) = await WardAsync();
        var model = ModelOfBeds.Of(Beds, People);
        foreach (var (minutes, first, second, looks) in day)
        {
            _one.Time.Pass(Duration.FromMinutes(minutes));
            _other.Time.Now = _one.Time.Now;
            var (before, visits) = (model.At(_one.Time.Now), await VisitsAsync(people));
            var saying = new[] { SayAsync(_one, first, people, beds, visits), SayAsync(_other, second, people, beds, visits) };
            var looking = looks ? new[] { _one.Watch.LookAsync(100, CancellationToken.None), _other.Watch.LookAsync(100, CancellationToken.None) } : [];
            var answers = await Task.WhenAll(saying);
            await Task.WhenAll(looking);

            var (stands, orders) = (await StandsAsync(beds, people), Orders(before, first, second, visits));
            var fitting = orders.Where(order => order.Answers.SequenceEqual(answers)).Select(order => order.After).ToArray();
            Assert.That(fitting, Is.Not.Empty, $"{first} and {second} were answered {string.Join(" and ", answers)}, and could be {string.Join(" or ", orders.Select(order => string.Join(" and ", order.Answers)))}.");
            model = fitting.FirstOrDefault(after => Shown(after) == stands) ?? throw new AssertionException($"After {first} and {second}: {stands}, and it should be {string.Join(" or ", fitting.Select(Shown))}.");
        }

        await NobodyElseHadAHeldBedAsync(beds, people);
        return true;
    }

    // As if the one had come first, or the other. Who says what was just said says nothing new.
    private (ModelOfBeds After, string[] Answers)[] Orders(ModelOfBeds before, Said one, Said other, long?[] visits)
    {
        var now = _one.Time.Now;
        var (oneFirst, otherFirst) = (Both(one, other), Both(other, one));
        return [oneFirst, (otherFirst.After, [.. otherFirst.Answers.Reverse()])];

        (ModelOfBeds After, string[] Answers) Both(Said first, Said second)
        {
            var (then, answer) = before.Say(first, now, visits[first.Person] is not null);
            if (answer == ModelOfBeds.Recorded && first.Meaning.Equals(second.Meaning))
            {
                return (then, [answer, ModelOfBeds.Nothing]);
            }

            // A reservation that was given up by leaving for a care home is given up.
            if (answer == ModelOfBeds.Recorded && first is { What: Saying.Leave, Reason: LeavingFor.CareHome } && second.What is Saying.EndReservation && second.Person == first.Person
                && before.Beds[second.Bed] is { As: PlaceStep.Reserved } kept && kept.Person == first.Person)
            {
                return (then, [answer, ModelOfBeds.Nothing]);
            }

            var (after, next) = then.Say(second, now, visits[second.Person] is not null);
            return (after, [answer, next]);
        }
    }

    private async Task<long?[]> VisitsAsync(List<Guid> people)
    {
        var visits = new List<long?>();
        foreach (var person in people)
        {
            visits.Add((await _one.RehabilitationAsync(person)).OpenVisit?.Start.Version);
        }

        return [.. visits];
    }

    private static async Task<string> SayAsync(Hospital node, Said said, List<Guid> people, List<Guid> beds, long?[] visits)
    {
        var (person, bed, now) = (people[said.Person], beds[said.Bed], node.Time.Now);
        return await (said.What switch
        {
            Saying.Reserve => node.ReserveForAsync(person, bed, now + said.For),
            Saying.EndReservation => node.EndReservationForAsync(person, bed),
            Saying.Admit => node.AdmitAsync(person, bed),
            Saying.GoOut => node.SayAsync(person, node.GoesOut()),
            // Nothing but the start of a visit is the start of one.
            Saying.Conclude => node.SayAsync(person, new ConcludeHomeAccessVisit(now, visits[said.Person] ?? 1, said.Outcome)),
            Saying.Return => node.SayAsync(person, new ReturnToRehabilitationBed(now)),
            _ => node.SayAsync(person, new LeaveRehabilitationBed(now, said.Reason)),
        }) switch
        {
            Outcome.Answered answered => JsonNode.Parse(answered.Body)!["recorded"]!.AsArray().Count > 0 ? ModelOfBeds.Recorded : ModelOfBeds.Nothing,
            Outcome.Refused refused => refused.Refusal.Code,
            var outcome => outcome.ToString()!,
        };
    }

    private async Task<string> StandsAsync(List<Guid> beds, List<Guid> people)
    {
        var lines = new List<string>();
        foreach (var bed in beds)
        {
            var there = await _one.BedAsync(bed);
            Assert.That(there.Tenures.Impossible, Is.Empty);
            lines.Add(there.HeldBy(_one.Time.Now) is { } tenure ? Line(people.IndexOf(tenure.Case), tenure.As, tenure.Until) : "free");
        }

        foreach (var person in people)
        {
            var somebody = await _one.RehabilitationAsync(person);
            Assert.That(somebody.OpenVisit is not null, Is.EqualTo(somebody.Phase is RehabilitationPhase.OnHomeAccessVisit), "No visit is left without an outcome.");
            lines.Add(Line(somebody.Phase, somebody.Place is { } place ? beds.IndexOf(place) : null, somebody.Left?.For));
        }

        return string.Join("; ", lines);
    }

    private static string Shown(ModelOfBeds model) => string.Join("; ", [
        .. model.Beds.Select(held => held is null ? "free" : Line(held.Person, held.As, held.Until)), .. model.People.Select(somebody => Line(somebody.Phase, somebody.Bed, somebody.Left)),
    ]);

    private static string Line(int person, PlaceStep step, Instant? until) => $"{step} by {person} until {until}";

    private static string Line(RehabilitationPhase phase, int? bed, LeavingFor? left) => $"{phase} with {bed} left for {left}";

    // Over all of the day, and not only where somebody looked.
    private async Task NobodyElseHadAHeldBedAsync(List<Guid> beds, List<Guid> people)
    {
        var tenures = new List<(Guid Bed, Tenure Tenure)>();
        foreach (var bed in beds)
        {
            tenures.AddRange((await _one.BedAsync(bed)).Tenures.All.Select(tenure => (bed, tenure)));
        }

        foreach (var person in people)
        {
            foreach (var visit in HomeAccessVisit.Of(await _one.RehabilitationAsync(person)))
            {
                Assert.That(
                    tenures.Where(had => had.Bed == visit.Started.Bed && had.Tenure.Case != person && had.Tenure.Overlaps(visit.Started.OccurredAt, visit.End?.Fact.OccurredAt)), Is.Empty, "Somebody else had a bed that was held.");
            }
        }

        Assert.That((await new Reconciliation(_one.Pool, _one.Histories).FindAsync(Reach.Everything, CancellationToken.None)).Where(found => beds.Contains(found.Bed)), Is.Empty);
    }
}
