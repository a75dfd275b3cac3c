using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>The person was referred to a care home. Several homes may be asked at once.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Home">The care home.</param>
/// <param name="Kind">The kind of bed that is asked for.</param>
/// <param name="By">The role of whoever refers.</param>
/// <param name="Due">By when an answer is due; it may lie ahead.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HomeReferralRequest(Instant OccurredAt, OdsCode Home, InterimBedKind Kind, StaffRole By, Instant? Due = null, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<HomeReferralRequest>
{
    /// <inheritdoc/>
    public static HomeReferralRequest Example => new(ExampleMoment.At(2026, 3, 7, 11, 10), OdsCode.Parse("VM4K2"), InterimBedKind.Nursing, StaffRole.DischargeCoordinator, ExampleMoment.At(2026, 3, 9, 12, 0));

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new SendHomeReferral(OccurredAt, Home, Kind, By, Due, note(Note));
}

/// <summary>Something became of a referral to a care home.</summary>
public abstract record HomeAnswerRequest : DischargeCaseRequest
{
    /// <summary>Of a moment, with what it says in somebody's own words.</summary>
    protected HomeAnswerRequest(Instant occurredAt, params string?[] words)
        : base(occurredAt, words)
    {
    }

    /// <summary>The entry that sent the referral, from the path.</summary>
    internal long Referral { get; init; }
}

/// <summary>The person was assessed for the home, by the home itself or by a trusted assessor.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Assessor">On whose side the assessor was.</param>
/// <param name="NeedsCanBeMet">Whether the home was found able to meet their needs.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AssessedForHomeRequest(Instant OccurredAt, HomeAssessor Assessor, bool NeedsCanBeMet, string? Note = null)
    : HomeAnswerRequest(OccurredAt, Note), IExample<AssessedForHomeRequest>
{
    /// <inheritdoc/>
    public static AssessedForHomeRequest Example => new(ExampleMoment.At(2026, 3, 7, 11, 30), HomeAssessor.TrustedAssessor, NeedsCanBeMet: true);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new AssessForHome(OccurredAt, Referral, Assessor, NeedsCanBeMet, note(Note));
}

/// <summary>The home declined the person.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">Why; left out where the home did not say so, which is warned of.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DeclinedByHomeRequest(Instant OccurredAt, HomeDeclineReason? Reason = null, string? Note = null) : HomeAnswerRequest(OccurredAt, Note), IExample<DeclinedByHomeRequest>
{
    /// <inheritdoc/>
    public static DeclinedByHomeRequest Example => new(ExampleMoment.At(2026, 3, 7, 11, 50), HomeDeclineReason.NoVacancy);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new DeclineForHome(OccurredAt, Referral, Reason, note(Note));
}

/// <summary>The home accepted the person, also after it had declined them.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="EarliestAdmission">The day and hour from which the home can admit them; it may lie ahead.</param>
/// <param name="AdmitsAtWeekends">Whether it admits on Saturdays and Sundays. Where it does not, a day at the weekend counts as the Monday after.</param>
/// <param name="WeeklyTopUp">What the home asks above what is funded, in pence a week; left out where nothing.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AcceptedByHomeRequest(Instant OccurredAt, Instant EarliestAdmission, bool AdmitsAtWeekends, int? WeeklyTopUp = null, string? Note = null)
    : HomeAnswerRequest(OccurredAt, Note), IDated, IExample<AcceptedByHomeRequest>
{
    /// <inheritdoc/>
    public static AcceptedByHomeRequest Example => new(ExampleMoment.At(2026, 3, 7, 12, 30), ExampleMoment.At(2026, 3, 7, 14, 0), AdmitsAtWeekends: true, WeeklyTopUp: 7_500);

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => TopUpAmount.Amiss(WeeklyTopUp, "weeklyTopUp");

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new AcceptForHome(OccurredAt, Referral, EarliestAdmission, AdmitsAtWeekends, WeeklyTopUp, note(Note));
}

/// <summary>The home was chosen by the person, or settled on for them. They may change their mind.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="ChosenBy">Whose choice it was.</param>
/// <param name="By">The role of whoever heard it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HomeChosenRequest(Instant OccurredAt, HomeChooser ChosenBy, StaffRole By, string? Note = null) : HomeAnswerRequest(OccurredAt, Note), IExample<HomeChosenRequest>
{
    /// <inheritdoc/>
    public static HomeChosenRequest Example => new(ExampleMoment.At(2026, 3, 7, 13, 0), HomeChooser.Person, StaffRole.SocialWorker);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new ChooseHome(OccurredAt, Referral, ChosenBy, By, note(Note));
}

/// <summary>Somebody agreed to pay what the home asks above what is funded.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Weekly">How much, in pence a week: what the home's acceptance asks.</param>
/// <param name="Payer">What the payer is to the person.</param>
/// <param name="AgreedBy">Who agreed to pay it.</param>
/// <param name="By">The role of whoever agreed it with them.</param>
/// <param name="Note">What is added in words.</param>
public sealed record TopUpAgreedRequest(Instant OccurredAt, int Weekly, TopUpPayer Payer, string AgreedBy, StaffRole By, string? Note = null)
    : HomeAnswerRequest(OccurredAt, AgreedBy, Note), IDated, IExample<TopUpAgreedRequest>
{
    /// <inheritdoc/>
    public static TopUpAgreedRequest Example => new(ExampleMoment.At(2026, 3, 7, 13, 30), 7_500, TopUpPayer.Family, "Her daughter, Joan Marlowe", StaffRole.SocialWorker);

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => TopUpAmount.Amiss(Weekly, "weekly");

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new AgreeTopUp(OccurredAt, Referral, Weekly, Payer, note(AgreedBy)!, By, note(Note));
}

/// <summary>The referral was taken back.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">The role of whoever took it back.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HomeReferralTakenBackRequest(Instant OccurredAt, HomeReferralEnd Reason, StaffRole By, string? Note = null)
    : HomeAnswerRequest(OccurredAt, Note), IExample<HomeReferralTakenBackRequest>
{
    /// <inheritdoc/>
    public static HomeReferralTakenBackRequest Example => new(ExampleMoment.At(2026, 3, 7, 14, 30), HomeReferralEnd.PersonDoesNotWantIt, StaffRole.DischargeCoordinator);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new TakeBackHomeReferral(OccurredAt, Referral, Reason, By, note(Note));
}

/// <summary>The person was found to pay for their care home themselves, or not to; nothing is refused to them for it.</summary>
/// <param name="OccurredAt">When it was found.</param>
/// <param name="PaysAlone">Whether they do.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record SelfFunderRequest(Instant OccurredAt, bool PaysAlone, StaffRole By, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<SelfFunderRequest>
{
    /// <inheritdoc/>
    public static SelfFunderRequest Example => new(ExampleMoment.At(2026, 3, 7, 11, 5), PaysAlone: false, StaffRole.SocialWorker);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new MarkSelfFunder(OccurredAt, PaysAlone, By, note(Note));
}

/// <summary>What a home asks above what is funded, as it is sent.</summary>
internal static class TopUpAmount
{
    /// <summary>What is amiss in it.</summary>
    public static IEnumerable<(string Field, string Sentence)> Amiss(int? weekly, string field) => weekly <= 0 ? [(field, "Give the top-up in pence a week, more than nought.")] : [];
}
