using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The local authority that answers for the person's care is another, or disputed (ordinary residence); the last record counts. Never a reason to refuse anything.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Authority">Which, or that it is not known or disputed.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ChangeAuthority(Instant OccurredAt, ResponsibleAuthority Authority, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Authorities disagree on who answers for the person.</summary>
    public static readonly Departure Disputed = new(
        "discharge.authority-disputed", "Authorities disagree on who answers for the person's care; care goes on while they settle it.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new AuthorityChanged(OccurredAt, Authority, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(Disputed, unless: Authority.Standing is not AuthorityStanding.Disputed);
}
