using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;
using NodaTime.Extensions;
using Wolverine.Http;

namespace Discharge.Api.Cases;

/// <summary>What can be asked of, and done to, a case of any type.</summary>
public static class CaseEndpoints
{
    /// <summary>Every entry of a case with who recorded it and when and what was said in words, and every notice given; as it was at a moment, and as it was known at one.</summary>
    [WolverineGet("/v1/cases/{id}/history"), Requires(Operation.ReadHistory), Answers<HistoryView, ExampleCase>(Tagged = true)]
    [Query<Instant>("asOf", "Only what had occurred by then, with all that is known now.")]
    [Query<Instant>("knownAt", "Only what had been recorded by then.")]
    public static Task<IResult> History(Guid id, CaseHistories histories, RuleBook book, TimeProvider time, HttpContext http) =>
        http.Request.Query.Moment("asOf").And(http.Request.Query.Moment("knownAt")).Answer(async moments => Screens.Answer(
            await histories.ReadAllAsync(id, Reaches.Of(http), http.RequestAborted) is var (history, notices, words, named)
                && HistoryView.Of(book, id, history, notices, time.GetUtcNow().ToInstant(), moments.First, moments.Second, Caller.Of(http).Sees, named) is var view
                ? new Shown(words.JoinedTo(JsonSerializer.SerializeToUtf8Bytes(view, PublicJson.Options)), view.Version)
                : null,
            "case",
            http));

    /// <summary>Whether every entry of a case is as it was recorded and none is gone: each bears a seal over itself and all before it, and what does not bear it out is named.</summary>
    [WolverineGet("/v1/cases/{id}/seal"), Requires(Operation.ReadHistory), Answers<CaseProof, ExampleCase>(Tagged = true)]
    public static async Task<IResult> Seal(Guid id, CaseProofs proofs, HttpContext http) => Screens.Answer(
        await proofs.ReadAsync(id, http.RequestAborted) is { } proof ? new Shown(JsonSerializer.SerializeToUtf8Bytes(proof, PublicJson.Options), proof.Version) : null,
        "case",
        http);

    /// <summary>Withdraws any entry of a case as entered in error. Everything that followed from it is worked out again; what a place has on record of it is withdrawn with it.</summary>
    [WolverinePost("/v1/cases/{id}/entries/{version}/withdrawal"), Requires(Operation.WithdrawEntry), Accepts<WithdrawalRequest>, Records]
    public static Task<IResult> Withdraw(Guid id, long version, CaseCommands cases, HttpContext http) =>
        cases.Withdraw(type: null, id, version, http);
}

/// <summary>An entry withdrawn as entered in error.</summary>
/// <param name="OccurredAt">When it is withdrawn.</param>
/// <param name="Reason">Why it should not have been there.</param>
/// <param name="Note">What is added in words.</param>
public sealed record WithdrawalRequest(Instant OccurredAt, WithdrawalReason Reason, string? Note = null) : ICaseRequest, IExample<WithdrawalRequest>
{
    /// <inheritdoc/>
    public static WithdrawalRequest Example => new(ExampleMoment.At(2026, 3, 6, 9, 5), WithdrawalReason.WrongPerson, "Entered on the wrong case.");

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<string?> IWorded.Words => [Note];

    /// <summary>The entry, from the path.</summary>
    internal long Entry { get; init; }

    /// <inheritdoc/>
    public Verdict Decide(Guid id, History history, Func<string?, NoteRef?> note) =>
        Verdict.Of(new WithdrawEntry(OccurredAt, Entry, Reason, note(Note)).Decide(history));
}
