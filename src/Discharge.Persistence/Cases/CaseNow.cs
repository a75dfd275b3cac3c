using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Persistence.Cases;

/// <summary>A case, or a place, as it stands at a moment. What follows from its history is worked out when it is first asked for, and once.</summary>
public sealed class CaseNow
{
    private readonly IStreamType _type;

    private CaseNow(IStreamType type, RuleBook book, Guid id, History history, Instant at) => (_type, Book, Id, History, At) = (type, book, id, history, at);

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
    public IReadOnlyList<NextStep> Next => field ??= _type.NextStepsOf(Id, History, Clocks, At);

    /// <summary>What is to be told without a clock, at moments past or ahead.</summary>
    public IReadOnlyList<ToldAtOnce> Told { get => field ??= [.. _type.ToldAtOnceIn(Id, History), .. BreakGlass.ToldIn(History)]; private init; }

    /// <summary>The case as its history makes it at a moment.</summary>
    public static CaseNow Of(IStreamType type, RuleBook book, Guid id, History history, Instant at) => new(type, book, id, history, at);

    /// <summary>The same case with breaches recorded, or withdrawn, that its clocks ask for. They follow from the clocks and what is next, and change neither.</summary>
    internal CaseNow Noticing(IReadOnlyList<Entry> breaches) =>
        breaches is [] ? this : new(_type, Book, Id, History.With(breaches), At) { Clocks = Clocks, Told = Told };

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
