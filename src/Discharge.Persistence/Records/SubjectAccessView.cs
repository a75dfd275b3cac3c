using Discharge.Domain.People;
using Discharge.Domain.Records;
using NodaTime;

namespace Discharge.Persistence.Records;

/// <summary>A request for access to a record as it stands.</summary>
/// <param name="Id">The request.</param>
/// <param name="Version">How many steps there are.</param>
/// <param name="PersonRef">Whose record it is for.</param>
/// <param name="ReceivedOn">The day on which it was received.</param>
/// <param name="ReceivedBy">The organisation that received it.</param>
/// <param name="Way">How it came in.</param>
/// <param name="DueOn">The day by the end of which it has to be answered; a due day on a public holiday is shown as it is.</param>
/// <param name="Overdue">Whether it was answered after that day, or is not answered and the day is over.</param>
/// <param name="ExtendedBecause">Why the time was made longer, where it was.</param>
/// <param name="AnsweredOn">The day on which the answer was sent, where it was.</param>
/// <param name="Redactions">What is withheld now, by what was decided.</param>
/// <param name="Steps">Everything that was done, in order.</param>
public sealed record SubjectAccessView(
    Guid Id,
    long Version,
    PersonRef PersonRef,
    LocalDate ReceivedOn,
    OdsCode ReceivedBy,
    SubjectAccessWay Way,
    LocalDate DueOn,
    bool Overdue,
    ExtensionGround? ExtendedBecause,
    LocalDate? AnsweredOn,
    IReadOnlyList<RedactionView> Redactions,
    IReadOnlyList<SubjectAccessStepView> Steps)
{
    /// <summary>The view of a request on a day, with the words of its steps as far as they are given.</summary>
    public static SubjectAccessView Of(SubjectAccessRequest request, LocalDate today, IReadOnlyDictionary<int, SubjectAccessWords> words) => new(
        request.Id,
        request.Steps.Count,
        request.Person,
        request.ReceivedOn,
        request.Received.Of.ReceivedBy!,
        request.Received.Of.Way!.Value,
        request.DueOn,
        request.IsOverdue(today),
        request.Extended?.Of.Extension,
        request.Answered?.Of.On,
        [.. request.Redactions.Select(step => new RedactionView(step.Number, step.Of.Withholding!))],
        [.. request.Steps.Select(step => SubjectAccessStepView.Of(step, words.GetValueOrDefault(step.Number)))]);
}

/// <summary>Something that is withheld.</summary>
/// <param name="Redaction">Its number, by which it is taken back.</param>
/// <param name="Withheld">What is withheld, and why.</param>
public sealed record RedactionView(int Redaction, Withholding Withheld);

/// <summary>A step of a request for access.</summary>
/// <param name="Number">Its number.</param>
/// <param name="What">What happened or was decided.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="On">The day on which the request was received or the answer sent.</param>
/// <param name="Way">How.</param>
/// <param name="Extension">Why it takes longer.</param>
/// <param name="Withheld">What is withheld.</param>
/// <param name="Redaction">What is shown after all.</param>
/// <param name="Reason">What was said of it in words, which the answer to a command leaves out.</param>
/// <param name="ReasonDisposedOf">Whether those words were disposed of with the record.</param>
public sealed record SubjectAccessStepView(
    int Number,
    SubjectAccessStep What,
    Instant At,
    Actor By,
    LocalDate? On,
    SubjectAccessWay? Way,
    ExtensionGround? Extension,
    Withholding? Withheld,
    int? Redaction,
    string? Reason,
    bool? ReasonDisposedOf)
{
    /// <summary>The view of a step.</summary>
    public static SubjectAccessStepView Of(SubjectAccessTaken step, SubjectAccessWords? words) => new(
        step.Number, step.Of.What, step.At, step.By, step.Of.On, step.Of.Way, step.Of.Extension, step.Of.Withholding, step.Of.Redaction, words?.Said, words is { Said: null } ? true : null);
}

/// <summary>What was said of a step in words.</summary>
/// <param name="Said">The words; null where they were disposed of.</param>
public sealed record SubjectAccessWords(string? Said);

/// <summary>A page of the requests that are not answered.</summary>
/// <param name="Requests">They, by the day they are due.</param>
/// <param name="Next">The request to go on after, where there are more.</param>
public sealed record SubjectAccessList(IReadOnlyList<SubjectAccessView> Requests, Guid? Next = null);
