using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using NodaTime;

namespace Discharge.Persistence.Reablement;

/// <summary>The visits to somebody, and how many different people came.</summary>
/// <param name="Planned">The visits planned, and what became of them.</param>
/// <param name="Made">How many were made, planned or not.</param>
/// <param name="Missed">How many were missed.</param>
/// <param name="Staff">Who came, each once.</param>
/// <param name="DistinctStaff">How many different people came.</param>
/// <param name="ByNamedWorker">How many of the visits the named worker made.</param>
/// <param name="NamedWorkerShare">The share of visits by the named worker, in hundredths to two decimals.</param>
/// <param name="ContactsPerWeek">How often a week the team was in contact, visits and calls, to one decimal; null before the first contact.</param>
public sealed record VisitsView(
    IReadOnlyList<PlannedVisitView> Planned, int Made, int Missed, IReadOnlyList<Subject> Staff, int DistinctStaff, int ByNamedWorker, decimal? NamedWorkerShare, decimal? ContactsPerWeek)
{
    internal static VisitsView Of(ReablementCase reablement, Instant at)
    {
        var continuity = Continuity.Of(reablement);
        return new(
            [.. PlannedVisitView.Of(reablement)],
            continuity.Visits,
            reablement.Facts.EntriesOf<VisitPlanned>().Count(planned => reablement.Facts.All<VisitMissed>().Any(missed => missed.Visit == planned.Version)),
            [.. continuity.Staff],
            continuity.Staff.Count,
            continuity.ByNamedWorker,
            continuity.Share,
            ContactFrequency.PerWeek(reablement, at));
    }
}

/// <summary>A planned visit.</summary>
/// <param name="Visit">The entry that planned it.</param>
/// <param name="VisitAt">When somebody is to come.</param>
/// <param name="By">Who is to come.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="MissedFor">Why it was missed.</param>
public sealed record PlannedVisitView(long Visit, Instant VisitAt, Subject By, Instant? MadeAt, MissedVisitReason? MissedFor)
{
    internal static IEnumerable<PlannedVisitView> Of(ReablementCase reablement) =>
        from entry in reablement.Facts.EntriesOf<VisitPlanned>()
        let planned = (VisitPlanned)entry.Fact
        orderby planned.VisitAt
        select new PlannedVisitView(
            entry.Version, planned.VisitAt, planned.By,
            reablement.Facts.All<ContactMade>().FirstOrDefault(made => made.Visit == entry.Version && made.How is ContactBy.Visit)?.OccurredAt,
            reablement.Facts.All<VisitMissed>().LastOrDefault(missed => missed.Visit == entry.Version)?.Reason);
}
