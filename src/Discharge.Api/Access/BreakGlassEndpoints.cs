using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using NodaTime;
using Wolverine.Http;

namespace Discharge.Api.Access;

/// <summary>Opens a case to somebody whose it is not.</summary>
public static class BreakGlassEndpoints
{
    /// <summary>Opens a case that is none of the caller's to them, for four hours from the moment given, because it cannot wait. It stands in the case's history with who did it and why, and information governance is told at once.</summary>
    [WolverinePost("/v1/cases/{id}/break-glass"), Requires(Operation.BreakGlass), Accepts<BreakGlassRequest>, Records]
    public static Task<IResult> Break(Guid id, CaseCommands cases, HttpContext http) => cases.Run<BreakGlassRequest>(type: null, id, http);
}

/// <summary>Why somebody has to know of a case that is none of theirs.</summary>
/// <param name="OccurredAt">When it is opened; the four hours count from here.</param>
/// <param name="Ground">Why it cannot wait.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record BreakGlassRequest(Instant OccurredAt, BreakGlassGround Ground, string Reason) : ICaseRequest, IExample<BreakGlassRequest>
{
    /// <inheritdoc/>
    public static BreakGlassRequest Example => new(ExampleMoment.At(2026, 3, 6, 9, 20), BreakGlassGround.ArrivedUnexpectedly, "Came to our emergency department at night; nobody at the hub answers.");

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<string?> IWorded.Words => [Reason];

    bool IDated.IsBeyondReach => true;

    /// <inheritdoc/>
    public Verdict Decide(Guid id, History history, Func<string?, NoteRef?> note) => Verdict.Of(new BreakGlass(OccurredAt, Ground, note(Reason)).Decide(history));
}
