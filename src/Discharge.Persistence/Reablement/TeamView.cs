using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using NodaTime;

namespace Discharge.Persistence.Reablement;

/// <summary>A reablement team and how much room it has, day by day.</summary>
/// <param name="Id">Its stream.</param>
/// <param name="Version">The number of its last entry.</param>
/// <param name="Team">Its ODS code.</param>
/// <param name="Lead">Its lead.</param>
/// <param name="Registered">Whether its registration stands.</param>
/// <param name="Days">The days asked for.</param>
public sealed record TeamView(Guid Id, long Version, OdsCode Team, Subject Lead, bool Registered, IReadOnlyList<TeamDayView> Days);

/// <summary>A day of a reablement team.</summary>
/// <param name="Date">The day.</param>
/// <param name="OnDuty">Who is on duty, where anybody was named.</param>
/// <param name="Roles">Each profession of which it was said how many people it can take on, or that was given any.</param>
public sealed record TeamDayView(LocalDate Date, Subject? OnDuty, IReadOnlyList<RoleDayView> Roles);

/// <summary>One profession on a day.</summary>
/// <param name="Role">The profession.</param>
/// <param name="Room">How many new people it can take on; null where nobody has said.</param>
/// <param name="Given">How many it was given.</param>
/// <param name="Full">Whether there is no room left.</param>
public sealed record RoleDayView(ReablementRole Role, int? Room, int Given, bool Full);

/// <summary>The reablement teams there are.</summary>
/// <param name="Teams">The teams, by their codes, with today.</param>
public sealed record TeamsView(IReadOnlyList<TeamView> Teams);
