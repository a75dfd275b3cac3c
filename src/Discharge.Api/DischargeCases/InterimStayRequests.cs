using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>Home was found not to be possible for now, and why.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reasons">Why.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HomeNotPossibleRequest(Instant OccurredAt, Listed<ReasonHomeNotPossible> Reasons, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IDated, IExample<HomeNotPossibleRequest>
{
    /// <inheritdoc/>
    public static HomeNotPossibleRequest Example => new(ExampleMoment.At(2026, 3, 7, 10, 30), [ReasonHomeNotPossible.NotSafeBetweenVisits, ReasonHomeNotPossible.NightsNotCovered], StaffRole.SocialWorker);

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => Reasons.Count == 0 ? [("reasons", "Give at least one reason.")] : [];

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new FindHomeNotPossible(OccurredAt, Reasons, By, note(Note));
}

/// <summary>An interim stay decided.</summary>
/// <param name="OccurredAt">When it was decided.</param>
/// <param name="Kind">In which kind of bed.</param>
/// <param name="ExpectedUntil">Until when it is expected to last.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Note">What is added in words.</param>
public sealed record InterimStayDecisionRequest(Instant OccurredAt, InterimBedKind Kind, LocalDate ExpectedUntil, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<InterimStayDecisionRequest>
{
    /// <inheritdoc/>
    public static InterimStayDecisionRequest Example => new(ExampleMoment.At(2026, 3, 7, 11, 0), InterimBedKind.Nursing, new LocalDate(2026, 4, 4), StaffRole.SocialWorker);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new DecideInterimStay(OccurredAt, Kind, ExpectedUntil, By, note(Note));
}

/// <summary>The person arrived in an interim bed: from the hospital, from another such bed, or back in the one that was held.</summary>
/// <param name="OccurredAt">When they arrived.</param>
/// <param name="Bed">The registered bed they came into; theirs from then on, with what it is and costs.</param>
/// <param name="Place">The bed they came into, where it is not registered.</param>
/// <param name="Note">What is added in words.</param>
public sealed record InterimBedArrivalRequest(Instant OccurredAt, Guid? Bed = null, InterimPlaceRequest? Place = null, string? Note = null)
    : InterimArrivalRequest(OccurredAt, Bed, Place, Note), IExample<InterimBedArrivalRequest>
{
    /// <inheritdoc/>
    public static InterimBedArrivalRequest Example => new(ExampleMoment.At(2026, 3, 7, 15, 0), Place: new InterimPlaceRequest(InterimBedKind.Nursing, OdsCode.Parse("VM4K2"), 124_600));

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(InterimPlace place, Func<string?, NoteRef?> note) => new OccupyInterimBed(OccurredAt, place, note(Note));
}

/// <summary>The interim bed is held while the person is in hospital.</summary>
/// <param name="OccurredAt">From when.</param>
/// <param name="By">The role of whoever arranged it.</param>
/// <param name="Until">Until when it is held, where that was said.</param>
/// <param name="Note">What is added in words.</param>
public sealed record InterimBedHoldRequest(Instant OccurredAt, StaffRole By, LocalDate? Until = null, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<InterimBedHoldRequest>
{
    /// <inheritdoc/>
    public static InterimBedHoldRequest Example => new(ExampleMoment.At(2026, 3, 9, 9, 0), StaffRole.SocialWorker, new LocalDate(2026, 3, 16));

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new HoldInterimBed(OccurredAt, By, Until, note(Note));
}

/// <summary>The person left the interim bed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="For">What for.</param>
/// <param name="Note">What is added in words.</param>
public sealed record InterimBedDepartureRequest(Instant OccurredAt, LeavingInterimBedFor For, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<InterimBedDepartureRequest>
{
    /// <inheritdoc/>
    public static InterimBedDepartureRequest Example => new(ExampleMoment.At(2026, 4, 7, 11, 0), LeavingInterimBedFor.Home);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new VacateInterimBed(OccurredAt, For, note(Note));
}

/// <summary>A named senior decided that the stay goes on past its limit. The limit stays what it is, and the breach of it stands.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Until">Until when, the last day included.</param>
/// <param name="Reason">Why.</param>
/// <param name="AuthorisedAs">The role of the authoriser.</param>
/// <param name="Authoriser">Who authorised it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record InterimStayExtensionRequest(Instant OccurredAt, LocalDate Until, ExtensionReason Reason, SeniorRole AuthorisedAs, string Authoriser, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Authoriser, Note), IExample<InterimStayExtensionRequest>
{
    /// <inheritdoc/>
    public static InterimStayExtensionRequest Example =>
        new(ExampleMoment.At(2026, 4, 2, 15, 0), new LocalDate(2026, 4, 17), ExtensionReason.AwaitingCareAtHome, SeniorRole.ServiceManager, "Miriam Osei");

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new ExtendInterimStay(OccurredAt, Until, Reason, AuthorisedAs, note(Authoriser)!, note(Note));
}

/// <summary>How the deprivation of the person's liberty stands: requested, urgent until, standard until, or not needed.</summary>
/// <param name="OccurredAt">When it stood so.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="By">The role of whoever records it.</param>
/// <param name="Until">The last day of an authorisation.</param>
/// <param name="Note">What is added in words.</param>
public sealed record LibertyRequest(Instant OccurredAt, LibertyStanding Standing, StaffRole By, LocalDate? Until = null, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IDated, IExample<LibertyRequest>
{
    /// <inheritdoc/>
    public static LibertyRequest Example => new(ExampleMoment.At(2026, 3, 8, 12, 0), LibertyStanding.Urgent, StaffRole.SocialWorker, new LocalDate(2026, 3, 15));

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => (Standing is LibertyStanding.Urgent or LibertyStanding.Standard, Until) switch
    {
        (true, null) => [("until", "Say until which day the authorisation runs.")],
        (false, not null) => [("until", "Leave this out where there is no authorisation.")],
        _ => [],
    };

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new RecordLiberty(OccurredAt, Standing, By, Until, note(Note));
}
