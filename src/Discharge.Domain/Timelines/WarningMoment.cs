using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>
/// When a clock speaks up, relative to its own start, due or days. No source sets these moments: every one is this service's proposal.
/// The kinds are closed.
/// </summary>
public abstract record WarningMoment
{
    private protected WarningMoment()
    {
    }

    /// <summary>The hour of a working morning at which a warning tied to a day is given, in London time; a proposal.</summary>
    public static LocalTime Morning { get; } = new(8, 0);

    /// <summary>The moment in words, such as "18 hours after the start".</summary>
    public abstract string Words { get; }

    /// <summary>The moments it comes to for a start and, where the rule has one, a due; none where it hangs on something else.</summary>
    internal virtual IEnumerable<Instant> For(Instant startedAt, Due? due) => [];

    /// <summary>The moments after one moment and up to another, for what comes again while the clock is open.</summary>
    internal virtual IEnumerable<Instant> Recurring(Instant after, Instant until) => [];

    /// <summary>The moments after a pause began and up to another, for what comes again while the clock is paused.</summary>
    internal virtual IEnumerable<Instant> Pausing(Instant pausedAt, Instant until) => [];

    /// <summary>The moments it comes to once the awaited appointment has a time.</summary>
    internal virtual IEnumerable<Instant> Booking(Instant bookedFor) => [];

    /// <summary>The same moment for a rule whose length an authority has changed from one number of units to another.</summary>
    internal virtual WarningMoment Scaled(int from, int to) => this;

    private protected static string Say(LocalTime time) => time == LocalTime.Midnight ? "midnight" : time.ToString("HH:mm", null);
}

/// <summary>At once, when the clock starts.</summary>
public sealed record OnReceipt : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => "at the start";

    internal override IEnumerable<Instant> For(Instant startedAt, Due? due) => [startedAt];
}

/// <summary>When so much time has elapsed since the start.</summary>
/// <param name="Minutes">Elapsed minutes after the start.</param>
public sealed record ElapsedAfterStart(int Minutes) : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => Minutes % 60 == 0 ? $"{Minutes / 60} hours after the start" : $"{Minutes} minutes after the start";

    internal override IEnumerable<Instant> For(Instant startedAt, Due? due) => [startedAt + Duration.FromMinutes(Minutes)];

    internal override WarningMoment Scaled(int from, int to) => from == to ? this : new ElapsedAfterStart(Minutes * to / from);
}

/// <summary>On the morning of a London day, the date of the start being day 0.</summary>
/// <param name="Day">The day number.</param>
public sealed record OnLocalDay(int Day) : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => $"day {Day}, {Say(Morning)}";

    internal override IEnumerable<Instant> For(Instant startedAt, Due? due) =>
        [LocalCalendar.At(LocalCalendar.DateOf(startedAt).PlusDays(Day), Morning)];

    internal override WarningMoment Scaled(int from, int to) => from == to ? this : new OnLocalDay(Day * to / from);
}

/// <summary>On the morning of the day that is so many calendar months after the date of the start.</summary>
/// <param name="Month">The number of months.</param>
public sealed record OnLocalMonth(int Month) : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => $"month {Month}, {Say(Morning)}";

    internal override IEnumerable<Instant> For(Instant startedAt, Due? due) =>
        [LocalCalendar.At(LocalCalendar.DateOf(startedAt).PlusMonths(Month), Morning)];

    internal override WarningMoment Scaled(int from, int to) => from == to ? this : new OnLocalMonth(Month * to / from);
}

/// <summary>At a London time on the day of the start; for a start past that time, at once.</summary>
/// <param name="Time">What the wall clock shows.</param>
public sealed record OnStartDayAt(LocalTime Time) : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => $"{Say(Time)} on the day of the start";

    internal override IEnumerable<Instant> For(Instant startedAt, Due? due) => [LocalCalendar.At(LocalCalendar.DateOf(startedAt), Time)];
}

/// <summary>
/// At a London time on the day of the start; for a later start some time after it; at once where that would fall after the service has closed.
/// </summary>
/// <param name="Time">What the wall clock shows.</param>
/// <param name="MinutesAfterALaterStart">Elapsed minutes, for a start at that time or later.</param>
/// <param name="Closing">When the service closes.</param>
public sealed record OnStartDayWhileOpen(LocalTime Time, int MinutesAfterALaterStart, LocalTime Closing) : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => $"{Say(Time)} on the day of the start, or {MinutesAfterALaterStart} minutes after a later start; at once after {Say(Closing)}";

    /// <summary>Whether the service had closed as a clock started.</summary>
    public bool HadClosed(Instant startedAt) => startedAt >= LocalCalendar.At(LocalCalendar.DateOf(startedAt), Closing);

    internal override IEnumerable<Instant> For(Instant startedAt, Due? due)
    {
        var day = LocalCalendar.DateOf(startedAt);
        var usual = LocalCalendar.At(day, Time);
        var moment = startedAt < usual ? usual : startedAt + Duration.FromMinutes(MinutesAfterALaterStart);
        return [moment <= LocalCalendar.At(day, Closing) ? moment : startedAt];
    }
}
