namespace Discharge.Api.Requests;

/// <summary>What came of reading something a caller sent: it was understood, or here is what to put right.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    /// <summary>It was understood.</summary>
    public sealed record Understood(T Value) : Reading<T>;

    /// <summary>It was not, and nothing was done.</summary>
    public sealed record Refused(Problem Problem) : Reading<T>;

    /// <summary>Understood.</summary>
    public static implicit operator Reading<T>(T value) => new Understood(value);

    /// <summary>Not understood.</summary>
    public static implicit operator Reading<T>(Problem problem) => new Refused(problem);

    /// <summary>Both, or everything that is to be put right in either.</summary>
    public Reading<(T First, TOther Second)> And<TOther>(Reading<TOther> other) => (this, other) switch
    {
        (Understood first, Reading<TOther>.Understood second) => (first.Value, second.Value),
        (Refused { Problem: { Errors: { } here } }, Reading<TOther>.Refused { Problem.Errors: { } there }) =>
            Responses.Unreadable(Together(here, there)),
        (Refused refused, _) => refused.Problem,
        (_, Reading<TOther>.Refused refused) => refused.Problem,
        _ => throw new InvalidOperationException("A reading is either understood or refused."),
    };

    /// <summary>What follows from it where it was understood.</summary>
    public Reading<TNext> Select<TNext>(Func<T, TNext> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return this is Understood understood ? next(understood.Value) : ((Refused)this).Problem;
    }

    /// <summary>What reading on from it gives where it was understood.</summary>
    public Reading<TNext> Then<TNext>(Func<T, Reading<TNext>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return this is Understood understood ? next(understood.Value) : ((Refused)this).Problem;
    }

    /// <summary>The answer where it was understood, or the problem.</summary>
    public Task<IResult> Answer(Func<T, Task<IResult>> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return this is Understood understood ? answer(understood.Value) : Task.FromResult<IResult>(((Refused)this).Problem);
    }

    // A body may have a field that is called as a header is.
    private static Dictionary<string, IReadOnlyList<string>> Together(
        IReadOnlyDictionary<string, IReadOnlyList<string>> here, IReadOnlyDictionary<string, IReadOnlyList<string>> there) => here.Concat(there)
            .GroupBy(error => error.Key)
            .ToDictionary(place => place.Key, IReadOnlyList<string> (place) => [.. place.SelectMany(error => error.Value)]);
}
