using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>It is recorded where the person was on day 91 after leaving the hospital. It is asked for of people of 65 and over, and recorded of whomever it is known.</summary>
/// <param name="OccurredAt">When that was found out.</param>
/// <param name="Whereabouts">Where they were.</param>
public sealed record RecordFollowUp(Instant OccurredAt, Whereabouts Whereabouts) : ReablementRecord(OccurredAt)
{
    /// <summary>Another status is on record.</summary>
    public static readonly Refusal RecordedAlready = new(
        "reablement.followed-up-already", "Where the person was on day 91 is on record already, otherwise.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>Nobody was discharged here.</summary>
    public static readonly Departure NotFromHospital = new(
        "reablement.follow-up-not-from-hospital", "This person was not discharged from hospital into reablement, so there is no day 91 to ask about: the status is kept, and not counted.", Owner.ReablementTeam);

    /// <summary>Before day 91 or after its window.</summary>
    public static readonly Departure OutsideItsWindow = new(
        "reablement.follow-up-outside-window", "The status of day 91 was found out before that day or after day 105: it is kept, and not counted.", Owner.ReablementTeam);

    /// <inheritdoc/>
    protected override ReablementEvent Fact => new FollowUpRecorded(OccurredAt, Whereabouts);

    /// <inheritdoc/>
    private protected override Decision<ReablementEvent> Judge(ReablementCase reablement) => reablement switch
    {
        _ when InTheWay(reablement) is { } recorded => RecordedAlready.Naming(recorded.Version),
        _ => Happened(reablement, Fact).Departing(NotFromHospital, unless: reablement.Referral is null || reablement.IsFromHospital).Departing(OutsideItsWindow, unless: FollowUpWindow.Of(reablement) is not { } window || window.Contains(OccurredAt))
            .Departing(ReablementContradictions.StatusAfterDeath, unless: !ReablementContradictions.IsStatusAfterDeath(reablement, new(OccurredAt, Whereabouts))),
    };

    /// <inheritdoc/>
    private protected override bool MayFollowTheEnding => true;

    // What was found out outside the window does not keep what is found out within it from being recorded.
    private Entry? InTheWay(ReablementCase reablement) => reablement.Facts.EntriesOf<FollowUpRecorded>()
        .FirstOrDefault(recorded => FollowUpWindow.Of(reablement) is not { } window || window.Contains(recorded.Fact.OccurredAt) || !window.Contains(OccurredAt));
}
