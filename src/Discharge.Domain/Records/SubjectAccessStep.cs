using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Records;

/// <summary>What happens to a request for access to one's record.</summary>
public enum SubjectAccessStep
{
    /// <summary>It was received.</summary>
    Received,

    /// <summary>The time to answer it was made longer, and the person was told why.</summary>
    Extended,

    /// <summary>Something of the record is withheld from the answer.</summary>
    Withheld,

    /// <summary>What was withheld is shown after all.</summary>
    ShownAfterAll,

    /// <summary>The answer was sent.</summary>
    Answered,
}

/// <summary>How a request for access came in, or its answer went out.</summary>
public enum SubjectAccessWay
{
    /// <summary>By letter.</summary>
    Letter,

    /// <summary>By e-mail.</summary>
    Email,

    /// <summary>In person.</summary>
    InPerson,

    /// <summary>By telephone.</summary>
    Telephone,

    /// <summary>Through a form or an account on a website.</summary>
    Online,
}

/// <summary>Why the time to answer is made longer (UK GDPR Art. 12(3)).</summary>
public enum ExtensionGround
{
    /// <summary>The request is complex.</summary>
    Complex,

    /// <summary>The person has made several requests.</summary>
    SeveralRequests,
}

/// <summary>Why something is not in the answer to a request for access.</summary>
public enum WithholdingGround
{
    /// <summary>It is about somebody else, who has not agreed, and it is not reasonable to show it without (Data Protection Act 2018, Schedule 2, paragraph 16).</summary>
    ThirdParty,

    /// <summary>To show it would be likely to cause serious harm to the physical or mental health of the person or another (Schedule 3, paragraph 5).</summary>
    SeriousHarmToHealth,

    /// <summary>It is data of social work, and to show it would be likely to prejudice that work because of the serious harm it would cause (Schedule 3, paragraph 11).</summary>
    SeriousHarmInSocialWork,

    /// <summary>Somebody asks for the person, who gave or had it found in the expectation that it would not be shown to them (Schedule 3, paragraph 4).</summary>
    WishesOfThePerson,

    /// <summary>Legal professional privilege (Schedule 2, paragraph 19).</summary>
    LegalPrivilege,

    /// <summary>To show it would be likely to prejudice the prevention or detection of crime (Schedule 2, paragraph 2).</summary>
    Crime,

    /// <summary>It is of a kind that only few may see, and whoever makes the answer is not one of them. Nobody withholds on this ground: it is withheld by itself.</summary>
    OnlyFewMaySee,
}

/// <summary>What of an entry is withheld.</summary>
public enum WithheldPart
{
    /// <summary>What it says in words; the rest of it is shown.</summary>
    Words,

    /// <summary>All of it: the answer says only how many such there are.</summary>
    Entry,
}

/// <summary>What is withheld of a record.</summary>
/// <param name="Case">The case.</param>
/// <param name="Version">The version of the entry.</param>
/// <param name="Part">What of it.</param>
/// <param name="Ground">Why.</param>
public sealed record Withholding(Guid Case, long Version, WithheldPart Part, WithholdingGround Ground);

/// <summary>A step that is asked for.</summary>
/// <param name="What">What happened or was decided.</param>
/// <param name="On">The day on which the request was received, or the answer sent.</param>
/// <param name="ReceivedBy">The organisation that received it.</param>
/// <param name="Way">How it came in, or went out.</param>
/// <param name="Extension">Why the time is made longer.</param>
/// <param name="Withholding">What is withheld.</param>
/// <param name="Redaction">The number of the withholding that is taken back.</param>
public sealed record SubjectAccessAsked(
    SubjectAccessStep What, LocalDate? On = null, OdsCode? ReceivedBy = null, SubjectAccessWay? Way = null, ExtensionGround? Extension = null, Withholding? Withholding = null, int? Redaction = null);

/// <summary>A step on record. What was said of it in words is kept beside it.</summary>
/// <param name="Number">Its number among those of the request, from 1.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Of">What happened or was decided.</param>
public sealed record SubjectAccessTaken(int Number, Instant At, Actor By, SubjectAccessAsked Of);
