namespace Discharge.Domain.DischargeCases;

/// <summary>The assessment of long-term needs as it stands; another begun after it was completed takes its place.</summary>
/// <param name="Begun">Its beginning, where that was recorded.</param>
/// <param name="Recovery">That the person has recovered as far as they will for now, as last found.</param>
/// <param name="Completed">Its outcome; null while it is open.</param>
public sealed record LongTermAssessment(LongTermAssessmentBegun? Begun, RecoveryJudged? Recovery, LongTermAssessmentCompleted? Completed)
{
    /// <summary>The assessment of a case.</summary>
    public static LongTermAssessment Of(DischargeCase discharge)
    {
        var (begun, completed) = (discharge.Facts.Last<LongTermAssessmentBegun>(), discharge.Facts.Last<LongTermAssessmentCompleted>());
        var isAnother = completed is not null && begun?.OccurredAt > completed.OccurredAt;
        var recovery = discharge.Facts.Last<RecoveryJudged>();
        // What was found before the last assessment was completed says nothing of the next.
        return new(begun, isAnother && recovery?.OccurredAt <= completed!.OccurredAt ? null : recovery, isAnother ? null : completed);
    }
}
