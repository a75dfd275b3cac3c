namespace Discharge.Faults.Ledgers;

/// <summary>Something that somebody means to be done once: whatever becomes of a sending, the key makes the next one the same command.</summary>
/// <param name="Key">Its Idempotency-Key, which is also the correlation id kept with what it records.</param>
/// <param name="Path">Where it is posted to.</param>
/// <param name="Body">What it says, as JSON.</param>
/// <param name="IfMatch">The version the sender had in view, where they said so.</param>
internal sealed record Command(string Key, string Path, string Body, string? IfMatch = null)
{
    /// <summary>Which of the people at work means it.</summary>
    public int By { get; init; }
}
