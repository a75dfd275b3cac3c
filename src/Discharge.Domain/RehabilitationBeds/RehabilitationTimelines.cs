using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>The timelines of a rehabilitation-bed case: the rule book's words bound to what is on record.</summary>
public static class RehabilitationTimelines
{
    /// <summary>T26: bed-based care starts within two days of the referral.</summary>
    public static readonly ClockBinding<RehabilitationCase> StartedSoon = new(
        "T26",
        Awaits: new("admit", "Admit the person to a rehabilitation bed, or decline the referral.", Owner.RehabilitationTeam),
        Starts: rehabilitation => rehabilitation.Facts.EntriesOf<RehabilitationReferred>().Take(1),
        Stops: (rehabilitation, _) => rehabilitation.Facts.EntriesOf<AdmittedToRehabilitationBed>(),
        IsVoid: rehabilitation => rehabilitation.Referral is null)
    {
        Endings = (rehabilitation, start) =>
        [
            .. rehabilitation.Facts.All<RehabilitationDeclined>().Select(declined => new Ending(Voiding.Declined, declined.OccurredAt)),
            .. rehabilitation.Facts.All<RehabilitationEnded>().Select(ended => new Ending(Voiding.Declined, ended.OccurredAt)),
            .. Deaths(rehabilitation, start),
        ],
    };

    /// <summary>T09: the bed is held as long as a home access visit is open; in the evening and at every midnight somebody is told, and nothing ends it but its outcome.</summary>
    public static readonly ClockBinding<RehabilitationCase> BedHeld = new(
        "T09",
        Awaits: new("conclude-home-access-visit", "Say how the home access visit ended; the bed is held until then.", Owner.RehabilitationTeam),
        Starts: rehabilitation => rehabilitation.Facts.EntriesOf<HomeAccessVisitStarted>(),
        Stops: (rehabilitation, start) => HomeAccessVisit.Find(rehabilitation, start.Version) is { } visit && (visit.End ?? visit.Since) is { } end && !IsDeath(end) ? [end] : [],
        IsVoid: ReferredInError)
    {
        Endings = Deaths,
    };

    /// <summary>T07: 28 days in a nursing bed after a direct move.</summary>
    public static readonly ClockBinding<RehabilitationCase> NursingBed = InCareHome("T07", PlaceKind.Nursing);

    /// <summary>T08: six weeks in a residential home after a direct move.</summary>
    public static readonly ClockBinding<RehabilitationCase> ResidentialHome = InCareHome("T08", PlaceKind.Residential);

    private static readonly ClockBinding<RehabilitationCase>[] All = [StartedSoon, BedHeld, NursingBed, ResidentialHome];

    /// <summary>The clocks of a case.</summary>
    public static IReadOnlyList<Clock> ClocksOf(RehabilitationCase rehabilitation, ClockTerms terms) => [.. All.SelectMany(binding => binding.ClocksOf(rehabilitation, terms))];

    private static ClockBinding<RehabilitationCase> InCareHome(string rule, PlaceKind kind) => new(
        rule,
        Awaits: new("leave-care-home", "Say where the person goes from the care home, or that they stay there for good.", Owner.RehabilitationTeam),
        Starts: rehabilitation => CareHomeStay.Of(rehabilitation).Where(stay => stay.Kind == kind).Select(stay => stay.Start),
        Stops: (rehabilitation, start) => CareHomeStay.Of(rehabilitation).Where(stay => stay.Start.Version == start.Version).Select(stay => stay.End).OfType<Entry>().Where(end => !IsDeath(end)),
        IsVoid: ReferredInError)
    {
        Endings = Deaths,
    };

    // Whoever died there has not left in time, nor has a visit they died on been concluded.
    private static bool IsDeath(Entry end) => Leaving.By(end.Fact) is { For: LeavingFor.Died };

    private static IEnumerable<Ending> Deaths(RehabilitationCase rehabilitation, Entry start) => rehabilitation.DiedAt is { } died ? [new(Voiding.PersonDied, died)] : [];

    // Whoever is in a place, or has it held, is there whatever becomes of the referral.
    private static bool ReferredInError(RehabilitationCase rehabilitation) => rehabilitation.Phase is RehabilitationPhase.ReferredInError;
}
