using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using NodaTime;

namespace Discharge.Api.RehabilitationBeds;

/// <summary>A named professional judges that the risks at home can be managed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">Who: the subject of their tokens, never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Ground">On what ground.</param>
/// <param name="Visit">The entry that started the home access visit after which it is judged.</param>
/// <param name="NoVisitBecause">Why no visit was needed, where there was none.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ManageableRisksRequest(
    Instant OccurredAt, Subject By, RehabilitationRole Role, ConfidenceGround Ground, long? Visit = null, NoVisitReason? NoVisitBecause = null, string? Note = null)
    : RehabilitationRequest(OccurredAt, Note), IDated, IExample<ManageableRisksRequest>
{
    /// <inheritdoc/>
    public static ManageableRisksRequest Example => new(ExampleMoment.At(2026, 3, 11, 10, 0), Subject.Parse("w-118"), RehabilitationRole.OccupationalTherapist, ConfidenceGround.CareArranged, Visit: 7);

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => (Visit, NoVisitBecause) switch
    {
        (null, null) => [("visit", "Give the visit after which it is judged; or as noVisitBecause why none was needed.")],
        (not null, not null) => [("noVisitBecause", "Leave this out where there was a visit.")],
        _ => [],
    };

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => new JudgeRisksManageable(OccurredAt, new(By, Role, Ground, note(Note)), Visit, NoVisitBecause);
}

/// <summary>It is decided to discharge the person home.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">Who decides: the subject of their tokens, never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DischargeHomeRequest(Instant OccurredAt, Subject By, RehabilitationRole Role, string? Note = null) : RehabilitationRequest(OccurredAt, Note), IExample<DischargeHomeRequest>
{
    /// <inheritdoc/>
    public static DischargeHomeRequest Example => new(ExampleMoment.At(2026, 3, 11, 11, 0), Subject.Parse("w-118"), RehabilitationRole.OccupationalTherapist);

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => new DecideDischargeHome(OccurredAt, By, Role, note(Note));
}
