using System.Globalization;
using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.People;
using Discharge.Persistence;
using Discharge.Persistence.AccessLogs;
using Discharge.Persistence.DischargeCases;
using NodaTime;
using Wolverine.Http;

namespace Discharge.Api.AccessLogs;

/// <summary>Who looked at what. To look at it is a look itself, and is in it from then on.</summary>
public static class AccessLogEndpoints
{
    private const int Most = 1_000;

    private const int Usual = 100;

    private const int LongestSubject = 255;

    /// <summary>Looks at what is on record, and those that were refused, the newest first: of a person with all their records and cases, of one case or place, or of somebody who looked.</summary>
    [WolverineGet("/v1/access-log"), Requires(Operation.ReadAccessLog), Answers<LookList, ExampleLooks>(Tagged = true)]
    [Query<Guid>("person", "Only looks at this person: at any of their records and cases.")]
    [Query<Guid>("case", "Only looks at this case or place.")]
    [Query<string>("actor", "Only looks of this person, by the subject of their tokens.")]
    [Query<LookOutcome>("outcome", "Only looks of which this came.")]
    [Query<Instant>("from", "Only looks at this moment or later.")]
    [Query<Instant>("to", "Only looks before this moment.")]
    [Query<Guid>("after", "The looks after this one, which are older: next of the page before.")]
    [Query<int>("limit", "How many at the most, 1 to 1000; 100 where it is not said.")]
    public static Task<IResult> Search(LoggedLooks looks, HttpContext http)
    {
        var query = http.Request.Query;
        return Places.Id(query, "person").And(Places.Id(query, "case")).And(Places.Words(query, "actor", LongestSubject)).And(query.Word<LookOutcome>("outcome"))
            .And(query.Moment("from")).And(query.Moment("to")).And(Places.Id(query, "after")).And(query.Number("limit", 1, Most)).Answer(async read =>
            {
                var (((((((person, @case), actor), outcome), from), to), after), limit) = read;
                return await ShowAsync(looks, new(person is { } id ? new PersonRef(id) : null, @case, actor, outcome, from, to, after, limit ?? Usual), http);
            });
    }

    /// <summary>Who looked at a person's record: every look at any record or case of theirs, and those that were refused, for the person to have.</summary>
    [WolverineGet("/v1/people/{person}/looks"), Requires(Operation.ReadLooksAtPerson), Answers<LookList, ExampleLooks>(Tagged = true)]
    [Query<Guid>("after", "The looks after this one, which are older: next of the page before.")]
    [Query<int>("limit", "How many at the most, 1 to 1000; 1000 where it is not said.")]
    public static Task<IResult> LooksAt(Guid person, LoggedLooks looks, HttpContext http) =>
        Places.Id(http.Request.Query, "after").And(http.Request.Query.Number("limit", 1, Most)).Answer(read =>
            ShowAsync(looks, new(new PersonRef(person), Case: null, Actor: null, Outcome: null, From: null, To: null, read.First, read.Second ?? Most), http));

    private static async Task<IResult> ShowAsync(LoggedLooks looks, LookFilter filter, HttpContext http)
    {
        var found = await looks.FindAsync(filter, http.RequestAborted);
        if (found.Next is { } next)
        {
            http.Response.Headers.Link = $"<{Paging.NextPage(http.Request, next.ToString(null, CultureInfo.InvariantCulture))}>; rel=\"next\"";
        }

        return Screens.Answer(new Shown(JsonSerializer.SerializeToUtf8Bytes(found, PublicJson.Options), Version: 0), "person", http);
    }
}

/// <summary>The looks of the contract's examples.</summary>
internal sealed class ExampleLooks : IExample<LookList>
{
    /// <inheritdoc/>
    public static LookList Example => ExampleCase.JustLeft is var shown
        ? new(
            [
                new(
                    Guid.Parse("019cb1a0-5c40-7a07-8d3e-1f0b62c8a955"),
                    ExampleMoment.At(2026, 3, 3, 11, 25),
                    "w-7f20",
                    Caller.Named(Role.WardStaff),
                    OdsCode.Parse("RXX01"),
                    "read-case",
                    $"GET /v1/discharge-cases/{shown.Id}",
                    PublicJson.Spell(LookPurpose.DirectCare),
                    PublicJson.Spell(LookOutcome.Shown),
                    [shown.Id, shown.PersonRef],
                    "10.20.30.40",
                    "019cb1a0-5c3f-7d11-b1f4-0a2f1c9b7e66",
                    "019cb1a0-5c3f-7d11-b1f4-0a2f1c9b7e66",
                    KeptByNode: false),
            ],
            Next: null)
        : throw new InvalidOperationException("The example has no case.");
}
