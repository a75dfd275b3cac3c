using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>
/// Any case with delays: reviews, delays that begin and end whenever, namings of a primary one, perhaps leaving, a death, a readmission, a closing, and entries withdrawn; over six days around the change of the clocks, no
/// two at one moment, in two orders of recording. What ends or names a delay is recorded after its beginning, and a withdrawal after what it withdraws, because that is what it names.
/// </summary>
internal static class AnyDelayedCase
{
    private static readonly Instant Beginning = March(26, "09:00");

    private static readonly Gen<Instant> Moments = Gen.Int[1, 6 * 1_440].Select(minutes => Beginning + Duration.FromMinutes(minutes));

    private static readonly Gen<DelayReason> Reasons = Gen.OneOf("ii", "v", "vi").Select(code => DelayCodeset.Acute2022.Find(code)!);

    private static readonly Gen<Said[]> Delays =
        from begins in Gen.Select(Moments, Reasons, (at, reason) => new DelayStarted(at, reason, Owner.Ward)).Array[0, 5]
        from ends in Gen.Select(Gen.Int[0, 3], Moments, (ended, at) => ended > 0 ? at : (Instant?)null).Array[5]
        from named in Gen.Select(Moments, Gen.Int[26, 31], Gen.Int[0, 4], (at, day, which) => (At: at, Day: day, Which: which)).Array[0, 6]
        select (Said[])
        [
            .. begins.Select(began => new Said(null, _ => began)),
            .. begins.Zip(ends).Select((pair, which) => (pair.Second, which)).Where(pair => pair.Second is not null).Select(pair => new Said(pair.which, id => new DelayEnded(pair.Second!.Value, id))),
            .. named.Where(naming => naming.Which < begins.Length)
                .Select(naming => new Said(naming.Which, id => new PrimaryDelayNamed(naming.At, new LocalDate(2026, 3, naming.Day), id))),
        ];

    private static readonly Gen<Said[]> Rest =
        from reviews in Gen.Select(Moments, Gen.Int[0, 5], (at, ready) => ready > 0 ? ReadyAt(at) : NeedsBedAt(at)).Array[0, 6]
        from left in Perhaps(Gen.Bool, Gen.Int[2 * 1_440, 7 * 1_440].Select(minutes => (DischargeCaseEvent)LeftAt(Beginning + Duration.FromMinutes(minutes))))
        from died in Perhaps(Seldom, Gen.Select(Moments, Gen.Enum<PlaceOfDeath>(), (at, place) => (DischargeCaseEvent)new PersonDied(at, place)))
        from back in Perhaps(Seldom, Gen.Select(Moments, Gen.Bool, (at, unseen) => unseen ? new DischargeFailed(at, ReturnReason.Fall) : (DischargeCaseEvent)new Readmitted(at, ReturnReason.Fall)))
        from closed in Perhaps(Seldom, Moments.Select(at => (DischargeCaseEvent)new CaseClosed(at, CaseOutcome.Hospital)))
        select (Said[])[.. reviews.Concat(left).Concat(died).Concat(back).Concat(closed).Select(fact => new Said(null, _ => fact))];

    private static Gen<bool> Seldom => Gen.Int[0, 3].Select(chance => chance == 0);

    /// <summary>One case in two orders of recording.</summary>
    public static readonly Gen<(DischargeCase One, DischargeCase Other)> TwoOrders =
        from delays in Delays
        from rest in Rest
        from withdrawn in Gen.Int[0, 24].Array[0, 3]
        let said = (Said[])[.. delays, .. rest]
        let all = Apart([.. said, .. withdrawn.Distinct().Where(which => which < said.Length).Select(which => new Said(which, entry => Withdrawn(entry, Beginning)))])
        from one in Gen.Shuffle(all)
        from other in Gen.Shuffle(all)
        select (InOrder(one), InOrder(other));

    private static Gen<DischargeCaseEvent[]> Perhaps(Gen<bool> whether, Gen<DischargeCaseEvent> fact) =>
        Gen.Select(whether, fact, (happened, what) => happened ? (DischargeCaseEvent[])[what] : []);

    private static Said[] Apart(Said[] all) => [.. all.Select((said, index) => said with { Number = index })];

    private static DischargeCase InOrder(Said[] order)
    {
        var history = Histories.HistoryOf(Opened with { OccurredAt = Beginning });
        var entries = new Dictionary<int, long>();
        List<Said> waiting = [.. order];
        while (waiting.FirstOrDefault(said => said.About is not { } about || entries.ContainsKey(about)) is { } next)
        {
            waiting.Remove(next);
            history = history.Then(next.FactAmong(entries));
            entries[next.Number] = history.Version;
        }

        return history.AsDischargeCase();
    }

    /// <summary>What is said: about nothing else, or about what has that number.</summary>
    private sealed record Said(int? About, Func<long, Fact> Fact)
    {
        public int Number { get; init; }

        public Fact FactAmong(Dictionary<int, long> entries)
        {
            var fact = Fact(About is { } about ? entries[about] : 0);
            return fact with { OccurredAt = fact.OccurredAt + Duration.FromSeconds(Number + 1) };
        }
    }
}
