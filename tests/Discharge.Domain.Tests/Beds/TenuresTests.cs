using CsCheck;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.Tests.Deciding;
using NodaTime;
using static Discharge.Domain.Tests.Beds.BedStory;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;

namespace Discharge.Domain.Tests.Beds;

public sealed class TenuresTests
{
    private static readonly Guid[] People = [Ada, Ben, Guid.Parse("0a6f1c1e-0000-4000-8000-000000000024")];

    // Anything at all, in any order of recording, possible or not; withdrawn and standing again too.
    private static readonly Gen<Fact> AnyFact =
        from minutes in Gen.Int[0, 600]
        let at = March(4, "09:00") + Duration.FromMinutes(minutes)
        from person in Gen.OneOf(People)
        from fact in Gen.OneOf<Fact>(
            Gen.Int[-60, 240].Select(ahead => new BedReserved(at, person, at + Duration.FromMinutes(ahead))),
            Gen.Const(new BedOccupied(at, person)),
            Gen.Enum<HoldReason>().Select(reason => new BedHeld(at, person, reason)),
            Gen.Enum<ReleaseReason>().Select(reason => new BedReleased(at, person, reason)),
            Gen.Const(new BedClosed(at, ClosureReason.Works)),
            Gen.Const(new BedReopened(at)),
            Gen.Bool.Select(free => new VacancyConfirmed(at, free)),
            Gen.Long[1, 20].Select(entry => new EntryWithdrawn(at, entry, WithdrawalReason.WrongContent)))
        select fact;

    private static readonly Gen<History> AnyHistory = AnyFact.Array[0, 20].Select(facts => HistoryOfAll([Registered, .. facts]));

    private static readonly Gen<BedCommand> AnyCommand =
        from minutes in Gen.Int[0, 600]
        let at = March(4, "09:00") + Duration.FromMinutes(minutes)
        from person in Gen.OneOf(People)
        from command in Gen.OneOf<BedCommand>(
            Gen.Int[-60, 240].Select(ahead => new ReserveBed(at, person, at + Duration.FromMinutes(ahead))),
            Gen.Const(new OccupyBed(at, person)),
            Gen.Const(new HoldBed(at, person, HoldReason.HomeAccessVisit)),
            Gen.Const(new ReleaseBed(at, person, ReleaseReason.Moved)),
            Gen.Const(new EndBedReservation(at, person, ReleaseReason.NoLongerNeeded)),
            Gen.Const(new ChangeOffer(at, Offer)),
            Gen.Const(new CloseBed(at, ClosureReason.Infection)),
            Gen.Const(new ReopenBed(at)),
            Gen.Bool.Select(free => new ConfirmVacancy(at, free)))
        select command;

    [Test]
    public void Whoever_is_there_is_gone_before_somebody_else_comes_at_the_same_moment_in_whatever_order_it_is_told()
    {
        var (ben, gone, adaEarlier) = (AdaIsThere with { Case = Ben }, new BedReleased(AdaIsThere.OccurredAt, Ada, ReleaseReason.Moved), AdaIsThere with { OccurredAt = March(4, "14:00") });
        var told = new[] { BedOf(Registered, adaEarlier, gone, ben), BedOf(Registered, ben, adaEarlier, gone), BedOf(Registered, ben, gone, adaEarlier) };
        Assert.Multiple(() =>
        {
            Assert.That(told.Select(bed => bed.Tenures.All.Select(tenure => tenure.Had())), Is.All.EqualTo(new (Guid, PlaceStep, Instant, Instant?)[]
            {
                (Ada, PlaceStep.Occupied, March(4, "14:00"), March(5, "14:00")), (Ben, PlaceStep.Occupied, March(5, "14:00"), null),
            }));
            Assert.That(told.SelectMany(bed => bed.Tenures.Impossible), Is.Empty);
        });
    }

    [Test]
    public void A_place_is_reserved_occupied_held_and_released_in_turn() => Assert.That(
        BedOf(Registered, ReservedForAda, AdaIsThere, HeldForAda, AdaWentHome).Tenures.All.Select(tenure => tenure.Had()),
        Is.EqualTo(new (Guid, PlaceStep, Instant, Instant?)[]
        {
            (Ada, PlaceStep.Reserved, March(4, "10:00"), March(5, "14:00")),
            (Ada, PlaceStep.Occupied, March(5, "14:00"), March(8, "03:00")),
            (Ada, PlaceStep.Held, March(8, "03:00"), March(20, "11:00")),
        }));

    [Test]
    public void The_order_of_recording_changes_nothing() => Assert.That(
        BedOf(Registered, AdaWentHome, HeldForAda, AdaIsThere, ReservedForAda).Tenures.All.Select(tenure => tenure.Had()),
        Is.EqualTo(BedOf(Registered, ReservedForAda, AdaIsThere, HeldForAda, AdaWentHome).Tenures.All.Select(tenure => tenure.Had())));

    [Test]
    public void Who_came_and_went_at_one_moment_was_never_there_and_so_not_while_somebody_else_was()
    {
        var history = HistoryOfAll([Registered, new BedOccupied(March(4, "11:47"), Ben), new BedReleased(March(4, "11:47"), Ben, ReleaseReason.Moved), new BedOccupied(March(4, "09:22"), Ada)]);

        Assert.That(history.AsBed().Tenures.All.Select(tenure => (tenure.Case, tenure.Until)), Is.EqualTo(new[] { (Ada, (Instant?)null) }));
        Assert.That(history.AsBed().Tenures.Impossible, Is.Empty);
    }

    [Test]
    public void Any_history_folds_to_at_most_one_holder_at_every_instant() => AnyHistory.Sample(history =>
    {
        var tenures = history.AsBed().Tenures.All;
        return history.Entries.Select(entry => entry.Fact.OccurredAt).SelectMany(at => new[] { at.PlusNanoseconds(-1_000), at, at.PlusNanoseconds(1_000) })
            .Concat(tenures.Select(tenure => tenure.Until).OfType<Instant>())
            .All(at => tenures.Count(tenure => tenure.Covers(at)) <= 1);
    });

    [Test]
    public void No_two_tenures_of_any_history_overlap_and_none_is_empty() => AnyHistory.Sample(history =>
    {
        var tenures = history.AsBed().Tenures.All;
        return tenures.All(tenure => !(tenure.Until <= tenure.From)) && tenures.Zip(tenures.Skip(1)).All(pair => pair.First.Until <= pair.Second.From);
    });

    [Test]
    public void Only_a_reservation_ends_without_a_word() => AnyHistory.Sample(history => history.AsBed().Tenures.All.All(tenure =>
        tenure.Until is not { } until || tenure.As is PlaceStep.Reserved || history.Standing.Any(entry => entry.Fact is ISharedFact && entry.Fact.OccurredAt == until && SharedFacts.With(entry.Fact) == tenure.Case)));

    [Test]
    public void Whatever_is_decided_nobody_is_ever_in_a_place_that_somebody_else_has() => AnyCommand.Array[1, 25].Sample(commands =>
    {
        var history = commands.Aggregate(HistoryOf(Registered), (before, command) =>
            command.Decide(before.AsBed()) is Decision<BedEvent>.Accepted { Facts: var facts } ? before.Then(facts.Select(Histories.AtOnce)) : before);
        return history.AsBed().Tenures.Impossible.IsEmpty;
    });

    [Test]
    public void Every_accepted_command_again_records_nothing() => AnyCommand.Array[1, 25].Sample(commands =>
    {
        var history = HistoryOf(Registered);
        foreach (var command in commands)
        {
            if (command.Decide(history.AsBed()) is Decision<BedEvent>.Accepted { Facts: var facts })
            {
                history = history.Then(facts.Select(Histories.AtOnce));
                if (command.Decide(history.AsBed()) is not Decision<BedEvent>.Accepted { Facts: [] })
                {
                    return false;
                }
            }
        }

        return true;
    });

    [Test]
    public void Every_kind_of_fact_and_of_command_is_among_them() => Assert.Multiple(() =>
    {
        static IEnumerable<Type> Kinds<T>() => typeof(Bed).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);
        Assert.That(
            Enumerable.Range(0, 50).SelectMany(_ => AnyFact.Array[25].Single()).Append(Registered).Select(fact => fact.GetType()).Distinct(),
            Is.SupersetOf(Kinds<BedEvent>().Where(kind => kind != typeof(BedOfferChanged))));
        Assert.That(Enumerable.Range(0, 50).SelectMany(_ => AnyCommand.Array[25].Single()).Select(command => command.GetType()).Distinct(), Is.EquivalentTo(Kinds<BedCommand>()));
    });
}
