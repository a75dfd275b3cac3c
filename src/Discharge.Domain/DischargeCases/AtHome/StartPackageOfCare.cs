using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A package of care started, or started again at the same or another level.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Provider">Who gives it.</param>
/// <param name="Start">Whether it is new, or the one from before at the same or another level.</param>
/// <param name="VisitsADay">Visits a day.</param>
/// <param name="DoubleHanded">Whether two come to each visit.</param>
/// <param name="Note">What is added in words.</param>
public sealed record StartPackageOfCare(Instant OccurredAt, OdsCode Provider, PackageStart Start, int VisitsADay, bool DoubleHanded, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The most visits a day there are: one each hour.</summary>
    public const int MostVisitsADay = 24;

    /// <summary>No package has so many visits, or so few.</summary>
    public static readonly Refusal NotSoManyVisits = new("discharge.visits-not-countable", "A package of care has at least one visit a day, and at most one each hour.", "From 1 to 24 visits a day.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PackageOfCareStarted(OccurredAt, Provider, Start, VisitsADay, DoubleHanded, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => VisitsADay is < 1 or > MostVisitsADay
        ? NotSoManyVisits
        : discharge.Record(Fact).Departing(OutOfCourse.NotLeftYet, unless: discharge.HadLeftBy(OccurredAt)).Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt));
}
