using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>Somebody left the hospital into reablement. Every such discharge opens one case, whatever else is on record of the person: it is a fact that they are home and need the team.</summary>
/// <param name="OccurredAt">When they left.</param>
/// <param name="DischargeCase">The case of their stay in hospital.</param>
/// <param name="Person">Who.</param>
/// <param name="PersonHash">The commitment to their details.</param>
/// <param name="Hub">The care transfer hub that hands them over.</param>
/// <param name="Team">The reablement team.</param>
/// <param name="SixtyFiveOrOver">Whether they were 65 or over as they left; null where their date of birth is not known.</param>
public sealed record HandOverFromDischarge(Instant OccurredAt, Guid DischargeCase, PersonRef Person, string PersonHash, OdsCode Hub, OdsCode Team, bool? SixtyFiveOrOver = null)
{
    /// <summary>What opens the case.</summary>
    public ReablementReferred Fact => new(OccurredAt, Person, PersonHash, ReablementSource.Discharge, Hub, Team, Urgent: false, DischargeCase, SixtyFiveOrOver);

    /// <summary>The same, of somebody born on a date.</summary>
    public HandOverFromDischarge Of(LocalDate? born) => this with { SixtyFiveOrOver = born is { } date ? date.PlusYears(Older) <= LocalCalendar.DateOf(OccurredAt) : null };

    /// <summary>
    /// What has to be on record of it in the case. Where only the age has come out otherwise since, what opened the case stands and the age is said beside it; one that is known no longer, as of somebody erased, is kept.
    /// </summary>
    /// <param name="there">The case as it is.</param>
    public IReadOnlyList<ReablementEvent> FactsIn(ReablementCase there)
    {
        if (there.Referral is not { } opened || !opened.SaysTheSameAs(Fact with { SixtyFiveOrOver = opened.SixtyFiveOrOver }))
        {
            return [Fact];
        }

        var older = SixtyFiveOrOver ?? there.SixtyFiveOrOver;
        return older is not { } known || known == opened.SixtyFiveOrOver ? [opened] : [opened, new AgeHandedOver(OccurredAt, known)];
    }

    // The national measures say 65 and over.
    private const int Older = 65;
}
