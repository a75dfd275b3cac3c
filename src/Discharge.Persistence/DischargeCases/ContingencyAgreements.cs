using Discharge.Domain.Beds;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>A registered place is agreed on as somebody's contingency place: it is kept for them and their case says so, or neither.</summary>
public static class ContingencyAgreements
{
    /// <summary>Decides on the place and on the case that it is kept for.</summary>
    /// <param name="held">Both.</param>
    /// <param name="bed">The place.</param>
    /// <param name="id">The case.</param>
    /// <param name="at">When it is agreed.</param>
    /// <param name="until">The first moment at which it is no longer kept.</param>
    /// <param name="agree">The command on the case, given what the place is.</param>
    public static JointVerdict Decide(Held held, Guid bed, Guid id, Instant at, Instant until, Func<InterimPlace, AgreeContingencyPlace> agree)
    {
        var (place, discharge) = (BedType.StateOf(bed, held[bed]), DischargeCaseType.StateOf(id, held[id]));
        return place.Registration is not { } registered
            ? new JointVerdict.Refused(BedCommand.RegisteredInError)
            : JointVerdict.Of(
                (bed, Verdict.Of(new ReserveBed(at, id, until).Decide(place))),
                (id, Verdict.Of(InterimPlace.ArrivalIn(
                    bed, registered.Kind, registered.Provider, (place.At(at).Offer ?? registered.Offer).WeeklyCost, there => agree(there).Decide(discharge)))));
    }
}
