using Discharge.Api.Access;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using Discharge.Persistence.Engagements;
using NodaTime;

namespace Discharge.Api.Engagements;

/// <summary>Why an engagement is over before its time.</summary>
public enum EngagementEndReason
{
    /// <summary>The audit is complete.</summary>
    Completed,

    /// <summary>Whoever asked for the audit has withdrawn it.</summary>
    Withdrawn,

    /// <summary>The body's access is to be no more.</summary>
    AccessRevoked,

    /// <summary>It was recorded in error.</summary>
    RecordedInError,
}

/// <summary>Why an auditor has to know whom a case is about.</summary>
public enum RevealGround
{
    /// <summary>To compare it with records of others, which are kept by name.</summary>
    ComparisonWithOtherRecords,

    /// <summary>To look into an incident that is known by name.</summary>
    Incident,

    /// <summary>To look into a complaint.</summary>
    Complaint,

    /// <summary>Somebody may be at risk of harm, and those who look after them have to be told.</summary>
    RiskOfHarm,
}

/// <summary>An engagement to audit.</summary>
/// <param name="Body">The body that audits, by its ODS code: that of its auditors' tokens.</param>
/// <param name="Purpose">To what purpose. It must not name a person.</param>
/// <param name="Organisations">Whose cases: those that any of these sites, hubs and teams own or take part in.</param>
/// <param name="Until">When it is over.</param>
/// <param name="OpenedFrom">Of these, those whose first entry was recorded on this London date or later; left out, all.</param>
/// <param name="OpenedUntil">Of these, those whose first entry was recorded on this London date or earlier; left out, all.</param>
public sealed record EngagementRequest(
    OdsCode Body, [property: Longest(300)] string Purpose, Listed<OdsCode> Organisations, Instant Until, LocalDate? OpenedFrom = null, LocalDate? OpenedUntil = null) : IExample<EngagementRequest>
{
    private const int MostOrganisations = 200;

    /// <inheritdoc/>
    public static EngagementRequest Example => new(
        OdsCode.Parse("RAU01"), "Internal audit plan 2026, item 14: time from ready to gone", [OdsCode.Parse("RXX01")], ExampleMoment.At(2046, 6, 30, 18, 0), new LocalDate(2026, 1, 1), new LocalDate(2026, 3, 31));

    /// <summary>What is asked for.</summary>
    internal EngagementScope Scope => new(Body, Purpose, [.. Organisations.Distinct()], OpenedFrom, OpenedUntil, Until);

    /// <summary>What is to be put right in the request itself, by the name of the field.</summary>
    internal IEnumerable<(string Field, string Sentence)> Amiss(Instant now, Reach reach) =>
    [
        .. NhsNumber.StandsIn(Purpose) ? [("purpose", "Leave the NHS number out: this is kept when everything of a person is disposed of.")] : Array.Empty<(string, string)>(),
        .. Organisations is { Count: 0 or > MostOrganisations } ? [("organisations", $"Give the ODS codes of 1 to {MostOrganisations} organisations.")] : Array.Empty<(string, string)>(),
        .. !reach.IsOfAll(Organisations) ? [("organisations", "Give none but organisations that you work for: others answer for who may know of theirs.")] : Array.Empty<(string, string)>(),
        .. Until <= now ? [("until", "Give a moment that is to come.")] : Array.Empty<(string, string)>(),
        .. OpenedUntil < OpenedFrom ? [("openedUntil", "Give a date that is not before openedFrom.")] : Array.Empty<(string, string)>(),
    ];
}

/// <summary>That an engagement is over before its time.</summary>
/// <param name="Reason">Why.</param>
public sealed record EngagementEndRequest(EngagementEndReason Reason) : IExample<EngagementEndRequest>
{
    /// <inheritdoc/>
    public static EngagementEndRequest Example => new(EngagementEndReason.Completed);
}

/// <summary>That an auditor has to know whom a case is about.</summary>
/// <param name="Ground">Why.</param>
/// <param name="Reason">Why, in words. They lie under the key of the person, and go with it.</param>
public sealed record RevealRequest(RevealGround Ground, [property: Longest(300)] string Reason) : IExample<RevealRequest>
{
    /// <inheritdoc/>
    public static RevealRequest Example => new(RevealGround.ComparisonWithOtherRecords, "The ward's paper record of 3 March has to be found.");
}

/// <summary>The engagement of the contract's examples.</summary>
internal sealed class ExampleEngagement : IExample<Engagement>, IExample<EngagementList>, IExample<Reveal>
{
    private static readonly Guid Id = Guid.Parse("019cb1a0-5c40-7b13-9a0e-2f60d1c8b744");

    private static readonly Engagement Standing = Engagement.New(
        Id, EngagementRequest.Example.Scope, ExampleMoment.At(2026, 4, 1, 9, 0), new Actor("g-18f3", Caller.Named(Role.InformationGovernance), OdsCode.Parse("QMJ01")));

    /// <inheritdoc/>
    static Engagement IExample<Engagement>.Example => Standing;

    /// <inheritdoc/>
    static EngagementList IExample<EngagementList>.Example => new([Standing]);

    /// <inheritdoc/>
    static Reveal IExample<Reveal>.Example => new(ExampleCase.JustLeft.Id, Id, EngagementRequest.Example.Until);

    /// <summary>The same engagement once it was ended.</summary>
    internal sealed class Ended : IExample<Engagement>
    {
        /// <inheritdoc/>
        public static Engagement Example => Standing.EndedBy(new(ExampleMoment.At(2026, 5, 20, 16, 30), "g-18f3", Caller.Named(Role.InformationGovernance), OdsCode.Parse("QMJ01"), Persistence.PublicJson.Spell(EngagementEndRequest.Example.Reason)));
    }
}
