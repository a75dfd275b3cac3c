namespace Discharge.Faults.Checking;

/// <summary>Something that holds whatever was done to the service.</summary>
/// <param name="Code">What it is called, such as "I1".</param>
/// <param name="Sentence">What holds.</param>
/// <param name="Against">What speaks against it, each in a sentence; nothing where it holds.</param>
internal sealed record Invariant(string Code, string Sentence, Func<Evidence, IEnumerable<string>> Against)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<Invariant> All { get; } =
    [
        new("I1", "What was acknowledged is stored, as it was acknowledged.", AcknowledgedIsStored.Against),
        new("I2", "What is stored was sent, was not refused, and is there once.", StoredOnce.Against),
        new("I3", "Of what was refused nothing is stored.", RefusedIsNotStored.Against),
        new("I4", "The versions of a case run from 1 without a gap, and what was sent for a version went in on it.", VersionsWithoutGap.Against),
        new("I5", "What is stored beside a case is what its events alone say.", BesideIsTheFold.Against),
        new("I6", "Each clock that passed its moment unmet has one breach, recorded after that moment, and no other has any.", BreachesAreExact.Against),
        new("I7", "Each notice that is due is given once and told once.", NoticesToldOnce.Against),
        new("I8", "Each entry bears a seal over itself and all before it.", SealsHold.Against),
        new("I9", "Nothing is left lying: no dead letter, no message, no moment, no hand-over, no open transaction, no row of nobody.", NothingLeft.Against),
        new("I10", "What was answered is what the history says later of that moment.", ServedIsReplayed.Against),
        new("I11", "Whoever was shown a case is in the access log.", LooksAreOnRecord.Against),
        new("I12", "What was refused is refused by the rules, on the case as it stood then.", RefusedByTheRules.Against),
    ];

    /// <summary>What speaks against any of them.</summary>
    public static IReadOnlyList<Violation> Check(Evidence evidence) => [.. All.SelectMany(invariant => Judge(invariant, evidence))];

    // What is stored may be such that it cannot even be worked with; that speaks against it as well.
    private static List<Violation> Judge(Invariant invariant, Evidence evidence)
    {
        var violations = new List<Violation>();
        try
        {
            violations.AddRange(invariant.Against(evidence).Select(what => new Violation(invariant.Code, what)));
        }
        catch (Exception unworkable) when (unworkable is ArgumentException or InvalidOperationException or KeyNotFoundException or FormatException or System.Text.Json.JsonException)
        {
            violations.Add(new(invariant.Code, $"it cannot be judged: {unworkable.Message}"));
        }

        return violations;
    }
}

/// <summary>Something that does not hold.</summary>
/// <param name="Code">The invariant.</param>
/// <param name="What">What was found.</param>
internal sealed record Violation(string Code, string What);
