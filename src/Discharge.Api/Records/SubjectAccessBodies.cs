using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.People;
using Discharge.Domain.Records;
using Discharge.Persistence;
using NodaTime;

namespace Discharge.Api.Records;

/// <summary>A step of a request for access to a record, as it comes over HTTP.</summary>
internal interface ISubjectAccessBody
{
    /// <summary>What is asked for.</summary>
    SubjectAccessAsked Asked { get; }

    /// <summary>What is said of it in words.</summary>
    string? Said => null;

    /// <summary>What is to be put right in the body itself, by the name of the field.</summary>
    IEnumerable<(string Field, string Sentence)> Amiss(LocalDate today) => [];
}

/// <summary>A request for access that came in.</summary>
/// <param name="ReceivedOn">The day on which it was received, by whomever, from which the time to answer counts.</param>
/// <param name="ReceivedBy">The organisation that received it.</param>
/// <param name="Way">How it came in.</param>
public sealed record SubjectAccessReceipt(LocalDate ReceivedOn, OdsCode ReceivedBy, SubjectAccessWay Way) : ISubjectAccessBody, IExample<SubjectAccessReceipt>
{
    /// <inheritdoc/>
    public static SubjectAccessReceipt Example => new(new LocalDate(2026, 3, 31), OdsCode.Parse("QMJ01"), SubjectAccessWay.Letter);

    SubjectAccessAsked ISubjectAccessBody.Asked => new(SubjectAccessStep.Received, ReceivedOn, ReceivedBy, Way);

    IEnumerable<(string Field, string Sentence)> ISubjectAccessBody.Amiss(LocalDate today) => DayUpTo(today, ReceivedOn, "receivedOn");

    internal static IEnumerable<(string Field, string Sentence)> DayUpTo(LocalDate today, LocalDate day, string field) => day > today ? [(field, "Give a day up to today.")] : [];
}

/// <summary>More time to answer, two months of it.</summary>
/// <param name="Ground">Why it takes longer.</param>
/// <param name="Reason">Why, in the words in which the person was told. They are kept sealed with the record of the person.</param>
public sealed record SubjectAccessExtension(ExtensionGround Ground, [property: Longest(1000)] string Reason) : ISubjectAccessBody, IExample<SubjectAccessExtension>
{
    /// <inheritdoc/>
    public static SubjectAccessExtension Example => new(ExtensionGround.Complex, "There are many records, and much in them is about others of your family.");

    SubjectAccessAsked ISubjectAccessBody.Asked => new(SubjectAccessStep.Extended, Extension: Ground);

    string? ISubjectAccessBody.Said => Reason;
}

/// <summary>Something to withhold from the answer.</summary>
/// <param name="Case">The case.</param>
/// <param name="Version">The version of the entry in it.</param>
/// <param name="Part">What of it: its words, or all of it.</param>
/// <param name="Ground">On which ground.</param>
/// <param name="Reason">Why, in words. They are kept sealed with the record of the person.</param>
public sealed record RedactionRequest(Guid Case, long Version, WithheldPart Part, WithholdingGround Ground, [property: Longest(1000)] string? Reason = null) : ISubjectAccessBody, IExample<RedactionRequest>
{
    /// <inheritdoc/>
    public static RedactionRequest Example => new(DischargeCases.ExampleCase.JustLeft.Id, 2, WithheldPart.Words, WithholdingGround.ThirdParty, "A neighbour who fears her is named, and does not agree.");

    SubjectAccessAsked ISubjectAccessBody.Asked => new(SubjectAccessStep.Withheld, Withholding: new(Case, Version, Part, Ground));

    string? ISubjectAccessBody.Said => Reason;

    IEnumerable<(string Field, string Sentence)> ISubjectAccessBody.Amiss(LocalDate today) =>
        Ground is WithholdingGround.OnlyFewMaySee ? [("ground", $"This is withheld by itself; give another ground than {PublicJson.Spell(Ground)}.")] : [];
}

/// <summary>Something that was withheld is shown after all.</summary>
/// <param name="Reason">Why, in words. They are kept sealed with the record of the person.</param>
public sealed record RedactionWithdrawal([property: Longest(1000)] string? Reason = null) : ISubjectAccessBody, IExample<RedactionWithdrawal>
{
    /// <inheritdoc/>
    public static RedactionWithdrawal Example => new("The neighbour agrees now.");

    /// <summary>The number of what was withheld, from the path.</summary>
    internal int Redaction { get; init; }

    SubjectAccessAsked ISubjectAccessBody.Asked => new(SubjectAccessStep.ShownAfterAll, Redaction: Redaction);

    string? ISubjectAccessBody.Said => Reason;
}

/// <summary>The answer was sent.</summary>
/// <param name="SentOn">The day on which it was sent.</param>
/// <param name="Way">How.</param>
public sealed record SubjectAccessAnswer(LocalDate SentOn, SubjectAccessWay Way) : ISubjectAccessBody, IExample<SubjectAccessAnswer>
{
    /// <inheritdoc/>
    public static SubjectAccessAnswer Example => new(new LocalDate(2026, 4, 20), SubjectAccessWay.Letter);

    SubjectAccessAsked ISubjectAccessBody.Asked => new(SubjectAccessStep.Answered, SentOn, Way: Way);

    IEnumerable<(string Field, string Sentence)> ISubjectAccessBody.Amiss(LocalDate today) => SubjectAccessReceipt.DayUpTo(today, SentOn, "sentOn");
}
