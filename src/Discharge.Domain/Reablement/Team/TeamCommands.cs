using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>To register a reablement team, once.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Team">Its ODS code.</param>
/// <param name="Lead">Its lead.</param>
public sealed record RegisterTeam(Instant OccurredAt, OdsCode Team, Subject Lead)
{
    /// <summary>It is there.</summary>
    public static readonly Refusal AlreadyRegistered = new("reablement-team.already-registered", "A reablement team of this code is registered.", "Say there how much room it has.") { TakenByAnother = true };

    /// <summary>What registers it.</summary>
    public TeamRegistered Fact => new(OccurredAt, Team, Lead);

    /// <summary>What comes of it.</summary>
    /// <param name="isThere">Whether a team of this code is registered.</param>
    public Decision<ReablementTeamEvent> Decide(bool isThere) => isThere ? AlreadyRegistered : Fact;
}

/// <summary>To say something of a team. What is said last of a day counts; saying the same twice records it once.</summary>
/// <param name="OccurredAt">When it is said.</param>
public abstract record ReablementTeamCommand(Instant OccurredAt)
{
    /// <summary>The registration was withdrawn.</summary>
    public static readonly Refusal RegisteredInError = new(
        "reablement-team.registered-in-error", "The registration of this team was withdrawn as entered in error.", "Withdraw that withdrawal, where the team is there.");

    /// <summary>What it puts on record.</summary>
    protected abstract ReablementTeamEvent Fact { get; }

    /// <summary>What comes of it.</summary>
    public Decision<ReablementTeamEvent> Decide(ReablementTeam team) => team switch
    {
        _ when team.Facts.Say(Fact) => [],
        { Registered: null } => RegisteredInError,
        _ => Fact,
    };
}

/// <summary>To say how many new people a profession of the team can take on, on each of some days.</summary>
/// <param name="OccurredAt">When it is said.</param>
/// <param name="Role">The profession.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="NewPeople">How many.</param>
public sealed record SetCapacity(Instant OccurredAt, ReablementRole Role, LocalDate From, LocalDate Until, int NewPeople) : ReablementTeamCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementTeamEvent Fact => new CapacitySet(OccurredAt, Role, From, Until, NewPeople);
}

/// <summary>To name who is on duty on some days.</summary>
/// <param name="OccurredAt">When it is said.</param>
/// <param name="Worker">Who.</param>
/// <param name="Role">Their profession.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record NameDutyWorker(Instant OccurredAt, Subject Worker, ReablementRole Role, LocalDate From, LocalDate Until) : ReablementTeamCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementTeamEvent Fact => new DutyWorkerNamed(OccurredAt, Worker, Role, From, Until);
}
