using Discharge.Faults.Checking;
using Discharge.Faults.Ledgers;

namespace Discharge.Faults.Planted;

/// <summary>Something that must not be, planted in a sound history.</summary>
/// <param name="Name">What it is, in words.</param>
/// <param name="Code">The invariant that has to speak against it.</param>
internal sealed record Defect(string Name, string Code)
{
    /// <summary>What is done to what is stored; nothing where it lies elsewhere.</summary>
    public Func<Scene, string> Sql { get; init; } = _ => string.Empty;

    /// <summary>What is done to what the ledger says.</summary>
    public Func<IReadOnlyList<Told>, IReadOnlyList<Told>> Ledger { get; init; } = told => told;

    /// <summary>What is done to each answer to a question.</summary>
    public Func<Served, Served> Served { get; init; } = served => served;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
