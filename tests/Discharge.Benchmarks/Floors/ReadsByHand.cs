using System.Text;
using Npgsql;

namespace Discharge.Benchmarks.Floors;

/// <summary>A case and a ward's board as they lie in their rows, with the names joined, and nothing worked out.</summary>
internal static class ReadsByHand
{
    private const string One =
        """
        select c.body, p.details, (select jsonb_object_agg(n.note_id, n.words)::text from discharge.notes n where n.case_id = c.case_id)
          from discharge.discharge_cases c left join discharge.people p using (person_id) where c.case_id = $1
        """;

    private const string OnWard =
        """
        select c.board_row, p.details
          from discharge.discharge_cases c left join discharge.people p using (person_id)
         where c.site = 'RTEST' and lower(c.ward) = lower($1) and c.open order by c.due_first nulls last, c.case_id
        """;

    public static async Task<IResult> CaseAsync(NpgsqlDataSource pool, Guid id, CancellationToken stop)
    {
        await using var select = pool.CreateCommand(One);
        select.Parameters.Add(new() { Value = id });
        await using var row = await select.ExecuteReaderAsync(stop);
        return await row.ReadAsync(stop) ? Results.Text(Joined(row), "application/json", Encoding.UTF8) : Results.NotFound();
    }

    public static async Task<IResult> BoardAsync(NpgsqlDataSource pool, string ward, CancellationToken stop)
    {
        await using var select = pool.CreateCommand(OnWard);
        select.Parameters.Add(new() { Value = ward });
        await using var rows = await select.ExecuteReaderAsync(stop);
        var board = new StringBuilder("{\"people\":[");
        for (var first = true; await rows.ReadAsync(stop); first = false)
        {
            board.Append(first ? string.Empty : ",").Append(Joined(rows));
        }

        return Results.Text(board.Append("]}").ToString(), "application/json", Encoding.UTF8);
    }

    private static string Joined(NpgsqlDataReader row) => string.Concat("{\"person\":", row.GetString(1), ",", row.GetString(0).AsSpan(1));
}
