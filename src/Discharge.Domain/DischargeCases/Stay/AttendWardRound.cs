using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A ward round looked at the person's discharge; who attended is recorded: health, social care, housing (A20).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Attended">Who attended, in any order.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AttendWardRound(Instant OccurredAt, Listed<WardRoundAttendance> Attended, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Nobody is said to have attended.</summary>
    public static readonly Departure NobodyNamed = new("discharge.round-without-attendance", "A ward round was recorded without saying who attended.", Owner.Ward);

    /// <summary>The person had left by then.</summary>
    public static readonly Departure AfterLeaving = new("discharge.round-after-leaving", "The ward round is dated after the person left the hospital.", Owner.Ward);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new WardRoundAttended(OccurredAt, [.. Attended.Distinct().Order()], Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(NobodyNamed, unless: Attended.Count > 0)
        .Departing(AfterLeaving, unless: discharge.At(OccurredAt).Left is null);
}
