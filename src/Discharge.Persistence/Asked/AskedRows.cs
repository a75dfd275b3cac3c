using Discharge.Domain.Asked;
using Discharge.Persistence.Cases;

namespace Discharge.Persistence.Asked;

/// <summary>Writes what a case asks of organisations, in the transaction that records it: one row for each thing asked.</summary>
internal static class AskedRows
{
    private const string Remove = "delete from discharge.asked where case_id = ? and entry = ?";

    private static readonly WrittenRows Keep = new(
        """
        insert into discharge.asked (case_id, entry, organisation, what, which, asked_at, asked_by, due, stands, open, ends_at)
        {rows}
            on conflict (case_id, entry) do update
           set organisation = excluded.organisation, what = excluded.what, which = excluded.which, asked_at = excluded.asked_at, asked_by = excluded.asked_by, due = excluded.due,
               stands = excluded.stands, open = excluded.open, ends_at = excluded.ends_at
        """,
        "uuid", "bigint", "text", "text", "text", "timestamptz", "text", "timestamptz", "text", "boolean", "timestamptz");

    /// <summary>The statements that make the rows of a case say what it asks now. What it asked before in the same way has its row.</summary>
    /// <param name="case">The case.</param>
    /// <param name="before">What it asked before.</param>
    /// <param name="now">What it asks now.</param>
    public static IEnumerable<Statement> Changes(Guid @case, IReadOnlyList<Asking> before, IReadOnlyList<Asking> now) =>
    [
        .. before.Select(asked => asked.Entry).Except(now.Select(asks => asks.Entry)).Select(gone => new Statement(Remove, @case, gone)),
        .. now.Except(before).Select(asks => Row(@case, asks)),
    ];

    /// <summary>The statement that takes away all rows of some cases.</summary>
    public static Statement Forget(Guid[] ids) => new("delete from discharge.asked where case_id = any (?)", ids);

    /// <summary>Which of a kind it is, as everything is spelled.</summary>
    public static string? Spell(Enum? which) => which is null ? null : KebabCase.Spelling.ConvertName(which.ToString());

    private static Statement Row(Guid @case, Asking asks) => Keep.One(
        @case,
        asks.Entry,
        asks.Organisation.Value,
        PublicJson.Spell(asks.What),
        OrNull(Spell(asks.Which)),
        asks.At.ToDateTimeOffset(),
        asks.By.Value,
        OrNull(asks.Due?.ToDateTimeOffset()),
        PublicJson.Spell(asks.Stands),
        asks.Stands.IsOpen(),
        OrNull(asks.EndsAt?.ToDateTimeOffset()));

    private static object OrNull(object? value) => value ?? DBNull.Value;
}
