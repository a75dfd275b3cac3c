using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The expected date of discharge was set, confirmed or changed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Date">The date expected, local to Europe/London.</param>
/// <param name="By">The role of whoever set it.</param>
/// <param name="Reason">Why it changed, where it did.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ExpectDischarge(Instant OccurredAt, LocalDate Date, StaffRole By, ExpectedDateReason? Reason = null, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The date changed and nobody said why.</summary>
    public static readonly Departure ChangedWithoutReason = new(
        "discharge.expected-date-changed-without-reason", "The expected date of discharge was changed without a reason.", Owner.Ward);

    /// <summary>The date had gone by when it was set.</summary>
    public static readonly Departure GoneBy = new("discharge.expected-date-gone-by", "The expected date of discharge had gone by when it was set.", Owner.Ward);

    /// <summary>The person had left by then.</summary>
    public static readonly Departure AfterLeaving = new(
        "discharge.expected-after-leaving", "The expected date of discharge was set after the person had left the hospital.", Owner.Ward);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new DischargeExpected(OccurredAt, Date, By, Reason, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge)
    {
        var then = discharge.At(OccurredAt);
        return discharge.Record(Fact)
            .Departing(ChangedWithoutReason, unless: Reason is not null || then.Facts.Last<DischargeExpected>() is not { } before || before.Date == Date)
            .Departing(GoneBy, unless: Date >= LocalCalendar.DateOf(OccurredAt))
            .Departing(AfterLeaving, unless: then.Left is null);
    }
}
