using Discharge.Domain.Deciding;
using Discharge.Persistence.PersonalData;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>A decision as the store takes it, whatever type of case it is for.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>To record these facts; none where it is already so.</summary>
    public sealed record Accepted(IReadOnlyList<Fact> Facts) : Verdict;

    /// <summary>To record nothing.</summary>
    public sealed record Refused(Refusal Refusal) : Verdict;

    /// <summary>The verdict of a decision.</summary>
    public static Verdict Of<TFact>(Decision<TFact> decision)
        where TFact : Fact => decision switch
        {
            Decision<TFact>.Accepted accepted => new Accepted([.. accepted.Facts]),
            Decision<TFact>.Refused refused => new Refused(refused.Refusal),
            _ => throw new InvalidOperationException("A decision is either accepted or refused."),
        };
}

/// <summary>What opens a stream: it alone knows what has to be unique about it.</summary>
public interface IOpening
{
    /// <summary>Decides in the transaction of this connection; what it locks stays locked until the commit.</summary>
    Task<Opened> DecideAsync(NpgsqlConnection connection, PersonSeals seals, CancellationToken cancellation);

    /// <summary>Where what was opened can be read.</summary>
    string LocationOf(Guid id);
}

/// <summary>What came of an opening.</summary>
public abstract record Opened
{
    private Opened()
    {
    }

    /// <summary>To open the stream with these facts.</summary>
    /// <param name="Facts">The facts.</param>
    /// <param name="Beside">What is written beside the stream in the same transaction.</param>
    public sealed record Accepted(IReadOnlyList<Fact> Facts, IReadOnlyList<Statement> Beside) : Opened;

    /// <summary>To open nothing.</summary>
    /// <param name="Refusal">Why.</param>
    /// <param name="Existing">The case that got there first, where one did.</param>
    public sealed record Refused(Refusal Refusal, Guid? Existing = null) : Opened;

    /// <summary>To open nothing, because this very opening came before.</summary>
    /// <param name="Id">The case it opened.</param>
    /// <param name="History">The case's history.</param>
    public sealed record Already(Guid Id, History History) : Opened;
}
