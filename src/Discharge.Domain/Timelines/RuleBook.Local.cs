using NodaTime;

namespace Discharge.Domain.Timelines;

// What an authority may decide for itself: a stricter target, or its own value where the rule is only our proposal. Never more time than the law or a national standard gives.
public sealed partial class RuleBook
{
    /// <summary>This book with what an authority decided as the next version of each rule; or, for each decision in their order, what is wrong with it.</summary>
    public (RuleBook Book, IReadOnlyList<(int Index, LocalRuleFault Fault)> Faults) With(IReadOnlyList<LocalRule> decided)
    {
        var (book, faults) = (this, new List<(int, LocalRuleFault)>());
        foreach (var (index, local) in decided.Index().OrderBy(pair => pair.Item.From))
        {
            if (book.FaultIn(local) is { } fault)
            {
                faults.Add((index, fault));
            }
            else
            {
                book = book.With(local);
            }
        }

        return (book, [.. faults.OrderBy(fault => fault.Item1)]);
    }

    /// <summary>This book as if a rule had another length in each of its eras that counts as the length does, whatever may be decided about it: for asking what would have been.</summary>
    /// <returns>None where the rule is not in force on a London date, or has no single due moment then, or the length counts otherwise than it does.</returns>
    public RuleBook? AsIf(string id, string length, LocalDate on) => InForce(id, on)?.Length.Reading(length) is null
        ? null
        : new(Rules.Select(rule => rule.Id == id && rule.Length.Reading(length) is { } other ? rule.Allowing(other) : rule));

    private RuleBook With(LocalRule local)
    {
        var rule = InForce(local.RuleId, local.From)!;
        var length = local.Length is { } words ? rule.Length.Reading(words)! : rule.Length;
        var next = rule.Allowing(length) with
        {
            Version = Eras(local.RuleId).Max(era => era.Version) + 1,
            PausableBy = local.Pausable is { } on && rule.PausableBy is PausableBy by ? by with { ByDefault = on } : rule.PausableBy,
            Standing = rule.Standing.Adding($"Decided by the authority from {LocalCalendar.Say(local.From)}: {Decided(rule, length, local)} {local.Reason}"),
            InForceFrom = local.From,
        };
        return new([.. Rules.Where(other => other != rule), .. local.From > rule.InForceFrom ? [rule with { InForceUntil = local.From.PlusDays(-1) }] : Array.Empty<TimelineRule>(), next]);
    }

    private static string Decided(TimelineRule rule, Length length, LocalRule local) =>
        (local.Length is null ? string.Empty : $"{length.Words} instead of {rule.Length.Words}.")
        + (local.Pausable is { } on ? $"{(local.Length is null ? string.Empty : " ")}It {(on ? "may" : "may not")} be paused." : string.Empty);

    private LocalRuleFault? FaultIn(LocalRule local)
    {
        if (!Eras(local.RuleId).Any())
        {
            return new(nameof(local.RuleId), $"There is no rule {local.RuleId}. The rules are {Rules[0].Id} to {Rules[^1].Id}.");
        }

        if (InForce(local.RuleId, local.From) is not { } rule)
        {
            return new(nameof(local.From), $"{local.RuleId} is not in force on {LocalCalendar.Say(local.From)}.");
        }

        if (rule.InForceFrom == local.From && rule.Standing.Note.Contains("Decided by the authority", StringComparison.Ordinal))
        {
            return new(nameof(local.From), $"{local.RuleId} is decided twice from {LocalCalendar.Say(local.From)}. One decision for a date, please.");
        }

        return local switch
        {
            { Reason.Length: 0 } => new(nameof(local.Reason), $"{local.RuleId} needs the reason for the decision; it is shown with the rule."),
            { Length: null, Pausable: null } => new(nameof(local.Length), $"{local.RuleId} needs what is decided: a length, or whether it may be paused."),
            { Pausable: not null } when rule.PausableBy is NotPausable never => new(nameof(local.Pausable), $"{local.RuleId} cannot be paused. {never.Reason}"),
            { Length: { } words } => FaultIn(rule, words),
            _ => null,
        };
    }

    private static LocalRuleFault? FaultIn(TimelineRule rule, string words)
    {
        LocalRuleFault No(string sentence) => new(nameof(LocalRule.Length), $"{rule.Id} ({rule.Name}): {sentence}");
        return rule.Kind is RuleKind.Measure or RuleKind.Hold or RuleKind.Historic || rule.Length.Units == 0
            ? No("it has no length that can be decided.")
            : rule.Length.Reading(words) switch
            {
                null => No($"\"{words}\" cannot be read as {rule.Length.Calendar}; {rule.Length.Words} is how it is written."),
                { Units: var units } when units <= rule.Length.Units => null,
                _ when rule.Standing.Kind is StandingKind.Proposal => null,
                _ when rule.Kind is RuleKind.Statutory => No($"the law gives {rule.Length.Words}, and no configuration can lengthen that to {words}."),
                _ => No($"{rule.Length.Words} can be tightened here and not lengthened to {words}."),
            };
    }
}
