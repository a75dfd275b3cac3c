using System.Collections.Frozen;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>A class of facts that only few may see; who, is a permission of its own for each.</summary>
public enum SensitiveClass
{
    /// <summary>Concerns about the person's safety from abuse or neglect (Care Act 2014 section 42).</summary>
    Safeguarding,

    /// <summary>Domestic abuse (Domestic Abuse Act 2021 section 1).</summary>
    DomesticAbuse,

    /// <summary>What the Mental Health Act 1983 has to do with the person.</summary>
    MentalHealthAct,
}

/// <summary>The facts that only few may see. This is the one list of their kinds, each with its class.</summary>
public static class SensitiveFacts
{
    /// <summary>The kinds of facts that are sensitive whatever they say, each with its class.</summary>
    public static FrozenDictionary<Type, SensitiveClass> Classes { get; } = new Dictionary<Type, SensitiveClass>
    {
        [typeof(SafeguardingConcernRaised)] = SensitiveClass.Safeguarding,
        [typeof(DomesticAbuseDisclosed)] = SensitiveClass.DomesticAbuse,
        [typeof(MentalHealthActStatusRecorded)] = SensitiveClass.MentalHealthAct,
    }.ToFrozenDictionary();

    /// <summary>Every kind of fact that may be sensitive.</summary>
    public static IEnumerable<Type> Kinds => Classes.Keys.Append(typeof(AdvocateInstructed));

    /// <summary>The class of a fact; null where everybody who may see the history may see it. An independent mental health advocate is there for nobody but whom the Mental Health Act applies to (section 130C).</summary>
    public static SensitiveClass? ClassOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact switch
        {
            AdvocateInstructed { Kind: AdvocateKind.IndependentMentalHealthAdvocate } => SensitiveClass.MentalHealthAct,
            _ when Classes.TryGetValue(fact.GetType(), out var sensitive) => sensitive,
            _ => null,
        };
    }

    /// <summary>The class of an entry: of its fact or, where it withdraws an entry, of that one; null where everybody who may see the history may see it.</summary>
    public static SensitiveClass? ClassOf(Entry entry, History history) => entry.Fact switch
    {
        var fact when ClassOf(fact) is { } sensitive => sensitive,
        EntryWithdrawn withdrawal when history.Entries.FirstOrDefault(other => other.Version == withdrawal.Entry) is { } withdrawn => ClassOf(withdrawn, history),
        _ => null,
    };

    /// <summary>Whether somebody who sees these classes may see an entry.</summary>
    public static bool IsSeen(Entry entry, History history, IReadOnlySet<SensitiveClass> seen) => ClassOf(entry, history) is not { } sensitive || seen.Contains(sensitive);

    /// <summary>A history as it is for somebody who sees these classes: what they may not see is not there.</summary>
    public static History SeenBy(IReadOnlySet<SensitiveClass> seen, History history) => History.Of(history.Entries.Where(entry => IsSeen(entry, history, seen)));
}
