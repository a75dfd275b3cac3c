namespace Discharge.Domain.DischargeCases;

/// <summary>One objection as what stands on record makes it.</summary>
/// <param name="Id">The number of the entry that raised it.</param>
/// <param name="Raised">How it was raised.</param>
/// <param name="Settled">How it was settled; null while it is open.</param>
public sealed record Objection(long Id, ObjectionRaised Raised, ObjectionSettled? Settled)
{
    /// <summary>The objections of a case, in order of occurrence.</summary>
    public static IReadOnlyList<Objection> Of(DischargeCase discharge)
    {
        var settled = discharge.Facts.All<ObjectionSettled>().DistinctBy(settlement => settlement.Objection).ToDictionary(settlement => settlement.Objection);
        return [.. discharge.Facts.EntriesOf<ObjectionRaised>().Select(entry => new Objection(entry.Version, (ObjectionRaised)entry.Fact, settled.GetValueOrDefault(entry.Version)))];
    }
}
