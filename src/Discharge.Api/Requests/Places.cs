using Discharge.Domain.People;

using Discharge.Persistence.Json;

namespace Discharge.Api.Requests;

/// <summary>Reads what stands in a path or must stand in a query by the rules that bodies are read by.</summary>
public static class Places
{
    /// <summary>An ODS code.</summary>
    public static Reading<OdsCode> Code(string name, string text) =>
        new OdsCodes().Fault(text, out var code) is { } fault ? Responses.Unreadable(name, fault) : code!;

    /// <summary>Somebody's own words, such as a ward's name.</summary>
    public static Reading<string> Words(string name, string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Text.Fault(text.Trim(), longest) is { } fault ? Responses.Unreadable(name, fault) : text.Trim();
    }

    /// <summary>A part of a path with its slashes, the one character that the server hands on as it was escaped.</summary>
    public static string Slashes(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Somebody's own words in a query, such as a ward's name; null where they are not given.</summary>
    public static Reading<string?> Words(IQueryCollection query, string name, int longest)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query[name] switch
        {
            [] or [""] => (string?)null,
            [{ } text] => Words(name, text, longest).Select(words => (string?)words),
            _ => Responses.Unreadable(name, "Give this once."),
        };
    }

    /// <summary>What a query must say.</summary>
    /// <typeparam name="T">What it is read as.</typeparam>
    public static Reading<T> Required<T>(this Reading<T?> reading, string name)
        where T : struct => reading switch
        {
            Reading<T?>.Understood { Value: { } value } => value,
            Reading<T?>.Understood => Responses.Unreadable(name, "Give this."),
            Reading<T?>.Refused refused => refused.Problem,
            _ => throw new InvalidOperationException("A reading is either understood or refused."),
        };

    /// <summary>An id in a query; null where it is not given.</summary>
    public static Reading<Guid?> Id(IQueryCollection query, string name)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query[name] switch
        {
            [] or [""] => (Guid?)null,
            [{ } text] when Guid.TryParse(text, out var id) => id,
            _ => Responses.Unreadable(name, "Give one id, as the answer before gave it."),
        };
    }

    /// <summary>A yes or no in a query; no where it is not given.</summary>
    public static Reading<bool> YesOrNo(IQueryCollection query, string name)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query[name] switch
        {
            [] or [""] => false,
            [{ } text] when bool.TryParse(text, out var yes) => yes,
            _ => Responses.Unreadable(name, "Give true or false."),
        };
    }
}
