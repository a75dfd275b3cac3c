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
/// <param name="Note">What is added in words.</param>
public sealed record VacateInterimBed(Instant OccurredAt, LeavingInterimBedFor For, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The person was in no interim bed.</summary>
    public static readonly Departure NotThere = new("discharge.in-no-interim-bed", "Nothing says that the person was in an interim bed then.", Owner.CareTransferHub);

    /// <summary>The person went home before their long-term needs were assessed.</summary>
    public static readonly Departure HomeUnassessed = new(
        "discharge.home-from-interim-bed-unassessed", "The person went home from an interim bed before the assessment of their long-term needs was completed.", Owner.CareTransferHub);

    /// <summary>The person is said to have died, and no death is on record.</summary>
    public static readonly Departure DeathNotOnRecord = new(
        "discharge.left-interim-bed-death-not-on-record", "The person's interim bed was given back because they died, and no death is on record.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new InterimBedVacated(OccurredAt, For, Note: Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge)
    {
        var then = discharge.At(OccurredAt);
        // The bed is that of the stay; said again, it is the one that was left then.
        return discharge.Facts.All<InterimBedVacated>().Any(other => (other with { Bed = null, Follows = false }).SaysTheSameAs(Fact))
            ? []
            : discharge.Record((InterimBedVacated)Fact with { Bed = InterimStay.NotVacated(then)?.Bed })
                .Departing(NotThere, unless: InterimStay.NotVacated(then) is not null)
                .Departing(HomeUnassessed, unless: !For.IsHome() || then.Facts.Any<LongTermAssessmentCompleted>())
                .Departing(DeathNotOnRecord, unless: For is not LeavingInterimBedFor.Died || then.Death is not null)
                .Departing(OutOfCourse.AfterDeath, unless: For is LeavingInterimBedFor.Died || !discharge.HadDiedBefore(OccurredAt));
    }
}

/// <summary>Where leaving an interim bed leads.</summary>
public static class LeavingInterimBed
{
    /// <summary>Whether it leads home, where the rules of Pathway 1 hold.</summary>
    public static bool IsHome(this LeavingInterimBedFor reason) => reason is LeavingInterimBedFor.Home or LeavingInterimBedFor.ExtraCareHousing;
}
