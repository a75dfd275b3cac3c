using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>To agree who pays which part from when; the last agreement counts (A1: jointly funded).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Split">Who pays which part.</param>
/// <param name="From">From which date.</param>
/// <param name="AgreedBy">Who agreed.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="Until">Up to which date, that day included; null where no end is agreed.</param>
/// <param name="FreeUntil">The last day of the period in which the person is charged nothing, where one is agreed.</param>
public sealed record AgreeFundingSplit(
    Instant OccurredAt, FundingSplit Split, LocalDate From, FundingAgreement AgreedBy, NoteRef? Note = null, LocalDate? Until = null, LocalDate? FreeUntil = null)
    : DischargeCaseDecision(OccurredAt)
{
    /// <summary>The parts do not make a whole.</summary>
    public static readonly Refusal NotWhole = new(
        "discharge.funding-not-whole", "The parts of health, social care and the person do not add up to 100 per cent.", "Three parts of 0 to 100 that add up to 100.");

    /// <summary>It ends before it begins.</summary>
    public static readonly Refusal EndsBeforeItBegins = new(
        "discharge.funding-ends-before-it-begins", "The split ends, or the free period does, before the date from which it is agreed.", "Dates in order: the end, and the end of the free period, not before the beginning.");

    /// <summary>Days are free that it is not for.</summary>
    public static readonly Refusal FreeAfterItEnds = new(
        "discharge.funding-free-after-it-ends", "The free period ends after the split does, and nobody would pay for those days.", "An end of the free period that is not after the end of the split.");

    /// <summary>The person pays a part of what is free for them.</summary>
    public static readonly Refusal ChargedWhileFree = new(
        "discharge.funding-charged-while-free",
        "The person is to pay a part on days that are free for them.",
        "A split in which the person pays nothing up to the end of the free period, and another from the day after; or, where the days are not free any more, an agreement on them without a free period first.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new FundingSplitAgreed(OccurredAt, Split, From, AgreedBy, Note, Until, FreeUntil);

    // What was given has to be paid for, whatever became of the person.
    /// <inheritdoc/>
    protected override bool MayFollowTheEnd => true;

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge) => this switch
    {
        { Split.IsWhole: false } => NotWhole,
        _ when Until < From || FreeUntil < From => EndsBeforeItBegins,
        _ when FreeUntil > Until => FreeAfterItEnds,
        { FreeUntil: not null, Split.SelfFunded: > 0 } => ChargedWhileFree,
        _ when Against(discharge) is { } other => ChargedWhileFree.Naming(other.Version),
        _ => discharge.Record(Fact),
    };

    // The agreement with which this one would have the person pay on days that are free for them. Of several for one day the last counts, whichever is told of first; it can change only where one of them begins or ends.
    private Entry? Against(DischargeCase discharge)
    {
        var others = discharge.Facts.EntriesOf<FundingSplitAgreed>().ToArray();
        return others.FirstOrDefault(entry => (FundingSplitAgreed)entry.Fact is var other && (other.OccurredAt > OccurredAt
            ? other.Split.SelfFunded > 0 && other.From <= FreeUntil && !(other.Until < From)
            : Split.SelfFunded > 0 && DaysOfChange(others).Any(day => From <= day && !(Until < day) && day <= other.FreeUntil && CountingOn(others, day) == other)));
    }

    private IEnumerable<LocalDate> DaysOfChange(IEnumerable<Entry> others) =>
        others.Select(entry => (FundingSplitAgreed)entry.Fact).SelectMany(other => new[] { other.From, other.Until?.PlusDays(1) }).OfType<LocalDate>().Append(From);

    private FundingSplitAgreed? CountingOn(IEnumerable<Entry> others, LocalDate day) =>
        others.Select(entry => (FundingSplitAgreed)entry.Fact).LastOrDefault(other => other.OccurredAt <= OccurredAt && other.From <= day && !(other.Until < day));
}
