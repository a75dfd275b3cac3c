namespace Discharge.Persistence;

/// <summary>The stored name of every event, once each.</summary>
public static class EventNames
{
    /// <summary>Each event type beside the versioned name it is stored under, which never changes.</summary>
    public static IReadOnlyList<(Type Type, string Name)> All { get; } = [];
}
