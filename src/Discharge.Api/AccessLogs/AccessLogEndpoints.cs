using System.Globalization;
using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Api.Records;
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

    /// <summary>Looks at what is on record, and those that were refused, the newest first: of a person with all their records and cases, of one case or place, or of somebody who looked. They are those made for the organisations the caller works for, and those that touched a person or a case within their reach.</summary>
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
                var found = await looks.FindAsync(new(person is { } id ? new PersonRef(id) : null, @case, actor, outcome, from, to, after, limit ?? Usual, Reaches.Of(http)), http.RequestAborted);
                GoOnFrom(found.Next, http);
                return Screens.Answer(new Shown(JsonSerializer.SerializeToUtf8Bytes(found, PublicJson.Options), Version: 0), "person", http);
            });
    }

    /// <summary>
    /// Who looked at a person's record, as a file for the person to have: every look at any record or case of theirs, and those that were refused, with when, in which role and for which organisation, what, why and what came of it.
    /// Whoever looked is named by role and organisation alone, and of what they looked at only what is the person's.
    /// </summary>
    [WolverineGet("/v1/people/{person}/looks"), Requires(Operation.ReadLooksAtPerson), Answers<PersonLooks, ExampleLooks>]
    [Query<Guid>("after", "The looks after this one, which are older: next of the page before.")]
    [Query<int>("limit", "How many at the most, 1 to 1000; 1000 where it is not said.")]
    public static Task<IResult> LooksAt(Guid person, LoggedLooks looks, HttpContext http) =>
        Places.Id(http.Request.Query, "after").And(http.Request.Query.Number("limit", 1, Most)).Answer(async read =>
        {
            var found = await looks.OfAsync(new PersonRef(person), read.First, read.Second ?? Most, http.RequestAborted);
            GoOnFrom(found.Next, http);
            var json = JsonSerializer.SerializeToUtf8Bytes(found, PublicJson.Options);
            return new LookedFor(LookOutcome.Shown, NamedIds.In(json), OfOpenCases: false, new Attached($"looks-{person}.json", new WrittenJson(json)), "person");
        });

    private static void GoOnFrom(Guid? next, HttpContext http)
    {
        if (next is { } look)
        {
            http.Response.Headers.Link = $"<{Paging.NextPage(http.Request, look.ToString(null, CultureInfo.InvariantCulture))}>; rel=\"next\"";
        }
    }
}

/// <summary>The looks of the contract's examples.</summary>
internal sealed class ExampleLooks : IExample<LookList>, IExample<PersonLooks>
{
    /// <inheritdoc/>
    static PersonLooks IExample<PersonLooks>.Example => ExampleCase.JustLeft is var shown
        ? new(
            shown.PersonRef,
            [
                new(
                    ExampleMoment.At(2026, 3, 3, 11, 25), Caller.Named(Role.WardStaff), OdsCode.Parse("RXX01"), "read-case", PublicJson.Spell(LookPurpose.DirectCare), PublicJson.Spell(LookOutcome.Shown),
                    [shown.Id, shown.PersonRef]),
            ],
            Next: null)
        : throw new InvalidOperationException("The example has no case.");

    /// <inheritdoc/>
    static LookList IExample<LookList>.Example => ExampleCase.JustLeft is var shown
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
