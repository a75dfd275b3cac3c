using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Records;
using Discharge.Persistence;
using NodaTime;

namespace Discharge.Api.Records;

/// <summary>Why a record must not be disposed of, whatever its age.</summary>
public enum LegalHoldReason
{
    /// <summary>It is evidence in a claim or a prosecution.</summary>
    Litigation,

    /// <summary>A public inquiry asks for it to be kept.</summary>
    PublicInquiry,

    /// <summary>A coroner looks into a death.</summary>
    Inquest,

    /// <summary>A complaint is looked into.</summary>
    Complaint,

    /// <summary>The police ask for it to be kept.</summary>
    PoliceInvestigation,

    /// <summary>A safeguarding adult review or enquiry is under way.</summary>
    SafeguardingReview,

    /// <summary>Somebody has asked for access to it, or for something in it to be put right.</summary>
    AccessRequest,
}

/// <summary>What an appraisal comes to.</summary>
public enum AppraisalOutcome
{
    /// <summary>It is kept until a date.</summary>
    Keep,

    /// <summary>It may be disposed of.</summary>
    Dispose,
}

/// <summary>What an appraisal found.</summary>
public enum AppraisalReason
{
    /// <summary>Nobody needs it any more.</summary>
    NoFurtherValue,

    /// <summary>It is needed for care still.</summary>
    NeededForCare,

    /// <summary>It is needed for research that is approved.</summary>
    NeededForResearch,

    /// <summary>It is of lasting historical value.</summary>
    HistoricalValue,
}

/// <summary>Why a record is disposed of.</summary>
public enum DisposalReason
{
    /// <summary>The time for which it has to be kept is over.</summary>
    RetentionEnded,
}

/// <summary>What every decision of a person's record says: on what authority.</summary>
internal interface IRetentionRequest
{
    /// <summary>What is asked for.</summary>
    RetentionAsked Asked { get; }

    /// <summary>What is to be put right in the request itself, by the name of the field.</summary>
    IEnumerable<(string Field, string Sentence)> Amiss(LocalDate today) => [];
}

/// <summary>A legal hold to place on a person's record.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Authority">On what authority, such as the reference of a claim or an inquiry. It is kept when everything else is disposed of, so it must not name a person.</param>
public sealed record LegalHoldRequest(LegalHoldReason Reason, [property: Longest(300)] string Authority) : IRetentionRequest, IExample<LegalHoldRequest>
{
    /// <inheritdoc/>
    public static LegalHoldRequest Example => new(LegalHoldReason.PublicInquiry, "Letter of the inquiry of 3 March 2026, reference INQ-14");

    RetentionAsked IRetentionRequest.Asked => new(RetentionStep.LegalHoldPlaced, PublicJson.Spell(Reason), Authority);
}

/// <summary>A legal hold to lift.</summary>
/// <param name="Reason">The reason it was placed for.</param>
/// <param name="Authority">On what authority it is over. It must not name a person.</param>
public sealed record LegalHoldEndRequest(LegalHoldReason Reason, [property: Longest(300)] string Authority) : IRetentionRequest, IExample<LegalHoldEndRequest>
{
    /// <inheritdoc/>
    public static LegalHoldEndRequest Example => new(LegalHoldReason.PublicInquiry, "The inquiry's closing statement, reference INQ-14");

    RetentionAsked IRetentionRequest.Asked => new(RetentionStep.LegalHoldLifted, PublicJson.Spell(Reason), Authority);
}

/// <summary>The appraisal of a person's record.</summary>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Class">The class of the record; mental health where the person was cared for under the Mental Health Act or for their mental health.</param>
/// <param name="Reason">What it found.</param>
/// <param name="Authority">On what authority, such as the policy it follows. It must not name a person.</param>
/// <param name="KeepUntil">The last date it is kept on, where it is kept.</param>
public sealed record AppraisalRequest(AppraisalOutcome Outcome, RecordClass Class, AppraisalReason Reason, [property: Longest(300)] string Authority, LocalDate? KeepUntil = null)
    : IRetentionRequest, IExample<AppraisalRequest>
{
    /// <inheritdoc/>
    public static AppraisalRequest Example => new(AppraisalOutcome.Keep, RecordClass.AdultHealthAndSocialCare, AppraisalReason.NeededForResearch, "Records policy 4.2", new LocalDate(2046, 12, 31));

    RetentionAsked IRetentionRequest.Asked => new(
        Outcome is AppraisalOutcome.Keep ? RetentionStep.AppraisedToKeep : RetentionStep.AppraisedToDispose, PublicJson.Spell(Reason), Authority, Class, KeepUntil);

    IEnumerable<(string Field, string Sentence)> IRetentionRequest.Amiss(LocalDate today) => (Outcome, KeepUntil) switch
    {
        (AppraisalOutcome.Keep, null) => [("keepUntil", "Give the last date it is kept on.")],
        (AppraisalOutcome.Dispose, not null) => [("keepUntil", "Leave this out of an appraisal to dispose.")],
        (AppraisalOutcome.Keep, { } until) when until <= today => [("keepUntil", "Give a date after today.")],
        _ => [],
    };
}

/// <summary>The disposal of a person's record. It cannot be undone.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Authority">On what authority. It stays as the tombstone, so it must not name a person.</param>
public sealed record DisposalRequest(DisposalReason Reason, [property: Longest(300)] string Authority) : IRetentionRequest, IExample<DisposalRequest>
{
    /// <inheritdoc/>
    public static DisposalRequest Example => new(DisposalReason.RetentionEnded, "Records policy 4.2, disposal list of March 2036");

    RetentionAsked IRetentionRequest.Asked => new(RetentionStep.DisposedOf, PublicJson.Spell(Reason), Authority);
}
