using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Records;

/// <summary>A request of a person for access to their record (UK GDPR Art. 15): its steps, and what they come to.</summary>
/// <param name="Id">The request.</param>
/// <param name="Person">Whose record it is for.</param>
/// <param name="Steps">What happened, in order; the first is that it was received.</param>
public sealed record SubjectAccessRequest(Guid Id, PersonRef Person, Listed<SubjectAccessTaken> Steps)
{
    /// <summary>It was answered.</summary>
    public static readonly Refusal AlreadyAnswered = new(
        "subject-access.answered", "This request was answered, so nothing of it is changed any more: the record says what was sent, and when.", "Another request of the person.");

    /// <summary>It was extended before.</summary>
    public static readonly Refusal AlreadyExtended = new(
        "subject-access.extended", "The time for this request was made longer already, and that can be done once.", "An answer by the day that is shown as dueOn; or, after it, an answer all the same.");

    /// <summary>The first month is over.</summary>
    public static readonly Refusal TooLateToExtend = new(
        "subject-access.too-late-to-extend", "The person has to be told within a month of the request that it takes longer, and that month is over.", "An answer without delay.");

    /// <summary>There is no such entry in any case of theirs.</summary>
    public static readonly Refusal NoSuchEntry = new(
        "subject-access.no-such-entry", "No case of this person has an entry of this version.", "A case of theirs, or of a record linked with theirs, and the version of an entry as its history shows it.");

    /// <summary>Nothing was withheld under that number.</summary>
    public static readonly Refusal NoSuchRedaction = new(
        "subject-access.no-such-redaction", "Nothing is withheld under this number.", "The number of what was withheld as the request shows it.");

    /// <summary>It is dated before the request.</summary>
    public static readonly Refusal BeforeReceipt = new(
        "subject-access.before-receipt", "The answer is dated before the request was received.", "The day on which the answer was sent.");

    /// <summary>The day on which it was received, from which the time is counted.</summary>
    public LocalDate ReceivedOn => Received.Of.On!.Value;

    /// <summary>That it was received.</summary>
    public SubjectAccessTaken Received => Steps[0];

    /// <summary>That the time was made longer, where it was.</summary>
    public SubjectAccessTaken? Extended => Steps.FirstOrDefault(step => step.Of.What is SubjectAccessStep.Extended);

    /// <summary>That the answer was sent, where it was.</summary>
    public SubjectAccessTaken? Answered => Steps.FirstOrDefault(step => step.Of.What is SubjectAccessStep.Answered);

    /// <summary>The day by the end of which it has to be answered.</summary>
    public LocalDate DueOn => SubjectAccessPeriod.DueOn(ReceivedOn, Extended is not null);

    /// <summary>Whether it was answered after that day, or is not answered and the day is over.</summary>
    public bool IsOverdue(LocalDate today) => (Answered?.Of.On ?? today) > DueOn;

    /// <summary>What is withheld and was not taken back, in order.</summary>
    public IEnumerable<SubjectAccessTaken> Redactions => Steps.Where(step => step.Of.What is SubjectAccessStep.Withheld && !Steps.Any(later => later.Of.What is SubjectAccessStep.ShownAfterAll && later.Of.Redaction == step.Number));

    /// <summary>What is withheld of an entry by what was decided: all of it where anybody decided so, or its words, on the ground decided last; null where nothing is.</summary>
    public Withholding? WithheldOf(Guid @case, long entry) =>
        Redactions.Select(step => step.Of.Withholding!).Where(withheld => withheld.Case == @case && withheld.Version == entry).OrderBy(withheld => withheld.Part).LastOrDefault();

    /// <summary>Whether what is asked for is so already, so that nothing is to be recorded.</summary>
    public bool IsSo(SubjectAccessAsked asked) => asked.What switch
    {
        SubjectAccessStep.Extended => Extended?.Of == asked,
        SubjectAccessStep.Withheld => Redactions.Any(step => step.Of == asked),
        SubjectAccessStep.ShownAfterAll => Steps.Any(step => step.Of == asked),
        SubjectAccessStep.Answered => Answered?.Of == asked,
        _ => false,
    };

    /// <summary>Why a step is refused, or null where it is not.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="today">The day, in London.</param>
    /// <param name="isTheirs">Whether the entry to withhold is in a case of the person or of a record linked with theirs.</param>
    public Refusal? Against(SubjectAccessAsked asked, LocalDate today, bool isTheirs) => asked.What switch
    {
        _ when Answered is not null => AlreadyAnswered,
        SubjectAccessStep.Extended when Extended is not null => AlreadyExtended,
        SubjectAccessStep.Extended when today > DueOn => TooLateToExtend,
        SubjectAccessStep.Withheld when !isTheirs => NoSuchEntry,
        SubjectAccessStep.ShownAfterAll when Steps.All(step => step.Number != asked.Redaction || step.Of.What is not SubjectAccessStep.Withheld) => NoSuchRedaction,
        SubjectAccessStep.Answered when asked.On < ReceivedOn => BeforeReceipt,
        _ => null,
    };
}
