using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>
/// The person left: home, by their own decision, to hospital, to a care home or a hospice, or they died. It happened, so it is always recorded, whatever was decided. Where they were out on a home access
/// visit, the visit ends with it.
/// </summary>
/// <param name="OccurredAt">When.</param>
/// <param name="For">What for.</param>
/// <param name="Note">What is added in words.</param>
public sealed record LeaveRehabilitationBed(Instant OccurredAt, LeavingFor For, NoteRef? Note = null) : RehabilitationRecord(OccurredAt)
{
    /// <summary>They are on record as having left for that.</summary>
    public static readonly Refusal LeftAlready = new(
        "rehabilitation.left-already", "That the person left for this is on record already, at another moment.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>They were not admitted.</summary>
    public static readonly Departure NotAdmitted = new("rehabilitation.left-without-admission", "The person is on record as having left, and nothing says that they had been admitted.", Owner.RehabilitationTeam);

    /// <summary>Nobody had decided on the discharge home.</summary>
    public static readonly Departure HomeUndecided = new(
        "rehabilitation.home-undecided", "The person went home and no discharge home had been decided: see that they are safe there.", Owner.RehabilitationTeam);

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new RehabilitationBedLeft(OccurredAt, For, Note: Note);

    /// <inheritdoc/>
    private protected override RehabilitationEvent Said(RehabilitationEvent there) => there is RehabilitationBedLeft { Follows: false } left ? left with { Bed = null } : there;

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> Judge(RehabilitationCase rehabilitation)
    {
        var then = rehabilitation.At(OccurredAt);
        if (then.Left?.For == For)
        {
            return LeftAlready.Naming(then.Facts.Entries.Last(entry => Leaving.By(entry.Fact)?.For == For).Version);
        }

        Decision<RehabilitationEvent> left = Happened(rehabilitation, new RehabilitationBedLeft(OccurredAt, For, then.Place, Note))
            .Departing(NotAdmitted, unless: then.Admission is not null)
            .Departing(HomeUndecided, unless: For is not LeavingFor.Home || Confidence.StandsBehindGoingHomeIn(then));
        return For is LeavingFor.Died or LeavingFor.CareHome or LeavingFor.Hospice ? PlacesKept.GivenUp(left, rehabilitation, OccurredAt, but: then.Place) : left;
    }
}
