using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>
/// Any case with delays: reviews, delays that begin and end whenever, namings of a primary one, perhaps leaving; over six days around the change of the clocks, no
/// two at one moment, in two orders of recording. What ends or names a delay is recorded after its beginning, because that is what it names.
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
            .. begins.Select((began, which) => new Said(which, _ => began)),
            .. begins.Zip(ends).Select((pair, which) => (pair.Second, which)).Where(pair => pair.Second is not null).Select(pair => new Said(pair.which, id => new DelayEnded(pair.Second!.Value, id)) { Follows = true }),
            .. named.Where(naming => naming.Which < begins.Length)
                .Select(naming => new Said(naming.Which, id => new PrimaryDelayNamed(naming.At, new LocalDate(2026, 3, naming.Day), id)) { Follows = true }),
        ];

    private static readonly Gen<Said[]> Rest =
        from reviews in Gen.Select(Moments, Gen.Int[0, 5], (at, ready) => ready > 0 ? ReadyAt(at) : NeedsBedAt(at)).Array[0, 6]
        from left in Gen.Select(Gen.Bool, Gen.Int[2 * 1_440, 7 * 1_440], (left, minutes) => left ? (DischargeCaseEvent[])[LeftAt(Beginning + Duration.FromMinutes(minutes))] : [])
        select (Said[])[.. reviews.Select(review => new Said(null, _ => review)), .. left.Select(leaving => new Said(null, _ => leaving))];

    /// <summary>One case in two orders of recording.</summary>
    public static readonly Gen<(DischargeCase One, DischargeCase Other)> TwoOrders =
        from delays in Delays
        from rest in Rest
        let all = Apart([.. delays, .. rest])
        from one in Gen.Shuffle(all)
        from other in Gen.Shuffle(all)
        select (InOrder(one), InOrder(other));

    private static Said[] Apart(Said[] all) => [.. all.Select((said, index) => said with { Later = Duration.FromSeconds(index + 1) })];

    private static DischargeCase InOrder(Said[] order)
    {
        var history = Histories.HistoryOf(Opened with { OccurredAt = Beginning });
        var begun = new Dictionary<int, long>();
        List<Said> waiting = [.. order];
        while (waiting.FirstOrDefault(said => !said.Follows || begun.ContainsKey(said.Delay!.Value)) is { } next)
        {
            waiting.Remove(next);
            history = history.Then(next.About(begun));
            if (next is { Delay: { } which, Follows: false })
            {
                begun[which] = history.Version;
            }
        }

        return history.AsDischargeCase();
    }

    private sealed record Said(int? Delay, Func<long, DischargeCaseEvent> Fact)
    {
        public bool Follows { get; init; }

        public Duration Later { get; init; }

        public DischargeCaseEvent About(Dictionary<int, long> begun)
        {
            var fact = Fact(Follows ? begun[Delay!.Value] : 0);
            return fact with { OccurredAt = fact.OccurredAt + Later };
        }
    }
}
