using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>
/// A statutory period of hours "beginning with" its start: half-open, so that at exactly the last hour it has expired.
/// </summary>
public sealed record Statutory : Length
{
    private Statutory(int count) => Count = Least(1, count);

    /// <summary>How many hours the period has.</summary>
    public int Count { get; }

    /// <summary>A sentence saying what the period begins with, where that is not the event that brought it about.</summary>
    public string? CountedFrom { get; init; }

    internal override int Units => Count;

    /// <inheritdoc/>
    public override string Words => Plural(Count, "hour");

    /// <inheritdoc/>
    public override string Calendar => "statutory hours";

    /// <summary>A period of so many hours, at least one.</summary>
    public static Statutory Hours(int count) => new(count);

    private protected override Length WithUnits(int units) => new Statutory(units) { CountedFrom = CountedFrom };

    private protected override Reckoning Reckon(Instant startedAt)
    {
        var expiresAt = startedAt + Duration.FromHours(Count);
        string[] countedFrom = CountedFrom is { } sentence ? [sentence] : [];
        return new Due(null, startedAt, expiresAt - LocalCalendar.Microsecond, null, expiresAt, () =>
        [
            Steps.Started(startedAt),
            .. countedFrom,
            $"The period is {Words} beginning with that moment: {Steps.Seconds(Count)}, and the moment at which they are over is no longer inside it.",
            .. Steps.ChangesSeen(startedAt, expiresAt),
            $"Expires {LocalCalendar.SayExactly(expiresAt)}.",
        ]);
    }
}
