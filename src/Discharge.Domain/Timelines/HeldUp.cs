using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>
/// The time in which one clock was held up, without overlap and in order, and how it moves what lies ahead: a rule that counts dates by dates, at the
/// same hour of the wall clock; a rule that counts hours by elapsed time.
/// </summary>
internal sealed class HeldUp
{
    private readonly bool _byDate;
    private readonly List<(Instant From, Instant? Until)> _stretches = [];

    /// <param name="pauses">The pauses of the clock.</param>
    /// <param name="by">What its rule counts, from its own due moment.</param>
    /// <param name="ended">When the clock ended, which ends a pause too.</param>
    public HeldUp(IEnumerable<Pause> pauses, Due by, Instant? ended)
    {
        _byDate = by.DueOn is not null;
        foreach (var pause in pauses.Where(pause => !(pause.From >= ended)))
        {
            var from = Instant.Max(pause.From, by.StartedAt);
            var until = Earlier(pause.Until, ended);
            if (_stretches is [.., var last] && !(from > last.Until))
            {
                _stretches[^1] = (last.From, last.Until is { } a && until is { } b ? Instant.Max(a, b) : null);
            }
            else if (!(until <= from))
            {
                _stretches.Add((from, until));
            }
        }
    }

    /// <summary>Where a moment of the clock comes to lie; null where a pause that still lasts keeps it from coming.</summary>
    public Instant? Moved(Instant moment)
    {
        foreach (var (from, until) in _stretches.TakeWhile(stretch => stretch.From < moment).ToArray())
        {
            if (from >= moment)
            {
                break;
            }

            if (until is not { } resumed)
            {
                return null;
            }

            moment = Later(moment, from, resumed);
        }

        return moment;
    }

    /// <summary>When the pause began that still keeps the due moment from coming; null where none does.</summary>
    public Instant? Since(Due due) => Moved(due.BreachAt) is null ? _stretches[^1].From : null;

    /// <summary>How long the clock was held up by a moment.</summary>
    public Duration By(Instant moment) => _stretches
        .Where(stretch => stretch.From < moment)
        .Aggregate(Duration.Zero, (sum, stretch) => sum + (Earlier(stretch.Until, moment)!.Value - stretch.From));

    /// <summary>The due moment, moved by each pause that had ended and began before it.</summary>
    public Due Move(Due due)
    {
        var (breachAt, steps) = (due.BreachAt, new List<Func<string>>());
        foreach (var (from, until) in _stretches)
        {
            if (from >= breachAt || until is not { } resumed)
            {
                break;
            }

            breachAt = Later(breachAt, from, resumed);
            steps.Add(() => Say(from, resumed));
        }

        return steps is [] ? due : Moved(due, breachAt, steps);
    }

    private Due Moved(Due due, Instant breachAt, List<Func<string>> steps)
    {
        var dueAt = breachAt - LocalCalendar.Microsecond;
        return due with
        {
            DueAt = dueAt,
            DueOn = _byDate ? LocalCalendar.DateOf(dueAt) : null,
            BreachAt = breachAt,
            Steps = () =>
            [
                .. due.Explanation.SkipLast(1),
                .. steps.Select(step => step()),
                .. _byDate ? Steps.ChangesPassed(due.BreachAt, breachAt) : Steps.ChangesSeen(due.BreachAt, breachAt),
                _byDate ? Steps.DueByTheEndOf(LocalCalendar.DateOf(dueAt)) : $"Due {LocalCalendar.SayExactly(dueAt)}.",
            ],
        };
    }

    private Instant Later(Instant moment, Instant from, Instant until) => _byDate
        ? LocalCalendar.At(LocalCalendar.DateOf(moment).PlusDays(Days(from, until)), LocalCalendar.TimeOf(moment))
        : moment + (until - from);

    private string Say(Instant from, Instant until) => _byDate
        ? $"Held up from {LocalCalendar.SayExactly(from)} to {LocalCalendar.SayExactly(until)}: the date moves by {Days(from, until)}."
        : $"Held up from {LocalCalendar.SayExactly(from)} to {LocalCalendar.SayExactly(until)}: {Steps.Seconds(until - from)} are added.";

    // A pause over no midnight moves no date.
    private static int Days(Instant from, Instant until) => Period.DaysBetween(LocalCalendar.DateOf(from), LocalCalendar.DateOf(until));

    private static Instant? Earlier(Instant? one, Instant? other) => one is { } a && other is { } b ? Instant.Min(a, b) : one ?? other;
}
