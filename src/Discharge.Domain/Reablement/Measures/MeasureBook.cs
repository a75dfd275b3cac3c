using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>
/// The outcome measures of reablement (A4), each definition for its reporting years. From April 2024 Client Level Data replaced the SALT return; the definitions that follow are not in this book before they are
/// read from the current handbook, and until then a later year is measured by the last one there is, and says so.
/// </summary>
public static class MeasureBook
{
    private static readonly LocalDate SaltFrom = new(2014, 4, 1);

    private static readonly LocalDate SaltUntil = new(2024, 3, 31);

    /// <summary>All definitions, those of one measure in order.</summary>
    public static IReadOnlyList<MeasureDefinition> All { get; } =
    [
        new(
            "completed-without-long-term-care",
            1,
            "Completed reablement and did not need long-term care",
            new("The care regulator's assessment of Westminster City Council", "A4: 84% completed reablement and did not need long-term care (local)"),
            Standing.Assessment("A4", "A local figure whose definition is not given. That whoever died, was readmitted, declined or funds their own care did not complete it is our reading."),
            SaltFrom,
            null,
            Outcomes.CompletedWithoutLongTermCare),
        new(
            "no-longer-require-support",
            1,
            "No longer require support after short-term support (ASCOF 2A)",
            new("Adult Social Care Outcomes Framework, measure 2A, of the SALT return", "sequels to short-term support to maximise independence, of new clients"),
            Standing.Source("R9", "The assessment gives 90.90% and names the ASCS 2023; the measure it matches is this one."),
            SaltFrom,
            SaltUntil,
            Outcomes.NoLongerRequireSupport),
        new(
            "at-home-after-91-days",
            1,
            "Still at home 91 days after discharge into reablement (ASCOF 2D, October to December)",
            new("Adult Social Care Outcomes Framework, measure 2D (formerly 2B(1)), of the SALT return", "people of 65 and over discharged from 1 October to 31 December"),
            Standing.Source("R22, R53, R54", "The letter is general knowledge, not checked. That a status found out outside its window counts as none is our reading."),
            SaltFrom,
            SaltUntil,
            Day91.AtHome),
        new(
            "at-home-after-91-days-all-year",
            1,
            "Still at home 91 days after discharge into reablement, all year round",
            new("This service", "as at-home-after-91-days, of discharges of any month; no national figure is counted so"),
            Standing.Proposal("A variant of our own, named as such."),
            SaltFrom,
            null,
            Day91.AtHomeAllYear),
    ];

    /// <summary>The definition of each measure for the reporting year a date is in; the last there is where that year's is not known.</summary>
    public static IEnumerable<MeasureDefinition> For(LocalDate date) =>
        All.GroupBy(definition => definition.Id).Select(versions => versions.LastOrDefault(definition => definition.IsFor(date)) ?? versions.Last());
}
