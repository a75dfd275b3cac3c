using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>To put something on record in a discharge case. Saying the same twice records it once.</summary>
/// <param name="OccurredAt">When it happened or was decided.</param>
public abstract record DischargeCaseCommand(Instant OccurredAt)
{
    /// <summary>What this puts on record where nothing stands against it.</summary>
    protected abstract DischargeCaseEvent Fact { get; }

    /// <summary>What comes of it, given what stands on record.</summary>
    public Decision<DischargeCaseEvent> Decide(DischargeCase discharge) => discharge.Facts.Say(Fact) ? [] : Judge(discharge);

    /// <summary>What comes of it where it is not on record yet.</summary>
    protected abstract Decision<DischargeCaseEvent> Judge(DischargeCase discharge);
}

/// <summary>To decide something. A rule may refuse it, and does where the case was closed by then, or the person had died or was back in hospital.</summary>
/// <param name="OccurredAt">When it was decided.</param>
public abstract record DischargeCaseDecision(Instant OccurredAt) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The case is closed.</summary>
    public static readonly Refusal CaseIsClosed = new(
        "discharge.case-closed", "This case is closed, so nothing more can be decided in it.", "Withdraw the closing as entered in error, or open a new case.");

    /// <summary>The case was opened in error.</summary>
    public static readonly Refusal CaseOpenedInError = new(
        "discharge.opened-in-error", "The opening of this case was withdrawn as entered in error, so nothing can be decided in it.", "Open a case for the right person.");

    /// <summary>The person had died.</summary>
    public static readonly Refusal PersonHadDied = new(
        "discharge.person-had-died", "The person had died by then, so there is nothing left to decide for them.", "Close the case; or, where the death is wrong, withdraw it as entered in error.");

    /// <summary>The person was back in hospital, which ended this case.</summary>
    public static readonly Refusal PersonIsBack = new(
        "discharge.person-back-in-hospital", "The person was back in hospital by then, which ended this case.", "Decide in the case of the stay that followed; or, where the return is wrong, withdraw it as entered in error.");

    /// <summary>Whether it can still be decided once the person has died or is back in hospital.</summary>
    protected virtual bool MayFollowTheEnd => false;

    /// <inheritdoc/>
    protected sealed override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.At(OccurredAt) switch
    {
        _ when discharge.Opening is null => CaseOpenedInError,
        { Closing: not null } => CaseIsClosed.Naming(discharge.VersionOf<CaseClosed>()),
        { Death: not null } when !MayFollowTheEnd => PersonHadDied.Naming(discharge.VersionOf<PersonDied>()),
        { IsBackInHospital: true } then when !MayFollowTheEnd => PersonIsBack.Naming(then.Facts.Entries.First(entry => entry.Fact is Readmitted or DischargeFailed).Version),
        _ => DecideOn(discharge),
    };

    /// <summary>What comes of it in a case that is open.</summary>
    protected abstract Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge);
}
