using System.Globalization;
using Discharge.Domain.People;
using Discharge.Persistence.Json;
using NodaTime;

namespace Discharge.Api.Requests;

/// <summary>Reads query parameters by the rules that bodies are read by. What is left out or empty is null.</summary>
public static class Query
{
    /// <summary>A moment, such as asOf.</summary>
    public static Reading<Instant?> Moment(this IQueryCollection query, string name) => One<Instant, Instant?>(query, name, moment => moment);

    /// <summary>A date, such as from.</summary>
    public static Reading<LocalDate?> Date(this IQueryCollection query, string name) => One<LocalDate, LocalDate?>(query, name, date => date);

    /// <summary>One of a list of words.</summary>
    /// <typeparam name="T">The list.</typeparam>
    public static Reading<T?> Word<T>(this IQueryCollection query, string name)
        where T : struct, Enum => One<T, T?>(query, name, word => word);

    /// <summary>Words of a list, as many as are given; none where none is.</summary>
    /// <typeparam name="T">The list.</typeparam>
    public static Reading<T[]> Words<T>(this IQueryCollection query, string name)
        where T : struct, Enum => Sent(query, name).Aggregate(
            (Reading<T[]>)Array.Empty<T>(),
            (read, text) => ((Spelled<T>)ApiJson.Options.GetConverter(typeof(T))).Fault(text, out var word) is { } fault ? Responses.Unreadable(name, fault) : read.Select(words => (T[])[.. words, word]));

    /// <summary>An ODS code.</summary>
    public static Reading<OdsCode?> Code(this IQueryCollection query, string name) => One<OdsCode, OdsCode?>(query, name, code => code);

    /// <summary>A whole number within bounds.</summary>
    public static Reading<int?> Number(this IQueryCollection query, string name, int atLeast, int atMost) => Sent(query, name) switch
    {
        [] => (int?)null,
        [var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= atLeast && number <= atMost => number,
        _ => Responses.Unreadable(name, $"Give a whole number from {atLeast} to {atMost}."),
    };

    private static Reading<TNullable> One<T, TNullable>(IQueryCollection query, string name, Func<T, TNullable> some)
    {
        if (Sent(query, name) is not [var first, .. var more])
        {
            return default(TNullable)!;
        }

        var fault = more is [] ? ((Spelled<T>)ApiJson.Options.GetConverter(typeof(T))).Fault(first, out var value) : Twice(out value);
        return fault is null ? some(value!) : Responses.Unreadable(name, fault);

        static string Twice(out T? value)
        {
            value = default;
            return "Give this once.";
        }
    }

    private static string[] Sent(IQueryCollection query, string name)
    {
        ArgumentNullException.ThrowIfNull(query);
        return [.. query[name].OfType<string>().Where(text => text.Length > 0)];
    }
}
