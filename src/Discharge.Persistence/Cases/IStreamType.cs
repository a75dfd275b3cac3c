using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Persistence.Cases;

/// <summary>
/// What the store has to know of a type of stream, be it a case or a place: how its history turns into clocks, next steps and the rows that screens read. Whatever is not said here, a stream
/// of the type does not have.
/// </summary>
public interface IStreamType
{
    /// <summary>What the stored names of its events begin with, such as "discharge-case".</summary>
    string Name { get; }

    /// <summary>Whether it is a case of somebody; a place and a team are none.</summary>
    bool IsCase => true;

    /// <summary>The clocks of a case with this history, by these rules.</summary>
    IReadOnlyList<Clock> ClocksOf(RuleBook book, Guid id, History history) => [];

    /// <summary>What is next in a case with this history at a moment.</summary>
    IReadOnlyList<NextStep> NextStepsOf(Guid id, History history, IReadOnlyList<Clock> clocks, Instant at) => [];

    /// <summary>When the bed that the person is in, or was in last, comes free; null while they are in it, and where the case is about no bed.</summary>
    Instant? BedFreeAt(Guid id, History history) => null;

    /// <summary>The departures of a fact, in words.</summary>
    Departure DepartureOf(string code);

    /// <summary>The id of what a fact made, where it made something that has one.</summary>
    Guid? IdMadeBy(Fact fact) => null;

    /// <summary>What the facts of a case with this history say has to be told up the ladder at once, or at a moment that may lie ahead.</summary>
    IEnumerable<ToldAtOnce> ToldAtOnceIn(Guid id, History history) => [];

    /// <summary>Moments, other than those of clocks, steps and what is told, at which a case with this history may look different although nothing is recorded.</summary>
    /// <param name="id">The case.</param>
    /// <param name="history">Its history.</param>
    /// <param name="at">The moment after which they are wanted; earlier ones do no harm.</param>
    IEnumerable<Instant> TurnsIn(Guid id, History history, Instant at) => [];

    /// <summary>The half of a shared fact that belongs in this stream, where the command did not say it: what happened to the other stream alone. Null where there is nothing such.</summary>
    /// <param name="id">This stream.</param>
    /// <param name="history">Its history.</param>
    /// <param name="other">The other stream.</param>
    /// <param name="half">The half recorded there.</param>
    Fact? OtherHalf(Guid id, History history, Guid other, Fact half) => null;

    /// <summary>The place that somebody is in, or has kept, until it is said that they left it; for a place, the case of whoever that is. Null where there is none.</summary>
    Guid? BoundTo(Guid id, History history) => null;

    /// <summary>What comes of reserving a place for somebody in their case; null where a case of the type takes no place.</summary>
    /// <param name="id">The case.</param>
    /// <param name="history">Its history.</param>
    /// <param name="at">When it is decided.</param>
    /// <param name="bed">The place.</param>
    /// <param name="registered">What the place is registered as.</param>
    /// <param name="until">The first moment at which it is no longer reserved.</param>
    Verdict? Reserving(Guid id, History history, Instant at, Guid bed, BedRegistered registered, Instant until) => null;

    /// <summary>What comes of ending a reservation in the case of whoever has it; null where a case of the type takes no place.</summary>
    /// <param name="id">The case.</param>
    /// <param name="history">Its history.</param>
    /// <param name="at">Since when.</param>
    /// <param name="bed">The place.</param>
    /// <param name="end">Why.</param>
    Verdict? EndingReservation(Guid id, History history, Instant at, Guid bed, ReservationEnd end) => null;

    /// <summary>Why a stream must not stand as a correction would make it; null where it may.</summary>
    Refusal? AgainstCorrection(History before, History after) => null;

    /// <summary>The statements that ask another case for something because of what was recorded in this one, in the transaction that records it.</summary>
    /// <param name="before">The case before.</param>
    /// <param name="now">The case now.</param>
    IEnumerable<Statement> Ask(CaseNow before, CaseNow now) => [];

    /// <summary>The statements that write what screens show of the case.</summary>
    /// <param name="before">The case before, of which what has not changed need not be written again.</param>
    /// <param name="now">The case now.</param>
    IEnumerable<Statement> Show(CaseNow before, CaseNow now);

    /// <summary>The statements that take away all that screens show of some cases, so that it can be written anew.</summary>
    IEnumerable<Statement> Forget(Guid[] ids);
}
