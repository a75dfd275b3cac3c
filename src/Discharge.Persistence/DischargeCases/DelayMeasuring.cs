using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.DischargeCases;

/// <summary>Counts the delay measures over everybody who left a site within a period, from the rows that each command leaves behind it, so nothing lags.</summary>
public sealed class DelayMeasuring(NpgsqlDataSource database)
{
    private static readonly string Counted =
        $"""
        select delay_days, count(*)::int, (count(*) filter (where decided_against_rule))::int
          from discharge.discharge_cases
         where left_on is not null and phase <> 'opened-in-error'
           and ($1 is null or site = $1)
           and ($2 is null or left_on >= $2)
           and ($3 is null or left_on <= $3)
           and {Reach.Holds("case_id", first: 4)}
         group by delay_days
        """;

    /// <summary>The measures.</summary>
    /// <param name="site">Only this hospital site; null for all.</param>
    /// <param name="from">The first date of leaving, local to Europe/London; null for no first.</param>
    /// <param name="to">The last date of leaving, itself included; null for no last.</param>
    /// <param name="reach">Whose cases the caller may know of.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<DelayMeasuresView> MeasureAsync(OdsCode? site, LocalDate? from, LocalDate? to, Reach reach, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand(Counted);
        select.Parameters.Add(new() { Value = (object?)site?.Value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        foreach (var date in new[] { from, to })
        {
            select.Parameters.Add(new() { Value = (object?)date?.ToDateOnly() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date });
        }

        reach.AddTo(select.Parameters);

        var (people, without, against) = await Resilience.Reads.ExecuteAsync(
            async stop =>
            {
                var (counted, notCounted, againstRule) = (new List<KeyValuePair<int, int>>(), 0, 0);
                await using var rows = await select.ExecuteReaderAsync(stop);
                while (await rows.ReadAsync(stop))
                {
                    againstRule += rows.GetInt32(2);
                    if (rows.IsDBNull(0))
                    {
                        notCounted = rows.GetInt32(1);
                        continue;
                    }

                    counted.Add(new(rows.GetInt32(0), rows.GetInt32(1)));
                }

                return (counted, notCounted, againstRule);
            },
            cancellation);
        return DelayMeasuresView.Of(site, from, to, DelayMeasures.Of(people), without, against);
    }
}
