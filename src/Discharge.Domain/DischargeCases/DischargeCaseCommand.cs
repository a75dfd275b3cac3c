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

/// <summary>To decide something. A rule may refuse it, and always does where the case had ended by then.</summary>
/// <param name="OccurredAt">When it was decided.</param>
public abstract record DischargeCaseDecision(Instant OccurredAt) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The case is closed.</summary>
    public static readonly Refusal CaseIsClosed = new(
        "discharge.case-closed", "This case is closed, so nothing more can be decided in it.", "Withdraw the closing as entered in error, or open a new case.");

    /// <summary>The case was opened in error.</summary>
    public static readonly Refusal CaseOpenedInError = new(
        "discharge.opened-in-error", "The opening of this case was withdrawn as entered in error, so nothing can be decided in it.", "Open a case for the right person.");

    /// <inheritdoc/>
    protected sealed override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge switch
    {
        { Opening: null } => CaseOpenedInError,
        _ when discharge.At(OccurredAt).Closing is not null => CaseIsClosed.Naming(discharge.VersionOf<CaseClosed>()),
        _ => DecideOn(discharge),
    };

    /// <summary>What comes of it in a case that is open.</summary>
    protected abstract Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge);
}
