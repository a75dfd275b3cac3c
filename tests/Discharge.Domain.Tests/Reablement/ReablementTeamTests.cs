using Discharge.Domain.Deciding;
using Discharge.Domain.Reablement;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Reablement;

public sealed class ReablementTeamTests : Deciding.Decisions<ReablementTeam, ReablementTeamEvent>
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    private static readonly LocalDate Friday = new(2026, 3, 6);

    private static TeamRegistered Registered => new(March(2, "08:00"), Team, Lead);

    private static CapacitySet Three => new(March(2, "08:10"), ReablementRole.Physiotherapist, Monday, Friday, 3);

    private static DutyWorkerNamed DutyOnMonday => new(March(2, "08:15"), Duty, ReablementRole.SocialWorker, Monday, Monday);

    [Test]
    public void A_team_is_registered_once() => Assert.Multiple(() =>
    {
        Given().When(_ => new RegisterTeam(March(2, "08:00"), Team, Lead).Decide(isThere: false)).ThenRecorded(Registered);
        Given().When(_ => new RegisterTeam(March(2, "08:00"), Team, Lead).Decide(isThere: true)).ThenRefused(RegisterTeam.AlreadyRegistered);
    });

    [Test]
    public void Capacity_is_by_role_and_day() => Assert.Multiple(() =>
    {
        Given(Registered).When(new SetCapacity(March(2, "08:10"), ReablementRole.Physiotherapist, Monday, Friday, 3).Decide).ThenRecorded(Three);
        Assert.That(Of(Registered, Three).RoomOn(Monday, ReablementRole.Physiotherapist), Is.EqualTo(3));
        Assert.That(Of(Registered, Three).RoomOn(Friday, ReablementRole.Physiotherapist), Is.EqualTo(3));
        Assert.That(Of(Registered, Three).RoomOn(Friday.PlusDays(1), ReablementRole.Physiotherapist), Is.Null);
        Assert.That(Of(Registered, Three).RoomOn(Monday.PlusDays(-1), ReablementRole.Physiotherapist), Is.Null);
        Assert.That(Of(Registered, Three).RoomOn(Monday, ReablementRole.SocialWorker), Is.Null);
    });

    [Test]
    public void What_is_said_last_of_a_day_counts() => Assert.That(
        Of(Registered, Three with { OccurredAt = March(3, "08:00"), From = Friday, NewPeople = 1 }, Three).RoomOn(Friday, ReablementRole.Physiotherapist), Is.EqualTo(1));

    [Test]
    public void Somebody_is_on_duty_on_a_day() => Assert.Multiple(() =>
    {
        Given(Registered).When(new NameDutyWorker(March(2, "08:15"), Duty, ReablementRole.SocialWorker, Monday, Monday).Decide).ThenRecorded(DutyOnMonday);
        Assert.That(Of(Registered, DutyOnMonday).OnDutyOn(Monday), Is.EqualTo(DutyOnMonday));
        Assert.That(Of(Registered, DutyOnMonday).OnDutyOn(Friday), Is.Null);
        Assert.That(Of(Registered, DutyOnMonday, DutyOnMonday with { OccurredAt = March(2, "09:00"), Worker = Petra }).OnDutyOn(Monday)?.Worker, Is.EqualTo(Petra));
    });

    [TestCase(null, 9, false, Description = "Where nobody has said how much room there is, there is room")]
    [TestCase(3, 2, false)]
    [TestCase(3, 3, true)]
    [TestCase(3, 4, true, Description = "Given by the worker on duty beyond it")]
    [TestCase(0, 0, true)]
    public void A_team_is_full_once_it_was_given_as_many_as_it_can_take_on(int? room, int given, bool full) => Assert.That(new TeamDay(room, given, OnDuty: null).IsFull, Is.EqualTo(full));

    [Test]
    public void Said_again_it_records_nothing() =>
        Given(Registered, Three).When(new SetCapacity(March(2, "08:10"), ReablementRole.Physiotherapist, Monday, Friday, 3).Decide).ThenRecordedNothing();

    [Test]
    public void Nothing_is_said_of_a_team_registered_in_error() => Given(Registered, new EntryWithdrawn(March(2, "08:05"), 1, WithdrawalReason.WrongContent))
        .When(new SetCapacity(March(2, "08:10"), ReablementRole.Physiotherapist, Monday, Friday, 3).Decide).ThenRefused(ReablementTeamCommand.RegisteredInError);

    protected override ReablementTeam StateOf(History history) => new(Id, history.Facts<ReablementTeamEvent>());

    private ReablementTeam Of(params Deciding.Recorded[] recorded) => StateOf(HistoryOf(recorded));
}
