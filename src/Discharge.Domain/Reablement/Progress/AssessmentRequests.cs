using Discharge.Domain.Deciding;

namespace Discharge.Domain.Reablement;

/// <summary>The functional assessments that were asked for.</summary>
public static class AssessmentRequests
{
    /// <summary>The requests to which nobody has responded, nor made the assessment.</summary>
    public static IEnumerable<Entry> Unanswered(ReablementCase reablement) => reablement.Facts.EntriesOf<AssessmentRequested>().Where(request =>
        !reablement.Facts.All<AssessmentAnswered>().Any(answered => answered.Request == request.Version) && !reablement.Facts.All<FunctionAssessed>().Any(assessed => assessed.Request == request.Version));
}
