using Discharge.Api.Access;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Reablement;
using NodaTime;

namespace Discharge.Api.Reablement;

/// <summary>The reablement team that the contract's examples tell, decided by the domain itself as the example case is.</summary>
internal sealed class ExampleTeam : IExample<TeamView>, IExample<TeamsView>
{
    private static readonly Guid Id = new("0198c6a2-7b90-7a44-8c1d-0e6f2d83a5b7");

    private static readonly Actor Lead = new("w-100", Caller.Named(Role.ReablementTeam), OdsCode.Parse("RBT01"));

    private static readonly Duration UntilRecorded = Duration.FromMinutes(2);

    private static readonly Dictionary<Type, (CaseNow Now, IReadOnlyList<Entry> Recorded)> Steps = Walk();

    /// <inheritdoc/>
    static TeamView IExample<TeamView>.Example => Monday;

    /// <inheritdoc/>
    static TeamsView IExample<TeamsView>.Example => new([Monday]);

    private static TeamView Monday => new(
        Id, 3, OdsCode.Parse("RBT01"), Subject.Parse("w-100"), Registered: true, [new(new LocalDate(2026, 3, 2), Subject.Parse("w-140"), [new(ReablementRole.OccupationalTherapist, Room: 3, Given: 1, Full: false)])]);

    /// <summary>Whether this team tells a request.</summary>
    public static bool Tells(Type request) => Steps.ContainsKey(request);

    /// <summary>The answer to the example of a request.</summary>
    /// <param name="request">The type of the request.</param>
    public static CommandAnswer AnswerTo(Type request) => CommandAnswer.For(ReablementTeamType.Instance, Steps[request].Now, Steps[request].Recorded);

    private static Dictionary<Type, (CaseNow Now, IReadOnlyList<Entry> Recorded)> Walk()
    {
        var registration = TeamRegistrationRequest.Example;
        var (steps, history) = (new Dictionary<Type, (CaseNow, IReadOnlyList<Entry>)>(), History.Empty);
        Step(typeof(TeamRegistrationRequest), Verdict.Of(registration.ToCommand().Decide(isThere: false)), registration.OccurredAt);
        foreach (var told in (TeamRequest[])[CapacityRequest.Example, DutyWorkerRequest.Example])
        {
            Step(told.GetType(), told.Decide(Id, history, _ => null), told.OccurredAt);
        }

        return steps;

        void Step(Type request, Verdict verdict, Instant occurredAt)
        {
            var recordedAt = occurredAt + UntilRecorded;
            var recorded = ((Verdict.Accepted)verdict).Facts.Select((fact, index) => new Entry(history.Version + 1 + index, fact, recordedAt, Lead)).ToArray();
            history = history.With(recorded);
            steps[request] = (CaseNow.Of(ReablementTeamType.Instance, RuleBook.Standard, Id, history, recordedAt), recorded);
        }
    }
}
