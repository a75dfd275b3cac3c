using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// The person left the interim bed. Whoever goes home from it does so by the rules of Pathway 1: they have to be seen there within 24 hours, and checked on the day. Whoever goes to
/// another bed of the same kind takes the limit with them.
/// </summary>
/// <param name="OccurredAt">When.</param>
/// <param name="For">What for.</param>
/// <param name="Bed">The place in the registry of beds, where it is registered.</param>
/// <param name="Note">What is added in words.</param>
public sealed record VacateInterimBed(Instant OccurredAt, LeavingInterimBedFor For, Guid? Bed = null, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The person is on record in another bed, which would go on being theirs.</summary>
    public static readonly Refusal OtherBed = new(
        "discharge.not-their-interim-bed", "This is not the interim bed in which the person is on record.", "The bed of their stay as the case shows it; none where that is not registered.");

    /// <summary>The person was in no interim bed.</summary>
    public static readonly Departure NotThere = new("discharge.in-no-interim-bed", "Nothing says that the person was in an interim bed then.", Owner.CareTransferHub);

    /// <summary>The person went home before their long-term needs were assessed.</summary>
    public static readonly Departure HomeUnassessed = new(
        "discharge.home-from-interim-bed-unassessed", "The person went home from an interim bed before the assessment of their long-term needs was completed.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new InterimBedVacated(OccurredAt, For, Bed, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge)
    {
        var then = discharge.At(OccurredAt);
        return IsOther(Bed, then)
            ? OtherBed
            : discharge.Record(Fact)
                .Departing(NotThere, unless: InterimStay.NotVacated(then) is not null)
                .Departing(HomeUnassessed, unless: !For.IsHome() || then.Facts.Any<LongTermAssessmentCompleted>())
                .Departing(OutOfCourse.AfterDeath, unless: For is LeavingInterimBedFor.Died || !discharge.HadDiedBefore(OccurredAt));
    }

    /// <summary>Whether a bed that is named, or that none is, is another than that of the stay.</summary>
    internal static bool IsOther(Guid? bed, DischargeCase then) => InterimStay.NotVacated(then) is { } stay && stay.Place.Bed != bed;
}

/// <summary>Where leaving an interim bed leads.</summary>
public static class LeavingInterimBed
{
    /// <summary>Whether it leads home, where the rules of Pathway 1 hold.</summary>
    public static bool IsHome(this LeavingInterimBedFor reason) => reason is LeavingInterimBedFor.Home or LeavingInterimBedFor.ExtraCareHousing;
}
