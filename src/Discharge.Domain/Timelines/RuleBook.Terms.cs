using NodaTime;
using static Discharge.Domain.Timelines.Voiding;

namespace Discharge.Domain.Timelines;

// What many rules of the book say in the same words. Properties rather than fields, so that no rule is read before its terms are.
public sealed partial class RuleBook
{
    private const string Undated = "No date is given: taken as in force from 1 January 2015, before any case this service holds.";
    private const string DateUnchecked = "The date it came into force is general knowledge, not checked.";

    private static LocalDate SinceEver => new(2015, 1, 1);

    private static Pausing NeverForSafety => Pausing.Never("It keeps a person safe; it can be voided with a reason, and not paused.");
    private static Pausing NeverForStatute => Pausing.Never("The period is statutory; it can be voided with a reason, and not paused.");
    private static Pausing NeverForTarget => Pausing.Never("The target holds for everybody; what delayed it is recorded beside the breach.");
    private static Pausing NeverForHistory => Pausing.Never("The rule is kept for replaying old cases only.");

    private static IReadOnlyList<Voiding> AnyReason => [PersonDied, Readmitted, Declined, OpenedInError];
    private static IReadOnlyList<Voiding> NoLongerAtHome => [PersonDied, Readmitted, MovedIntoInterimBed, Declined, OpenedInError];
    private static IReadOnlyList<Voiding> NotReadmission => [PersonDied, Declined, OpenedInError];
    private static IReadOnlyList<Voiding> DeathOrError => [PersonDied, OpenedInError];
    private static IReadOnlyList<Voiding> ErrorOnly => [OpenedInError];

    /// <summary>One rung, told with each warning and again at the breach.</summary>
    private static IReadOnlyList<Escalation> Throughout(LadderLevel level) => [new(level, new AtEachWarning()), new(level, new AtBreach())];

    /// <summary>A lower rung told with each warning, the next at the breach.</summary>
    private static IReadOnlyList<Escalation> InTurn(LadderLevel first, LadderLevel then) => [new(first, new AtEachWarning()), new(then, new AtBreach())];

    private static Warning[] OnDays(params int[] days) => [.. days.Select(day => new Warning(new OnLocalDay(day)))];

    private static Warning[] AfterHours(params int[] hours) => [.. hours.Select(hour => new Warning(new ElapsedAfterStart(hour * 60)))];

    private static Authority TheAssessment(string provision) => new("The care regulator's assessment of Westminster City Council", provision);
}
