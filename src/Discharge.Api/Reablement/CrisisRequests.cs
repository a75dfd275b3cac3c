using Discharge.Api.OpenApi;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using NodaTime;

namespace Discharge.Api.Reablement;

/// <summary>The urgent community response is asked to see to somebody in a crisis.</summary>
/// <param name="OccurredAt">When it received the referral.</param>
/// <param name="Service">The ODS code of the service that is asked.</param>
/// <param name="Note">What is added in words.</param>
public sealed record CrisisResponseRequest(Instant OccurredAt, OdsCode Service, string? Note = null) : ReablementRequest(OccurredAt, Note), IExample<CrisisResponseRequest>
{
    /// <inheritdoc/>
    public static CrisisResponseRequest Example => new(ExampleMoment.At(2026, 3, 17, 20, 30), OdsCode.Parse("RYX01"), "On the floor, not hurt, cannot get up.");

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new RequestCrisisResponse(OccurredAt, Service, note(Note));
}

/// <summary>The urgent community response was in contact with the person.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Request">The entry that requested it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record CrisisContactRequest(Instant OccurredAt, long Request, string? Note = null) : ReablementRequest(OccurredAt, Note), IExample<CrisisContactRequest>
{
    /// <inheritdoc/>
    public static CrisisContactRequest Example => new(ExampleMoment.At(2026, 3, 17, 21, 40), 23);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new RecordCrisisContact(OccurredAt, Request, note(Note));
}
