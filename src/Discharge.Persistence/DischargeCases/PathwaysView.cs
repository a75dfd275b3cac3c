using Discharge.Domain.DischargeCases;

namespace Discharge.Persistence.DischargeCases;

/// <summary>The pathway recommended beside the one decided, and what was assessed, advised, agreed and risked on it.</summary>
/// <param name="Recommended">The last recommendation.</param>
/// <param name="Decided">The last decision.</param>
/// <param name="Differs">Whether the decision is not for the pathway that had last been recommended by then.</param>
/// <param name="Advice">Advice and signposting given.</param>
/// <param name="Funding">Who pays which part, as last agreed.</param>
/// <param name="Risks">Every decision on a risk, with the options considered.</param>
/// <param name="Function">The functional assessment made at the hospital.</param>
public sealed record PathwaysView(
    PathwayRecommended? Recommended,
    PathwayDecided? Decided,
    bool Differs,
    IReadOnlyList<AdviceGiven> Advice,
    FundingSplitAgreed? Funding,
    IReadOnlyList<RiskDecided> Risks,
    FunctionalAssessmentMade? Function)
{
    /// <summary>The view of a case.</summary>
    public static PathwaysView Of(DischargeCase discharge) => new(
        discharge.Facts.Last<PathwayRecommended>(),
        discharge.PathwayDecision,
        discharge.PathwayDecision is { } decided
            && discharge.At(decided.OccurredAt).Facts.Last<PathwayRecommended>() is { } recommended
            && recommended.Pathway != decided.Pathway,
        [.. discharge.Facts.All<AdviceGiven>()],
        discharge.Facts.Last<FundingSplitAgreed>(),
        [.. discharge.Facts.All<RiskDecided>()],
        discharge.FunctionalAssessment);
}
