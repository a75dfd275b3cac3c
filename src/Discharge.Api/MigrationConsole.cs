using Discharge.Persistence;

namespace Discharge.Api;

/// <summary>Says on the console what becomes of the database while it is brought up to date.</summary>
public static class MigrationConsole
{
    /// <summary>One line per migration: its name, why it exists, how long it took.</summary>
    public static void Say(MigrationApplied applied) =>
        Console.WriteLine($"  {Path.GetFileNameWithoutExtension(applied.Migration.Name),-32} {applied.Migration.Why} ({applied.Took.TotalMilliseconds:F0} ms)");
}
