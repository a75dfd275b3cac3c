using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Reablement;
using NodaTime;

namespace Discharge.Api.Reablement;

/// <summary>A reablement team to register.</summary>
/// <param name="OccurredAt">From when it is there.</param>
/// <param name="Team">Its ODS code.</param>
/// <param name="Lead">Its lead: the subject of their tokens, never a name.</param>
public sealed record TeamRegistrationRequest(Instant OccurredAt, OdsCode Team, Subject Lead) : IDated, IExample<TeamRegistrationRequest>
{
    /// <inheritdoc/>
    public static TeamRegistrationRequest Example => new(ExampleMoment.At(2026, 3, 2, 8, 0), OdsCode.Parse("RBT01"), Subject.Parse("w-100"));

    internal RegisterTeam ToCommand() => new(OccurredAt, Team, Lead);
}

/// <summary>Something said of a reablement team, for some days.</summary>
/// <param name="OccurredAt">When it is said.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, within a year.</param>
public abstract record TeamRequest(Instant OccurredAt, LocalDate From, LocalDate Until) : ICaseRequest
{
    private const int MostDays = 366;

    // Not a field of the body, so it must not be seen as one.
    IEnumerable<string?> IWorded.Words => [];

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => [.. AmissIn(Period.DaysBetween(From, Until)), .. Amiss];

    /// <summary>What else is to be put right.</summary>
    private protected virtual IEnumerable<(string Field, string Sentence)> Amiss => [];

    /// <summary>The command it is.</summary>
    protected abstract ReablementTeamCommand ToCommand();

    /// <inheritdoc/>
    public Verdict Decide(Guid id, History history, Func<string?, NoteRef?> note) => Verdict.Of(ToCommand().Decide(ReablementTeamType.StateOf(id, history)));

    private static IEnumerable<(string Field, string Sentence)> AmissIn(int days) => days is < 0 or > MostDays ? [("until", "Give the first day or a later one, within a year.")] : [];
}

/// <summary>How many people a profession of the team can newly take on, on each of some days.</summary>
/// <param name="OccurredAt">When it is said.</param>
/// <param name="Role">The profession.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, within a year.</param>
/// <param name="NewPeople">How many, 0 to 1000.</param>
public sealed record CapacityRequest(Instant OccurredAt, ReablementRole Role, LocalDate From, LocalDate Until, int NewPeople) : TeamRequest(OccurredAt, From, Until), IExample<CapacityRequest>
{
    private const int Most = 1000;

    /// <inheritdoc/>
    public static CapacityRequest Example => new(ExampleMoment.At(2026, 3, 2, 8, 10), ReablementRole.OccupationalTherapist, new(2026, 3, 2), new(2026, 3, 6), 3);

    private protected override IEnumerable<(string Field, string Sentence)> Amiss => NewPeople is < 0 or > Most ? [("newPeople", "Give how many new people they can take on, from 0 to 1000.")] : [];

    /// <inheritdoc/>
    protected override ReablementTeamCommand ToCommand() => new SetCapacity(OccurredAt, Role, From, Until, NewPeople);
}

/// <summary>Who is on duty on some days, and given whoever comes when the team is full.</summary>
/// <param name="OccurredAt">When it is said.</param>
/// <param name="Worker">Who: the subject of their tokens, never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, within a year.</param>
public sealed record DutyWorkerRequest(Instant OccurredAt, Subject Worker, ReablementRole Role, LocalDate From, LocalDate Until) : TeamRequest(OccurredAt, From, Until), IExample<DutyWorkerRequest>
{
    /// <inheritdoc/>
    public static DutyWorkerRequest Example => new(ExampleMoment.At(2026, 3, 2, 8, 15), Subject.Parse("w-140"), ReablementRole.SocialWorker, new(2026, 3, 2), new(2026, 3, 2));

    /// <inheritdoc/>
    protected override ReablementTeamCommand ToCommand() => new NameDutyWorker(OccurredAt, Worker, Role, From, Until);
}
