using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.PersonalData;
using NodaTime;
using NodaTime.Extensions;
using Wolverine.Http;

namespace Discharge.Api.People;

/// <summary>Finds people, and joins two records of one person.</summary>
public static class PeopleEndpoints
{
    /// <summary>Finds a person and their cases by NHS number, by hospital number, or by name and date of birth. It is asked in the body, so that no name stands in an address.</summary>
    [WolverinePost("/v1/people/search"), Requires(Operation.SearchPeople), Asks, Accepts<PeopleSearchRequest>, Answers<FoundPeople>(Tagged = true)]
    public static async Task<IResult> Search(PeopleSearch people, TimeProvider time, HttpContext http) => await (await RequestBody.Read<PeopleSearchRequest>(http)).Answer(async request =>
        request.Value.Lacks(LocalCalendar.DateOf(time.GetUtcNow().ToInstant())) is { } lacking
            ? lacking
            : Screens.Answer(
                new Shown(
                    JsonSerializer.Serialize(
                        new FoundPeople(await people.FindAsync(request.Value.NhsNumber, request.Value.ToDetails(), Reaches.Of(http), http.RequestAborted)), PublicJson.Options),
                    version: 0),
                "person",
                http));

    /// <summary>Links this case's person with another record of the same person; both histories stay as they are.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/person-links"), Requires(Operation.LinkPeople), Accepts<PersonLinkRequest>, Records]
    public static async Task<IResult> Link(Guid id, CaseCommands cases, CaseHistories histories, PeopleSearch people, Reaching reaching, HttpContext http)
    {
        var linked = await people.LinkedInAsync(id, http.RequestAborted);
        return await cases.Run<PersonLinkRequest>(
            DischargeCaseType.Instance,
            id,
            http,
            request => request with { Linked = linked.Contains(request.OtherPerson) },
            refuse: async request => (await people.KnowsAsync(new PersonRef(request.OtherPerson), http.RequestAborted) && await reaching.HoldsAsync(Reaches.Of(http), request.OtherPerson, http.RequestAborted)) || await histories.ReadAsync(id, http.RequestAborted) is null || !await reaching.HoldsAsync(Reaches.Of(http), id, http.RequestAborted)
                ? null
                : Responses.NotFound("person"));
    }

    /// <summary>Takes a link back: the two records are of two people after all.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/person-unlinks"), Requires(Operation.LinkPeople), Accepts<PersonUnlinkRequest>, Records]
    public static async Task<IResult> Unlink(Guid id, CaseCommands cases, PeopleSearch people, HttpContext http)
    {
        var linked = await people.LinkedInAsync(id, http.RequestAborted);
        return await cases.Run<PersonUnlinkRequest>(DischargeCaseType.Instance, id, http, request => request with { Linked = linked.Contains(request.OtherPerson) });
    }
}

/// <summary>The people found.</summary>
/// <param name="People">Everybody who fits, with the records linked with theirs.</param>
public sealed record FoundPeople(IReadOnlyList<FoundPerson> People) : IExample<FoundPeople>
{
    /// <inheritdoc/>
    public static FoundPeople Example => ExampleCase.JustLeft is var shown
        ? new([new(shown.PersonRef, ExampleCase.Person, [new(shown.Id, PublicJson.Spell(shown.Phase), shown.Site.Value, shown.Ward, Open: true)], [], [])])
        : throw new InvalidOperationException("The example has no case.");
}

/// <summary>What is known of somebody.</summary>
/// <param name="NhsNumber">Their NHS number.</param>
/// <param name="HospitalNumber">The hospital's own number.</param>
/// <param name="Name">The name, together with the date of birth.</param>
/// <param name="DateOfBirth">The date of birth, together with the name.</param>
public sealed record PeopleSearchRequest(
    NhsNumber? NhsNumber = null, [property: Longest(40)] string? HospitalNumber = null, [property: Longest(200)] string? Name = null, LocalDate? DateOfBirth = null)
    : IExample<PeopleSearchRequest>
{
    /// <inheritdoc/>
    public static PeopleSearchRequest Example => new(Name: "Ada Marlowe", DateOfBirth: new LocalDate(1941, 6, 3));

    /// <summary>What has to be added before anybody can be looked for; null where nothing has.</summary>
    internal Problem? Lacks(LocalDate today) => this switch
    {
        _ when Amiss.InDateOfBirth(DateOfBirth, "dateOfBirth", today).ToArray() is [_, ..] amiss => Responses.Unreadable(amiss),
        { Name: not null, DateOfBirth: null } => Responses.Unreadable("dateOfBirth", "Give the date of birth with the name: a name alone finds too many people."),
        { Name: null, DateOfBirth: not null } => Responses.Unreadable("name", "Give the name with the date of birth."),
        { NhsNumber: null, HospitalNumber: null, Name: null } => Responses.Unreadable("nhsNumber", "Give an NHS number, a hospital number, or a name with a date of birth."),
        _ => null,
    };

    /// <summary>The same as details.</summary>
    internal PersonDetails ToDetails() => new(Name, PreferredName: null, DateOfBirth, NhsNumber?.Value, HospitalNumber, Address: null);
}

/// <summary>Two records turned out to be of one person.</summary>
/// <param name="OccurredAt">When it was found out.</param>
/// <param name="OtherPerson">The other record's reference, as a case shows it.</param>
/// <param name="Ground">How it was found out.</param>
/// <param name="Note">What is added in words.</param>
public sealed record PersonLinkRequest(Instant OccurredAt, Guid OtherPerson, LinkGround Ground, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<PersonLinkRequest>
{
    /// <inheritdoc/>
    public static PersonLinkRequest Example =>
        new(ExampleMoment.At(2026, 3, 3, 10, 20), Guid.Parse("019cb0d4-7a10-7c55-9e21-5b0f6a4e2d11"), LinkGround.NhsNumberTraced);

    /// <summary>Whether the two are linked, as all cases of either record have it.</summary>
    internal bool? Linked { get; init; }

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new LinkPerson(OccurredAt, new PersonRef(OtherPerson), Ground, note(Note)) { Linked = Linked };
}

/// <summary>A link taken back.</summary>
/// <param name="OccurredAt">When it was found out.</param>
/// <param name="OtherPerson">The other record's reference.</param>
/// <param name="Note">What is added in words.</param>
public sealed record PersonUnlinkRequest(Instant OccurredAt, Guid OtherPerson, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<PersonUnlinkRequest>
{
    /// <inheritdoc/>
    public static PersonUnlinkRequest Example => new(ExampleMoment.At(2026, 3, 4, 9, 0), Guid.Parse("019cb0d4-7a10-7c55-9e21-5b0f6a4e2d11"));

    /// <summary>Whether the two are linked, as all cases of either record have it.</summary>
    internal bool? Linked { get; init; }

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new UnlinkPerson(OccurredAt, new PersonRef(OtherPerson), note(Note)) { Linked = Linked };
}
