using Discharge.Faults.Ledgers;

namespace Discharge.Faults.Checking;

/// <summary>All that the checker judges by: what the ledger says, what is stored, and what was answered. Read in one snapshot, once nothing moves any more.</summary>
/// <param name="Ledger">Each command that was sent.</param>
/// <param name="Cases">Each case in which anything was recorded meanwhile, or that an acknowledgement names.</param>
/// <param name="Answers">The answers kept since.</param>
/// <param name="Looks">The looks in the access log, by the correlation id they were sent with.</param>
/// <param name="Since">Where it begins.</param>
/// <param name="Gone">How many entries of before are gone.</param>
/// <param name="Left">What must not be left behind, counted.</param>
/// <param name="Served">Answers to questions asked meanwhile.</param>
/// <param name="At">When it was read, by the database.</param>
internal sealed record Evidence(
    IReadOnlyList<Told> Ledger,
    IReadOnlyDictionary<Guid, StoredCase> Cases,
    IReadOnlyList<KeptAnswer> Answers,
    ILookup<string, StoredLook> Looks,
    Since Since,
    long Gone,
    IReadOnlyDictionary<string, long> Left,
    IReadOnlyList<Served> Served,
    DateTimeOffset At);

/// <summary>From where on what is stored belongs to a run.</summary>
/// <param name="Sequence">The last event before it.</param>
/// <param name="At">When it began, by the database.</param>
/// <param name="Entries">How many events there were until then.</param>
internal sealed record Since(long Sequence, DateTime At, long Entries);
