using Discharge.Faults.Ledgers;

namespace Discharge.Faults.Checking;

/// <summary>All that the checker judges by: what the ledger says, what is stored, and what was answered. Read in one snapshot, once nothing moves any more.</summary>
/// <param name="Ledger">Each command that was sent.</param>
/// <param name="Cases">Each case in which anything was recorded meanwhile, or that an acknowledgement names.</param>
/// <param name="Answers">The answers kept since.</param>
/// <param name="Looks">The looks in the access log, by the correlation id they were sent with.</param>
/// <param name="Since">Where it begins.</param>
/// <param name="Before">What is on record now of what was there before.</param>
/// <param name="Left">What must not be left behind, counted.</param>
/// <param name="Served">Answers to questions asked meanwhile.</param>
/// <param name="At">When its transaction began, by the database, which is not later than what it shows.</param>
internal sealed record Evidence(
    IReadOnlyList<Told> Ledger,
    IReadOnlyDictionary<Guid, StoredCase> Cases,
    IReadOnlyList<KeptAnswer> Answers,
    ILookup<string, StoredLook> Looks,
    Since Since,
    OnRecordBefore Before,
    IReadOnlyDictionary<string, long> Left,
    IReadOnlyList<Served> Served,
    DateTimeOffset At)
{
    /// <summary>How far the time of a node may be from that of another, or of whoever sends it something.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);
}

/// <summary>From where on what is stored belongs to a run.</summary>
/// <param name="Sequence">The last event before it.</param>
/// <param name="At">When it began, by the database.</param>
/// <param name="Before">What was on record until then.</param>
internal sealed record Since(long Sequence, DateTime At, OnRecordBefore Before);

/// <summary>What was on record when a run began, and never changes: how much there is of it, and a sum over all that it says.</summary>
/// <param name="Entries">How many entries.</param>
/// <param name="SumOfEntries">The sum over them.</param>
/// <param name="Answers">How many kept answers.</param>
/// <param name="SumOfAnswers">The sum over them.</param>
internal sealed record OnRecordBefore(long Entries, string SumOfEntries, long Answers, string SumOfAnswers)
{
    /// <summary>What speaks against what is on record now, by what there was then. Where there is more, it came late and was not there to be summed.</summary>
    public IEnumerable<string> Against(OnRecordBefore then) =>
    [
        .. Against("entries", Entries, SumOfEntries, then.Entries, then.SumOfEntries),
        .. Against("kept answers", Answers, SumOfAnswers, then.Answers, then.SumOfAnswers),
    ];

    private static IEnumerable<string> Against(string what, long now, string sumNow, long then, string sumThen) => (then - now) switch
    {
        > 0 and var gone => [$"{gone} {what} that were there before are gone"],
        0 when sumNow != sumThen => [$"{what} that were there before are not as they were"],
        _ => [],
    };
}
