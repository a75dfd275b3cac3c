using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A care home was chosen by the person, or settled on for them. They may change their mind; the last choice counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The number of the entry that sent the referral.</param>
/// <param name="ChosenBy">Whose choice it was.</param>
/// <param name="By">The role of whoever heard it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ChooseHome(Instant OccurredAt, long Referral, HomeChooser ChosenBy, StaffRole By, NoteRef? Note = null) : HomeReferralCommand(OccurredAt, Referral)
{
    /// <summary>The home had not accepted the person.</summary>
    public static readonly Departure NotAccepted = new("discharge.home-chosen-not-accepted", "A care home was chosen that had not accepted the person.", Owner.CareTransferHub);

    /// <summary>Nobody chose who may.</summary>
    public static readonly Departure NobodyChose = new(
        "discharge.home-settled-without-choice", "A care home was settled on and neither the person nor anybody who may choose for them chose it.", Owner.CareTransferHub);

    /// <summary>The person chose and lacks the capacity to.</summary>
    public static readonly Departure WithoutCapacity = new(
        "discharge.home-chosen-without-capacity", "The person chose a care home although they were last found to lack capacity to decide where to live.", Owner.CareTransferHub);

    /// <summary>It is said to be chosen in their best interests, and no such decision is on record.</summary>
    public static readonly Departure WithoutDecision = new(
        "discharge.home-chosen-without-best-interests-decision", "A care home was chosen in the person's best interests and no such decision on where they live is on record.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new HomeChosen(OccurredAt, Referral, ChosenBy, By, Note);

    /// <inheritdoc/>
    protected override Recording<DischargeCaseEvent> Judge(DischargeCase discharge, HomeReferral referral, Recording<DischargeCaseEvent> recording)
    {
        var then = discharge.At(OccurredAt).Facts;
        return recording
            .Departing(NotAccepted, unless: Then(discharge, referral).Acceptance is not null)
            .Departing(NobodyChose, unless: ChosenBy is not HomeChooser.CareTransferHub)
            .Departing(WithoutCapacity, unless: ChosenBy is not HomeChooser.Person || then.All<CapacityAssessed>().LastOrDefault(assessed => assessed.For is DecisionInQuestion.WhereToLive) is not { Found: Capacity.Lacks })
            .Departing(WithoutDecision, unless: ChosenBy is not HomeChooser.BestInterests || then.All<BestInterestsDecided>().Any(decided => decided.For is DecisionInQuestion.WhereToLive));
    }
}
