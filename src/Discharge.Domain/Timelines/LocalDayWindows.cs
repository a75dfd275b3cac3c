using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>A window of London calendar days: due on its last date, and not met before its first.</summary>
public sealed record LocalDayWindow : Length
{
    private LocalDayWindow(int from, int to) => (From, To) = (Least(1, from), Least(from + 1, to));

    /// <summary>The day number on which it can first be met.</summary>
    public int From { get; }

    /// <summary>The day number that is the due date.</summary>
    public int To { get; }

    /// <inheritdoc/>
    public override string Words => $"{From} to {To} days";

    /// <inheritdoc/>
    public override string Calendar => "local days";

    /// <summary>From so many weeks of seven days to so many.</summary>
    public static LocalDayWindow Weeks(int from, int to) => new(from * 7, to * 7);

    private protected override Reckoning Reckon(Instant startedAt)
    {
        var (opens, due) = (LocalDays.Later(startedAt, From), LocalDays.Later(startedAt, To));
        return Steps.DueOn(due, startedAt, () => [LocalDays.Step(From, opens), "It can be met from that date on.", LocalDays.Step(To, due)]) with
        {
            EarliestAt = LocalCalendar.StartOf(opens),
        };
    }
}

/// <summary>
/// How things stood on one London date: due on that date, answered no earlier, and accepted while it can still be found out, a few days on.
/// </summary>
public sealed record AsAtDay : Length
{
    /// <summary>As at so many days after the date of the start, answered until so many days after it.</summary>
    public AsAtDay(int day, int recordedUntil) => (Day, RecordedUntil) = (Least(1, day), Least(day, recordedUntil));

    /// <summary>The day number the answer is about, which is the due date.</summary>
    public int Day { get; }

    /// <summary>The last day number on which the answer is still accepted.</summary>
    public int RecordedUntil { get; }

    /// <inheritdoc/>
    public override string Words => $"as at day {Day}, recorded by day {RecordedUntil}";

    /// <inheritdoc/>
    public override string Calendar => "local days";

    private protected override Reckoning Reckon(Instant startedAt)
    {
        var (asAt, until) = (LocalDays.Later(startedAt, Day), LocalDays.Later(startedAt, RecordedUntil));
        var accepted = Steps.DueOn(
            until, startedAt, () => [LocalDays.Step(Day, asAt), "The answer is how things stood on that date, which is the due date.", LocalDays.Step(RecordedUntil, until)]);
        return accepted with
        {
            DueOn = asAt,
            EarliestAt = LocalCalendar.StartOf(asAt),
            Steps = () =>
            [
                .. accepted.Explanation.SkipLast(1),
                $"Accepted until the end of {LocalCalendar.Say(until)}: late from {LocalCalendar.SayExactly(accepted.BreachAt)}.",
            ],
        };
    }
}
