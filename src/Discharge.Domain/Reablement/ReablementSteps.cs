using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;

namespace Discharge.Domain.Reablement;

/// <summary>What is next in a reablement case: what its open clocks wait for, the first due first, and what is owed beside them.</summary>
public static class ReablementSteps
{
    private static readonly NextStep EndAfterDeath = new("end-reablement", "The person died: end reablement with that.", Owner.ReablementTeam);

    private static readonly NextStep EndOrGoOn = new(
        "end-reablement-or-go-on", "The person is back in hospital: end reablement as readmitted, or go on once they are home.", Owner.ReablementTeam);

    /// <summary>What is next; out of hours with what is offered then.</summary>
    public static IReadOnlyList<NextStep> Of(ReablementCase reablement, IEnumerable<Clock> clocks) =>
    [
        .. clocks.Where(clock => clock.IsOpen).OrderBy(clock => clock.Due.DueAt).Select(clock => clock.Awaits with { Due = clock.Due.DueAt, Sentence = WithOffer(clock) }),
        .. reablement switch
        {
            { IsOpen: false } => Array.Empty<NextStep>(),
            { Death: not null } => [EndAfterDeath],
            { BackInHospital: not null } => [EndOrGoOn],
            _ => [],
        },
    ];

    private static string WithOffer(Clock clock) => ReablementTimelines.OfferedOutOfHours([clock]) is { } offered ? $"{clock.Awaits.Sentence} {offered}" : clock.Awaits.Sentence;
}
