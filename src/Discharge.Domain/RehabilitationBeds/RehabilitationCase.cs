using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>A rehabilitation-bed case: its standing facts in order of occurrence, and what they come to.</summary>
/// <param name="Id">The case.</param>
/// <param name="Facts">What stands on record.</param>
public sealed record RehabilitationCase(Guid Id, Facts<RehabilitationEvent> Facts)
{
    /// <summary>The referral, or null where it was withdrawn as entered in error.</summary>
    public RehabilitationReferred? Referral => Facts.First<RehabilitationReferred>();

    /// <summary>Whether the team takes the person.</summary>
    public bool IsAccepted => Facts.Any<RehabilitationAccepted>();

    /// <summary>Whether the team does not take the person.</summary>
    public bool IsDeclined => Facts.Any<RehabilitationDeclined>();

    /// <summary>The first admission, where rehabilitation starts.</summary>
    public AdmittedToRehabilitationBed? Admission => Facts.First<AdmittedToRehabilitationBed>();

    /// <summary>The end of rehabilitation; null where it goes on, as after coming into a place since.</summary>
    public RehabilitationEnded? Ending =>
        Facts.All<RehabilitationEvent>().LastOrDefault(fact => fact is RehabilitationEnded or AdmittedToRehabilitationBed or MovedIntoCareHome) as RehabilitationEnded;

    /// <summary>The registered place that the person is in, or has kept; null where there is none.</summary>
    public Guid? Place => SharedFacts.PlaceBy(Facts.All<RehabilitationEvent>());

    /// <summary>The home access visit that is open; null where none is.</summary>
    public HomeAccessVisit? OpenVisit => HomeAccessVisit.Of(this).LastOrDefault(visit => visit.IsOpen);

    /// <summary>The last leaving for good; null where the person never left, or is in a bed again.</summary>
    public Leaving? Left => Moves.LastOrDefault() is { } move ? Leaving.By(move) : null;

    /// <summary>When the person died.</summary>
    public Instant? DiedAt => Facts.All<RehabilitationEvent>().FirstOrDefault(fact => Leaving.By(fact) is { For: LeavingFor.Died })?.OccurredAt;

    /// <summary>How far it has come.</summary>
    public RehabilitationPhase Phase => this switch
    {
        { Referral: null, IsInAPlace: false } => RehabilitationPhase.ReferredInError,
        { Ending: not null, IsInAPlace: false } => RehabilitationPhase.Ended,
        { DiedAt: not null } => RehabilitationPhase.Died,
        { There: { } there } => there,
        { IsDeclined: true } => RehabilitationPhase.Declined,
        { IsAccepted: true } => RehabilitationPhase.Accepted,
        _ => RehabilitationPhase.Referred,
    };

    /// <summary>Whether anything is still owed to the person.</summary>
    public bool IsOpen => Phase is not (RehabilitationPhase.Declined or RehabilitationPhase.Ended or RehabilitationPhase.ReferredInError);

    /// <summary>Whether the person is at home, on a visit or for longer, be rehabilitation ended or not.</summary>
    public bool IsAtHome => There is RehabilitationPhase.OnHomeAccessVisit or RehabilitationPhase.AtHomeWithBedHeld or RehabilitationPhase.AtHome;

    /// <summary>Whether a rehabilitation bed is the person's: they are in it, or it is held for them.</summary>
    public bool HasRehabilitationBed => Phase.IsWithABed();

    /// <summary>Whether the person lives in a place by this case, whatever is said of its referral or its end: a bed that is theirs, or a care home.</summary>
    public bool IsInAPlace => this is { DiedAt: null, There: { } there } && (there is RehabilitationPhase.InCareHome || there.IsWithABed());

    /// <summary>Whether the place that is the person's goes together with where they are on record as being.</summary>
    internal bool IsWhereTheirPlaceIs => There is RehabilitationPhase.InCareHome || (There?.IsWithABed() is true) == (Place is not null);

    /// <summary>What says where the person is, in order.</summary>
    internal IEnumerable<RehabilitationEvent> Moves => Facts.All<RehabilitationEvent>().Where(Whereabouts.AreSaidBy);

    /// <summary>Where the person is by what was said last of it; null where nobody said.</summary>
    private RehabilitationPhase? There => Moves.LastOrDefault() is { } move ? Whereabouts.After(move) : null;

    /// <summary>What is next on record after a moment of where the person is, or of a place that is theirs; null where nothing is.</summary>
    public RehabilitationEvent? NextMoveAfter(Instant moment) => Facts.All<RehabilitationEvent>()
        .FirstOrDefault(fact => fact.OccurredAt > moment && (Whereabouts.AreSaidBy(fact) || fact is ISharedFact { With: not null, Step: not PlaceStep.Reserved, EndsReservation: false }));

    /// <summary>The case as the facts that had occurred by a moment make it.</summary>
    public RehabilitationCase At(Instant moment) => this with { Facts = Facts.AsOf(moment) };
}
