using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>
/// What can be on record of a reablement team, in the order it usually happens. These records are the stored format: add fields with defaults, never rename or remove one.
/// </summary>
public abstract record ReablementTeamEvent : Fact
{
    private protected ReablementTeamEvent(Instant occurredAt)
        : base(occurredAt)
    {
    }
}

/// <summary>A reablement team was registered.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Team">Its ODS code.</param>
/// <param name="Lead">Its lead, as their tokens have it; never a name.</param>
public sealed record TeamRegistered(Instant OccurredAt, OdsCode Team, Subject Lead) : ReablementTeamEvent(OccurredAt);

/// <summary>It was said how many people a profession of the team can newly take on, on each of some days.</summary>
/// <param name="OccurredAt">When it was said.</param>
/// <param name="Role">The profession.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="NewPeople">How many new people on each of them.</param>
public sealed record CapacitySet(Instant OccurredAt, ReablementRole Role, LocalDate From, LocalDate Until, int NewPeople) : ReablementTeamEvent(OccurredAt);

/// <summary>Somebody was named as the worker on duty, who is given whoever comes when the team is full.</summary>
/// <param name="OccurredAt">When it was said.</param>
/// <param name="Worker">Who, as their tokens have it; never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record DutyWorkerNamed(Instant OccurredAt, Subject Worker, ReablementRole Role, LocalDate From, LocalDate Until) : ReablementTeamEvent(OccurredAt);
