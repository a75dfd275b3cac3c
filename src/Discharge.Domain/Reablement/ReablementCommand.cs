using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>To put something on record in a reablement case. Saying the same twice records it once.</summary>
/// <param name="OccurredAt">When it happened or was decided.</param>
public abstract record ReablementCommand(Instant OccurredAt)
{
    /// <summary>The referral was entered in error.</summary>
    public static readonly Refusal ReferredInError = new(
        "reablement.referred-in-error", "The referral of this case was withdrawn as entered in error, so nothing can be decided in it.", "The case of the right person; or withdraw that withdrawal.");

    /// <summary>Reablement had ended.</summary>
    public static readonly Refusal HasEnded = new(
        "reablement.has-ended", "Reablement had ended by then, so there is nothing left to decide in this case.", "Refer the person anew; or withdraw the ending where it was entered in error.");

    /// <summary>By then there was no referral.</summary>
    public static readonly Refusal NotReferredYet = new(
        "reablement.not-referred-yet", "By then this person had not been referred.", "A moment from the referral on; where the referral's own moment is wrong, withdraw it and record it anew.");

    /// <summary>A fact in a case of which the referral is withdrawn.</summary>
    public static readonly Departure InError = new(
        "reablement.recorded-in-error", "This was recorded in a case whose referral was withdrawn as entered in error: find whom it happened to.", Owner.ReablementTeam);

    /// <summary>A fact after the ending.</summary>
    public static readonly Departure AfterEnding = new(
        "reablement.after-ending", "This happened after reablement had ended: see whether it goes on, and withdraw the ending where it does.", Owner.ReablementTeam);

    /// <summary>A fact before the referral.</summary>
    public static readonly Departure BeforeReferral = new(
        "reablement.before-referral", "This happened before the person was referred or had left the hospital: see whether its moment is right, and withdraw it where it is not.", Owner.ReablementTeam);

    /// <summary>What comes of it, given what stands on record.</summary>
    public abstract Decision<ReablementEvent> Decide(ReablementCase reablement);

    /// <summary>A decision, which nobody can make in a case referred in error or once reablement has ended; one that is on record already records nothing.</summary>
    private protected Decision<ReablementEvent> Deciding(ReablementCase reablement, ReablementEvent fact, Func<Decision<ReablementEvent>> judge) => reablement switch
    {
        _ when reablement.Facts.Say(fact) => [],
        { Referral: null } => ReferredInError,
        _ when reablement.At(OccurredAt).Ending is not null => HasEnded.Naming(reablement.Facts.EntriesOf<ReablementEnded>().First().Version),
        _ => judge(),
    };

    /// <summary>Whether it is to be expected after the ending, too.</summary>
    private protected virtual bool MayFollowTheEnding => false;

    /// <summary>To record what happened, whatever rule it breaks.</summary>
    private protected Recording<ReablementEvent> Happened(ReablementCase reablement, ReablementEvent fact) => new Recording<ReablementEvent>(fact)
        .Departing(InError, unless: reablement.Referral is not null)
        .Departing(BeforeReferral, unless: !(OccurredAt < reablement.Referral?.OccurredAt))
        .Departing(AfterEnding, unless: MayFollowTheEnding || !(reablement.Ending?.OccurredAt < OccurredAt))
        .Departing(ReablementContradictions.AfterDeath, unless: !ReablementContradictions.IsAfterDeath(reablement, fact));
}

/// <summary>To decide something in a reablement case, which a rule may refuse.</summary>
/// <param name="OccurredAt">When it was decided.</param>
public abstract record ReablementDecision(Instant OccurredAt) : ReablementCommand(OccurredAt)
{
    /// <summary>What this puts on record where nothing stands against it.</summary>
    protected abstract ReablementEvent Fact { get; }

    /// <inheritdoc/>
    public override Decision<ReablementEvent> Decide(ReablementCase reablement) => Deciding(reablement, Fact, () => DecideOn(reablement.At(OccurredAt)));

    /// <summary>What comes of it in a case that goes on.</summary>
    /// <param name="then">The case as it stood at the moment of the decision.</param>
    private protected virtual Decision<ReablementEvent> DecideOn(ReablementCase then) => Fact;
}

/// <summary>To record in a reablement case what happened.</summary>
/// <param name="OccurredAt">When it happened.</param>
public abstract record ReablementRecord(Instant OccurredAt) : ReablementCommand(OccurredAt)
{
    /// <summary>What this puts on record.</summary>
    protected abstract ReablementEvent Fact { get; }

    /// <inheritdoc/>
    public sealed override Decision<ReablementEvent> Decide(ReablementCase reablement) => reablement.Facts.Say(Fact) ? [] : Judge(reablement);

    /// <summary>What comes of it where it is not on record yet.</summary>
    private protected virtual Decision<ReablementEvent> Judge(ReablementCase reablement) => Happened(reablement, Fact);
}
