using System.Text;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Tests.Beds;
using NodaTime;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>What a command costs on the wire once its statements are prepared: read, then write and commit; and what a read does.</summary>
public sealed class RoundTripsTests
{
    // A connection taken from the pool is reset in the round trip of its first statement.
    private const int Reset = 1;

    private Hospital _hospital = null!;
    private DatabaseProxy _proxy = null!;
    private Hospital _counted = null!;
    private Guid _case;

    [OneTimeSetUp]
    public async Task A_case_reached_through_a_proxy_that_counts()
    {
        _hospital = await Hospital.OpenAsync();
        _proxy = new DatabaseProxy(_hospital.Database.Application);
        _counted = _hospital.ReachedBy(_proxy.ConnectionString);
        _case = await _counted.AdmitAsync();
        for (var prepared = 0; prepared < 3; prepared++)
        {
            await ReviewAsync(Hospital.Key($"prepared {prepared}"));
            await ReviewAsync(key: null);
        }
    }

    [OneTimeTearDown]
    public async Task Is_closed()
    {
        await _counted.CloseAsync();
        _proxy.Dispose();
        await _hospital.DisposeAsync();
    }

    [Test]
    public async Task A_command_with_a_key_takes_two()
    {
        _proxy.Taken();
        await ReviewAsync(Hospital.Key("counted"));

        Assert.That(_proxy.Taken().RoundTrips, Is.EqualTo(2));
    }

    [Test]
    public async Task A_command_without_a_key_takes_two()
    {
        _proxy.Taken();
        await ReviewAsync(key: null);

        Assert.That(_proxy.Taken().RoundTrips, Is.EqualTo(2));
    }

    [Test]
    public async Task A_command_sent_again_takes_the_one_that_finds_its_answer()
    {
        var again = Hospital.Key("again");
        await ReviewAsync(again);
        _proxy.Taken();
        await ReviewAsync(again);

        Assert.That(_proxy.Taken().RoundTrips, Is.EqualTo(2), "to read, and to end the transaction");
    }

    [Test]
    public async Task An_opening_takes_three()
    {
        _proxy.Taken();
        await _counted.AdmitAsync();

        Assert.That(_proxy.Taken().RoundTrips, Is.EqualTo(3));
    }

    [Test]
    public async Task A_look_of_the_watch_at_a_dozen_cases_takes_the_statements_of_a_look_at_one()
    {
        await StatementsOfALookAsync(cases: 1);
        var atOne = await StatementsOfALookAsync(cases: 1);
        var atTwelve = await StatementsOfALookAsync(cases: 12);

        Assert.That(atTwelve, Is.EqualTo(atOne));
    }

    [Test]
    public async Task A_case_with_the_words_of_all_its_notes_takes_one() => Assert.That(
        await TripsAsync(async () => Assert.That(Encoding.UTF8.GetString((await _counted.Screens.CaseAsync(await SaidTwiceAsync(), CancellationToken.None))!.Json.Span), Does.Contain("Wants a key.").And.Contain("Has the key."))),
        Is.EqualTo(1));

    [Test]
    public async Task A_history_with_the_words_of_all_its_notes_takes_one() => Assert.That(
        await TripsAsync(async () => await _counted.Histories.ReadAllAsync(await SaidTwiceAsync(), Reach.Everything, CancellationToken.None)), Is.EqualTo(1));

    [Test]
    public async Task A_place_with_the_case_that_may_be_named_takes_one_and_so_does_its_history()
    {
        var (bed, ada) = (await _counted.RegisterAsync(), await _counted.AdmitAsync());
        await _counted.ReserveAsync(bed, ada);
        var (theirs, beds) = (Reach.OfOrganisations([OdsCode.Parse("QMJ01")]), new BedLists(_counted.Pool, _counted.Histories, _counted.Time));

        Assert.That(await TripsAsync(async () => Assert.That(Encoding.UTF8.GetString((await beds.OneAsync(Counted(), theirs, CancellationToken.None))!.Json.Span), Does.Contain($"{ada}"))), Is.EqualTo(1));
        Assert.That(await TripsAsync(async () => Assert.That((await _counted.Histories.ReadAllAsync(Counted(), theirs, CancellationToken.None))!.Named.Include(ada), Is.True)), Is.EqualTo(1));

        Guid Counted()
        {
            _proxy.Taken();
            return bed;
        }
    }

    [Test]
    public async Task A_board_of_people_of_whom_there_is_nothing_else_takes_one_statement()
    {
        foreach (var name in new[] { "Ada", "Bea", "Cyd" })
        {
            await AdmitAsync(name, "Alone");
        }

        Assert.That((await BoardAsync("Alone")).Taken, Is.EqualTo((1, 1 + Reset)));
    }

    [Test]
    public async Task A_board_takes_one_round_trip_more_however_many_are_on_it_and_however_alike_they_are_described()
    {
        await AdmitAlikeAsync("Alike", people: 12);
        var board = await BoardAsync("Alike");

        Assert.That((board.Taken, Flags(board.Json)), Is.EqualTo(((2, 5 + (2 * Reset)), 12)));

        static int Flags(string json) => json.Split("\"discharge.may-be-one-person\"").Length - 1;
    }

    [TestCase(1)]
    [TestCase(12)]
    public async Task A_board_on_which_every_moment_has_come_takes_one_round_trip_more_however_many_are_on_it(int people)
    {
        var ward = $"Turned {people}";
        foreach (var id in await AdmitAlikeAsync(ward, people))
        {
            await _counted.SayAsync(id, "Find the keys.", note => new SetTask(_counted.Time.Now, Guid.CreateVersion7(), TaskKind.ArrangeKeys, OdsCode.Parse("RYJ01"), StaffRole.Nurse, Due: null, note));
            await _counted.DoAsync(id, new ExpectDischarge(_counted.Time.Now, LocalCalendar.DateOf(_counted.Time.Now), StaffRole.Nurse));
        }

        _counted.Time.Pass(Duration.FromDays(1));
        var board = await BoardAsync(ward);

        Assert.That((board.Taken, Count("gone by"), Count("Find the keys.")), Is.EqualTo(((2, 5 + (2 * Reset)), people, people)), "the rows, and then with which entry each ends, the entries, the words and the other records of all of them");

        int Count(string words) => board.Json.Split(words).Length - 1;
    }

    private async Task<Guid> AdmitAsync(string name, string ward)
    {
        var id = Guid.CreateVersion7();
        var somebody = new PersonDetails(name, PreferredName: null, new LocalDate(1941, 6, 3), NhsNumber: null, HospitalNumber: null, Address: null);
        Assert.That(await _hospital.OpenAsync(id, Hospital.Opening(somebody, number: null, _hospital.Time.Now, ward)), Is.InstanceOf<Outcome.Answered>());
        return id;
    }

    // Described by the same name and date of birth, and none has an NHS number.
    private async Task<List<Guid>> AdmitAlikeAsync(string ward, int people)
    {
        var admitted = new List<Guid>();
        for (var count = 0; count < people; count++)
        {
            // A moment apart, since the same opening said again is one opening.
            _counted.Time.Pass(Duration.FromMinutes(1));
            admitted.Add(Guid.CreateVersion7());
            var somebody = Hospital.Ada with { NhsNumber = null, HospitalNumber = null, Name = ward };
            Assert.That(await _counted.OpenAsync(admitted[^1], Hospital.Opening(somebody, number: null, _counted.Time.Now, ward)), Is.InstanceOf<Outcome.Answered>());
        }

        return admitted;
    }

    private async Task<(string Json, (int RoundTrips, int Statements) Taken)> BoardAsync(string ward)
    {
        // Read often enough for its statements to be prepared.
        for (var prepared = 0; prepared < 6; prepared++)
        {
            await ReadAsync();
        }

        _proxy.Taken();
        var json = await ReadAsync();
        var taken = _proxy.Taken();
        return (json, (taken.RoundTrips, taken.Statements));

        async Task<string> ReadAsync() => Encoding.UTF8.GetString((await _counted.Screens.WardBoardAsync(OdsCode.Parse("RYJ01"), ward, Reach.Everything, CancellationToken.None)).Json.Span);
    }

    private async Task<int> StatementsOfALookAsync(int cases)
    {
        await _hospital.Database.RunAsOwnerAsync("delete from discharge.clocks");
        for (var count = 0; count < cases; count++)
        {
            await _counted.GoneHomeAsync();
        }

        _counted.Time.Pass(Duration.FromHours(25));
        _proxy.Taken();
        Assert.That(await _counted.Watch.LookAsync(100, CancellationToken.None), Is.GreaterThanOrEqualTo(cases));
        return _proxy.Taken().Statements;
    }

    // Said by the way that is not counted.
    private async Task<Guid> SaidTwiceAsync()
    {
        var id = await AdmitAsync($"Somebody {Guid.CreateVersion7()}", "Northgate");
        foreach (var words in new[] { "Wants a key.", "Has the key." })
        {
            await _hospital.SayAsync(id, words, note => new Involve(_hospital.Time.Now, Party.Person, StaffRole.Nurse, Note: note));
        }

        _proxy.Taken();
        return id;
    }

    private async Task<int> TripsAsync(Func<Task> read)
    {
        await read();
        await read();
        await read();
        return _proxy.Taken().RoundTrips;
    }

    private async Task ReviewAsync(CommandKey? key)
    {
        _counted.Time.Pass(Duration.FromMinutes(1));
        var outcome = await _counted.DoAsync(_case, new ReviewCriteriaToReside(_counted.Time.Now, [], MedicallyStable: true, StaffRole.Nurse), Hospital.Sending(key));
        Assert.That(outcome, Is.InstanceOf<Outcome.Answered>());
    }
}
