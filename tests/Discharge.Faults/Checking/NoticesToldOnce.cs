using System.Globalization;
using Discharge.Domain.Timelines;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.Telling;
using NodaTime;
using NodaTime.Extensions;

namespace Discharge.Faults.Checking;

/// <summary>
/// I7, for the notices that go out: each moment of a clock that has come, and all that is told at once, was given as a notice, not before it came; nothing was given that the case
/// as it stood did not ask for, nor for anybody else; and each notice is in one message, made after it was given, which says what it is, and waits for nothing.
/// </summary>
internal static class NoticesToldOnce
{
    // Longer than anything that is done to the service lasts. How late it is within that is measured, not judged here.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    // When what is never due is due.
    private static readonly Instant AfterAll = Instant.FromUtc(9999, 12, 31, 0, 0);

    public static IEnumerable<string> Against(Evidence evidence) => evidence.Cases.Values.Where(one => one.IsReadable).SelectMany(one => Against(one, evidence.At));

    private static IEnumerable<string> Against(StoredCase one, DateTimeOffset now)
    {
        foreach (var notice in one.Notices)
        {
            foreach (var what in Telling(one, notice))
            {
                yield return $"{one.Id}: the notice '{notice.Words}' {what}";
            }

            if (NumberOf(notice) is { } number && !one.HistoryTo(VersionAt(one, notice.GivenAt)).Entries.Any(entry => entry.Fact is ClockBreached breach && (breach.Rule, breach.StartedBy, breach.Number) == (notice.Rule, notice.StartedBy, number)))
            {
                yield return $"{one.Id}: the notice '{notice.Words}' is of breach {number}, and there is none";
            }

            if (notice.GivenAt < notice.Moment)
            {
                yield return $"{one.Id}: the notice '{notice.Words}' was given at {notice.GivenAt:O}, before its moment {notice.Moment:O}";
            }

            var version = VersionAt(one, notice.GivenAt);
            if (version == 0 || !OwedAt(one, version, notice.GivenAt).Contains(Known(notice)))
            {
                yield return $"{one.Id}: the notice '{notice.Words}' of {notice.Moment:O} for '{notice.Who}' was given at {notice.GivenAt:O}, and at version {version} nothing asked for it";
            }
            else if (notice.GivenAt - OwedSince(one, version, notice) is var late && late > Longest)
            {
                yield return $"{one.Id}: the notice '{notice.Words}' was given {late} after it could be";
            }
        }

        foreach (var missing in OwedAt(one, one.Events[^1].Version, now).Except(one.Notices.Select(Known)))
        {
            yield return $"{one.Id}: the notice '{missing.Words}' of {missing.Moment:O} for '{missing.Who}' was not given";
        }
    }

    private static IEnumerable<string> Telling(StoredCase one, StoredNotice notice)
    {
        var said = notice.Said.Count(said => IsAsGiven(said.Notice, notice, one));
        if ((notice.Waiting, notice.Sent, said) != (0, 1, 1))
        {
            yield return $"waits {notice.Waiting} times and is in {notice.Sent} messages, of which {said} say it to the log";
        }

        foreach (var message in notice.Said.Where(said => said.Notice is not null))
        {
            if (!message.IsItself)
            {
                yield return "is in a message that says something else of itself";
            }

            if (message.MadeAt < notice.GivenAt - Evidence.Apart || message.DeliveredAt < message.MadeAt - Evidence.Apart || message.DeliveredAt > notice.GivenAt + Longest)
            {
                yield return $"was given at {notice.GivenAt:O}, in a message made at {message.MadeAt:O} and delivered at {message.DeliveredAt:O}";
            }

            var dues = DuesUntil(one, notice, message.MadeAt + Evidence.Apart);
            if (!dues.Contains(message.Notice!.Due))
            {
                yield return $"is said to be due at {message.Notice.Due?.ToString() ?? "no time"}, and its clock was at {string.Join(", ", dues.Select(due => due?.ToString() ?? "no time"))}";
            }
        }
    }

    private static bool IsAsGiven(ToldNotice? said, StoredNotice notice, StoredCase one) => said is not null
        && (said.Id, said.Case, said.Rule, said.What, said.Level, said.Who ?? string.Empty) == (notice.Id, one.Id, notice.Rule, notice.What, notice.Level is "" ? "holder" : notice.Level, notice.Who)
        && (said.Moment, said.GivenAt) == (notice.Moment.ToInstant(), notice.GivenAt.ToInstant())
        && said.Link == (one.Type == DischargeCaseType.Instance ? $"/v1/discharge-cases/{one.Id}" : $"/v1/cases/{one.Id}/history");

    // When the clock was due at any time from the notice until its message was made; at no time where it was gone, or never is.
    private static HashSet<Instant?> DuesUntil(StoredCase one, StoredNotice notice, DateTimeOffset until) =>
    [
        .. from version in Versions(VersionAt(one, notice.GivenAt), VersionAt(one, until))
           let clock = BesideIsTheFold.Fold(one, version, until.ToInstant()).Clocks.FirstOrDefault(clock => (clock.Rule.Id, clock.Start.Version) == (notice.Rule, notice.StartedBy))
           select clock is null || clock.Due.DueAt == AfterAll ? null : (Instant?)clock.Due.DueAt,
    ];

    private static IEnumerable<long> Versions(long from, long to)
    {
        for (var version = Math.Max(1, from); version <= to; version++)
        {
            yield return version;
        }
    }

    private static long VersionAt(StoredCase one, DateTimeOffset moment) => one.Events.Where(entry => entry.RecordedAt <= moment).Select(entry => entry.Version).LastOrDefault();

    // Its moment, or when what made it known was recorded: what nobody had told, nobody could say.
    private static DateTimeOffset OwedSince(StoredCase one, long version, StoredNotice notice)
    {
        var since = version;
        while (since > 1 && OwedAt(one, since - 1, notice.GivenAt).Contains(Known(notice)))
        {
            since--;
        }

        return ((DateTimeOffset[])[notice.Moment, one.Events.First(entry => entry.Version == since).RecordedAt]).Max();
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

    private static int? NumberOf(StoredNotice notice) =>
        notice.What.Split(", breach ") is [_, var after] && int.TryParse(after.Split(' ')[0], CultureInfo.InvariantCulture, out var number) ? number : null;

    // A second breach of a clock is told with its number.
    private static (string Words, DateTimeOffset Moment, string Who) Known(StoredNotice notice) => (notice.Words.Split(", breach ")[0], notice.Moment, notice.Who);
}
