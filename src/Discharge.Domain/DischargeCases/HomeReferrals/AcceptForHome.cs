using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A care home accepted the person, from a day and hour on, at weekends or not, with or without a top-up.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The number of the entry that sent the referral.</param>
/// <param name="EarliestAdmission">The day and hour from which the home can admit them.</param>
/// <param name="AdmitsAtWeekends">Whether it admits on Saturdays and Sundays.</param>
/// <param name="WeeklyTopUp">What the home asks above what is funded, in pence a week.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AcceptForHome(Instant OccurredAt, long Referral, Instant EarliestAdmission, bool AdmitsAtWeekends, int? WeeklyTopUp = null, NoteRef? Note = null)
    : HomeReferralCommand(OccurredAt, Referral)
{
    /// <summary>Nobody had assessed the person for the home.</summary>
    public static readonly Departure Unassessed = new(
        "discharge.home-accepted-unassessed", "A care home accepted the person and neither it nor a trusted assessor is known to have assessed them for it.", Owner.NamedOrganisation);

    /// <summary>The last assessment found that their needs cannot be met there.</summary>
    public static readonly Departure AgainstAssessment = new(
        "discharge.home-accepted-against-assessment", "A care home accepted the person although the last assessment found that it cannot meet their needs.", Owner.CareTransferHub);

    /// <summary>The earliest day is one on which the home admits nobody.</summary>
    public static readonly Departure EarliestAtWeekend = new(
        "discharge.home-admits-on-no-such-day", "A care home gave a Saturday or Sunday as its earliest day and admits nobody at weekends; the Monday after is counted until it says otherwise.", Owner.NamedOrganisation);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new AcceptedByHome(OccurredAt, Referral, EarliestAdmission, AdmitsAtWeekends, WeeklyTopUp, Note);

    /// <inheritdoc/>
    protected override Recording<DischargeCaseEvent> Judge(DischargeCase discharge, HomeReferral referral, Recording<DischargeCaseEvent> recording)
    {
        var assessment = Then(discharge, referral).Assessment;
        return recording
            .Departing(Unassessed, unless: assessment is not null)
            .Departing(AgainstAssessment, unless: assessment is not { NeedsCanBeMet: false })
            .Departing(EarliestAtWeekend, unless: AdmitsAtWeekends || !HomeReferral.IsAtWeekend(EarliestAdmission));
    }
}
