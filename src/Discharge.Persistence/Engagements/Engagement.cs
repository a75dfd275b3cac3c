using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Persistence.Engagements;

/// <summary>A body's engagement to audit: whose cases its auditors may know of, to what purpose and until when. It names nobody who is cared for.</summary>
/// <param name="Id">The engagement.</param>
/// <param name="Body">The body that audits, by its ODS code: that of its auditors' tokens.</param>
/// <param name="Purpose">To what purpose.</param>
/// <param name="Organisations">Whose cases: those that any of these own or take part in.</param>
/// <param name="OpenedFrom">Of these, those whose first entry was recorded on this London date or later; absent for all.</param>
/// <param name="OpenedUntil">Of these, those whose first entry was recorded on this London date or earlier; absent for all.</param>
/// <param name="Until">When it is over.</param>
/// <param name="Stands">Whether it is in force now: neither over nor ended.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Role">The role they acted in.</param>
/// <param name="Organisation">The organisation they acted for.</param>
/// <param name="Reveals">Who was told under it whom a case is about, and why.</param>
/// <param name="Ended">How it was over before its time, where it was.</param>
public sealed record Engagement(
    Guid Id,
    OdsCode Body,
    string Purpose,
    Listed<OdsCode> Organisations,
    LocalDate? OpenedFrom,
    LocalDate? OpenedUntil,
    Instant Until,
    bool Stands,
    Instant RecordedAt,
    string By,
    string Role,
    OdsCode Organisation,
    IReadOnlyList<Revealed> Reveals,
    EngagementEnd? Ended = null)
{
    /// <summary>An engagement as it is asked for.</summary>
    public static Engagement New(Guid id, EngagementScope scope, Instant now, Actor by)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(by);
        return new(id, scope.Body, scope.Purpose, scope.Organisations, scope.OpenedFrom, scope.OpenedUntil, scope.Until, Stands: true, now, by.Id, by.Role, by.Organisation, []);
    }

    /// <summary>The engagement once it was ended.</summary>
    public Engagement EndedBy(EngagementEnd end) => this with { Stands = false, Ended = end };
}

/// <summary>What an engagement is of.</summary>
/// <param name="Body">The body that audits.</param>
/// <param name="Purpose">To what purpose.</param>
/// <param name="Organisations">Whose cases.</param>
/// <param name="OpenedFrom">The first London date on which these were opened.</param>
/// <param name="OpenedUntil">The last.</param>
/// <param name="Until">When it is over.</param>
public sealed record EngagementScope(OdsCode Body, string Purpose, Listed<OdsCode> Organisations, LocalDate? OpenedFrom, LocalDate? OpenedUntil, Instant Until);

/// <summary>That an engagement was over before its time.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who ended it.</param>
/// <param name="Role">The role they acted in.</param>
/// <param name="Organisation">The organisation they acted for.</param>
/// <param name="Reason">Why.</param>
public sealed record EngagementEnd(Instant At, string By, string Role, OdsCode Organisation, string Reason);

/// <summary>Engagements, the last recorded first.</summary>
/// <param name="Engagements">They.</param>
/// <param name="Next">The engagement to go on after, where there are more.</param>
public sealed record EngagementList(IReadOnlyList<Engagement> Engagements, Guid? Next = null);

/// <summary>That whom a case is about is named to an auditor from now on.</summary>
/// <param name="Case">The case.</param>
/// <param name="Engagement">The engagement under which: it holds while that does.</param>
/// <param name="Until">When that is over, unless it is ended before.</param>
public sealed record Reveal(Guid Case, Guid Engagement, Instant Until);

/// <summary>That an auditor was told whom a case is about.</summary>
/// <param name="Case">The case.</param>
/// <param name="At">When.</param>
/// <param name="By">The auditor.</param>
/// <param name="Ground">Why, as a code.</param>
/// <param name="Reason">Why, in words; absent once the person's record was disposed of.</param>
public sealed record Revealed(Guid Case, Instant At, string By, string Ground, string? Reason);

/// <summary>What an auditor is engaged for as they ask for something.</summary>
/// <param name="Engagements">The engagements of their body that stand.</param>
/// <param name="Reveals">Whether what they ask for is one case, or one person, that was revealed to them.</param>
public sealed record Engaged(IReadOnlyList<Guid> Engagements, bool Reveals)
{
    /// <summary>What an auditor without any engagement is engaged for.</summary>
    public static Engaged ForNothing { get; } = new([], Reveals: false);
}
