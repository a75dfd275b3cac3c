using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.RehabilitationBeds;

/// <summary>Whatever happens in a rehabilitation-bed case that takes, keeps or gives up a place happens in the place too, or in neither.</summary>
public static class RehabilitationPlaces
{
    /// <summary>Decides a command on the case, and on each place that the person comes into by it. A place that is not held yet is asked for, and all of it is decided again.</summary>
    /// <param name="held">The case, and the places known to be concerned.</param>
    /// <param name="id">The case.</param>
    /// <param name="command">The command.</param>
    public static JointVerdict Decide(Held held, Guid id, RehabilitationCommand command)
    {
        var rehabilitation = RehabilitationType.StateOf(id, held[id]);
        return Verdict.Of(command.Decide(rehabilitation)) is Verdict.Accepted accepted ? InBoth(held, rehabilitation, accepted) : JointVerdict.Of((id, Verdict.Of(command.Decide(rehabilitation))));
    }

    /// <summary>The same, of a command that needs to know what a place is.</summary>
    /// <param name="held">The case and the place.</param>
    /// <param name="id">The case.</param>
    /// <param name="bed">The place.</param>
    /// <param name="command">The command, given what the place is registered as.</param>
    public static JointVerdict Decide(Held held, Guid id, Guid bed, Func<BedRegistered, RehabilitationCommand> command) => BedType.StateOf(bed, held[bed]).Registration is { } registered
        ? Decide(held, id, command(registered))
        : new JointVerdict.Refused(BedCommand.RegisteredInError);

    /// <summary>A registered place is agreed on for the case that home does not work out: it is kept for the person and their case says so, or neither.</summary>
    /// <param name="held">The case and the place.</param>
    /// <param name="id">The case.</param>
    /// <param name="bed">The place.</param>
    /// <param name="until">The first moment at which it is no longer kept.</param>
    /// <param name="command">The command, given what the place is registered as.</param>
    public static JointVerdict Agree(Held held, Guid id, Guid bed, Instant until, Func<BedRegistered, AgreeCareHomePlace> command) => BedType.StateOf(bed, held[bed]) is { Registration: { } registered } place
        ? JointVerdict.Of(
            (bed, Verdict.Of(new ReserveBed(command(registered).OccurredAt, id, until).Decide(place))),
            (id, Verdict.Of(command(registered).Decide(RehabilitationType.StateOf(id, held[id])))))
        : new JointVerdict.Refused(BedCommand.RegisteredInError);

    private static JointVerdict InBoth(Held held, RehabilitationCase rehabilitation, Verdict.Accepted inCase)
    {
        var arrivals = inCase.Facts
            .Where(fact => fact is ISharedFact { Step: PlaceStep.Occupied, With: { } bed } && held[bed].Version > 0)
            .Select(fact => (Bed: SharedFacts.With(fact)!.Value, Fact: fact))
            .Select(arrival => (arrival.Bed, arrival.Fact, Verdict: Verdict.Of(
                new OccupyBed(arrival.Fact.OccurredAt, rehabilitation.Id) { LeftAt = rehabilitation.NextMoveAfter(arrival.Fact.OccurredAt)?.OccurredAt }.Decide(BedType.StateOf(arrival.Bed, held[arrival.Bed])))))
            .ToArray();
        var amiss = arrivals.Where(arrival => arrival.Verdict is Verdict.Accepted taken && taken.Facts.Any(fact => fact.Departures.Count > 0)).Select(arrival => arrival.Fact).ToArray();
        // Whoever records the arrival has the case before them, and not the place.
        var warned = inCase.Facts.Select(fact => amiss.Contains(fact) ? fact with { Departures = [.. fact.Departures, AdmitToRehabilitationBed.PlaceAmiss.Code] } : fact);
        return JointVerdict.Of([.. arrivals.Select(arrival => (arrival.Bed, arrival.Verdict)), (rehabilitation.Id, new Verdict.Accepted([.. warned]))]);
    }
}
