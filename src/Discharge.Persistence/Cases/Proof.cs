using NodaTime;

namespace Discharge.Persistence.Cases;

/// <summary>What can be proved of a case's record: that it is as the service sealed it, entry by entry, or where it is not.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">The version that its stream says it has.</param>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Entries">How many entries there are.</param>
/// <param name="Seal">The seal of the last entry, over itself and all before it: whoever keeps it beside the version can ask later whether it still stands.</param>
/// <param name="Doubts">What stands against it, in order of the versions; nothing where it is intact.</param>
public sealed record CaseProof(Guid Id, long Version, ProofVerdict Verdict, int Entries, string? Seal, IReadOnlyList<Doubt> Doubts)
{
    /// <summary>Judges the entries of a case, in order of their versions.</summary>
    internal static CaseProof Of(Seal seal, Guid id, long version, IReadOnlyList<SealedEntry> entries)
    {
        Doubt[] doubts = [.. Against(seal, version, entries)];
        return new(
            id,
            version,
            doubts.Any(doubt => doubt.What is not DoubtKind.Unsealed) ? ProofVerdict.InDoubt : doubts is [] ? ProofVerdict.Intact : ProofVerdict.Unsealed,
            entries.Count,
            entries is [.., var last] ? last.Seal : null,
            doubts);
    }

    private static IEnumerable<Doubt> Against(Seal seal, long version, IReadOnlyList<SealedEntry> entries)
    {
        var (expected, before) = (1L, (SealedEntry?)null);
        foreach (var entry in entries)
        {
            if (entry.Content.Version > expected)
            {
                yield return new(DoubtKind.Missing, expected, entry.Content.Version - 1, RecordedAt: null);
            }

            if (entry.Against(seal, before, follows: entry.Content.Version <= expected) is { } doubt)
            {
                yield return new(doubt, entry.Content.Version, entry.Content.Version, entry.Content.RecordedAt);
            }

            if (!entry.IsReadable)
            {
                yield return new(DoubtKind.Unreadable, entry.Content.Version, entry.Content.Version, entry.Content.RecordedAt);
            }

            (expected, before) = (entry.Content.Version + 1, entry);
        }

        if (expected <= version)
        {
            yield return new(DoubtKind.Missing, expected, version, RecordedAt: null);
        }
        else if (expected - 1 > version)
        {
            yield return new(DoubtKind.BeyondTheEnd, version + 1, expected - 1, RecordedAt: null);
        }
    }
}

/// <summary>What a proof comes to.</summary>
public enum ProofVerdict
{
    /// <summary>Every entry is as the service recorded it, and none is missing.</summary>
    Intact,

    /// <summary>Nothing stands against it, but some of its entries bear no seal, so nothing is proved of them.</summary>
    Unsealed,

    /// <summary>Something was altered, removed or put in, or cannot be read.</summary>
    InDoubt,
}

/// <summary>Something that stands against a record.</summary>
/// <param name="What">What it is.</param>
/// <param name="Version">The entry, or the first of several.</param>
/// <param name="Through">The last of them.</param>
/// <param name="RecordedAt">When it says it was recorded, where it is there.</param>
public sealed record Doubt(DoubtKind What, long Version, long Through, Instant? RecordedAt)
{
    /// <summary>What it is, in words.</summary>
    public string Sentence => What switch
    {
        DoubtKind.Missing => "It was recorded and is gone.",
        DoubtKind.Altered => "It is not what was sealed: it was altered, or put in by other hands.",
        DoubtKind.Unproven => "The entry before it is gone, and its seal cannot be proved without that one's.",
        DoubtKind.BeyondTheEnd => "The case ends before it, by the version that its stream says it has.",
        DoubtKind.Unreadable => "This version of the service cannot read it.",
        DoubtKind.Unsealed => "It bears no seal, so nothing is proved of it: it was recorded before entries were sealed, or by other hands.",
        _ => throw new InvalidOperationException("There is no such doubt."),
    };
}

/// <summary>What may stand against an entry.</summary>
public enum DoubtKind
{
    /// <summary>It is gone.</summary>
    Missing,

    /// <summary>It does not bear out its seal.</summary>
    Altered,

    /// <summary>Its seal cannot be proved.</summary>
    Unproven,

    /// <summary>It lies beyond the version its stream ends with.</summary>
    BeyondTheEnd,

    /// <summary>It cannot be read.</summary>
    Unreadable,

    /// <summary>It bears no seal.</summary>
    Unsealed,
}
