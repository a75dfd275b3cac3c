using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>To put something on record in a rehabilitation-bed case. Saying the same twice records it once.</summary>
/// <param name="OccurredAt">When it happened or was decided.</param>
public abstract record RehabilitationCommand(Instant OccurredAt)
{
    /// <summary>The referral was entered in error.</summary>
    public static readonly Refusal ReferredInError = new(
        "rehabilitation.referred-in-error", "The referral of this case was withdrawn as entered in error, so nothing can be decided in it.", "The case of the right person; or withdraw that withdrawal.");

    /// <summary>Rehabilitation had ended.</summary>
    public static readonly Refusal HasEnded = new(
        "rehabilitation.has-ended", "Rehabilitation had ended by then, so there is nothing left to decide in this case.", "Refer the person anew; or withdraw the ending where it was entered in error.");

    /// <summary>The referral was declined, and the person may have been referred anew since.</summary>
    public static readonly Refusal DeclinedAlready = new(
        "rehabilitation.declined-already", "This referral was declined, which ended it.", "Refer the person anew; or withdraw the decline where it was entered in error.");

    /// <summary>The person had died.</summary>
    public static readonly Refusal PersonHadDied = new(
        "rehabilitation.person-had-died", "The person had died by then, so there is nothing left to decide for them.", "End rehabilitation; or, where the death is wrong, withdraw it as entered in error.");

    /// <summary>A visit is open.</summary>
    public static readonly Refusal VisitOpen = new(
        "rehabilitation.home-access-visit-open", "The person was out on a home access visit by then, which has no outcome yet.", "The outcome of that visit first.");

    /// <summary>A fact in a case of which the referral is withdrawn.</summary>
    public static readonly Departure InError = new(
        "rehabilitation.recorded-in-error", "This was recorded in a case whose referral was withdrawn as entered in error: find whom it happened to.", Owner.RehabilitationTeam);

    /// <summary>A fact after the ending.</summary>
    public static readonly Departure AfterEnding = new(
        "rehabilitation.after-ending", "This happened after rehabilitation had ended: see whether it goes on, and withdraw the ending where it does.", Owner.RehabilitationTeam);

    /// <summary>A fact before the referral.</summary>
    public static readonly Departure BeforeReferral = new(
        "rehabilitation.before-referral", "This happened before the person was referred: see whether its moment is right, and withdraw it where it is not.", Owner.RehabilitationTeam);

    /// <summary>A fact after the person's death.</summary>
    public static readonly Departure AfterDeath = new(
        "rehabilitation.after-death", "This happened after the person is on record as having died; one of the entries is wrong.", Owner.RehabilitationTeam);

    /// <summary>What this puts on record where nothing stands against it.</summary>
    protected abstract RehabilitationEvent Fact { get; }

    /// <summary>What comes of it, given what stands on record.</summary>
    public Decision<RehabilitationEvent> Decide(RehabilitationCase rehabilitation) =>
        rehabilitation.Facts.All<RehabilitationEvent>().Any(there => Said(there).SaysTheSameAs(Fact)) ? [] : Judge(rehabilitation);

    /// <summary>What comes of it where it is not on record yet.</summary>
    private protected abstract Decision<RehabilitationEvent> Judge(RehabilitationCase rehabilitation);

    /// <summary>What is on record as whoever recorded it said it: without what the case added.</summary>
    private protected virtual RehabilitationEvent Said(RehabilitationEvent there) => there;

    /// <summary>To record what happened, whatever rule it breaks.</summary>
    private protected Recording<RehabilitationEvent> Happened(RehabilitationCase rehabilitation, RehabilitationEvent fact) => new Recording<RehabilitationEvent>(fact)
        .Departing(InError, unless: rehabilitation.Referral is not null)
        .Departing(BeforeReferral, unless: !(OccurredAt < rehabilitation.Referral?.OccurredAt))
        .Departing(AfterDeath, unless: !(rehabilitation.DiedAt < OccurredAt))
        .Departing(AfterEnding, unless: !(rehabilitation.Ending?.OccurredAt < OccurredAt));

    /// <summary>To record what happened with what follows from it.</summary>
    private protected static Decision<RehabilitationEvent> With(Decision<RehabilitationEvent> decision, params IEnumerable<RehabilitationEvent> following) =>
        decision is Decision<RehabilitationEvent>.Accepted accepted ? accepted with { Facts = [.. accepted.Facts, .. following] } : decision;
}

/// <summary>To decide something in a rehabilitation-bed case, which a rule may refuse.</summary>
/// <param name="OccurredAt">When it was decided.</param>
public abstract record RehabilitationDecision(Instant OccurredAt) : RehabilitationCommand(OccurredAt)
{
    /// <inheritdoc/>
    private protected sealed override Decision<RehabilitationEvent> Judge(RehabilitationCase rehabilitation) => rehabilitation.At(OccurredAt) switch
    {
        _ when rehabilitation.Referral is null => ReferredInError,
        { Phase: RehabilitationPhase.Ended } => HasEnded.Naming(rehabilitation.Facts.EntriesOf<RehabilitationEnded>().Last().Version),
        { Phase: RehabilitationPhase.Declined } then => DeclinedAlready.Naming(then.Facts.EntriesOf<RehabilitationDeclined>().First().Version),
        { Phase: RehabilitationPhase.Died } then when !MayFollowTheDeath => PersonHadDied.Naming(then.Facts.Entries.First(entry => Leaving.By(entry.Fact) is { For: LeavingFor.Died }).Version),
        _ => DecideOn(rehabilitation),
    };

    /// <summary>Whether it can still be decided once the person has died.</summary>
    private protected virtual bool MayFollowTheDeath => false;

    /// <summary>What comes of it in a case that goes on.</summary>
    private protected virtual Decision<RehabilitationEvent> DecideOn(RehabilitationCase rehabilitation) => Fact;
}

/// <summary>To record in a rehabilitation-bed case what happened.</summary>
/// <param name="OccurredAt">When it happened.</param>
public abstract record RehabilitationRecord(Instant OccurredAt) : RehabilitationCommand(OccurredAt)
{
    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> Judge(RehabilitationCase rehabilitation) => Happened(rehabilitation, Fact);
}
