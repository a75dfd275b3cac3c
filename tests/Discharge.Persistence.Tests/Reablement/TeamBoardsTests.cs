using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Handovers;
using Discharge.Persistence.Reablement;
using NodaTime;

namespace Discharge.Persistence.Tests.Reablement;

public sealed class TeamBoardsTests
{
    private static readonly OdsCode Team = OdsCode.Parse("RBT55");

    private static readonly Subject Worker = Subject.Parse("w-55");

    private Hospital _hospital = null!;

    private Instant Now => _hospital.Time.Now;

    [SetUp]
    public async Task Open() => _hospital = await Hospital.OpenAsync();

    [TearDown]
    public async Task Close() => await _hospital.DisposeAsync();

    [Test]
    public async Task New_referrals_are_by_hours_left()
    {
        var (later, sooner, answered) = (await ReferredAsync(hoursAgo: 1), await ReferredAsync(hoursAgo: 30.5), await ReferredAsync(hoursAgo: 40));
        await DoAsync(answered, new AnswerReferral(Now, ReferralAnswer.Accepted, ReferrerTold: true));
        var board = await BoardAsync();
        Assert.Multiple(() =>
        {
            Assert.That(board.NewReferrals.Select(row => (row.Case, row.HoursLeft)), Is.EqualTo([(sooner, (decimal?)17.5m), (later, (decimal?)47m)]));
            Assert.That(board.Open, Is.EqualTo(3));
        });
    }

    [Test]
    public async Task A_referral_of_which_something_was_asked_back_stays_on_the_board_until_it_is_settled()
    {
        var (asked, waiting) = (await ReferredAsync(hoursAgo: 40), await ReferredAsync(hoursAgo: 1));
        await DoAsync(asked, new AnswerReferral(Now, ReferralAnswer.Queried, ReferrerTold: true));
        Assert.That((await BoardAsync()).NewReferrals.Select(row => (row.Case, row.HoursLeft)), Is.EqualTo([(waiting, (decimal?)47m), (asked, (decimal?)null)]));
        await DoAsync(asked, new AnswerReferral(Now, ReferralAnswer.Accepted, ReferrerTold: true));
        Assert.That((await BoardAsync()).NewReferrals.Select(row => row.Case), Is.EqualTo([waiting]));
    }

    [Test]
    public async Task Whoever_starts_tomorrow_without_a_worker_is_shown()
    {
        var (without, with, another) = (await ReferredAsync(1), await ReferredAsync(1), await ReferredAsync(1));
        foreach (var (id, ahead) in new[] { (without, 1), (with, 1), (another, 2) })
        {
            await DoAsync(id, new DateStart(Now, LocalCalendar.DateOf(Now).PlusDays(ahead), Confirmed: true));
        }

        await DoAsync(with, new AllocateWorker(Now, Worker, ReablementRole.SocialWorker, TeamDay.NothingSaid));
        Assert.That((await BoardAsync()).StartingTomorrowWithoutWorker.Select(row => row.Case), Is.EqualTo([without]));
    }

    [Test]
    public async Task Whoever_is_past_day_35_is_shown_the_longest_first_until_it_ends()
    {
        var (long_, longer, shorter, ended) = (await ReferredAsync(36 * 24), await ReferredAsync(40 * 24), await ReferredAsync(34 * 24), await ReferredAsync(40 * 24));
        foreach (var (id, days) in new[] { (long_, 35), (longer, 39), (shorter, 34), (ended, 39) })
        {
            await DoAsync(id, Contact(Now - Duration.FromDays(days)));
        }

        await DoAsync(ended, new EndReablement(Now, ReablementSequel.NoneNoNeeds));
        Assert.That((await BoardAsync()).PastDay35.Select(row => (row.Case, row.Day)), Is.EqualTo([(longer, (int?)39), (long_, (int?)35)]));
    }

    [Test]
    public async Task Whoever_was_not_contacted_for_two_days_is_shown()
    {
        var (silent, heard) = (await ReferredAsync(100), await ReferredAsync(100));
        await DoAsync(silent, Contact(Now - Duration.FromHours(48)));
        await DoAsync(heard, Contact(Now - Duration.FromHours(90)));
        await DoAsync(heard, Contact(Now - Duration.FromHours(20)));
        Assert.That((await BoardAsync()).NoContactForTwoDays.Select(row => row.Case), Is.EqualTo([silent]));
    }

    [Test]
    public async Task A_declined_referral_stays_on_the_board_until_the_referrer_was_told()
    {
        var declined = await ReferredAsync(hoursAgo: 40);
        await DoAsync(declined, new AnswerReferral(Now, ReferralAnswer.Declined, ReferrerTold: false));
        var board = await BoardAsync();
        Assert.That((board.Open, board.Waiting.Unanswered, board.NewReferrals.Select(row => (row.Case, row.HoursLeft))), Is.EqualTo((0, 0, (IEnumerable<(Guid, decimal?)>)[(declined, 8m)])).AsCollection);
        await DoAsync(declined, new AnswerReferral(Now, ReferralAnswer.Declined, ReferrerTold: true));
        Assert.That((await BoardAsync()).NewReferrals, Is.Empty);
    }

    [Test]
    public async Task So_does_one_of_which_something_had_been_asked_back_and_one_that_is_urgent_until_the_person_was_reached()
    {
        var (asked, urgent) = (await ReferredAsync(hoursAgo: 40), await ReferredAsync(hoursAgo: 1));
        await DoAsync(asked, new AnswerReferral(Now, ReferralAnswer.Queried, ReferrerTold: true));
        await DoAsync(asked, new AnswerReferral(Now, ReferralAnswer.Declined, ReferrerTold: false));
        await DoAsync(urgent, new MarkUrgent(Now));
        await DoAsync(urgent, new DateStart(Now, LocalCalendar.DateOf(Now).PlusDays(1), Confirmed: true));
        await DoAsync(urgent, new AnswerReferral(Now, ReferralAnswer.Declined, ReferrerTold: true));
        var board = await BoardAsync();
        Assert.That(board.NewReferrals.Select(row => row.Case), Is.EquivalentTo([asked, urgent]));
        Assert.That((board.StartingTomorrowWithoutWorker, board.Waiting.WithoutContact), Is.EqualTo((Array.Empty<TeamBoardRow>(), Array.Empty<TeamBoardRow>())).AsCollection);
        await DoAsync(asked, new AnswerReferral(Now, ReferralAnswer.Declined, ReferrerTold: true));
        await DoAsync(urgent, new RecordContact(Now, Worker, ReablementRole.SocialWorker, ContactBy.Telephone));
        Assert.That((await BoardAsync()).NewReferrals, Is.Empty);
    }

    [Test]
    public async Task Whoever_does_not_want_reablement_any_more_is_shown_as_that()
    {
        var unwanted = await ReferredAsync(hoursAgo: 1);
        await DoAsync(unwanted, new AnswerReferral(Now, ReferralAnswer.Accepted, ReferrerTold: true));
        await DoAsync(unwanted, new AnswerReablementConsent(Now, ReablementConsent.Declined));
        var board = await BoardAsync();
        Assert.That((board.Waiting.WithoutContact.Count, board.ToEndOrGoOn.Select(row => row.Case).Single()), Is.EqualTo((0, unwanted)));
    }

    [Test]
    public async Task Whoever_died_or_is_back_in_hospital_is_shown_as_that_and_nowhere_as_waiting_for_the_team()
    {
        var away = await _hospital.AdmitAsync();
        await _hospital.DoAsync(away, new AssessFunction(Now, StaffRole.OccupationalTherapist, [FunctionalNeed.Reablement]));
        await _hospital.DoAsync(away, new DecidePathway(Now, Pathway.Pathway1, PathwayReason.HomeFirst, StaffRole.DischargeCoordinator));
        await _hospital.DoAsync(away, new LeaveHospital(Now, Destination.OwnHome));
        await HandOverAsync();
        var id = HandOvers.CaseOf(away);
        await DoAsync(id, new DateStart(Now, LocalCalendar.DateOf(Now).PlusDays(1), Confirmed: true));
        var board = await AllAsync();
        Assert.That((Ids(board.Waiting.WithoutContact), Ids(board.StartingTomorrowWithoutWorker), Ids(board.ToEndOrGoOn)), Is.EqualTo(($"{id}", $"{id}", "")));

        _hospital.Time.Now += Duration.FromHours(3);
        await _hospital.DoAsync(away, new Readmit(Now, ReturnReason.Unwell));
        await HandOverAsync();
        board = await AllAsync();
        Assert.That((Ids(board.Waiting.WithoutContact), Ids(board.StartingTomorrowWithoutWorker), Ids(board.ToEndOrGoOn)), Is.EqualTo(("", "", $"{id}")));

        await DoAsync(id, Contact(Now + Duration.FromHours(1)));
        Assert.That(Ids((await AllAsync()).ToEndOrGoOn), Is.Empty, "Once the team was with them again they are home.");

        _hospital.Time.Now += Duration.FromDays(3);
        Assert.That(Ids((await AllAsync()).NoContactForTwoDays), Is.EqualTo($"{id}"));
        await _hospital.DoAsync(away, new RecordDeath(Now, PlaceOfDeath.AtHome));
        await HandOverAsync();
        board = await AllAsync();
        Assert.That((Ids(board.NoContactForTwoDays), Ids(board.ToEndOrGoOn)), Is.EqualTo(("", $"{id}")));

        static string Ids(IEnumerable<TeamBoardRow> rows) => string.Join(' ', rows.Select(row => row.Case));
    }

    [Test]
    public async Task There_is_no_waiting_list_and_so_who_waits_is_counted_beside_it()
    {
        var (referred, accepted) = (await ReferredAsync(1), await ReferredAsync(1));
        await DoAsync(accepted, new AnswerReferral(Now, ReferralAnswer.Accepted, ReferrerTold: true));
        var inHospital = await _hospital.AdmitAsync();
        await _hospital.DoAsync(inHospital, new ReviewCriteriaToReside(Now, [], MedicallyStable: true, StaffRole.Consultant));
        Assert.That((await BoardAsync()).Waiting.ReadyInHospital, Is.Empty);
        await _hospital.DoAsync(inHospital, new StartDelay(Now, DelayCodeset.Acute2022.Find("viii")!, Owner.ReablementTeam));
        _hospital.Time.Now += Duration.FromMinutes(5);
        var waiting = (await BoardAsync()).Waiting;
        Assert.Multiple(() =>
        {
            Assert.That(waiting.Unanswered, Is.EqualTo(1));
            Assert.That(waiting.WithoutContact.Select(row => row.Case), Is.EqualTo([accepted]));
            Assert.That(waiting.ReadyInHospital, Is.EqualTo([inHospital]));
        });
        Assert.That(referred, Is.Not.EqualTo(accepted));
    }

    [Test]
    public async Task A_worker_has_a_board_of_their_own()
    {
        var (mine, _) = (await ReferredAsync(1), await ReferredAsync(1));
        await DoAsync(mine, new AllocateWorker(Now, Worker, ReablementRole.SocialWorker, TeamDay.NothingSaid));
        Assert.That((await Boards.ReadAsync(Team, Worker.Value, Reach.Everything, CancellationToken.None)).NewReferrals.Select(row => row.Case), Is.EqualTo([mine]));
    }

    [Test]
    public async Task The_report_says_how_fast_who_came_and_what_was_saved()
    {
        var id = await ReferredAsync(hoursAgo: 10);
        await DoAsync(id, new AnswerReferral(Now - Duration.FromHours(8), ReferralAnswer.Accepted, ReferrerTold: true));
        await DoAsync(id, new AllocateWorker(Now - Duration.FromHours(8), Worker, ReablementRole.SocialWorker, TeamDay.NothingSaid));
        await DoAsync(id, Contact(Now - Duration.FromHours(4)));
        await DoAsync(id, Contact(Now - Duration.FromHours(2)) with { By = Subject.Parse("w-56") });
        await DoAsync(id, new RecordCare(Now - Duration.FromHours(4), 600, DoubleHanded: false));
        await DoAsync(id, new RecordCare(Now - Duration.FromHours(1), 480, DoubleHanded: false));
        var today = LocalCalendar.DateOf(Now);
        var report = await Reports.ReportAsync(Team, today.PlusDays(-1), today, Reach.Everything, CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That((report.Cases, report.Visits, report.ByNamedWorker, report.NamedWorkerShare, report.StaffPerPerson, report.MinutesSaved), Is.EqualTo((1, 2, 1, (decimal?)50m, (decimal?)2m, 120)));
            Assert.That(report.Months.Select(month => (month.Referrals, month.InTime, month.MedianHours)), Is.EqualTo([(1, 1, (decimal?)2m)]));
        });
        Assert.That((await Reports.ReportAsync(Team, today.PlusDays(1), today.PlusDays(2), Reach.Everything, CancellationToken.None)).Cases, Is.Zero);
    }

    private ReablementReports Reports => new(_hospital.Pool, _hospital.Histories, RuleBook.Standard, _hospital.Time);

    private TeamBoards Boards => new(_hospital.Pool, Hospital.Seals, Reports, _hospital.Time);

    private static RecordContact Contact(Instant at) => new(at, Worker, ReablementRole.SocialWorker, ContactBy.Visit);

    private Task<TeamBoardView> BoardAsync() => Boards.ReadAsync(Team, worker: null, Reach.Everything, CancellationToken.None);

    private Task<TeamBoardView> AllAsync() => Boards.ReadAsync(team: null, worker: null, Reach.Everything, CancellationToken.None);

    private async Task HandOverAsync()
    {
        while (await new HandOvers(_hospital.Pool, _hospital.Store, _hospital.Histories, Hospital.Seals, Hospital.Sealing, RuleBook.Standard, _hospital.Time).HandOverAsync(CancellationToken.None))
        {
            // There may be more.
        }
    }

    private async Task<Guid> ReferredAsync(double hoursAgo)
    {
        var (id, at) = (Guid.CreateVersion7(), Now - Duration.FromHours(hoursAgo));
        var referral = new ReablementReferral(
            Hospital.Ada with { NhsNumber = null }, null, Hospital.Index, Guid.CreateVersion7(),
            (person, hash) => new ReferForReablement(at, person, hash, ReablementSource.Community, OdsCode.Parse("QMJ01"), Team, Urgent: false));
        Assert.That(await _hospital.Cases.OpenAsync(ReablementType.Instance, id, Hospital.Sending(), referral, CancellationToken.None), Is.InstanceOf<Outcome.Answered>());
        return id;
    }

    private async Task DoAsync(Guid id, ReablementCommand command) => Assert.That(
        await _hospital.Cases.ChangeAsync(
            ReablementType.Instance, id, Hospital.Sending(), [], (history, _) => Verdict.Of(command.Decide(ReablementType.StateOf(id, history))), CancellationToken.None),
        Is.InstanceOf<Outcome.Answered>());
}
