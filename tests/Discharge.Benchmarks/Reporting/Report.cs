using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Discharge.Benchmarks.Harness;

namespace Discharge.Benchmarks.Reporting;

/// <summary>What a suite found, as it is written down: Markdown to read, a picture, and JSON.</summary>
/// <param name="suite">The suite.</param>
/// <param name="what">What it measures.</param>
/// <param name="recorded">What is on record of it, from <see cref="RecordedAsync"/>; null where it is run to see that all of it works, and not what comes out.</param>
public sealed class Report(string suite, string what, IReadOnlyList<Figure>? recorded)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        // Beside an idle floor that used nothing a ratio is infinite.
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<Figure> _figures = [];
    private readonly List<Efficiency> _efficiencies = [];
    private readonly List<string> _notes = [];
    private readonly List<(string Name, string Value)> _facts = [];

    /// <summary>Whether what has to hold for the figures to mean anything does.</summary>
    public bool Holds { get; set; } = true;

    /// <summary>Whether a ratio has fallen behind what is on record, by more than the pairs differ.</summary>
    public bool HasFallenBehind { get; private set; }

    /// <summary>The figures.</summary>
    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>The figures of a suite that a folder has on record; none where it has none, or none that can be read, which it says.</summary>
    public static async Task<IReadOnlyList<Figure>> RecordedAsync(string folder, string suite)
    {
        var file = Path.Combine(folder, $"{suite}.json");
        try
        {
            return File.Exists(file) ? (JsonSerializer.Deserialize<Written>(await File.ReadAllTextAsync(file), Json) ?? throw new JsonException("It says null.")).Figures : [];
        }
        catch (JsonException broken)
        {
            await Console.Error.WriteLineAsync($"{file} cannot be read, so nothing is compared with it: {broken.Message}");
            return [];
        }
    }

    /// <summary>Something about where it ran.</summary>
    public void Fact(string name, string value)
    {
        Console.WriteLine($"   {name}: {value}");
        _facts.Add((name, value));
    }

    /// <summary>Something to know beside the figures.</summary>
    public void Note(string sentence)
    {
        Console.WriteLine($"   {sentence}");
        _notes.Add(sentence);
    }

    /// <summary>A figure beside its floor.</summary>
    public void Add(Figure figure)
    {
        Console.WriteLine($"   => {figure.Part} {figure.What}: {Round(figure.Product)} {figure.Unit} beside {Round(figure.OfFloor)}, ratio {figure.Ratio:0.000} ({figure.Ratios[0]:0.000} to {figure.Ratios[^1]:0.000}) {Verdict(figure)}");
        _figures.Add(figure);
        Holds &= recorded is null ? figure.Works : figure.Wrong is null;
        if (recorded?.FirstOrDefault(figure.IsTheSameAs) is { } before && figure.HasFallenBehind(before))
        {
            HasFallenBehind = true;
            Note($"FALLEN BEHIND: {figure.Part} {figure.What}, beside {figure.Floor}: {Fixed(figure.Ratio)}, where {Fixed(before.Ratio)} ({Fixed(before.Ratios[0])} to {Fixed(before.Ratios[^1])}) is on record.");
        }
    }

    /// <summary>What one command costs.</summary>
    public void Cost(Efficiency efficiency)
    {
        Console.WriteLine($"   => {efficiency}");
        _efficiencies.Add(efficiency);
    }

    /// <summary>The folder it belongs into, among those of the reports. What was measured until a suite broke off is worth keeping, and what has fallen behind does not take the place of what it is behind.</summary>
    public string FolderOf(Plan plan, bool whole) => plan.IsQuick || (whole && !HasFallenBehind) ? plan.Folder : Plan.Part;

    /// <summary>Writes it into a folder.</summary>
    public async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        await WriteAsync(folder, "md", Markdown());
        await WriteAsync(folder, "svg", Picture.Of($"{suite}: {what}", _figures));
        await WriteAsync(
            folder,
            "json",
            JsonSerializer.Serialize(new { suite, what, facts = _facts.ToDictionary(fact => fact.Name, fact => fact.Value), figures = _figures, efficiencies = _efficiencies, notes = _notes }, Json));
        Console.WriteLine($"   written to {Path.Combine(folder, $"{suite}.md")}");
    }

    // Whole or not at all: the next run compares itself with it.
    private async Task WriteAsync(string folder, string kind, string text)
    {
        var file = Path.Combine(folder, $"{suite}.{kind}");
        await File.WriteAllTextAsync($"{file}.new", text);
        File.Move($"{file}.new", file, overwrite: true);
    }

    private string Markdown()
    {
        var text = new StringBuilder($"# {suite}: {what}\n\n");
        Table(text, ["where it ran", ""], _facts.Select(fact => (string[])[fact.Name, fact.Value]));
        if (_figures is not [])
        {
            text.Append(CultureInfo.InvariantCulture, $"Medians; the ratio is product to floor, its median with the least and the most of the pairs, taken in turn. Others is the most that anything else used of all cores during a pair: above a few per cent, the raw figures say little and the ratio varies.\n\n![{suite}]({suite}.svg)\n\n");
            Table(
                text,
                ["", "figure", "product", "floor", "unit", "ratio", "range", "pairs", "others", "goal", ""],
                _figures.Select(figure => (string[])[figure.Part, $"{figure.What}, beside {figure.Floor}", Round(figure.Product), Round(figure.OfFloor), figure.Unit, Fixed(figure.Ratio), $"{Fixed(figure.Ratios[0])} to {Fixed(figure.Ratios[^1])}", $"{figure.Taken.Count}", figure.Taken.Max(pair => pair.Others).ToString("0 %", CultureInfo.InvariantCulture), figure.Goal.Words, Verdict(figure)]));
        }

        if (_efficiencies is not [])
        {
            Table(
                text,
                ["one command", "round trips", "statements", "WAL bytes", "allocated bytes", "CPU µs, service", "CPU µs, database"],
                _efficiencies.Select(one => (string[])[one.Of, $"{one.Trips:0.00}", $"{one.Statements:0.00}", $"{one.Wal:0}", $"{one.Allocated:0}", $"{one.ServiceCpu:0}", $"{one.DatabaseCpu:0}"]));
        }

        foreach (var note in _notes.Concat(Takings(_figures)))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {note}\n");
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, string[] heads, IEnumerable<string[]> rows)
    {
        text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select(_ => "---|"))}\n");
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
        }

        text.Append('\n');
    }

    private static string Verdict(Figure figure) => figure switch
    {
        { Wrong: { } wrong } => $"NOT VALID: {wrong}",
        { IsReached: true, IsDivided: true } => "reached by the median, not by every pair",
        { IsReached: false, IsDivided: true } => "not reached by the median, but by some pairs",
        { IsReached: true } => "reached",
        { IsReached: false } => "not reached",
        _ => string.Empty,
    };

    // Several figures may come of one measurement, and then have the same to say of it.
    private static IEnumerable<string> Takings(IEnumerable<Figure> figures) =>
        from of in figures.GroupBy(figure => (figure.Part, figure.Floor))
        let pairs = of.DistinctBy(figure => string.Join(' ', figure.Taken.Select(pair => (pair.OwnLateness, pair.Others, pair.TakenBefore)))).SelectMany(figure => figure.Taken).ToArray()
        let again = pairs.Sum(pair => pair.TakenBefore)
        let away = pairs.Sum(pair => pair.Away)
        let awayFromFloor = pairs.Sum(pair => pair.AwayFromFloor)
        where again + away + awayFromFloor > 0
        select $"{of.Key.Part}, beside {of.Key.Floor}: {away} answers of the product and {awayFromFloor} of the floor were 503 and sent again, their waiting is in the figures; {again} pairs were taken once more, because others used the machine or the caller itself was late.";

    private static string Fixed(double figure) => figure.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Round(double figure) => figure.ToString(Math.Abs(figure) >= 100 ? "#,0" : "0.###", CultureInfo.InvariantCulture);
}

/// <summary>What is read of a report that was written.</summary>
/// <param name="Figures">Its figures.</param>
internal sealed record Written(IReadOnlyList<Figure> Figures);

/// <summary>What one command costs, each figure for itself.</summary>
/// <param name="Of">Whose command.</param>
/// <param name="Trips">How often the database is waited for.</param>
/// <param name="Statements">How many statements are sent.</param>
/// <param name="Wal">Bytes of write-ahead log, in records.</param>
/// <param name="Allocated">Bytes allocated in the service.</param>
/// <param name="ServiceCpu">Microseconds of processor time in the service.</param>
/// <param name="DatabaseCpu">Microseconds of processor time in the database.</param>
public sealed record Efficiency(string Of, double Trips, double Statements, double Wal, double Allocated, double ServiceCpu, double DatabaseCpu);
