using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Tests.Cases;
using NodaTime;

namespace Discharge.Persistence.Tests.Beds;

/// <summary>A place and the case that takes it change together or not at all.</summary>
public sealed class JointCommandsTests
{
    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [SetUp]
    public void In_the_morning() => _hospital.Time.Now = Hospital.Morning;

    [Test]
    public async Task A_place_and_the_case_that_takes_it_change_in_one_transaction()
    {
        var (bed, ada) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        var outcome = await _hospital.ReserveAsync(bed, ada);

        Assert.Multiple(async () =>
        {
            Assert.That(outcome, Is.InstanceOf<Outcome.Answered>().With.Property("Version").EqualTo(2));
            Assert.That(await FactsAsync(bed), Is.EqualTo(new[] { typeof(BedRegistered), typeof(BedReserved) }));
            Assert.That(await FactsAsync(ada), Is.EqualTo(new[] { typeof(CaseOpened), typeof(PlaceReserved) }));
            Assert.That(
                await _hospital.Database.AskAsOwnerAsync<long>($"select count(distinct xmin::text) from cases.mt_events where stream_id in ('{bed}', '{ada}') and version = 2"), Is.EqualTo(1));
            Assert.That(await _hospital.AskAsync($"select status || ' ' || case_id from discharge.beds where bed_id = '{bed}'"), Is.EqualTo($"reserved {ada}"));
        });
    }

    [Test]
    public async Task Where_the_place_refuses_nothing_is_on_record_of_either_and_who_has_it_is_said()
    {
        var (bed, ada, ben) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync(), await _hospital.AdmitAsync());
        await _hospital.ReserveAsync(bed, ada);
        _hospital.Time.Pass(Duration.FromMinutes(1));
        var outcome = await _hospital.ReserveAsync(bed, ben);

        Assert.Multiple(async () =>
        {
            Assert.That(((Outcome.Refused)outcome).Refusal, Is.EqualTo(Taken.Reserved.Naming(2) with { Case = ada }));
            Assert.That(await FactsAsync(bed), Has.Length.EqualTo(2));
            Assert.That(await FactsAsync(ben), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public async Task Where_the_case_refuses_the_place_is_as_it_was()
    {
        var (bed, ada) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await _hospital.DoAsync(ada, new RecordDeath(Hospital.Morning, PlaceOfDeath.Hospital));
        _hospital.Time.Pass(Duration.FromMinutes(1));
        var outcome = await _hospital.ReserveAsync(bed, ada);

        Assert.Multiple(async () =>
        {
            Assert.That(((Outcome.Refused)outcome).Refusal.Code, Is.EqualTo(DischargeCaseDecision.PersonHadDied.Code));
            Assert.That(await _hospital.StatusAsync(bed), Is.EqualTo(BedStatus.Free));
        });
    }

    [Test]
    public async Task Sent_again_under_its_key_it_is_done_once_and_answered_the_same()
    {
        var (bed, ada, sent) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync(), Hospital.Sending(Hospital.Key("reserve")));
        var first = await _hospital.ReserveAsync(bed, ada, sent: sent);
        var again = await _hospital.ReserveAsync(bed, ada, sent: sent);

        Assert.Multiple(async () =>
        {
            Assert.That(again, Is.EqualTo(first));
            Assert.That(await FactsAsync(bed), Has.Length.EqualTo(2));
        });
    }

    [Test]
    public async Task Said_again_without_a_key_it_is_on_record_once_in_both()
    {
        var (bed, ada) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await _hospital.ReserveAsync(bed, ada);
        await _hospital.ReserveAsync(bed, ada);

        Assert.Multiple(async () =>
        {
            Assert.That(await FactsAsync(bed), Has.Length.EqualTo(2));
            Assert.That(await FactsAsync(ada), Has.Length.EqualTo(2));
        });
    }

    [Test]
    public async Task A_stale_version_of_the_case_spoken_of_is_told_what_was_recorded_since()
    {
        var (bed, ada) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        await _hospital.DoAsync(ada, new ReviewCriteriaToReside(Hospital.Morning, [], MedicallyStable: true, StaffRole.Nurse));

        Assert.That(await _hospital.ReserveAsync(bed, ada, sent: Hospital.Sending(ifVersion: 1)), Is.InstanceOf<Outcome.Stale>());
    }

    [Test]
    public async Task Of_many_at_once_one_gets_the_place()
    {
        var bed = await _hospital.RegisterAsync();
        var people = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => _hospital.AdmitAsync()));
        var outcomes = await Task.WhenAll(people.Select(person => _hospital.ReserveAsync(bed, person)));

        var winner = Array.FindIndex(outcomes, outcome => outcome is Outcome.Answered);
        Assert.Multiple(() =>
        {
            Assert.That(outcomes.OfType<Outcome.Answered>().Count(), Is.EqualTo(1));
            Assert.That(outcomes.OfType<Outcome.Refused>().Select(refused => refused.Refusal), Has.Exactly(23).Items.And.All.EqualTo(Taken.Reserved.Naming(2) with { Case = people[winner] }));
        });
    }

    [Test]
    public async Task People_and_places_crossing_each_other_never_wait_for_each_other_in_a_ring()
    {
        var (beds, people) = (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _hospital.RegisterAsync())), await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _hospital.AdmitAsync())));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(number => _hospital.ReserveAsync(beds[number % 4], people[number / 4 % 4])));

        Assert.Multiple(() =>
        {
            Assert.That(outcomes, Has.None.InstanceOf<Outcome.LostEveryRace>());
            Assert.That(outcomes.OfType<Outcome.Answered>().Count(), Is.EqualTo(16), "Each person reserves one place four times over at the most.");
        });
    }

    [Test]
    public async Task Nothing_is_recorded_in_a_case_or_a_place_that_is_not_there()
    {
        var (bed, ada, ben) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync(), await _hospital.AdmitAsync());

        Assert.Multiple(async () =>
        {
            Assert.That(((Outcome.Refused)await _hospital.ReserveAsync(Guid.NewGuid(), ada)).Refusal, Is.EqualTo(Bed.NoSuchPlace));
            Assert.That(((Outcome.Refused)await _hospital.ReserveAsync(ben, ada)).Refusal, Is.EqualTo(Bed.NoSuchPlace));
            Assert.That(await _hospital.ReserveAsync(bed, Guid.NewGuid()), Is.InstanceOf<Outcome.NotFound>());
            Assert.That(await _hospital.ReserveAsync(bed, bed), Is.InstanceOf<Outcome.NotFound>());
        });
    }

    [Test]
    public async Task One_half_alone_is_never_recorded()
    {
        var (bed, ada) = (await _hospital.RegisterAsync(), await _hospital.AdmitAsync());
        Assert.Multiple(async () =>
        {
            Assert.That(() => _hospital.InBedAsync(bed, new OccupyBed(Hospital.Morning, ada)), Throws.InvalidOperationException);
            Assert.That(() => _hospital.DoAsync(ada, new EndReservation(Hospital.Morning, bed, ReservationEnd.TakenBack)), Throws.InvalidOperationException);
            Assert.That(
                () => _hospital.TogetherAsync(bed, ada, new ReserveBed(Hospital.Morning, ada, Hospital.Morning + Duration.FromHours(1)), new ReviewCriteriaToReside(Hospital.Morning, [], MedicallyStable: true, StaffRole.Nurse)),
                Throws.InvalidOperationException);
            Assert.That(await FactsAsync(bed), Has.Length.EqualTo(1));
            Assert.That(await FactsAsync(ada), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public async Task It_takes_the_two_round_trips_of_any_command()
    {
        using var proxy = new DatabaseProxy(_hospital.Database.Application);
        var counted = _hospital.ReachedBy(proxy.ConnectionString);
        var (bed, ada) = (await counted.RegisterAsync(), await counted.AdmitAsync());
        for (var prepared = 0; prepared < 4; prepared++)
        {
            await ReserveForLongerAsync();
        }

        proxy.Taken();
        await ReserveForLongerAsync();
        var taken = proxy.Taken().RoundTrips;
        await counted.CloseAsync();

        Assert.That(taken, Is.EqualTo(2));

        async Task ReserveForLongerAsync()
        {
            counted.Time.Pass(Duration.FromMinutes(1));
            Assert.That(await counted.ReserveAsync(bed, ada, sent: Hospital.Sending(Hospital.Key(Guid.NewGuid().ToString()))), Is.InstanceOf<Outcome.Answered>());
        }
    }

    private async Task<Type[]> FactsAsync(Guid stream) => [.. (await _hospital.HistoryAsync(stream)).Entries.Select(entry => entry.Fact.GetType())];
}
