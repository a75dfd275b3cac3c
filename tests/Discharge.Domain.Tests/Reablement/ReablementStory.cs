using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;

namespace Discharge.Domain.Tests.Reablement;

/// <summary>One referral in March 2026: received on Monday the 2nd, accepted and allocated within the hour, first contact that afternoon.</summary>
internal static class ReablementStory
{
    public static readonly Guid Id = Guid.Parse("0a6f1c1e-0000-4000-8000-000000000031");
    public static readonly Subject Olu = Subject.Parse("w-118");
    public static readonly Subject Petra = Subject.Parse("w-204");
    public static readonly Subject Sam = Subject.Parse("w-131");
    public static readonly Subject Duty = Subject.Parse("w-140");
    public static readonly Subject Lead = Subject.Parse("w-100");
    public static readonly OdsCode Team = OdsCode.Parse("RBT01");
    public static readonly OdsCode Referrer = OdsCode.Parse("QMJ01");

    private static readonly PersonRef Ada = new(Guid.Parse("0a6f1c1e-0000-4000-8000-000000000032"));

    public static ReablementReferred Referred => new(March(2, "09:00"), Ada, "ab12", ReablementSource.GpLiaison, Referrer, Team, Urgent: false);

    public static ReablementReferred ReferredUrgently => Referred with { Urgent = true };

    public static ReferralAnswered Accepted => new(March(2, "09:30"), ReferralAnswer.Accepted, ReferrerTold: true);

    public static ReferralAnswered Declined => new(March(2, "09:30"), ReferralAnswer.Declined, ReferrerTold: true);

    public static WorkerAllocated AllocatedToOlu => new(March(2, "09:40"), Olu, ReablementRole.OccupationalTherapist);

    public static WorkerCovered PetraStandsIn => new(March(4, "08:00"), Petra, ReablementRole.Physiotherapist);

    public static ContactMade FirstContact => new(March(2, "14:00"), Olu, ReablementRole.OccupationalTherapist, ContactBy.Visit);

    public static EntryWithdrawn ReferralWithdrawn => new(March(3, "09:00"), 1, WithdrawalReason.WrongPerson);

    public static ReablementCase AsReablement(this History history) => new(Id, history.Facts<ReablementEvent>());

    public static ReablementCase CaseOf(params Recorded[] recorded) => HistoryOf(recorded).AsReablement();

    public static Clock ClockOf(string rule, params Recorded[] recorded) =>
        HistoryOf(recorded) is var history ? ReablementTimelines.ClocksOf(history.AsReablement(), ClockTerms.Of(RuleBook.Standard, history)).Single(clock => clock.Rule.Id == rule) : throw new InvalidOperationException();

    public static IEnumerable<string> StepsOf(params Recorded[] recorded) =>
        HistoryOf(recorded) is var history ? ReablementSteps.Of(history.AsReablement(), ReablementTimelines.ClocksOf(history.AsReablement(), ClockTerms.Of(RuleBook.Standard, history))).Select(step => step.What) : [];

    public static IEnumerable<string> RulesOf(params Recorded[] recorded) =>
        HistoryOf(recorded) is var history ? ReablementTimelines.ClocksOf(history.AsReablement(), ClockTerms.Of(RuleBook.Standard, history)).Select(clock => clock.Rule.Id) : [];
}

/// <summary>The decisions about a reablement case.</summary>
public abstract class ReablementDecisions : Decisions<ReablementCase, ReablementEvent>
{
    protected override ReablementCase StateOf(History history) => history.AsReablement();
}
