using System.Reflection;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using NodaTime;
using NodaTime.Text;

namespace Discharge.Domain.Tests.Reablement;

/// <summary>
/// The cohort by which the outcome measures are checked: made up by hand, one line a case, with how each measure has to count it and why. It lies beside this file as data.
/// </summary>
public static class Cohort
{
    /// <summary>The reporting year it is measured over, asked for before the window of the last day 91 is over.</summary>
    public static readonly MeasuredPeriod Period = new(new(2022, 4, 1), new(2023, 3, 31), new(2023, 6, 1));

    private static readonly string[] Measures = ["completed-without-long-term-care", "no-longer-require-support", "at-home-after-91-days", "at-home-after-91-days-all-year"];

    /// <summary>The cases.</summary>
    public static IReadOnlyList<CohortCase> Cases { get; } = Read();

    /// <summary>What has to come of each measure: numerator and denominator as counted in the data by hand.</summary>
    public static IEnumerable<(string Measure, int Numerator, int Denominator)> Expected =>
        Measures.Select(measure => (
            measure,
            Cases.Count(one => one.Expected[measure].As is Counting.InBoth),
            Cases.Count(one => one.Expected[measure].As is not Counting.Excluded)));

    private static CohortCase[] Read()
    {
        using var data = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Cohort.csv")!);
        return [.. data.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => Of(line.Split(';')))];
    }

    private static CohortCase Of(string[] line)
    {
        var (number, left) = (int.Parse(line[0], null), Noon(line[4]));
        var hospital = line[2] == "discharge";
        var facts = new List<ReablementEvent>
        {
            new ReablementReferred(
                left,
                new PersonRef(new Guid(number, 2, 0, new byte[8])),
                "ab12",
                hospital ? ReablementSource.Discharge : ReablementSource.Community,
                OdsCode.Parse("QMJ01"),
                OdsCode.Parse("RBT01"),
                Urgent: false,
                hospital ? new Guid(number, 1, 0, new byte[8]) : null,
                line[3] switch { "65+" => true, "under" => false, _ => null }),
        };
        if (line[5].Length > 0)
        {
            facts.Add(new ContactMade(Noon(line[5]), Subject.Parse("w-118"), ReablementRole.SocialWorker, ContactBy.Visit));
        }

        if (line[6].Length > 0)
        {
            facts.Add(new ReablementEnded(Noon(line[6]), Word<ReablementSequel>(line[7]), HadLongTermSupport: line[8] == "yes"));
        }

        if (line[9].Length > 0)
        {
            facts.Add(new FollowUpRecorded(Noon(line[9]), Word<Whereabouts>(line[10])));
        }

        return new(
            new Guid(number, 0, 0, new byte[8]),
            line[1],
            [.. facts, .. line[11].EndsWith("referred-in-error", StringComparison.Ordinal) ? [new EntryWithdrawn(Noon(line[9]), 1, WithdrawalReason.WrongPerson)] : Array.Empty<Fact>()],
            Measures.Zip(line[11..15]).ToDictionary(pair => pair.First, pair => Counted(pair.Second.Split(' '))));
    }

    private static Counted Counted(string[] words) => new(
        words[0] switch { "both" => Counting.InBoth, "denominator" => Counting.InDenominator, "excluded" => Counting.Excluded, var other => throw new FormatException(other) }, Word<CountingReason>(words[1]));

    private static T Word<T>(string word)
        where T : struct, Enum => Enum.Parse<T>(word.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true);

    private static Instant Noon(string date) => LocalCalendar.At(LocalDatePattern.Iso.Parse(date).Value, LocalTime.Noon);
}

/// <summary>One case of the cohort.</summary>
/// <param name="Id">The case.</param>
/// <param name="Who">Whom it is about, in words.</param>
/// <param name="Facts">What is on record.</param>
/// <param name="Expected">How each measure has to count it.</param>
public sealed record CohortCase(Guid Id, string Who, IReadOnlyList<Fact> Facts, IReadOnlyDictionary<string, Counted> Expected)
{
    public override string ToString() => $"{Id.ToString()[..8]} {Who}";
}
