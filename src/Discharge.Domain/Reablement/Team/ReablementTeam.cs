using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>A reablement team: what stands on record of it, and how much room it has.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="Facts">What stands on record.</param>
public sealed record ReablementTeam(Guid Id, Facts<ReablementTeamEvent> Facts)
{
    /// <summary>Its registration, or null where that was withdrawn as entered in error.</summary>
    public TeamRegistered? Registered => Facts.First<TeamRegistered>();

    /// <summary>How many new people a profession can take on, on a day, as was said last; null where nobody has said.</summary>
    public int? RoomOn(LocalDate day, ReablementRole role) =>
        Facts.All<CapacitySet>().LastOrDefault(said => said.Role == role && day >= said.From && day <= said.Until)?.NewPeople;

    /// <summary>Who is on duty on a day, as was said last; null where nobody has said.</summary>
    public DutyWorkerNamed? OnDutyOn(LocalDate day) => Facts.All<DutyWorkerNamed>().LastOrDefault(said => day >= said.From && day <= said.Until);
}

/// <summary>How much room a team has on a day for one profession.</summary>
/// <param name="Room">How many new people it can take on; null where nobody has said, and then it is not full.</param>
/// <param name="Given">How many it has been given.</param>
/// <param name="OnDuty">Who is on duty, where anybody was named.</param>
public sealed record TeamDay(int? Room, int Given, DutyWorkerNamed? OnDuty)
{
    /// <summary>A day of a team of which nobody has said anything.</summary>
    public static readonly TeamDay NothingSaid = new(null, 0, null);

    /// <summary>Whether there is no room left.</summary>
    public bool IsFull => Given >= Room;
}
