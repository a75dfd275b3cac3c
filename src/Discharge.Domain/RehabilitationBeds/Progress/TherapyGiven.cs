namespace Discharge.Domain.RehabilitationBeds;

/// <summary>How much therapy the person had of one discipline.</summary>
/// <param name="Discipline">The profession.</param>
/// <param name="Sessions">How many sessions.</param>
/// <param name="Minutes">How many minutes in all.</param>
public sealed record TherapyGiven(RehabilitationRole Discipline, int Sessions, int Minutes)
{
    /// <summary>Of each discipline that held a session.</summary>
    public static IEnumerable<TherapyGiven> Of(RehabilitationCase rehabilitation) =>
        from session in rehabilitation.Facts.All<TherapySessionHeld>()
        group session.Minutes by session.Discipline into held
        orderby held.Key
        select new TherapyGiven(held.Key, held.Count(), held.Sum());
}
