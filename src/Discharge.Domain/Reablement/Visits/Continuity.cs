using Discharge.Domain.People;

namespace Discharge.Domain.Reablement;

/// <summary>How many different people came, and how often the named worker did. People minded how many different carers came to them (A3).</summary>
/// <param name="Visits">How many visits were made.</param>
/// <param name="Staff">Who came, each once.</param>
/// <param name="ByNamedWorker">How many of the visits the worker made who was the named one at the time.</param>
public sealed record Continuity(int Visits, IReadOnlyCollection<Subject> Staff, int ByNamedWorker)
{
    /// <summary>The share of visits by the named worker, in hundredths to two decimals; null while there was no visit.</summary>
    public decimal? Share => Visits == 0 ? null : decimal.Round(100m * ByNamedWorker / Visits, 2, MidpointRounding.AwayFromZero);

    /// <summary>The continuity of one case.</summary>
    public static Continuity Of(ReablementCase reablement)
    {
        var visits = reablement.Facts.All<ContactMade>().Where(contact => contact.How is ContactBy.Visit).ToArray();
        return new(
            visits.Length,
            [.. visits.SelectMany(visit => visit.Came).Distinct()],
            visits.Count(visit => reablement.At(visit.OccurredAt).Responsible is { } then && visit.Came.Contains(then.Worker)));
    }

    /// <summary>The continuity over several cases: distinct staff are counted for each person they came to.</summary>
    public static (int Visits, int ByNamedWorker, decimal? Share, decimal? StaffPerCase) Over(IReadOnlyCollection<Continuity> cases)
    {
        var visited = cases.Where(one => one.Visits > 0).ToArray();
        var (visits, named) = (visited.Sum(one => one.Visits), visited.Sum(one => one.ByNamedWorker));
        return (visits, named, new Continuity(visits, [], named).Share, visited is [] ? null : decimal.Round((decimal)visited.Sum(one => one.Staff.Count) / visited.Length, 2, MidpointRounding.AwayFromZero));
    }
}
