using System.Collections.Immutable;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>
/// A home access visit: open from the moment the person leaves for it until it has an outcome, however long that takes (A5). Who left for good or moved into a care home meanwhile has said how it ended by that, in whatever order it
/// is told.
/// </summary>
/// <param name="Start">The entry that started it.</param>
/// <param name="End">The entry that says how it ended; null while nothing does.</param>
/// <param name="Since">The entry by which the person is on record as somewhere else since, although nothing says how it ended; null where they are not.</param>
public sealed record HomeAccessVisit(Entry Start, Entry? End, Entry? Since)
{
    /// <summary>No such visit was started.</summary>
    public static readonly Refusal NoSuchVisit = new(
        "rehabilitation.no-such-home-access-visit", "No entry of that number started a home access visit in this case.", "The number of a home access visit as the case shows it.");

    /// <summary>Whether the person is still out on it.</summary>
    public bool IsOpen => this is { End: null, Since: null };

    /// <summary>Whether nothing says how it ended, although the person is on record as somewhere else since.</summary>
    public bool LacksItsOutcome => this is { End: null, Since: not null };

    /// <summary>What was said as it started.</summary>
    public HomeAccessVisitStarted Started => (HomeAccessVisitStarted)Start.Fact;

    /// <summary>How it ended; null while nothing says so.</summary>
    public VisitOutcome? Outcome => End?.Fact switch
    {
        null => null,
        HomeAccessVisitConcluded concluded => concluded.Outcome,
        MovedIntoCareHome { Agreement: not null } => VisitOutcome.ContingencyPlace,
        var gone => Leaving.By(gone)?.For switch
        {
            LeavingFor.OwnDecision => VisitOutcome.WouldNotComeBack,
            LeavingFor.Hospital => VisitOutcome.AdmittedToHospital,
            LeavingFor.Died => VisitOutcome.Died,
            _ => VisitOutcome.LeftMeanwhile,
        },
    };

    /// <summary>The visits of a case, in order.</summary>
    public static ImmutableArray<HomeAccessVisit> Of(RehabilitationCase rehabilitation) => [.. rehabilitation.Facts.EntriesOf<HomeAccessVisitStarted>().Select(start => Of(rehabilitation, start))];

    /// <summary>The visit that an entry started; null where it started none.</summary>
    public static HomeAccessVisit? Find(RehabilitationCase rehabilitation, long visit) => Of(rehabilitation).FirstOrDefault(one => one.Start.Version == visit);

    /// <summary>The equipment that was tested at it, in order.</summary>
    public IEnumerable<EquipmentTested> TestsIn(RehabilitationCase rehabilitation) => rehabilitation.Facts.All<EquipmentTested>().Where(tested => tested.Visit == Start.Version);

    /// <summary>The risks that were found at it, and how they are managed.</summary>
    public IEnumerable<VisitRiskDecided> RisksIn(RehabilitationCase rehabilitation) => rehabilitation.Facts.All<VisitRiskDecided>().Where(decided => decided.Visit == Start.Version);

    private static HomeAccessVisit Of(RehabilitationCase rehabilitation, Entry start)
    {
        var concluded = rehabilitation.Facts.EntriesOf<HomeAccessVisitConcluded>().FirstOrDefault(end => ((HomeAccessVisitConcluded)end.Fact).Visit == start.Version);
        var next = rehabilitation.Facts.Entries.SkipWhile(entry => entry != start).Skip(1).FirstOrDefault(entry => Whereabouts.AreSaidBy(entry.Fact));
        return concluded is null && next is { Fact: MovedIntoCareHome } or { Fact: RehabilitationBedLeft } ? new(start, next, Since: null) : new(start, concluded, concluded is null ? next : null);
    }
}
