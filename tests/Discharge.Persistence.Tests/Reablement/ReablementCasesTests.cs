using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Reablement;
using NodaTime;

namespace Discharge.Persistence.Tests.Reablement;

public sealed class ReablementCasesTests
{
    private static readonly NhsNumber Number = NhsNumber.TryParse("9990079196", out var number) ? number : throw new FormatException();

    private static readonly NhsNumber Other = NhsNumber.TryParse("9990030030", out var number) ? number : throw new FormatException();

    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task Open() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Close() => await _hospital.DisposeAsync();

    [Test]
    public async Task Of_two_who_are_allocated_at_the_same_moment_one_wins_and_the_other_is_told_who_has_it()
    {
        for (var round = 0; round < 20; round++)
        {
            var id = await ReferredAsync();
            var (one, other) = (Subject.Parse($"w-1{round}"), Subject.Parse($"w-2{round}"));
            var outcomes = await Task.WhenAll(DoAsync(id, Allocating(one)), DoAsync(id, Allocating(other)));
            var holder = ReablementType.StateOf(id, await _hospital.HistoryAsync(id)).Responsible!;
            Assert.Multiple(() =>
            {
                Assert.That(outcomes.Count(outcome => outcome is Outcome.Answered), Is.EqualTo(1));
                Assert.That(outcomes.OfType<Outcome.Refused>().Single().Refusal, Is.EqualTo(AllocateWorker.TakenBy(holder)));
            });
        }
    }

    [Test]
    public async Task A_person_who_is_referred_by_two_at_the_same_moment_has_one_case()
    {
        var details = Hospital.Ada with { NhsNumber = Number.Value };
        var outcomes = await Task.WhenAll(
            ReferAsync(Guid.CreateVersion7(), details, Number, ReablementSource.Community), ReferAsync(Guid.CreateVersion7(), details, Number, ReablementSource.GpLiaison));
        Assert.Multiple(() =>
        {
            Assert.That(outcomes.OfType<Outcome.Answered>().Single().Status, Is.EqualTo(201));
            Assert.That(outcomes.OfType<Outcome.Refused>().Single().Refusal, Is.EqualTo(ReferForReablement.AlreadyOpen));
        });
    }

    [Test]
    public async Task The_lead_is_told_at_once_that_the_team_is_over_capacity()
    {
        var code = OdsCode.Parse("RBT71");
        await FullTeamAsync(code, room: 0);
        var id = await ReferredAsync(code);
        await AllocateAsync(id, Allocating(Subject.Parse("w-9")));
        Assert.That((await _hospital.NoticesAsync(id)).Select(notice => (notice.Rule, notice.Level)), Does.Contain(("reablement.over-capacity", "L2")));
    }

    [Test]
    public async Task Of_many_who_are_allocated_at_once_as_many_as_there_is_room_for_get_whom_they_asked_for_and_the_worker_on_duty_the_others()
    {
        var code = OdsCode.Parse("RBT72");
        await FullTeamAsync(code, room: 3);
        var ids = new List<Guid>();
        for (var person = 0; person < 8; person++)
        {
            ids.Add(await ReferredAsync(code));
        }

        var outcomes = await Task.WhenAll(ids.Select((id, number) => AllocateAsync(id, Allocating(Subject.Parse($"w-7{number}")))));
        var given = await Task.WhenAll(ids.Select(async id => ReablementType.StateOf(id, await _hospital.HistoryAsync(id)).Responsible!));
        Assert.Multiple(() =>
        {
            Assert.That(outcomes, Is.All.InstanceOf<Outcome.Answered>());
            Assert.That(given.Count(one => !one.OverCapacity), Is.EqualTo(3));
            Assert.That(given.Where(one => one.OverCapacity).Select(one => one.Worker), Has.Exactly(5).EqualTo(Subject.Parse("duty-1")));
        });
    }

    [Test]
    public async Task An_allocation_withdrawn_gives_its_room_back()
    {
        var code = OdsCode.Parse("RBT73");
        await FullTeamAsync(code, room: 1);
        var (first, second) = (await ReferredAsync(code), await ReferredAsync(code));
        await AllocateAsync(first, Allocating(Subject.Parse("w-1")));
        await WithdrawAsync(first, entry: 2);
        await AllocateAsync(second, Allocating(Subject.Parse("w-2")));
        Assert.That(ReablementType.StateOf(second, await _hospital.HistoryAsync(second)).Responsible!.Worker, Is.EqualTo(Subject.Parse("w-2")));
    }

    [Test]
    public async Task A_referral_withdrawn_or_ended_before_an_answer_gives_its_room_back()
    {
        var code = OdsCode.Parse("RBT74");
        await FullTeamAsync(code, room: 1);
        var (first, second, third) = (await ReferredAsync(code), await ReferredAsync(code), await ReferredAsync(code));
        await AllocateAsync(first, Allocating(Subject.Parse("w-1")));
        await WithdrawAsync(first, entry: 1);
        await AllocateAsync(second, Allocating(Subject.Parse("w-2")));
        Assert.That(ReablementType.StateOf(second, await _hospital.HistoryAsync(second)).Responsible!.Worker, Is.EqualTo(Subject.Parse("w-2")));

        await DoAsync(second, new EndReablement(_hospital.Time.Now, ReablementSequel.Declined));
        await AllocateAsync(third, Allocating(Subject.Parse("w-3")));
        Assert.That(ReablementType.StateOf(third, await _hospital.HistoryAsync(third)).Responsible!.Worker, Is.EqualTo(Subject.Parse("w-3")));
    }

    [Test]
    public async Task A_decline_withdrawn_when_the_person_was_referred_anew_leaves_two_open_cases_and_both_say_so()
    {
        var details = Hospital.Ada with { NhsNumber = Other.Value };
        var (declined, anew) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await ReferAsync(declined, details, Other, ReablementSource.Community);
        await DoAsync(declined, new AnswerReferral(_hospital.Time.Now, ReferralAnswer.Declined, ReferrerTold: true));
        Assert.That(await ReferAsync(anew, details, Other, ReablementSource.GpLiaison), Is.InstanceOf<Outcome.Answered>(), "Declined, they may be referred anew.");
        Assert.That((await OneAsync(anew)).Warnings, Is.Empty);

        await WithdrawAsync(declined, entry: 2);
        var (one, two) = (await OneAsync(declined), await OneAsync(anew));
        Assert.Multiple(() =>
        {
            Assert.That(one.OtherOpenCases, Is.EqualTo([anew]));
            Assert.That(two.OtherOpenCases, Is.EqualTo([declined]));
            Assert.That(one.Warnings.Concat(two.Warnings), Is.EqualTo([ReablementContradictions.TwoOpenCases, ReablementContradictions.TwoOpenCases]));
        });
    }

    [Test]
    public async Task The_watch_records_a_breach_where_nobody_responds()
    {
        var hospital = await Hospital.OpenAsync();
        await using var _ = hospital;
        var id = Guid.CreateVersion7();
        await hospital.Cases.OpenAsync(ReablementType.Instance, id, Hospital.Sending(), Referral(Hospital.Ada with { NhsNumber = null }, null, ReablementSource.Community, hospital.Time.Now), CancellationToken.None);
        hospital.Time.Now += Duration.FromHours(49);
        await hospital.LookAsync();
        Assert.That((await hospital.HistoryAsync(id)).Entries.Select(entry => entry.Fact).OfType<Domain.Timelines.ClockBreached>().Select(breach => breach.Rule), Does.Contain("T02"));
    }

    [Test]
    public async Task A_caseload_is_that_of_the_team_and_of_whoever_is_in_charge()
    {
        var team = OdsCode.Parse("RBT77");
        var (mine, theirs) = (await ReferredAsync(team), await ReferredAsync(team));
        await DoAsync(mine, Allocating(Subject.Parse("w-31")));
        await DoAsync(theirs, Allocating(Subject.Parse("w-32")));
        await DoAsync(theirs, new CoverWorker(_hospital.Time.Now, Subject.Parse("w-31"), ReablementRole.SocialWorker));
        var caseloads = new Caseloads(_hospital.Pool, Hospital.Seals, _hospital.Histories, Domain.Timelines.RuleBook.Standard, _hospital.Time);
        Assert.Multiple(async () =>
        {
            Assert.That(Ids(await caseloads.PageAsync(team, null, null, 50, Reach.Everything, CancellationToken.None)), Is.EqualTo([mine, theirs]));
            Assert.That(Ids(await caseloads.PageAsync(team, "w-31", null, 50, Reach.Everything, CancellationToken.None)), Is.EqualTo([mine, theirs]));
            Assert.That(Ids(await caseloads.PageAsync(team, "w-32", null, 50, Reach.Everything, CancellationToken.None)), Is.Empty);
            Assert.That((await caseloads.PageAsync(team, null, null, 1, Reach.Everything, CancellationToken.None)).Next, Is.EqualTo(mine));
            Assert.That(Ids(await caseloads.PageAsync(team, null, mine, 1, Reach.Everything, CancellationToken.None)), Is.EqualTo([theirs]));
        });
    }

    private static IEnumerable<Guid> Ids(Caseload caseload) => caseload.Cases.Select(view => view.Id);

    private AllocateWorker Allocating(Subject worker) => new(_hospital.Time.Now, worker, ReablementRole.OccupationalTherapist, TeamDay.NothingSaid);

    private async Task<ReablementView> OneAsync(Guid id) =>
        (await new Caseloads(_hospital.Pool, Hospital.Seals, _hospital.Histories, Domain.Timelines.RuleBook.Standard, _hospital.Time).OneAsync(id, CancellationToken.None))!;

    private async Task FullTeamAsync(OdsCode code, int room)
    {
        var (id, today) = (Guid.CreateVersion7(), new LocalDate(2026, 3, 4));
        await _hospital.Cases.OpenAsync(ReablementTeamType.Instance, id, Hospital.Sending(), new TeamRegistration(new RegisterTeam(_hospital.Time.Now, code, Subject.Parse("w-100"))), CancellationToken.None);
        foreach (var said in (ReablementTeamCommand[])
            [new SetCapacity(_hospital.Time.Now, ReablementRole.OccupationalTherapist, today, today, room), new NameDutyWorker(_hospital.Time.Now, Subject.Parse("duty-1"), ReablementRole.SocialWorker, today, today)])
        {
            await _hospital.Cases.ChangeAsync(
                ReablementTeamType.Instance, id, Hospital.Sending(), [], (history, _) => Verdict.Of(said.Decide(ReablementTeamType.StateOf(id, history))), CancellationToken.None);
        }
    }

    private Task<Outcome> AllocateAsync(Guid id, AllocateWorker command) => _hospital.Cases.ChangeAsync(
        ReablementType.Instance, id, Hospital.Sending(), [], (connection, history, _, stop) => TeamDays.DecideAsync(connection, ReablementType.StateOf(id, history), command, stop), CancellationToken.None);

    private Task<Outcome> WithdrawAsync(Guid id, long entry) => _hospital.Cases.ChangeAsync(
        ReablementType.Instance, id, Hospital.Sending(), [],
        (history, _) => Verdict.Of(new Domain.Deciding.WithdrawEntry(_hospital.Time.Now, entry, Domain.Deciding.WithdrawalReason.WrongContent).Decide(history)), CancellationToken.None);

    private async Task<Guid> ReferredAsync(OdsCode? team = null)
    {
        var id = Guid.CreateVersion7();
        Assert.That(await ReferAsync(id, Hospital.Ada with { NhsNumber = null }, null, ReablementSource.HomeFirstTeam, team), Is.InstanceOf<Outcome.Answered>());
        return id;
    }

    private Task<Outcome> ReferAsync(Guid id, PersonDetails details, NhsNumber? number, ReablementSource source, OdsCode? team = null) =>
        _hospital.Cases.OpenAsync(ReablementType.Instance, id, Hospital.Sending(), Referral(details, number, source, _hospital.Time.Now, team), CancellationToken.None);

    private static ReablementReferral Referral(PersonDetails details, NhsNumber? number, ReablementSource source, Instant at, OdsCode? team = null) => new(
        details,
        number,
        Hospital.Index,
        Guid.CreateVersion7(),
        (person, hash) => new ReferForReablement(at, person, hash, source, OdsCode.Parse("QMJ01"), team ?? OdsCode.Parse("RBT01"), Urgent: false));

    private Task<Outcome> DoAsync(Guid id, ReablementCommand command) => _hospital.Cases.ChangeAsync(
        ReablementType.Instance, id, Hospital.Sending(), [], (history, _) => Verdict.Of(command.Decide(ReablementType.StateOf(id, history))), CancellationToken.None);
}
