using System.Collections.Immutable;
using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>A home access visit: open from the moment the person leaves for it until it has an outcome, however long that takes (A5).</summary>
/// <param name="Start">The entry that started it.</param>
/// <param name="End">The entry that gave its outcome; null while it is open.</param>
public sealed record HomeAccessVisit(Entry Start, Entry? End)
{
    /// <summary>No such visit was started.</summary>
    public static readonly Refusal NoSuchVisit = new(
        "rehabilitation.no-such-home-access-visit", "No entry of that number started a home access visit in this case.", "The number of a home access visit as the case shows it.");

    /// <summary>Whether it has no outcome yet.</summary>
    public bool IsOpen => End is null;

    /// <summary>What was said as it started.</summary>
    public HomeAccessVisitStarted Started => (HomeAccessVisitStarted)Start.Fact;

    /// <summary>How it ended; null while it is open.</summary>
    public HomeAccessVisitConcluded? Concluded => (HomeAccessVisitConcluded?)End?.Fact;

    /// <summary>The visits of a case, in order.</summary>
    public static ImmutableArray<HomeAccessVisit> Of(RehabilitationCase rehabilitation) =>
    [
        .. rehabilitation.Facts.EntriesOf<HomeAccessVisitStarted>().Select(start => new HomeAccessVisit(
            start, rehabilitation.Facts.EntriesOf<HomeAccessVisitConcluded>().FirstOrDefault(end => ((HomeAccessVisitConcluded)end.Fact).Visit == start.Version))),
    ];

    /// <summary>The visit that an entry started; null where it started none.</summary>
    public static HomeAccessVisit? Find(RehabilitationCase rehabilitation, long visit) => Of(rehabilitation).FirstOrDefault(one => one.Start.Version == visit);

    /// <summary>The equipment that was tested at it, in order.</summary>
    public IEnumerable<EquipmentTested> TestsIn(RehabilitationCase rehabilitation) => rehabilitation.Facts.All<EquipmentTested>().Where(tested => tested.Visit == Start.Version);

    /// <summary>The risks that were found at it, and how they are managed.</summary>
    public IEnumerable<VisitRiskDecided> RisksIn(RehabilitationCase rehabilitation) => rehabilitation.Facts.All<VisitRiskDecided>().Where(decided => decided.Visit == Start.Version);

    /// <summary>Its outcome where the person left for good meanwhile; the leaving says what becomes of the bed.</summary>
    internal HomeAccessVisitConcluded EndedBy(Instant at, LeavingFor reason) => new(
        at,
        Start.Version,
        reason switch
        {
            LeavingFor.Hospital => VisitOutcome.AdmittedToHospital,
            LeavingFor.Died => VisitOutcome.Died,
            _ => VisitOutcome.WouldNotComeBack,
        },
        Follows: true);
}
