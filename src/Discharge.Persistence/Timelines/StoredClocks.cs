using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Timelines;

/// <summary>The clocks of one case, and what is told in it without one, as their rows are stored.</summary>
internal sealed class StoredClocks
{
    /// <summary>What the rows hold, by clock.</summary>
    public Dictionary<(string Rule, long StartedBy), object[]> Rows { get; } = [];

    /// <summary>The first moment up to another for which a row waits; null where none does.</summary>
    public Instant? DueBy(Instant moment) => Rows.Values
        .Select(row => row[^1] is DateTimeOffset next ? Instant.FromDateTimeOffset(next) : (Instant?)null)
        .Where(next => next <= moment)
        .Min();

    /// <summary>Takes in the row a reader stands at, whose columns come after the case's id.</summary>
    public void Add(NpgsqlDataReader row) => Rows[(row.GetString(1), row.GetInt64(2))] =
    [
        row.GetInt32(3), Moment(row, 4), Moment(row, 5), Moment(row, 6), Moment(row, 7), Moment(row, 8), Moment(row, 9), row.GetValue(10), row.GetString(11), Moment(row, 12),
    ];

    private static object Moment(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? DBNull.Value : row.GetFieldValue<DateTimeOffset>(column);
}
