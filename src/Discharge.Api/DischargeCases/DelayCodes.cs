using Discharge.Api.Requests;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence;

namespace Discharge.Api.DischargeCases;

/// <summary>The lists of delay reasons this deployment knows: those of the service, and what configuration adds to them from a specification.</summary>
public sealed class DelayCodes
{
    /// <summary>The section of the configuration: a list of { Name, Version, Codes: [ { Code, Wording, Group } ] }.</summary>
    public const string Section = "Delays:Codesets";

    private readonly Dictionary<string, DelayCodeset> _lists;

    private DelayCodes(Dictionary<string, DelayCodeset> lists) => _lists = lists;

    /// <summary>The lists the service brings, without what a configuration adds.</summary>
    public static DelayCodes Own { get; } = new(DelayCodeset.Known.ToDictionary(list => list.Key));

    /// <summary>The lists with what configuration adds.</summary>
    /// <exception cref="DelayCodesException">An addition lacks something, or says otherwise of a code that is known.</exception>
    public static DelayCodes From(IConfiguration configuration) => new(
        configuration.GetSection(Section).GetChildren().Aggregate(DelayCodeset.Known.ToDictionary(list => list.Key), (known, added) =>
        {
            var list = new DelayCodeset(Needed(added, "Name"), Needed(added, "Version"), IsComplete: false, [.. added.GetSection("Codes").GetChildren().Select(Code)]);
            known[list.Key] = known.TryGetValue(list.Key, out var before) ? With(before, list) : With(list with { Codes = [] }, list);
            return known;
        }));

    /// <summary>The reason that a list and a code stand for, or what to put right, naming the known ones.</summary>
    public Reading<DelayReason> Read(string codeset, string code) => _lists.TryGetValue(codeset, out var list)
        ? list.Find(code) is { } reason ? reason : Responses.Unreadable("code", $"Give a code of {codeset}: {string.Join(", ", list.Codes.Select(known => known.Code))}.")
        : Responses.Unreadable("codeset", Known);

    /// <summary>The list asked for in a query, null where none is; or what to put right, naming the known ones.</summary>
    public Reading<string?> Asked(IQueryCollection query) => (string?)query["codeset"] switch
    {
        null or "" => (string?)null,
        var key when _lists.ContainsKey(key) => key,
        _ => Responses.Unreadable("codeset", Known),
    };

    private string Known => $"Give a list of delay reasons with its version: {string.Join(", ", _lists.Keys)}.";

    private static DelayCodeset With(DelayCodeset list, DelayCodeset added)
    {
        List<DelayCode> codes = [.. list.Codes];
        foreach (var code in added.Codes.Where(code => !codes.Contains(code)))
        {
            codes.Add(codes.Any(known => known.Code == code.Code) ? throw new DelayCodesException($"{list.Key} says something else of {code.Code}") : code);
        }

        return list with { Codes = codes };
    }

    private static DelayCode Code(IConfigurationSection code) => new(Needed(code, "Code"), Needed(code, "Wording"), code["Group"]);

    private static string Needed(IConfigurationSection section, string name) =>
        section[name] is { Length: > 0 } value ? value : throw new DelayCodesException($"{section.Path} has no {name}");
}

/// <summary>The delay reasons of the configuration cannot be used.</summary>
/// <param name="what">What is wrong with them.</param>
public sealed class DelayCodesException(string what)
    : StartRefusedException($"{DelayCodes.Section} has to be a list of Name, Version and Codes, each code with Code and Wording, saying nothing else of a code the service knows: {what}.");
