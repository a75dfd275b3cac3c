using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The named worker is back.</summary>
/// <param name="OccurredAt">Since when.</param>
public sealed record EndCover(Instant OccurredAt) : ReablementCommand(OccurredAt)
{
    /// <summary>Nobody stood in.</summary>
    public static readonly Refusal NobodyStoodIn = new("reablement.nobody-stood-in", "By then nobody stood in for the named worker.", "The moment at which somebody did.");

    /// <inheritdoc/>
    public override Decision<ReablementEvent> Decide(ReablementCase reablement)
    {
        ReablementEvent fact = new CoverEnded(OccurredAt);
        return Deciding(reablement, fact, () => reablement.At(OccurredAt).Responsible is { Covering: not null } ? fact : NobodyStoodIn);
    }
}
