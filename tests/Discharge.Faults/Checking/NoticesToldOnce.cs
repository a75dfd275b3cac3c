using Discharge.Domain.Timelines;
using NodaTime.Extensions;

namespace Discharge.Faults.Checking;

/// <summary>
/// I7, for the notices that go out: each moment of a clock that has come, and all that is told at once, was given as a notice, not before it came; nothing was given that the case
/// as it stood did not ask for, nor for anybody else; and each notice is in one message, which says what it is, and waits for nothing.
/// </summary>
internal static class NoticesToldOnce
{
    public static IEnumerable<string> Against(Evidence evidence) => evidence.Cases.Values.Where(one => one.IsReadable).SelectMany(one => Against(one, evidence.At));

    private static IEnumerable<string> Against(StoredCase one, DateTimeOffset now)
    {
        foreach (var notice in one.Notices)
        {
            if (notice is not { Waiting: 0, Sent: 1, Said: 1 })
            {
                yield return $"{one.Id}: the notice '{notice.Words}' waits {notice.Waiting} times and is in {notice.Sent} messages, of which {notice.Said} say it to the log";
            }

            if (notice.GivenAt < notice.Moment)
            {
                yield return $"{one.Id}: the notice '{notice.Words}' was given at {notice.GivenAt:O}, before its moment {notice.Moment:O}";
            }

            var version = one.Events.Where(entry => entry.RecordedAt <= notice.GivenAt).Select(entry => entry.Version).LastOrDefault();
            if (version == 0 || !OwedAt(one, version, notice.GivenAt).Contains(Known(notice)))
            {
                yield return $"{one.Id}: the notice '{notice.Words}' of {notice.Moment:O} for '{notice.Who}' was given at {notice.GivenAt:O}, and at version {version} nothing asked for it";
            }
        }

        foreach (var missing in OwedAt(one, one.Events[^1].Version, now).Except(one.Notices.Select(Known)))
        {
            yield return $"{one.Id}: the notice '{missing.Words}' of {missing.Moment:O} for '{missing.Who}' was not given";
        }
    }

    private static HashSet<(string Words, DateTimeOffset Moment, string Who)> OwedAt(StoredCase one, long version, DateTimeOffset at)
    {
        var fold = BesideIsTheFold.Fold(one, version, at.ToInstant());
        return
        [
            .. from clock in fold.Clocks
               from moment in clock.MomentsBy(fold.At)
               select ($"{clock.Rule.Id} {clock.Start.Version} {moment.Level?.ToString() ?? string.Empty} {moment.Words}", moment.At.ToDateTimeOffset(), moment.Who ?? string.Empty),
            .. from told in fold.Told
               where told.Moment <= fold.At
               select ($"{told.Rule} {told.Entry} {told.Level} {told.Words}", told.Moment.ToDateTimeOffset(), Ladder.WhoIs(told.Level)),
        ];
    }

    // A second breach of a clock is told with its number.
    private static (string Words, DateTimeOffset Moment, string Who) Known(StoredNotice notice) => (notice.Words.Split(", breach ")[0], notice.Moment, notice.Who);
}
