using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>At a London time on every day the clock is still open.</summary>
/// <param name="Time">What the wall clock shows.</param>
public sealed record EachDayAt(LocalTime Time) : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => $"every {Say(Time)} while open";

    internal override IEnumerable<Instant> Recurring(Instant after, Instant until)
    {
        var day = LocalCalendar.DateOf(after);
        var moment = LocalCalendar.At(day, Time);
        while (moment <= until)
        {
            if (moment > after)
                yield return moment;
            day = day.PlusDays(1);
            moment = LocalCalendar.At(day, Time);
        }
    }
}

/// <summary>On the morning of every so many London days of a pause.</summary>
/// <param name="Days">How many days lie between two of them.</param>
public sealed record EachDaysPaused(int Days) : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => $"every {Days} days of a pause, {Say(Morning)}";

    internal override IEnumerable<Instant> Pausing(Instant pausedAt, Instant until)
    {
        var first = LocalCalendar.DateOf(pausedAt);
        for (var count = 1; LocalCalendar.At(first.PlusDays(count * Days), Morning) is var moment && moment <= until; count++)
            yield return moment;
    }
}

/// <summary>So many elapsed hours before the time the awaited appointment is booked for.</summary>
/// <param name="Hours">How many hours before.</param>
public sealed record BeforeBooked(int Hours) : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => $"{Hours} hours before the booked time";

    internal override IEnumerable<Instant> Booking(Instant bookedFor) => [bookedFor - Duration.FromHours(Hours)];
}
