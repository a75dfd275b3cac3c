namespace Discharge.Api;

/// <summary>
/// How the start of the service went. Why one failed is said once, in plain words, by whoever started it; what the host would say before and
/// after is left out.
/// </summary>
internal sealed class Start
{
    private volatile bool _hasSucceeded;
    private volatile bool _hasFailed;

    /// <summary>It is done, and the service runs.</summary>
    public bool HasSucceeded
    {
        get => _hasSucceeded;
        set => _hasSucceeded = value;
    }

    /// <summary>It is given up.</summary>
    public bool HasFailed
    {
        get => _hasFailed;
        set => _hasFailed = value;
    }
}
