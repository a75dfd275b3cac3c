using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>To refer somebody for reablement, which opens a case. Nobody is turned away here; whether the team takes them on is its answer.</summary>
/// <param name="OccurredAt">When the referral was received.</param>
/// <param name="Person">Who.</param>
/// <param name="PersonHash">The commitment to their details.</param>
/// <param name="Source">Who refers them.</param>
/// <param name="Referrer">The organisation that does.</param>
/// <param name="Team">The reablement team.</param>
/// <param name="Urgent">Whether they must be contacted on the same day.</param>
public sealed record ReferForReablement(Instant OccurredAt, PersonRef Person, string PersonHash, ReablementSource Source, OdsCode Referrer, OdsCode Team, bool Urgent)
{
    /// <summary>They have a reablement case already.</summary>
    public static readonly Refusal AlreadyOpen = new(
        "reablement.already-open", "This person has a reablement case that is open.", "Record it there; or, where that case is somebody else's, withdraw its referral as entered in error.")
    { TakenByAnother = true };

    /// <summary>Whether this very referral opened a case.</summary>
    public bool Opened(ReablementReferred referred) => referred.SaysTheSameAs(Fact with { PersonHash = referred.PersonHash });

    /// <summary>What comes of it.</summary>
    /// <param name="hasOpenCase">Whether the person has a reablement case that is open.</param>
    public Decision<ReablementEvent> Decide(bool hasOpenCase) => hasOpenCase ? AlreadyOpen : Fact;

    private ReablementReferred Fact => new(OccurredAt, Person, PersonHash, Source, Referrer, Team, Urgent);
}
