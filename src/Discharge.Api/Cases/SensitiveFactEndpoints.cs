using Discharge.Api.Access;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using NodaTime;
using Wolverine.Http;

namespace Discharge.Api.Cases;

/// <summary>What is on record, in a case of any type, of domestic abuse and of the Mental Health Act, and what of it and of safeguarding stands.</summary>
public static class SensitiveFactEndpoints
{
    /// <summary>Records that the person is, or was, said to be subject to domestic abuse. Who may see it is limited; it stops nothing and starts no clock.</summary>
    [WolverinePost("/v1/cases/{id}/domestic-abuse"), Requires(Operation.RecordDomesticAbuse), Accepts<DomesticAbuseRequest>, Records]
    public static Task<IResult> DomesticAbuse(Guid id, CaseCommands cases, HttpContext http) => cases.Run<DomesticAbuseRequest>(type: null, id, http);

    /// <summary>Records which provision of the Mental Health Act 1983 applies to the person; several may, each recorded by itself. Who may see it is limited; it stops nothing and starts no clock. While it stands, the person's record is kept as one of mental health.</summary>
    [WolverinePost("/v1/cases/{id}/mental-health-act"), Requires(Operation.RecordMentalHealthAct), Accepts<MentalHealthActRequest>, Records]
    public static Task<IResult> MentalHealthAct(Guid id, CaseCommands cases, HttpContext http) => cases.Run<MentalHealthActRequest>(type: null, id, http);

    /// <summary>The sensitive facts that stand for the person, of the classes the caller may see, each with its words, who recorded it and when: for whoever is about to knock at their door. Those of the person's other cases that the caller may know of are among them. It is shown only once it is on record that somebody looked.</summary>
    [WolverineGet("/v1/cases/{id}/sensitive-facts"), Requires(Operation.ReadSensitiveFacts), Answers<SensitiveFactsView, ExampleCase>(Tagged = true)]
    public static async Task<IResult> Standing(Guid id, SensitiveFactsOnRecord facts, HttpContext http) =>
        Screens.Answer(await facts.ReadAsync(id, Reaches.Of(http), Caller.Of(http).Sees, http.RequestAborted), "case", http);
}

/// <summary>Somebody said that the person is, or was, subject to domestic abuse.</summary>
/// <param name="OccurredAt">When it was said.</param>
/// <param name="By">Who said it.</param>
/// <param name="AbuserAtDestination">Whether whoever does it lives at, or comes to, where the person is to go.</param>
/// <param name="Note">How the person may safely be reached, and what is added in words.</param>
public sealed record DomesticAbuseRequest(Instant OccurredAt, DisclosedBy By, AbuserAtDestination AbuserAtDestination, string? Note = null) : ICaseRequest, IExample<DomesticAbuseRequest>
{
    /// <inheritdoc/>
    public static DomesticAbuseRequest Example => new(ExampleMoment.At(2026, 3, 3, 12, 40), DisclosedBy.Person, AbuserAtDestination.Yes, "Reach her on her sister's telephone, and never at home.");

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<string?> IWorded.Words => [Note];

    /// <inheritdoc/>
    public Verdict Decide(Guid id, History history, Func<string?, NoteRef?> note) => Verdict.Of(new RecordDomesticAbuse(OccurredAt, By, AbuserAtDestination, note(Note)).Decide(history));
}

/// <summary>A provision of the Mental Health Act 1983 applies to the person, or none does any more.</summary>
/// <param name="OccurredAt">Since when it is so.</param>
/// <param name="Provision">The provision.</param>
/// <param name="Note">What is added in words.</param>
public sealed record MentalHealthActRequest(Instant OccurredAt, MentalHealthActProvision Provision, string? Note = null) : ICaseRequest, IExample<MentalHealthActRequest>
{
    /// <inheritdoc/>
    public static MentalHealthActRequest Example => new(ExampleMoment.At(2026, 3, 3, 12, 50), MentalHealthActProvision.Section117Aftercare, "Aftercare since 2019; the care coordinator is told of the discharge.");

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<string?> IWorded.Words => [Note];

    /// <inheritdoc/>
    public Verdict Decide(Guid id, History history, Func<string?, NoteRef?> note) => Verdict.Of(new RecordMentalHealthActStatus(OccurredAt, Provision, note(Note)).Decide(history));
}
