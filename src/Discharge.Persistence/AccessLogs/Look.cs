using System.Text.Json.Serialization;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using NodaTime;

namespace Discharge.Persistence.AccessLogs;

/// <summary>One look at what is on record, or one that was refused. It has the fields that a FHIR AuditEvent asks for, and nothing personal but ids.</summary>
/// <param name="Id">The look, of version 7: the order of ids is that of moments.</param>
/// <param name="At">When it was answered.</param>
/// <param name="By">Who looked, in which role, for which organisation.</param>
/// <param name="What">The operation, such as "read-case".</param>
/// <param name="Path">The method and the path as it was sent, without its query.</param>
/// <param name="Purpose">Why, as the role says.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Touched">Every case, person and place that the path or the answer named.</param>
/// <param name="From">The network address it came from, where it is known.</param>
/// <param name="RequestId">The request.</param>
/// <param name="CorrelationId">The conversation the request belongs to.</param>
public sealed record Look(
    Guid Id, Instant At, Actor By, string What, string Path, LookPurpose Purpose, LookOutcome Outcome, IReadOnlyList<Guid> Touched, string? From, string RequestId, string CorrelationId)
{
    /// <summary>The one case or person it is at, where it is at one.</summary>
    [JsonIgnore]
    public Guid? Subject { get; init; }

    /// <summary>Whose cases the caller may know of: a look at something out of reach is refused as it is put down.</summary>
    [JsonIgnore]
    public Reach Reach { get; init; } = Reach.Everything;
}

/// <summary>Why somebody looks, by the role they act in.</summary>
public enum LookPurpose
{
    /// <summary>To look after the person.</summary>
    DirectCare,

    /// <summary>To examine what was recorded.</summary>
    Audit,

    /// <summary>To answer for who may see what.</summary>
    InformationGovernance,

    /// <summary>To keep the record, and to dispose of it.</summary>
    RecordsManagement,

    /// <summary>To keep the service running.</summary>
    Administration,
}

/// <summary>What came of a look.</summary>
public enum LookOutcome
{
    /// <summary>It was shown.</summary>
    Shown,

    /// <summary>The caller had it already, and it had not changed.</summary>
    Unchanged,

    /// <summary>There is nothing of this id.</summary>
    NotFound,

    /// <summary>The caller may not see it.</summary>
    Refused,
}
