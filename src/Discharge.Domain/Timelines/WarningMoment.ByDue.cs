using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>At a London time on the due date.</summary>
/// <param name="Time">What the wall clock shows.</param>
public sealed record OnDueDayAt(LocalTime Time) : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => $"{Say(Time)} on the due date";

    internal override IEnumerable<Instant> For(Instant startedAt, Due? due) =>
        due?.DueOn is { } date ? [LocalCalendar.At(date, Time)] : [];
}

/// <summary>On a morning so many London days before the due date.</summary>
/// <param name="Days">How many days before.</param>
public sealed record OnDayBeforeDue(int Days) : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => $"{Days} days before the due date, {Say(Morning)}";

    internal override IEnumerable<Instant> For(Instant startedAt, Due? due) =>
        due?.DueOn is { } date ? [LocalCalendar.At(date.PlusDays(-Days), Morning)] : [];
}

/// <summary>So many elapsed hours before the clock is breached.</summary>
/// <param name="Hours">How many hours before.</param>
public sealed record BeforeBreach(int Hours) : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => Hours == 1 ? "1 hour before the end" : $"{Hours} hours before the end";

    internal override IEnumerable<Instant> For(Instant startedAt, Due? due) =>
        due is null ? [] : [due.BreachAt - Duration.FromHours(Hours)];
}

/// <summary>When the clock is breached.</summary>
public sealed record AtBreach : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => "at the breach";

    internal override IEnumerable<Instant> For(Instant startedAt, Due? due) => due is null ? [] : [due.BreachAt];
}

/// <summary>With every warning of the rule: how a level of the ladder is told as early as anybody is.</summary>
public sealed record AtEachWarning : WarningMoment
{
    /// <inheritdoc/>
    public override string Words => "at each warning";
}
