using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>
/// Hours as they are lived, whatever the wall clock does: 24 hours are 86,400 seconds. The last moment is included: "within 24 hours" is met at exactly 24.
/// </summary>
public sealed record Elapsed : Length
{
    private Elapsed(int count) => Count = Least(1, count);

    /// <summary>How many hours are allowed.</summary>
    public int Count { get; }

    internal override int Units => Count;

    /// <inheritdoc/>
    public override string Words => Plural(Count, "hour");

    /// <inheritdoc/>
    public override string Calendar => "elapsed hours";

    /// <summary>So many elapsed hours, at least one.</summary>
    public static Elapsed Hours(int count) => new(count);

    private protected override Length WithUnits(int units) => new Elapsed(units);

    private protected override Reckoning Reckon(Instant startedAt) => Within(startedAt, Count);

    internal static Due Within(Instant startedAt, int hours)
    {
        var dueAt = startedAt + Duration.FromHours(hours);
        return new Due(null, startedAt, dueAt, null, dueAt + LocalCalendar.Microsecond, () =>
        [
            Steps.Started(startedAt),
            $"{Plural(hours, "hour")} {(hours == 1 ? "is" : "are")} counted as elapsed time: {Steps.Seconds(hours)}, and the last moment still counts.",
            .. Steps.ChangesSeen(startedAt, dueAt),
            $"Due {LocalCalendar.SayExactly(dueAt)}.",
        ]);
    }
}

/// <summary>A window of elapsed hours: due at its end, and not met before it opens.</summary>
public sealed record ElapsedWindow : Length
{
    private ElapsedWindow(int from, int to) => (From, To) = (Least(1, from), Least(from + 1, to));

    /// <summary>The hours after which it can first be met.</summary>
    public int From { get; }

    /// <summary>The hours by which it is due.</summary>
    public int To { get; }

    /// <inheritdoc/>
    public override string Words => $"{From} to {To} hours";

    /// <inheritdoc/>
    public override string Calendar => "elapsed hours";

    /// <summary>From so many elapsed hours to so many.</summary>
    public static ElapsedWindow Hours(int from, int to) => new(from, to);

    private protected override Reckoning Reckon(Instant startedAt)
    {
        var (due, opens) = (Elapsed.Within(startedAt, To), startedAt + Duration.FromHours(From));
        return due with
        {
            EarliestAt = opens,
            Steps = () => [due.Explanation[0], $"It can be met from {Plural(From, "hour")} on: {LocalCalendar.SayExactly(opens)}.", .. due.Explanation.Skip(1)],
        };
    }
}
