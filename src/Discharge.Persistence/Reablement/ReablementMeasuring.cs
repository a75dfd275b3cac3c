using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.Reablement;

/// <summary>Works the outcome measures of reablement out from what is on record of each case, so nothing lags.</summary>
public sealed class ReablementMeasuring(NpgsqlDataSource database, CaseHistories histories, TimeProvider time)
{
    private const int AtOnce = 500;

    // A case is looked at where it began or ended in the period.
    private static readonly string Looked =
        $"""
        select case_id from discharge.reablement_cases
         where ($1 is null or team = $1) and (referred_on between $2 and $3 or ended_on between $2 and $3) and {Reach.Holds("case_id", first: 4)}
         order by case_id
        """;

    /// <summary>Every measure.</summary>
    /// <param name="team">Only cases of this team; null for all.</param>
    /// <param name="from">The first London date.</param>
    /// <param name="to">The last.</param>
    /// <param name="reach">Whose cases the caller may know of.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ReablementMeasuresView> MeasureAsync(OdsCode? team, LocalDate from, LocalDate to, Reach reach, CancellationToken cancellation)
    {
        var cases = new List<ReablementCase>();
        foreach (var ids in (await LookedAtAsync(team, from, to, reach, cancellation)).Chunk(AtOnce))
        {
            var read = await histories.ReadAsync(ids, cancellation);
            cases.AddRange(ids.Where(read.ContainsKey).Select(id => ReablementType.StateOf(id, read[id])));
        }

        var period = new MeasuredPeriod(from, to, LocalCalendar.DateOf(time.GetUtcNow().ToInstant()));
        return new(team, from, to, [.. MeasureBook.For(from).Select(definition => ReablementMeasureView.Of(definition.Over(cases, period)))]);
    }

    private Task<List<Guid>> LookedAtAsync(OdsCode? team, LocalDate from, LocalDate to, Reach reach, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var select = database.CreateCommand(Looked);
            select.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)team?.Value ?? DBNull.Value });
            select.Parameters.Add(new() { Value = from.ToDateOnly() });
            select.Parameters.Add(new() { Value = to.ToDateOnly() });
            reach.AddTo(select.Parameters);
            await using var rows = await select.ExecuteReaderAsync(stop);
            var ids = new List<Guid>();
            while (await rows.ReadAsync(stop))
            {
                ids.Add(rows.GetGuid(0));
            }

            return ids;
        },
        cancellation).AsTask();
}

/// <summary>The outcome measures of reablement over a period.</summary>
/// <param name="Team">The team; null for all.</param>
/// <param name="From">The first London date.</param>
/// <param name="To">The last.</param>
/// <param name="Measures">The measures.</param>
public sealed record ReablementMeasuresView(OdsCode? Team, LocalDate From, LocalDate To, IReadOnlyList<ReablementMeasureView> Measures);

/// <summary>One outcome measure.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version of its definition.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Authority">Who defines it, and what it says.</param>
/// <param name="Standing">What the definition rests on, and what about it is our choice.</param>
/// <param name="ForItsYear">Whether the definition is that of every reporting year the period touches; otherwise it is that of the first of them, or the last one known.</param>
/// <param name="Numerator">How many cases are counted as what it looks for.</param>
/// <param name="Denominator">How many cases it is about.</param>
/// <param name="Percentage">The percentage to two decimals; null where it is about no case.</param>
/// <param name="Cases">Every case that was looked at, how it counts and why.</param>
public sealed record ReablementMeasureView(
    string Id, int Version, string Name, Authority Authority, Standing Standing, bool ForItsYear, int Numerator, int Denominator, decimal? Percentage, IReadOnlyList<CountedCaseView> Cases)
{
    /// <summary>The view of a measure.</summary>
    public static ReablementMeasureView Of(Measured measured) => new(
        measured.Definition.Id,
        measured.Definition.Version,
        measured.Definition.Name,
        measured.Definition.Authority,
        measured.Definition.Standing,
        measured.Definition.IsFor(measured.Period),
        measured.Numerator.Count(),
        measured.Denominator.Count(),
        measured.Percentage,
        [.. measured.Cases.Select(one => new CountedCaseView(one.Id, one.Counted.As, one.Counted.Because))]);
}

/// <summary>How one case counts in a measure.</summary>
/// <param name="Case">The case.</param>
/// <param name="Counts">How it counts.</param>
/// <param name="Because">Why.</param>
public sealed record CountedCaseView(Guid Case, Counting Counts, CountingReason Because);
