using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Something began to keep the person in hospital. The delay is known by the number of this entry.</summary>
/// <param name="OccurredAt">When it began.</param>
/// <param name="Reason">What, as a code of a dated list.</param>
/// <param name="ActsNext">Who has to act next.</param>
/// <param name="Attributable">The organisation the delay is attributable to, where known.</param>
/// <param name="Note">What was added in words.</param>
public sealed record DelayStarted(Instant OccurredAt, DelayReason Reason, Owner ActsNext, OdsCode? Attributable = null, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>A delay ended.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Delay">The entry with which it started.</param>
/// <param name="Note">What was added in words.</param>
public sealed record DelayEnded(Instant OccurredAt, long Delay, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>Of the delays open on a day one was named as the primary one.</summary>
/// <param name="OccurredAt">When it was named.</param>
/// <param name="Day">The day, local to Europe/London.</param>
/// <param name="Delay">The entry with which the delay started.</param>
public sealed record PrimaryDelayNamed(Instant OccurredAt, LocalDate Day, long Delay) : DischargeCaseEvent(OccurredAt);
