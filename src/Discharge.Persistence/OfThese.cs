using Npgsql;

namespace Discharge.Persistence;

/// <summary>
/// A question about cases. Asked of one case it is planned once for a connection; asked of several it is planned each time, for as many as they are, because PostgreSQL takes it that any list has ten.
/// </summary>
/// <param name="ofSeveral">The question, with <c>= any ($1)</c> where the cases are named.</param>
internal sealed class OfThese(string ofSeveral)
{
    // Of nothing it is not asked by a null, for which it would be planned anew.
    private static readonly Guid NoCase = Guid.Empty;

    private readonly string _ofOne = ofSeveral.Replace("= any ($1)", "= $1", StringComparison.Ordinal);

    /// <summary>The question, asked of so many cases.</summary>
    public NpgsqlBatchCommand Ask(params Guid[] ids) => ids is [_, _, ..]
        ? new(ofSeveral) { Parameters = { new() { Value = ids } } }
        : new(_ofOne) { Parameters = { new() { Value = ids is [var one] ? one : NoCase } } };
}
