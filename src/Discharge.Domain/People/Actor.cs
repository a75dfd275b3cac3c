namespace Discharge.Domain.People;

/// <summary>Who recorded or decided something: taken from the caller's token and from nowhere else.</summary>
/// <param name="Id">The caller's stable identifier at their identity provider; never a name.</param>
/// <param name="Role">The one role they acted in, such as "discharge-coordinator".</param>
/// <param name="Organisation">The organisation they acted for.</param>
public sealed record Actor(string Id, string Role, OdsCode Organisation)
{
    /// <summary>Who hand-overs from case to case are on record as: the service itself.</summary>
    public static readonly Actor HandOvers = new("hand-over", "service", OdsCode.Parse("DISCHARGE"));
}
