using CsCheck;
using NodaTime;

namespace Discharge.Domain.Tests.Timelines;

/// <summary>Every change of London's clocks from 2015 to 2035, from the tz database, and starts drawn around each of them.</summary>
internal static class ClockChanges
{
    public static readonly Instant[] All =
    [
        .. DateTimeZoneProviders.Tzdb["Europe/London"]
            .GetZoneIntervals(Instant.FromUtc(2015, 1, 1, 0, 0), Instant.FromUtc(2036, 1, 1, 0, 0))
            .Skip(1)
            .Select(interval => interval.Start),
    ];

    /// <summary>A start within four days of any change, to the microsecond.</summary>
    public static readonly Gen<Instant> StartsAround = Gen.OneOf(All).SelectMany(StartsNear);

    /// <summary>A start within six months of any change, on the minute.</summary>
    public static readonly Gen<Instant> StartsAllYear = Gen.OneOf(All).SelectMany(StartsHalfAYearFrom);

    /// <summary>A start within four days of a change, to the microsecond.</summary>
    public static Gen<Instant> StartsNear(Instant change) =>
        Gen.Long[-4 * 86_400_000_000L, 4 * 86_400_000_000L].Select(microseconds => change + Duration.FromNanoseconds(1_000 * microseconds));

    /// <summary>A start within six months of a change, on the minute.</summary>
    public static Gen<Instant> StartsHalfAYearFrom(Instant change) => Gen.Int[-183 * 1_440, 183 * 1_440].Select(minutes => change + Duration.FromMinutes(minutes));
}
