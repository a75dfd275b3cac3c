using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;

namespace Discharge.Domain.Asked;

/// <summary>
/// What a rehabilitation-bed case asks of organisations: the team to take the person, a ward or home to keep a bed and to look after them in it, a care home to take them if home does not work out. It
/// asks nothing any more once the team declined, rehabilitation ended or the person died; and nothing at all where they were referred in error and are in no place.
/// </summary>
public static class AskedInRehabilitation
{
    /// <summary>All of it, open or ended, in the order in which it was asked.</summary>
    public static IReadOnlyList<Asking> Of(RehabilitationCase rehabilitation)
    {
        var phase = rehabilitation.Phase;
        if (phase is RehabilitationPhase.ReferredInError)
        {
            return [];
        }

        var entries = rehabilitation.Facts.Entries;
        var over = Places.First(rehabilitation.DiedAt, phase switch
        {
            RehabilitationPhase.Ended => rehabilitation.Ending?.OccurredAt,
            RehabilitationPhase.Declined => rehabilitation.Facts.First<RehabilitationDeclined>()?.OccurredAt,
            _ => null,
        });
        return [.. entries.Select((entry, place) => Asked(rehabilitation, entry, entries.Skip(place + 1).Select(later => later.Fact))?.EndedBy(over)).OfType<Asking>()];
    }

    private static Asking? Asked(RehabilitationCase rehabilitation, Entry entry, IEnumerable<Fact> later) => entry.Fact switch
    {
        RehabilitationReferred referred => OfTeam(Asking.In(entry, referred.Team, AskedFor.Rehabilitation) with { By = referred.Referrer }, rehabilitation),
        RehabilitationBedReserved reserved => Places.Kept(Asking.In(entry, reserved.Provider, AskedFor.PlaceReserved, PlaceKind.Rehabilitation), reserved, later),
        AdmittedToRehabilitationBed admitted => Places.Occupied(
            Asking.In(entry, admitted.Provider, AskedFor.PlaceOccupied, PlaceKind.Rehabilitation), admitted.Bed, later, fact => AreElsewhere(fact) || Places.IsLeft(fact, admitted.Bed)),
        CareHomePlaceAgreed agreed => Agreed(Asking.In(entry, agreed.Provider, AskedFor.ContingencyPlace, agreed.Kind), agreed, later),
        MovedIntoCareHome moved => Places.Occupied(
            Asking.In(entry, moved.Place.Provider, AskedFor.PlaceOccupied, moved.Place.Kind), moved.Place.Bed, later, fact => AreElsewhere(fact) || Places.IsLeft(fact, moved.Place.Bed)),
        _ => null,
    };

    private static Asking OfTeam(Asking asking, RehabilitationCase rehabilitation) => rehabilitation switch
    {
        { Admission: not null } => asking with { Stands = AskedStanding.Started },
        { IsDeclined: true } => asking.EndedBy(rehabilitation.Facts.First<RehabilitationDeclined>(), AskedStanding.Declined),
        { IsAccepted: true } => asking with { Stands = AskedStanding.Accepted },
        _ => asking,
    };

    // Another agreement or a move into a care home ends it, and so does whatever ends the keeping of a registered place.
    private static Asking Agreed(Asking asking, CareHomePlaceAgreed agreed, IEnumerable<Fact> later)
    {
        var next = later.FirstOrDefault(fact => fact is CareHomePlaceAgreed or MovedIntoCareHome);
        return Places.Kept(asking, agreed, later).EndedBy(next, next is MovedIntoCareHome { Agreement: { } agreement } && agreement == asking.Entry ? AskedStanding.Done : AskedStanding.Ended);
    }

    private static bool AreElsewhere(Fact fact) => fact is AdmittedToRehabilitationBed or MovedIntoCareHome || Leaving.By(fact) is not null;
}
