using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>One outcome measure as a value: which cases it is about, which of them it counts, on whose authority and for which reporting years.</summary>
/// <param name="Id">Its id, such as "at-home-after-91-days".</param>
/// <param name="Version">The version under that id, counted from 1.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Authority">Who defines it.</param>
/// <param name="Standing">What it rests on, and what about it is our choice.</param>
/// <param name="From">The first date of the reporting years it is for.</param>
/// <param name="Until">The last; null where no other is known to follow.</param>
/// <param name="Count">How a case counts in a period.</param>
public sealed record MeasureDefinition(
    string Id, int Version, string Name, Authority Authority, Standing Standing, LocalDate From, LocalDate? Until, Func<ReablementCase, MeasuredPeriod, Counted> Count)
{
    /// <summary>Whether it is the definition of the reporting year a date is in.</summary>
    public bool IsFor(LocalDate date) => date >= From && !(date > Until);

    /// <summary>Whether it is the definition of every reporting year a period touches.</summary>
    public bool IsFor(MeasuredPeriod period) => IsFor(period.From) && IsFor(period.To);

    /// <summary>The measure over cases.</summary>
    public Measured Over(IEnumerable<ReablementCase> cases, MeasuredPeriod period) => new(this, period, [.. cases.Select(reablement => new MeasuredCase(reablement.Id, Count(reablement, period)))]);
}

/// <summary>A measure over a period, with the cases behind it.</summary>
/// <param name="Definition">The measure.</param>
/// <param name="Period">The period.</param>
/// <param name="Cases">Every case that was looked at, and how it counts.</param>
public sealed record Measured(MeasureDefinition Definition, MeasuredPeriod Period, IReadOnlyList<MeasuredCase> Cases)
{
    /// <summary>The cases counted as what the measure looks for.</summary>
    public IEnumerable<Guid> Numerator => Cases.Where(one => one.Counted.As is Counting.InBoth).Select(one => one.Id);

    /// <summary>The cases the measure is about.</summary>
    public IEnumerable<Guid> Denominator => Cases.Where(one => one.Counted.As is not Counting.Excluded).Select(one => one.Id);

    /// <summary>The percentage to two decimals, half away from zero; null where the measure is about no case.</summary>
    public decimal? Percentage => Denominator.Count() is > 0 and var all ? decimal.Round(100m * Numerator.Count() / all, 2, MidpointRounding.AwayFromZero) : null;
}

/// <summary>How one case counts.</summary>
/// <param name="Id">The case.</param>
/// <param name="Counted">How, and why.</param>
public sealed record MeasuredCase(Guid Id, Counted Counted);
