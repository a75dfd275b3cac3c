using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.RehabilitationBeds;
using NodaTime;
using static Discharge.Persistence.Tests.RehabilitationBeds.RehabilitationWard;

namespace Discharge.Persistence.Tests.RehabilitationBeds;

/// <summary>Whose cases there are, and how they are shown.</summary>
public sealed class RehabilitationCasesTests
{
    private static readonly NhsNumber Number = NhsNumber.TryParse("9990079196", out var number) ? number : throw new FormatException();

    private Hospital _hospital = null!;

    [SetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [TearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    private RehabilitationCases Cases => new(_hospital.Pool, Hospital.Seals, _hospital.Histories, RuleBook.Standard, _hospital.Time);

    [Test]
    public async Task Of_many_referrals_of_one_person_at_once_one_opens_a_case()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            _hospital.ReferAsync(Guid.CreateVersion7(), _hospital.Referring(Hospital.Ada, Number, at: _hospital.Time.Now - Duration.FromMinutes(number)))));
        Assert.That(outcomes.OfType<Outcome.Answered>().Count(), Is.EqualTo(1));
        Assert.That(outcomes.Select(RefusalOf).OfType<string>(), Is.All.EqualTo(ReferForRehabilitation.AlreadyOpen.Code));
    }

    [Test]
    public async Task Whoever_steps_down_from_a_stay_on_record_is_the_person_of_that_stay()
    {
        var (stay, id) = (await _hospital.AdmitAsync(), Guid.CreateVersion7());
        Assert.That(await _hospital.ReferAsync(id, _hospital.Referring(Hospital.Ada, stay: stay, route: RehabilitationRoute.StepDown)), Is.InstanceOf<Outcome.Answered>());
        var opened = ((Domain.DischargeCases.CaseOpened)(await _hospital.HistoryAsync(stay)).Entries[0].Fact).Person;
        Assert.That((await _hospital.RehabilitationAsync(id)).Referral, Has.Property("Person").EqualTo(opened).And.Property("DischargeCase").EqualTo(stay));
        Assert.That(RefusalOf(await _hospital.ReferAsync(Guid.CreateVersion7(), _hospital.Referring(Hospital.Ada, stay: Guid.CreateVersion7()))), Is.EqualTo(ReferForRehabilitation.NoSuchStay.Code));
        Assert.That((await _hospital.ReferAsync(Guid.CreateVersion7(), _hospital.Referring(Hospital.Ada, stay: stay, route: RehabilitationRoute.StepDown)) as Outcome.Answered)?.Status, Is.EqualTo(200), "The same referral again opens nothing.");
    }

    [Test]
    public async Task The_board_says_who_is_out_since_when_and_that_the_bed_is_held()
    {
        var (bed, other) = (await _hospital.RehabilitationBedAsync(), await _hospital.RehabilitationBedAsync());
        var (waiting, inBed) = (await _hospital.AcceptedAsync(), await _hospital.InBedAsync(other));
        var (ada, visit) = await _hospital.OutAsync(bed);
        var board = await Cases.BoardAsync(Team, Reach.Everything, CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That((board.Out, board.BedsHeld), Is.EqualTo((1, 1)));
            Assert.That(board.People.Select(row => row.Case), Is.EqualTo([ada, waiting, inBed]), "Whoever is out is on top, then whoever has something due.");
            Assert.That(board.People[0], Has.Property("OutOnHomeAccessVisitSince").EqualTo(_hospital.Time.Now).And.Property("BedHeldSince").EqualTo(_hospital.Time.Now).And.Property("BedHeldBecause").EqualTo(HoldReason.HomeAccessVisit));
            Assert.That(board.People[0].BedName, Does.StartWith("Room"));
            Assert.That(board.People[0].DueFirst, Has.Property("Rule").EqualTo("T09").And.Property("DueAt").Null);
            Assert.That(board.People[1].DueFirst!.Rule, Is.EqualTo("T26"));
            Assert.That(board.People[2], Has.Property("OutOnHomeAccessVisitSince").Null.And.Property("BedHeldSince").Null.And.Property("Bed").EqualTo(other));
        });
        _hospital.Time.Pass(Duration.FromHours(2));
        await _hospital.SayAsync(ada, new ConcludeHomeAccessVisit(_hospital.Time.Now, visit, VisitOutcome.TrialNight));
        var night = (await Cases.BoardAsync(Team, Reach.Everything, CancellationToken.None)).People.Single(row => row.Case == ada);
        Assert.That(night, Has.Property("OutOnHomeAccessVisitSince").Null.And.Property("BedHeldSince").EqualTo(_hospital.Time.Now).And.Property("BedHeldBecause").EqualTo(HoldReason.TrialNight));
    }

    [Test]
    public async Task A_page_misses_no_case_and_the_ended_are_on_none()
    {
        var ids = new List<Guid>();
        while (ids.Count < 5)
        {
            ids.Add(await _hospital.AcceptedAsync());
        }

        await _hospital.SayAsync(ids[0], new EndRehabilitation(_hospital.Time.Now, RehabilitationResult.PersonDeclined));
        var first = await Cases.PageAsync(Team, after: null, 3, Reach.Everything, CancellationToken.None);
        var second = await Cases.PageAsync(Team, first.Next, 3, Reach.Everything, CancellationToken.None);
        Assert.That(first.Cases.Concat(second.Cases).Select(one => one.Id), Is.EqualTo(ids.Skip(1).Order()));
        Assert.That(second.Next, Is.Null);
        Assert.That((await Cases.PageAsync(OdsCode.Parse("RHB99"), after: null, 3, Reach.Everything, CancellationToken.None)).Cases, Is.Empty);
    }

    [Test]
    public async Task A_reserved_bed_is_shown_until_it_lapses()
    {
        var (bed, ada) = (await _hospital.RehabilitationBedAsync(), await _hospital.AcceptedAsync());
        await _hospital.ReserveForAsync(ada, bed, _hospital.Time.Now + Duration.FromHours(5));
        Assert.That((await Cases.OneAsync(ada, CancellationToken.None))!.Bed, Is.EqualTo(new RehabilitationBedView(bed, PlaceStep.Reserved, _hospital.Time.Now, null, _hospital.Time.Now + Duration.FromHours(5))));
        _hospital.Time.Pass(Duration.FromHours(5));
        Assert.That((await Cases.OneAsync(ada, CancellationToken.None))!.Bed, Is.Null);
    }

    [Test]
    public async Task The_clock_of_an_open_visit_is_listed_after_all_that_are_due_page_by_page()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        await _hospital.AcceptedAsync();
        var (ada, _) = await _hospital.OutAsync(bed);
        var lists = new Persistence.Timelines.ClockLists(_hospital.Pool, RuleBook.Standard, _hospital.Time);
        var (first, next) = await lists.PageAsync(new() { Limit = 1, Team = Team }, Reach.Everything, CancellationToken.None);
        var (second, none) = await lists.PageAsync(new() { Limit = 1, Team = Team, After = next }, Reach.Everything, CancellationToken.None);
        Assert.That(first.Concat(second).Select(clock => (clock.Rule, clock.DueAt is null, clock.BreachAt is null, clock.Team)), Is.EqualTo([("T26", false, false, Team.Value), ("T09", true, true, Team.Value)]));
        Assert.That((second[0].CaseId, second[0].Kind, none), Is.EqualTo((ada, RuleKind.Hold, (Persistence.Timelines.ClockPlace?)null)));
        _hospital.Time.Now = Instant.FromUtc(2026, 3, 4, 20, 0);
        Assert.That((await lists.PageAsync(new() { Limit = 9, Rule = "T09", Status = ClockStatus.Warned }, Reach.Everything, CancellationToken.None)).Clocks.Single().CaseId, Is.EqualTo(ada));
    }

    [Test]
    public async Task What_a_rebuild_writes_is_what_was_there()
    {
        var bed = await _hospital.RehabilitationBedAsync();
        await _hospital.OutAsync(bed);
        await _hospital.AcceptedAsync();
        const string Rows = "select (select string_agg(r::text, '|' order by r.case_id) from discharge.rehabilitation_cases r) || (select string_agg(c::text, '|' order by c.case_id, c.rule) from discharge.clocks c)";
        var before = await _hospital.AskAsync(Rows);
        await new Rebuilding(_hospital.Pool, _hospital.Store, RuleBook.Standard, _hospital.Time).RunAsync(RebuildPace.AllCores, _ => { }, CancellationToken.None);
        Assert.That(await _hospital.AskAsync(Rows), Is.EqualTo(before));
    }
}
