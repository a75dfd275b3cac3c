using Discharge.Domain.People;
using Discharge.Persistence.Access;

namespace Discharge.Persistence.Cases;

/// <summary>What comes with a command beside what it says.</summary>
/// <param name="By">Who sends it, from their token.</param>
/// <param name="Key">What makes two sendings one command.</param>
/// <param name="IfVersion">The version of the case the sender had in view, where they said so.</param>
/// <param name="Correlation">The correlation id, kept with the events.</param>
/// <param name="Causation">The request id, kept with the events.</param>
public sealed record Sent(Actor By, CommandKey Key, long? IfVersion, string Correlation, string Causation)
{
    /// <summary>Whose cases the sender may know of; a case out of reach is not there.</summary>
    public Reach Reach { get; init; } = Reach.Everything;
}

/// <summary>What makes two sendings one command: the same key from the same caller to the same path.</summary>
/// <param name="Hash">SHA-256 over caller, method, path and key; over an id of our own where the caller gave no key.</param>
/// <param name="RequestHash">A keyed hash of the body as it was sent; nothing where the caller gave no key, since nothing can then come again.</param>
/// <param name="IsCallers">Whether the caller gave the key, so that it can come again.</param>
public sealed record CommandKey(byte[] Hash, byte[] RequestHash, bool IsCallers)
{
    /// <summary>The number the database locks while the command is in flight.</summary>
    public long LockNumber => BitConverter.ToInt64(Hash);
}
