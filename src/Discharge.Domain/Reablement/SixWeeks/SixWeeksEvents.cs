using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>Charging started.</summary>
/// <param name="OccurredAt">From when.</param>
/// <param name="For">For what.</param>
public sealed record ChargingStarted(Instant OccurredAt, ChargedFor For) : ReablementEvent(OccurredAt);

/// <summary>It was decided why reablement goes on past six weeks.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="WaitingFor">What it waits for.</param>
/// <param name="Owner">The organisation that has to bring that about.</param>
/// <param name="Charge">Whether the person is charged meanwhile.</param>
/// <param name="Note">What was added in words.</param>
public sealed record LimitDecided(Instant OccurredAt, WaitingFor WaitingFor, OdsCode Owner, ChargePosition Charge, NoteRef? Note = null) : ReablementEvent(OccurredAt);

/// <summary>Reablement ended.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Sequel">What came after it, in the national terms.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="HadLongTermSupport">Whether they had long-term support before reablement; only those who had none are new clients in the national measure.</param>
public sealed record ReablementEnded(Instant OccurredAt, ReablementSequel Sequel, NoteRef? Note = null, bool HadLongTermSupport = false) : ReablementEvent(OccurredAt);
