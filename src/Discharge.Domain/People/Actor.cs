namespace Discharge.Domain.People;

/// <summary>Who recorded or decided something: taken from the caller's token and from nowhere else.</summary>
/// <param name="Id">The caller's stable identifier at their identity provider; never a name.</param>
/// <param name="Role">The one role they acted in, such as "discharge-coordinator".</param>
/// <param name="Organisation">The organisation they acted for.</param>
public sealed record Actor(string Id, string Role, OdsCode Organisation);
