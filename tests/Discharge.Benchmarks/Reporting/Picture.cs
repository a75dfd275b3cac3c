using System.Globalization;
using System.Text;
using Discharge.Benchmarks.Harness;

namespace Discharge.Benchmarks.Reporting;

/// <summary>Draws the ratios of a suite: a dot for each pair, a bar at the median, a dashed line at the goal, which is named beside it; pale where a figure is not valid.</summary>
internal static class Picture
{
    private const int Left = 480;

    private const int Wide = 460;

    private const int Line = 34;

    private const int LongestText = 80;

    public static string Of(string title, IReadOnlyList<Figure> figures)
    {
        var most = Math.Max(1.2, figures.SelectMany(figure => figure.Ratios).Where(double.IsFinite).DefaultIfEmpty(1).Max() * 1.05);
        // Where one ratio dwarfs the others, each tenfold gets the same room.
        var isWide = most > 8;
        double X(double ratio) => Left + (Wide * (isWide ? Math.Clamp((Math.Log10(Math.Max(ratio, 0.01)) + 2) / (Math.Log10(most) + 2), 0, 1) : Math.Clamp(ratio / most, 0, 1)));

        var height = 84 + (figures.Count * Line);
        var svg = new StringBuilder();
        Add($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Left + Wide + 130}\" height=\"{height}\" font-family=\"sans-serif\" font-size=\"12\">");
        Add($"<rect width=\"100%\" height=\"100%\" fill=\"white\"/><text x=\"12\" y=\"22\" font-size=\"15\">{Escaped(title)}</text>");
        Add($"<text x=\"12\" y=\"{height - 10}\" fill=\"#555\">Ratio of product to floor{(isWide ? ", logarithmic" : string.Empty)}; the grey line is 1, the dashed one the goal, where it is one of the ratio.</text>");
        foreach (var mark in Marks(most, isWide))
        {
            Add($"<line x1=\"{X(mark):0.#}\" x2=\"{X(mark):0.#}\" y1=\"34\" y2=\"{height - 40}\" stroke=\"{(mark == 1 ? "#999" : "#eee")}\"/><text x=\"{X(mark):0.#}\" y=\"{height - 28}\" font-size=\"10\" fill=\"#555\" text-anchor=\"middle\">{mark}</text>");
        }

        for (var row = 0; row < figures.Count; row++)
        {
            var (figure, y) = (figures[row], 52 + (row * Line));
            var isValid = figure.Wrong is null;
            Add($"<text x=\"12\" y=\"{y - 1}\">{Escaped(Short($"{figure.Part}  {figure.What}"))}</text><text x=\"12\" y=\"{y + 12}\" font-size=\"10\" fill=\"#555\">{Escaped(Short($"beside {figure.Floor}"))}</text>");
            if (figure.Goal is { OfRatio: true } goal && (goal.AtLeast ?? goal.AtMost) is { } line)
            {
                Add($"<line x1=\"{X(line):0.#}\" x2=\"{X(line):0.#}\" y1=\"{y - 12}\" y2=\"{y + 12}\" stroke=\"#c60\" stroke-dasharray=\"3 2\"/>");
            }

            foreach (var ratio in figure.Ratios.Where(double.IsFinite))
            {
                Add($"<circle cx=\"{X(ratio):0.#}\" cy=\"{y}\" r=\"4\" fill=\"{(isValid ? "#36c" : "none")}\" stroke=\"{(isValid ? "none" : "#bbb")}\" fill-opacity=\"0.45\"/>");
            }

            Add($"<rect x=\"{X(figure.Ratio) - 2:0.#}\" y=\"{y - 9}\" width=\"4\" height=\"18\" fill=\"{(isValid ? "#136" : "#bbb")}\"/><text x=\"{Left + Wide + 14}\" y=\"{y + 4}\"{(isValid ? string.Empty : " fill=\"#999\"")}>{figure.Ratio:0.000}{(isValid ? string.Empty : ", not valid")}</text><text x=\"{Left + Wide + 14}\" y=\"{y + 16}\" font-size=\"10\" fill=\"#c60\">{Escaped(figure.Goal.Words)}</text>");
        }

        return svg.Append("</svg>\n").ToString();

        void Add(FormattableString part) => svg.Append(part.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static IEnumerable<double> Marks(double most, bool isWide)
    {
        var step = most > 4 ? 1 : 0.5;
        for (var mark = isWide ? 0.01 : step; mark <= most; mark = isWide ? mark * 10 : mark + step)
        {
            yield return mark;
        }
    }

    private static string Short(string text) => text.Length > LongestText ? text[..(LongestText - 1)] + "…" : text;

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
