using Discharge.Domain.People;

namespace Discharge.Domain.Deciding;

/// <summary>One way to manage a risk that was considered.</summary>
/// <param name="Way">Which way.</param>
/// <param name="Note">What was added in words.</param>
public sealed record RiskOption(WayToManageRisk Way, NoteRef? Note = null)
{
    /// <summary>Whether options were considered from the least intrusive on (A21).</summary>
    public static bool AreLeastIntrusiveFirst(IReadOnlyList<RiskOption> options) => options.Zip(options.Skip(1)).All(pair => pair.First.Way < pair.Second.Way);
}
