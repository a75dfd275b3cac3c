using System.Reflection;
using System.Text;
using System.Text.Json;
using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Persistence.Cases;
using Wolverine.Http;

namespace Discharge.Api.Clocks;

/// <summary>
/// The commands that can be supposed of a case: those of its own endpoints whose path says nothing but the case. They are read as they are when they are meant.
/// </summary>
public sealed class SupposedCommands(DelayCodes codes)
{
    private const string OfACase = "s/{id}/";

    private static readonly MethodInfo Reader = typeof(SupposedCommands).GetMethod(nameof(ReadBody), BindingFlags.NonPublic | BindingFlags.Static)!;

    // By the name of the type of case, and the last part of the path.
    private static readonly Dictionary<string, SortedDictionary<string, Func<JsonElement, Reading<ICaseRequest>>>> Known =
        (from type in typeof(SupposedCommands).Assembly.GetTypes()
         from endpoint in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
         let route = endpoint.GetCustomAttribute<WolverinePostAttribute>()?.Template.Split(OfACase)
         where route is [_, var last] && !last.Contains('{', StringComparison.Ordinal)
         let body = endpoint.GetCustomAttribute<AcceptsAttribute>()?.Body
         where body is not null && body.IsAssignableTo(typeof(ICaseRequest))
         group (What: route[1], Body: body) by route[0]["/v1/".Length..]).ToDictionary(
            commands => commands.Key,
            commands => new SortedDictionary<string, Func<JsonElement, Reading<ICaseRequest>>>(
                commands.ToDictionary(command => command.What, command => Reader.MakeGenericMethod(command.Body).CreateDelegate<Func<JsonElement, Reading<ICaseRequest>>>()),
                StringComparer.Ordinal));

    /// <summary>Reads what is supposed to happen in a case, or says what to put right in each.</summary>
    /// <param name="type">The type of the case.</param>
    /// <param name="facts">What is supposed.</param>
    public Reading<IReadOnlyList<ICaseRequest>> Read(IStreamType type, IReadOnlyList<SupposedFact> facts)
    {
        if (!Known.TryGetValue(type.Name, out var known))
        {
            return facts is [] ? new List<ICaseRequest>() : Responses.Unreadable("facts", "Nothing can be supposed to happen to this: suppose rules.");
        }

        var (read, errors) = (new List<ICaseRequest>(), new Dictionary<string, IReadOnlyList<string>>());
        foreach (var (index, fact) in facts.Index())
        {
            switch (Read(known, fact))
            {
                case Reading<ICaseRequest>.Understood understood:
                    read.Add(understood.Value);
                    break;
                case Reading<ICaseRequest>.Refused { Problem.Errors: { } wrong }:
                    foreach (var (place, sentences) in wrong)
                    {
                        errors[$"facts[{index}].{place}"] = sentences;
                    }

                    break;
            }
        }

        return errors.Count == 0 ? read : Responses.Unreadable(errors);
    }

    private Reading<ICaseRequest> Read(SortedDictionary<string, Func<JsonElement, Reading<ICaseRequest>>> known, SupposedFact fact) => !known.TryGetValue(fact.What, out var reader)
        ? Responses.Unreadable("what", $"Give one of: {string.Join(", ", known.Keys)}.")
        : reader(fact.Body).Then(request => request is DelayRequest delay ? delay.In(codes).Select(known => (ICaseRequest)known) : (Reading<ICaseRequest>)new Reading<ICaseRequest>.Understood(request));

    private static Reading<ICaseRequest> ReadBody<T>(JsonElement body)
        where T : ICaseRequest => RequestBody.Understand<T>(Encoding.UTF8.GetBytes(body.GetRawText()), within: "body.").Select(request => (ICaseRequest)request);
}
