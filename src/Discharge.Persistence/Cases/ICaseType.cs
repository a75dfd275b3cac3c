using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Persistence.Cases;

/// <summary>What the store has to know of a type of case: how its history turns into clocks, next steps and the rows that screens read.</summary>
public interface ICaseType
{
    /// <summary>What the stored names of its events begin with, such as "discharge-case".</summary>
    string Name { get; }

    /// <summary>The clocks of a case with this history, by these rules.</summary>
    IReadOnlyList<Clock> ClocksOf(RuleBook book, Guid id, History history);

    /// <summary>What is next in a case with this history at a moment.</summary>
    IReadOnlyList<NextStep> NextStepsOf(Guid id, History history, IReadOnlyList<Clock> clocks, Instant at);

    /// <summary>When the bed the person was in came free, or null while they are in it.</summary>
    Instant? BedFreeAt(Guid id, History history);

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

    /// <summary>The statements that write what screens show of the case.</summary>
    /// <param name="before">The case before, of which what has not changed need not be written again.</param>
    /// <param name="now">The case now.</param>
    IEnumerable<Statement> Show(CaseNow before, CaseNow now);

    /// <summary>The statements that take away all that screens show of some cases, so that it can be written anew.</summary>
    IEnumerable<Statement> Forget(Guid[] ids);
}

/// <summary>A case as it stands at a moment. What follows from its history is worked out when it is first asked for, and once.</summary>
public sealed class CaseNow
{
    private readonly ICaseType _type;

    private CaseNow(ICaseType type, RuleBook book, Guid id, History history, Instant at) => (_type, Book, Id, History, At) = (type, book, id, history, at);

    /// <summary>The rules its clocks are counted by.</summary>
    public RuleBook Book { get; }

    /// <summary>The case.</summary>
    public Guid Id { get; }

    /// <summary>All that was recorded in it.</summary>
    public History History { get; }

    /// <summary>The moment.</summary>
    public Instant At { get; }

    /// <summary>Its clocks.</summary>
    public IReadOnlyList<Clock> Clocks { get => field ??= _type.ClocksOf(Book, Id, History); private init; }

    /// <summary>What is next.</summary>
    public IReadOnlyList<NextStep> Next { get => field ??= _type.NextStepsOf(Id, History, Clocks, At); private init; }

    /// <summary>What is to be told without a clock, at moments past or ahead.</summary>
    public IReadOnlyList<ToldAtOnce> Told { get => field ??= [.. _type.ToldAtOnceIn(Id, History)]; private init; }

    /// <summary>The case as its history makes it at a moment.</summary>
    public static CaseNow Of(ICaseType type, RuleBook book, Guid id, History history, Instant at) => new(type, book, id, history, at);

    /// <summary>The same case with breaches recorded, or withdrawn, that its clocks ask for. They follow from the clocks and what is next, and change neither.</summary>
    internal CaseNow Noticing(IReadOnlyList<Entry> breaches) =>
        breaches is [] ? this : new(_type, Book, Id, History.With(breaches), At) { Clocks = Clocks, Next = Next, Told = Told };

    /// <summary>The same case at another moment, which changes what is next and neither its clocks nor what is to be told.</summary>
    internal CaseNow LookedAt(Instant moment) => new(_type, Book, Id, History, moment) { Clocks = Clocks, Told = Told };

    /// <summary>The next moment at which the case looks different although nothing was recorded; null where there is none.</summary>
    public Instant? ChangesAt => Clocks.Select(clock => clock.NextMomentAfter(At))
        .Concat(Next.Select(step => step.Due))
        .Concat(Told.Select(told => (Instant?)told.Moment))
        .Concat(_type.TurnsIn(Id, History, At).Select(turn => (Instant?)turn))
        .Where(next => next > At)
        .DefaultIfEmpty()
        .Min();
}
