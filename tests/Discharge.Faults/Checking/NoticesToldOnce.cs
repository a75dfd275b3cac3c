using NodaTime.Extensions;

namespace Discharge.Faults.Checking;

/// <summary>I7, for the notices that go out: each moment of a clock that has come was given as a notice, not before it came, and each notice is either waiting or in one message.</summary>
internal static class NoticesToldOnce
{
    public static IEnumerable<string> Against(Evidence evidence) => evidence.Cases.Values.Where(one => one.IsReadable).SelectMany(one => Against(one, evidence.At));

    private static IEnumerable<string> Against(StoredCase one, DateTimeOffset now)
    {
        foreach (var notice in one.Notices)
        {
            if (notice.Waiting + notice.Said != 1)
            {
                yield return $"{one.Id}: the notice '{notice.Words}' waits {notice.Waiting} times and was said {notice.Said} times";
            }

            if (notice.GivenAt < notice.Moment)
            {
                yield return $"{one.Id}: the notice '{notice.Words}' was given at {notice.GivenAt:O}, before its moment {notice.Moment:O}";
            }
        }

        var given = one.Notices.Select(notice => (notice.Words.Split(", breach ")[0], notice.Moment)).ToHashSet();
        var fold = BesideIsTheFold.Fold(one, one.Events[^1].Version, now.ToInstant());
        foreach (var (clock, moment) in fold.Clocks.SelectMany(clock => clock.MomentsBy(fold.At).Select(moment => (clock, moment))))
        {
            var words = $"{clock.Rule.Id} {clock.Start.Version} {moment.Level?.ToString() ?? string.Empty} {moment.Words}";
            if (!given.Contains((words, moment.At.ToDateTimeOffset())))
            {
                yield return $"{one.Id}: the notice '{words}' of {moment.At} was not given";
            }
        }
    }
}
