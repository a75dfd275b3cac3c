using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>How a case counts by how reablement ended.</summary>
internal static class Outcomes
{
    /// <summary>Completed without long-term care (A4): of those who completed reablement, those after whom no long-term care followed.</summary>
    public static Counted CompletedWithoutLongTermCare(ReablementCase reablement, MeasuredPeriod period) => EndedIn(reablement, period) ?? BySequel(SequelOf(reablement));

    /// <summary>ASCOF 2A: of new clients who completed short-term support, those who need no long-term support. Other sequels do not count.</summary>
    public static Counted NoLongerRequireSupport(ReablementCase reablement, MeasuredPeriod period) =>
        EndedIn(reablement, period) ?? BySequel(SequelOf(reablement)) switch
        {
            { As: not Counting.Excluded } when reablement.Ending!.HadLongTermSupport => Counted.Out(CountingReason.NotANewClient),
            var counted => counted,
        };

    // Whoever is known to have died by the ending did not complete it, whatever was said of it.
    private static ReablementSequel SequelOf(ReablementCase reablement) => reablement.Death?.OccurredAt <= reablement.Ending!.OccurredAt ? ReablementSequel.Died : reablement.Ending.Sequel;

    private static Counted BySequel(ReablementSequel sequel) => sequel switch
    {
        ReablementSequel.LongTermSupportInCareHome or ReablementSequel.LongTermSupportInCommunity => Counted.Against(CountingReason.LongTermCare),
        ReablementSequel.OngoingLowLevelSupport or ReablementSequel.FurtherShortTermSupport or ReablementSequel.NoneUniversalOrSignposted or ReablementSequel.NoneNoNeeds =>
            Counted.For(CountingReason.NoLongTermCare),
        ReablementSequel.SelfFunding => Counted.Out(CountingReason.SelfFunding),
        ReablementSequel.Declined => Counted.Out(CountingReason.Declined),
        ReablementSequel.Readmitted => Counted.Out(CountingReason.Readmitted),
        ReablementSequel.Died => Counted.Out(CountingReason.Died),
        _ => throw new ArgumentOutOfRangeException(nameof(sequel), sequel, "Every sequel counts in some way."),
    };

    // Why a case is none that ended in the period, having started; null where it is.
    private static Counted? EndedIn(ReablementCase reablement, MeasuredPeriod period) => reablement switch
    {
        { Referral: null } => Counted.Out(CountingReason.ReferredInError),
        { Ending: null } => Counted.Out(CountingReason.NotEnded),
        { Ending.OccurredAt: var ended } when !period.Holds(ended) => Counted.Out(CountingReason.OutsidePeriod),
        { Ending: { Sequel: not (ReablementSequel.Died or ReablementSequel.Readmitted or ReablementSequel.Declined), OccurredAt: var ended } } when !Started(reablement, ended) => Counted.Out(CountingReason.NeverStarted),
        _ => null,
    };

    private static bool Started(ReablementCase reablement, Instant by) => reablement.FirstContact?.OccurredAt <= by;
}
