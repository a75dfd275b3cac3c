using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person was referred to a care home. Several homes may be asked at once, and whoever pays for themselves is referred like anybody else.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Home">The care home.</param>
/// <param name="Kind">The kind of bed that is asked for.</param>
/// <param name="By">The role of whoever refers.</param>
/// <param name="Due">By when an answer is due; it may lie ahead.</param>
/// <param name="Note">What is added in words.</param>
public sealed record SendHomeReferral(Instant OccurredAt, OdsCode Home, InterimBedKind Kind, StaffRole By, Instant? Due = null, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The home had the same referral already and had not ended it.</summary>
    public static readonly Departure SentTwice = new(
        "discharge.home-referred-twice", "The same home was asked twice for the same kind of bed; take one of the two referrals back, or withdraw it as entered in error.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new HomeReferralSent(OccurredAt, Home, Kind, By, Due, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(SentTwice, unless: !HomeReferrals.Of(discharge.At(OccurredAt)).Any(IsTheSame))
        .Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt));

    private bool IsTheSame(HomeReferral other) => other.MayStillHelp && other.Sent.Home == Home && other.Sent.Kind == Kind;
}
