using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>The facts that only few may see. This is the one list of their kinds; who may see them is a permission.</summary>
public static class RestrictedFacts
{
    /// <summary>Whether a fact is of a restricted kind.</summary>
    public static bool Include(Fact fact) => fact is SafeguardingConcernRaised;

    /// <summary>Whether an entry is restricted: its fact is, or it withdraws one that is.</summary>
    public static bool Include(Entry entry, History history) =>
        Include(entry.Fact)
        || (entry.Fact is EntryWithdrawn withdrawal && history.Entries.FirstOrDefault(other => other.Version == withdrawal.Entry) is { } withdrawn && Include(withdrawn, history));
}
