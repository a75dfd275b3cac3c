using System.Text.Json.Nodes;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using Discharge.Persistence.AccessLogs;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Tests.AccessLogs;

public sealed class AccessLogTests
{
    private static readonly Actor Nurse = new("w-7f20", "ward-staff", OdsCode.Parse("RYJ01"));

    private static readonly LookFilter All = new(Person: null, Case: null, Actor: null, Outcome: null, From: null, To: null, After: null, Limit: 100, Reach.Everything);

    private Hospital _hospital = null!;
    private AccessLog _log = null!;
    private LoggedLooks _looks = null!;

    [SetUp]
    public async Task A_hospital()
    {
        _hospital = await Hospital.OpenAsync();
        (_log, _looks) = (new AccessLog(_hospital.Pool), new LoggedLooks(_hospital.Pool));
    }

    [TearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public async Task A_look_is_on_record_with_who_what_why_and_from_where()
    {
        var (@case, person) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var look = At(1) with { Touched = [@case, person] };

        await _log.WriteAsync(look);

        var found = (await FindAsync(All)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(found.Touched, Is.EqualTo([@case, person]));
            Assert.That(found, Is.EqualTo(new LoggedLook(
                look.Id, Hospital.Morning + Duration.FromMinutes(1), "w-7f20", "ward-staff", OdsCode.Parse("RYJ01"), "read-case", "GET /v1/discharge-cases/1", "direct-care", "shown", found.Touched, "10.0.0.7", "r-1", "c-1", KeptByNode: false)));
        });
    }

    [Test]
    public async Task Looks_of_many_at_once_are_each_on_record_once_and_cost_few_transactions()
    {
        const int Many = 1_200;
        var before = await TransactionsAsync();

        await Task.WhenAll(Enumerable.Range(0, Many).Select(minute => _log.WriteAsync(At(minute))));

        Assert.That(await _hospital.Database.AskAsOwnerAsync<long>("select count(*) from discharge.access_log"), Is.EqualTo(Many));
        Assert.That(await TransactionsAsync() - before, Is.LessThan(Many / 10));
    }

    [TestCase("RYJ01", LookOutcome.Shown)]
    [TestCase("ROTH1", LookOutcome.Refused)]
    public async Task A_look_of_which_the_answer_was_lost_comes_to_the_same_when_it_is_written_again(string organisation, LookOutcome outcome)
    {
        var id = await _hospital.AdmitAsync();
        var look = At(1) with { Subject = id, Reach = Reach.OfOrganisations([OdsCode.Parse(organisation)]) };

        var outcomes = new[] { await _log.WriteAsync(look), await _log.WriteAsync(look) };

        Assert.That(outcomes, Is.All.EqualTo(outcome));
        Assert.That(await FindAsync(All), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_a_node_kept_is_brought_in_once_however_often_it_is_brought_and_says_that_it_was_kept()
    {
        var kept = At(1);

        await _log.WriteKeptAsync([kept, At(2)]);
        await _log.WriteKeptAsync([kept]);

        Assert.That((await FindAsync(All)).Select(look => look.KeptByNode), Is.EqualTo([true, true]));
    }

    [Test]
    public async Task Whoever_cannot_write_down_a_look_is_told()
    {
        await _hospital.Database.RunAsOwnerAsync("revoke insert on discharge.access_log from discharge_application");

        Assert.That(async () => await _log.WriteAsync(At(1)), Throws.TypeOf<LookNotWrittenException>().With.InnerException.TypeOf<PostgresException>());
    }

    [Test]
    public async Task Whoever_has_waited_long_enough_is_told_even_if_others_looks_are_still_being_written()
    {
        await using var owner = new NpgsqlConnection(_hospital.Database.Owner);
        await owner.OpenAsync();
        await using var holding = await owner.BeginTransactionAsync();
        await new NpgsqlCommand("lock table discharge.access_log in exclusive mode", owner, holding).ExecuteNonQueryAsync();
        var first = _log.WriteAsync(At(1));

        Patience.Begin(Resilience.Longest);
        Assert.That(async () => await _log.WriteAsync(At(2)), Throws.TypeOf<LookNotWrittenException>().With.InnerException.TypeOf<TimeoutException>());
        await holding.RollbackAsync();

        Assert.That(await first, Is.EqualTo(LookOutcome.Shown), "whose own patience is not over");
    }

    [Test]
    public async Task After_a_look_that_could_not_be_written_the_next_one_can()
    {
        await _hospital.Database.RunAsOwnerAsync("revoke insert on discharge.access_log from discharge_application");
        Assert.That(async () => await _log.WriteAsync(At(1)), Throws.TypeOf<LookNotWrittenException>());
        await _hospital.Database.RunAsOwnerAsync("grant insert on discharge.access_log to discharge_application");

        await _log.WriteAsync(At(2));

        Assert.That(await FindAsync(All), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Of_a_person_are_looks_at_their_record_at_any_case_of_theirs_and_at_records_linked_with_it()
    {
        var (one, another) = (await _hospital.AdmitAsync(), await _hospital.AdmitAsync());
        var (person, twin) = (await PersonOfAsync(one), await PersonOfAsync(another));
        var (atRecord, atCase, atTwin) = (At(1) with { Touched = [person] }, At(2) with { Touched = [Guid.CreateVersion7(), one] }, At(3) with { Touched = [another] });
        await Task.WhenAll(_log.WriteAsync(atRecord), _log.WriteAsync(atCase), _log.WriteAsync(atTwin), _log.WriteAsync(At(4) with { Touched = [Guid.CreateVersion7()] }));

        var alone = await FindAsync(All with { Person = new PersonRef(person) });
        await _hospital.DoAsync(one, new LinkPerson(Hospital.Morning, new PersonRef(twin), LinkGround.NhsNumberTraced));
        var linked = await FindAsync(All with { Person = new PersonRef(person) });

        Assert.That(alone.Select(look => look.Id), Is.EqualTo([atCase.Id, atRecord.Id]));
        Assert.That(linked.Select(look => look.Id), Is.EqualTo([atTwin.Id, atCase.Id, atRecord.Id]));
    }

    [Test]
    public async Task Looks_are_found_by_case_by_who_looked_by_what_came_of_it_and_by_when()
    {
        var @case = Guid.CreateVersion7();
        var (first, refused, other) = (At(1) with { Touched = [@case] }, At(2) with { Outcome = LookOutcome.Refused }, At(3) with { By = Nurse with { Id = "w-1" } });
        await Task.WhenAll(_log.WriteAsync(first), _log.WriteAsync(refused), _log.WriteAsync(other));

        Assert.Multiple(async () =>
        {
            Assert.That(await IdsAsync(All with { Case = @case }), Is.EqualTo([first.Id]));
            Assert.That(await IdsAsync(All with { Actor = "w-1" }), Is.EqualTo([other.Id]));
            Assert.That(await IdsAsync(All with { Outcome = LookOutcome.Refused }), Is.EqualTo([refused.Id]));
            Assert.That(await IdsAsync(All with { From = refused.At, To = other.At }), Is.EqualTo([refused.Id]));
        });
    }

    [Test]
    public async Task Page_by_page_every_look_is_there_once_the_newest_first()
    {
        var looks = Enumerable.Range(0, 7).Select(At).ToArray();
        await Task.WhenAll(looks.Select(_log.WriteAsync));

        var (pages, after) = (new List<Guid>(), default(Guid?));
        do
        {
            var page = await _looks.FindAsync(All with { After = after, Limit = 3 }, CancellationToken.None);
            pages.AddRange(page.Looks.Select(look => look.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.That(pages, Is.EqualTo(looks.Select(look => look.Id).Reverse()));
    }

    private static Look At(int minute) => Hospital.Morning + Duration.FromMinutes(minute) is var at
        ? new(Guid.CreateVersion7(at.ToDateTimeOffset()), at, Nurse, "read-case", "GET /v1/discharge-cases/1", LookPurpose.DirectCare, LookOutcome.Shown, [], "10.0.0.7", "r-1", "c-1")
        : throw new InvalidOperationException("There is a moment.");

    private async Task<IReadOnlyList<LoggedLook>> FindAsync(LookFilter filter) => (await _looks.FindAsync(filter, CancellationToken.None)).Looks;

    private async Task<IEnumerable<Guid>> IdsAsync(LookFilter filter) => (await FindAsync(filter)).Select(look => look.Id);

    private async Task<Guid> PersonOfAsync(Guid id) => JsonNode.Parse((await _hospital.Screens.CaseAsync(id, CancellationToken.None))!.Json.Span)!["personRef"]!.GetValue<Guid>();

    // Counted by the rows' own transactions: those of the server come late.
    private Task<long> TransactionsAsync() => _hospital.Database.AskAsOwnerAsync<long>("select count(distinct xmin::text) from discharge.access_log");
}
