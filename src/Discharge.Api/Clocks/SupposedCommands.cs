using System.Reflection;
using System.Text;
using System.Text.Json;
using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Wolverine.Http;

namespace Discharge.Api.Clocks;

/// <summary>
/// The commands that can be supposed of a case: those of its own endpoints whose path says nothing but the case. They are read as they are when they are meant.
/// </summary>
public sealed class SupposedCommands(DelayCodes codes)
{
    private const string Path = "/v1/discharge-cases/{id}/";

    private static readonly MethodInfo Reader = typeof(SupposedCommands).GetMethod(nameof(ReadBody), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly SortedDictionary<string, Func<JsonElement, Reading<ICaseRequest>>> Known = new(
        (from type in typeof(SupposedCommands).Assembly.GetTypes()
         from endpoint in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
         let route = endpoint.GetCustomAttribute<WolverinePostAttribute>()?.Template
         where route is not null && route.StartsWith(Path, StringComparison.Ordinal) && !route[Path.Length..].Contains('{', StringComparison.Ordinal)
         let body = endpoint.GetCustomAttribute<AcceptsAttribute>()?.Body
         where body is not null && body.IsAssignableTo(typeof(ICaseRequest))
         select (What: route[Path.Length..], Body: body)).ToDictionary(
            command => command.What, command => Reader.MakeGenericMethod(command.Body).CreateDelegate<Func<JsonElement, Reading<ICaseRequest>>>()),
        StringComparer.Ordinal);

    /// <summary>Reads what is supposed, or says what to put right in each.</summary>
    public Reading<IReadOnlyList<ICaseRequest>> Read(IReadOnlyList<SupposedFact> facts)
    {
        var (read, errors) = (new List<ICaseRequest>(), new Dictionary<string, IReadOnlyList<string>>());
        foreach (var (index, fact) in facts.Index())
        {
            switch (Read(fact))
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

    private Reading<ICaseRequest> Read(SupposedFact fact) => !Known.TryGetValue(fact.What, out var reader)
        ? Responses.Unreadable("what", $"Give one of: {string.Join(", ", Known.Keys)}.")
        : reader(fact.Body).Then(request => request is DelayRequest delay ? delay.In(codes).Select(known => (ICaseRequest)known) : (Reading<ICaseRequest>)new Reading<ICaseRequest>.Understood(request));

    private static Reading<ICaseRequest> ReadBody<T>(JsonElement body)
        where T : ICaseRequest => RequestBody.Understand<T>(Encoding.UTF8.GetBytes(body.GetRawText()), within: "body.").Select(request => (ICaseRequest)request);
}
