using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>To refer somebody for a rehabilitation bed, down from hospital or up from home, which opens a case. Nobody is turned away here; whether the team takes them is its answer.</summary>
/// <param name="OccurredAt">When the referral was received.</param>
/// <param name="Person">Who.</param>
/// <param name="PersonHash">The commitment to their details.</param>
/// <param name="Route">From where they come.</param>
/// <param name="Referrer">The organisation that refers them.</param>
/// <param name="Team">The rehabilitation team.</param>
/// <param name="DischargeCase">The case of the stay in hospital they come from, where it is on record.</param>
public sealed record ReferForRehabilitation(
    Instant OccurredAt, PersonRef Person, string PersonHash, RehabilitationRoute Route, OdsCode Referrer, OdsCode Team, Guid? DischargeCase = null)
{
    /// <summary>They have a rehabilitation-bed case already.</summary>
    public static readonly Refusal AlreadyOpen = new(
        "rehabilitation.already-open", "This person has a rehabilitation-bed case that is open.", "Record it there; or, where that case is somebody else's, withdraw its referral as entered in error.")
    { TakenByAnother = true };

    /// <summary>The case of their stay in hospital is not there.</summary>
    public static readonly Refusal NoSuchStay = new(
        "rehabilitation.no-such-discharge-case", "There is no discharge case of that id to come from.", "The id of the person's discharge case; or who they are, where their stay in hospital is not on record here.");

    /// <summary>Whether this very referral opened a case.</summary>
    public bool Opened(RehabilitationReferred referred) => referred.SaysTheSameAs(Fact with { PersonHash = referred.PersonHash });

    /// <summary>What comes of it.</summary>
    /// <param name="hasOpenCase">Whether the person has a rehabilitation-bed case that is open.</param>
    public Decision<RehabilitationEvent> Decide(bool hasOpenCase) => hasOpenCase ? AlreadyOpen : Fact;

    private RehabilitationReferred Fact => new(OccurredAt, Person, PersonHash, Route, Referrer, Team, DischargeCase);
}
