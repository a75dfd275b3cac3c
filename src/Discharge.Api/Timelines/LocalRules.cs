using Discharge.Domain.Timelines;
using Discharge.Persistence;
using Discharge.Persistence.Timelines;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace Discharge.Api.Timelines;

/// <summary>What this deployment's authority has decided about the rules, read from the configuration and put into the rule book.</summary>
public static class LocalRules
{
    /// <summary>The section of the configuration: a list of { Rule, From, Reason, Length and/or Pausable }.</summary>
    public const string Section = "Timelines";

    private static readonly string[] Fields = ["Rule", "From", "Reason", "Length", "Pausable"];

    /// <summary>The rules this deployment works to.</summary>
    /// <exception cref="LocalRulesException">A line lacks something, cannot be read, or decides what an authority may not.</exception>
    public static RuleBook BookFrom(IConfiguration configuration)
    {
        var lines = configuration.GetSection(Section).GetChildren().ToArray();
        var (book, faults) = RuleBook.Standard.With([.. lines.Select(Read)]);
        return faults is [] ? book : throw new LocalRulesException(
            faults.Select(fault => Say(lines[fault.Index], fault.Fault.Field is nameof(LocalRule.RuleId) ? "Rule" : fault.Fault.Field, fault.Fault.Sentence)));
    }

    /// <summary>Keeps what is decided beside the clocks that start under it.</summary>
    /// <exception cref="LocalRulesException">A decision would change, or takes back what was decided about, a clock that has started.</exception>
    public static async Task KeepAsync(IConfiguration configuration, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var lines = configuration.GetSection(Section).GetChildren().Select(line => (Line: line, Decided: Read(line))).ToArray();
        if (await KeptRules.KeepAsync(database, [.. lines.Select(line => line.Decided)], cancellation) is [_, ..] unkeepable)
        {
            throw new LocalRulesException(unkeepable.Select(stands => stands.IsGone
                ? Lost(stands)
                : Say(lines.First(line => line.Decided == stands.Rule).Line, "From", $"{Started(stands)} on that date or later and must keep the rule they started under. Decide from a later date on.")));
        }
    }

    private static string Lost(UnkeepableRule stands) =>
        $"{Section}: the decision about {stands.Rule.RuleId} from {LocalDatePattern.Iso.Format(stands.Rule.From)} on ({Words(stands.Rule)}) is changed or no longer there, and {Started(stands)} under it. "
        + "Put it back as it was; to end it, decide again from a later date on.";

    private static string Words(LocalRule rule) => string.Join(
        ", ", new[] { rule.Length is { } length ? $"Length {length}" : null, rule.Pausable is { } pausable ? $"Pausable {pausable}" : null, $"Reason {rule.Reason}" }.OfType<string>());

    private static string Started(UnkeepableRule stands) => stands.Clocks == 1 ? "one clock has started" : $"{stands.Clocks} clocks have started";

    private static LocalRule Read(IConfigurationSection line)
    {
        if (line.GetChildren().FirstOrDefault(given => !Fields.Contains(given.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw Wrong(line, unknown.Key, $"there is no such field. The fields are {string.Join(", ", Fields)}.");
        }

        return new(Needed(line, "Rule"), DateOf(line), Needed(line, "Reason")) { Length = line["Length"], Pausable = YesOrNo(line) };
    }

    private static string Needed(IConfigurationSection line, string field) => line[field] is { Length: > 0 } given ? given : throw Wrong(line, field, "it is missing.");

    private static LocalDate DateOf(IConfigurationSection line) =>
        LocalDatePattern.Iso.Parse(Needed(line, "From")) is { Success: true, Value: var date } ? date : throw Wrong(line, "From", "give a date as yyyy-MM-dd.");

    private static bool? YesOrNo(IConfigurationSection line) => line["Pausable"] switch
    {
        null => null,
        var given when bool.TryParse(given, out var yes) => yes,
        _ => throw Wrong(line, "Pausable", "give true or false."),
    };

    private static LocalRulesException Wrong(IConfigurationSection line, string field, string sentence) => new([Say(line, field, sentence)]);

    private static string Say(IConfigurationSection line, string field, string sentence) => $"{line.Path}:{field}: {sentence}";
}

/// <summary>What the authority has decided about the rules cannot be put into the rule book.</summary>
/// <param name="lines">Each setting that is wrong, by its name, and what would be right.</param>
public sealed class LocalRulesException(IEnumerable<string> lines)
    : StartRefusedException($"The rule book cannot be put together from the configuration.{string.Concat(lines.Select(line => $"{Environment.NewLine}  {line}"))}");
