using Discharge.Domain.Beds;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>Somebody comes into a registered interim bed: it is theirs and their stay is in it, or neither.</summary>
public static class InterimArrivals
{
    /// <summary>Decides on the place and on the case that takes it.</summary>
    /// <param name="held">Both.</param>
    /// <param name="bed">The place.</param>
    /// <param name="id">The case.</param>
    /// <param name="at">When they arrive.</param>
    /// <param name="arrive">The command on the case, given what the place is.</param>
    public static JointVerdict Decide(Held held, Guid bed, Guid id, Instant at, Func<InterimPlace, DischargeCaseCommand> arrive)
    {
        var (place, discharge) = (BedType.StateOf(bed, held[bed]), DischargeCaseType.StateOf(id, held[id]));
        if (place.Registration is not { } registered)
        {
            return new JointVerdict.Refused(BedCommand.RegisteredInError);
        }

        var inPlace = Verdict.Of(new OccupyBed(at, id, discharge.At(at).Facts.Last<InterimStayDecided>()?.ExpectedUntil) { LeftAt = InterimStay.NextAfter(discharge, at)?.OccurredAt }.Decide(place));
        var inCase = Verdict.Of(InterimPlace.ArrivalIn(bed, registered.Kind, registered.Provider, (place.At(at).Offer ?? registered.Offer).WeeklyCost, there => arrive(there).Decide(discharge)));
        return JointVerdict.Of((bed, inPlace), (id, Warned(inCase, inPlace)));
    }

    // Whoever records the arrival has the case before them, and not the place.
    private static Verdict Warned(Verdict inCase, Verdict inPlace) => (inCase, inPlace) switch
    {
        (Verdict.Accepted arrival, Verdict.Accepted taken) when taken.Facts.Any(fact => fact.Departures.Count > 0) =>
            new Verdict.Accepted([.. arrival.Facts.Select(fact => fact is InterimBedOccupied ? fact with { Departures = [.. fact.Departures, OccupyInterimBed.PlaceAmiss.Code] } : fact)]),
        _ => inCase,
    };
}
