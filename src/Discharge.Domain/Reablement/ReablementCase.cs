using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>A reablement case: its standing facts in order of occurrence, and what they come to.</summary>
/// <param name="Id">The case.</param>
/// <param name="Facts">What stands on record.</param>
public sealed record ReablementCase(Guid Id, Facts<ReablementEvent> Facts)
{
    /// <summary>The referral, or null where it was withdrawn as entered in error.</summary>
    public ReablementReferred? Referral => Facts.First<ReablementReferred>();

    /// <summary>The last answer to it.</summary>
    public ReferralAnswered? Answer => Facts.Last<ReferralAnswered>();

    /// <summary>The last answer that settled whether the team takes the person on; to ask back settles nothing.</summary>
    public ReferralAnswered? Settled => Facts.All<ReferralAnswered>().LastOrDefault(answered => answered.Answer is not ReferralAnswer.Queried);

    /// <summary>The first contact, where reablement starts. Whoever is reached because it was urgent although the team did not take them on has not started.</summary>
    public ContactMade? FirstContact => IsUrgent ? Facts.All<ContactMade>().FirstOrDefault(contact => !IsOwedAllTheSame(contact)) : Facts.First<ContactMade>();

    /// <summary>The end of reablement.</summary>
    public ReablementEnded? Ending => Facts.First<ReablementEnded>();

    /// <summary>Whether they were 65 or over as they left the hospital, as it is known now; null where their date of birth is not.</summary>
    public bool? SixtyFiveOrOver => Facts.Last<AgeHandedOver>()?.SixtyFiveOrOver ?? Referral?.SixtyFiveOrOver;

    /// <summary>The person's death, as handed over from the case of their stay in hospital.</summary>
    public DeathHandedOver? Death => Facts.First<DeathHandedOver>();

    /// <summary>The return to hospital they are not known to be home from: nobody of the team was in contact with them since.</summary>
    public ReturnHandedOver? BackInHospital => Facts.Last<ReturnHandedOver>() is { } back && !(Facts.Last<ContactMade>()?.OccurredAt > back.OccurredAt) ? back : null;

    /// <summary>Whether the person said last that they do not want reablement.</summary>
    public bool IsUnwanted => Facts.Last<ReablementConsentAnswered>() is { Answer: ReablementConsent.Declined };

    /// <summary>Whether they died, are back in hospital or do not want reablement, so that they do not wait for the team: it is to be ended, or goes on once they are home or want it.</summary>
    public bool IsToEndOrGoOn => Death is not null || BackInHospital is not null || IsUnwanted;

    /// <summary>Whether whoever referred them was told of the answer that settled it; also where there is none.</summary>
    public bool IsReferrerTold => Settled is not { } settled || Facts.All<ReferralAnswered>().Any(answered => answered.Answer == settled.Answer && answered.ReferrerTold);

    /// <summary>The provider that bridges for them; null where none does.</summary>
    public OdsCode? BridgedBy => Facts.All<ReablementEvent>().LastOrDefault(fact => fact is BridgingStarted or BridgingEnded) is BridgingStarted bridging ? bridging.Provider : null;

    /// <summary>Whether the person has to be contacted on the same day.</summary>
    public bool IsUrgent => Referral is { Urgent: true } || Facts.Any<ReferralMarkedUrgent>();

    /// <summary>Whether they were handed over from a discharge, which nobody has to accept.</summary>
    public bool IsFromHospital => Referral is { DischargeCase: not null };

    /// <summary>Whether the team has them: handed over, or accepted.</summary>
    public bool IsTakenOn => IsFromHospital || Settled is { Answer: ReferralAnswer.Accepted };

    /// <summary>Whether the team did not take them on.</summary>
    public bool IsDeclined => Settled is { Answer: ReferralAnswer.Declined };

    /// <summary>Since when the team has not taken them on, however often it said so since; null where it has, or has not answered.</summary>
    public Instant? DeclinedSince => Facts.All<ReferralAnswered>().Where(answered => answered.Answer is not ReferralAnswer.Queried).Reverse()
        .TakeWhile(answered => answered.Answer is ReferralAnswer.Declined).LastOrDefault()?.OccurredAt;

    /// <summary>Since when the person has not wanted reablement, however often they said so since; null where they want it, or were not asked.</summary>
    public Instant? UnwantedSince => Facts.All<ReablementConsentAnswered>().Reverse().TakeWhile(answered => answered.Answer is ReablementConsent.Declined).LastOrDefault()?.OccurredAt;

    /// <summary>Who answers for the case after all that stands on record.</summary>
    public Responsibility? Responsible => Responsibility.In(Facts);

    /// <summary>The allocation that takes a place of its team's day; null where the referral was entered in error or declined, or reablement ended before anybody had taken the person on.</summary>
    public WorkerAllocated? TakesPlace =>
        Phase is ReablementPhase.Declined or ReablementPhase.ReferredInError || this is { Ending: not null, IsTakenOn: false, FirstContact: null } ? null : Facts.First<WorkerAllocated>();

    /// <summary>Since when they have been the team's with no first contact; null where they have not, or do not wait for it.</summary>
    public Instant? WaitingSince => Phase is not ReablementPhase.Waiting || IsToEndOrGoOn ? null
        : IsFromHospital ? Referral!.OccurredAt
        : Facts.All<ReferralAnswered>().First(answered => answered.Answer is ReferralAnswer.Accepted).OccurredAt;

    /// <summary>How far it has come.</summary>
    public ReablementPhase Phase => this switch
    {
        { Referral: null } => ReablementPhase.ReferredInError,
        { Ending: not null } => ReablementPhase.Ended,
        { FirstContact: not null } => ReablementPhase.Started,
        { IsDeclined: true } => ReablementPhase.Declined,
        { IsTakenOn: true } => ReablementPhase.Waiting,
        _ => ReablementPhase.Referred,
    };

    /// <summary>Whether anything is still owed to the person.</summary>
    public bool IsOpen => Phase is not (ReablementPhase.Declined or ReablementPhase.Ended or ReablementPhase.ReferredInError);

    /// <summary>Whether a contact is the one that is owed to whoever is urgent and was not taken on.</summary>
    public bool IsOwedAllTheSame(ContactMade contact) => IsUrgent && At(contact.OccurredAt).IsDeclined;

    /// <summary>The case as the facts that had occurred by a moment make it.</summary>
    public ReablementCase At(Instant moment) => this with { Facts = Facts.AsOf(moment) };
}
