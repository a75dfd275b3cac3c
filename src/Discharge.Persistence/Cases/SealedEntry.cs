using System.Text.Json;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>An entry as it lies in the store, with the seal it bears.</summary>
/// <param name="Content">What its seal has to cover.</param>
/// <param name="Seal">The seal; null where it bears none.</param>
/// <param name="IsReadable">Whether this version of the service can read it.</param>
internal sealed record SealedEntry(Sealed Content, string? Seal, bool IsReadable)
{
    /// <summary>What it is read from; the columns of <see cref="EntryReader"/> come first.</summary>
    public const string Columns = $"{EntryReader.Columns}, correlation_id, causation_id";

    /// <summary>What speaks against it, given the one before it.</summary>
    /// <param name="seal">The seal of the service.</param>
    /// <param name="before">The one before it.</param>
    /// <param name="follows">Whether that is the one it follows, and none between them is gone.</param>
    public DoubtKind? Against(Seal seal, SealedEntry? before, bool follows) => this switch
    {
        { Seal: null } => DoubtKind.Unsealed,
        _ when !follows => DoubtKind.Unproven,
        _ => seal.Over(before?.Seal, Content) == Seal ? null : DoubtKind.Altered,
    };

    /// <summary>The entry in the reader's current row.</summary>
    public static SealedEntry Read(NpgsqlDataReader row)
    {
        var headers = row.IsDBNull(6) ? default : Json(row, 6);
        var content = new Sealed(
            row.GetGuid(0), row.GetInt64(1), row.GetString(2), Json(row, 3), EntryReader.RecordedAt(row), Text(row, 5), TextIn(headers, "role"),
            TextIn(headers, "organisation"), Text(row, 7), Text(row, 8));
        return new(content, TextIn(headers, "seal"), IsReadableIn(row));
    }

    private static bool IsReadableIn(NpgsqlDataReader row)
    {
        try
        {
            EntryReader.Read(row);
            return true;
        }
        catch (UnreadableEventException)
        {
            return false;
        }
    }

    private static string? TextIn(JsonElement headers, string name) =>
        headers.ValueKind is JsonValueKind.Object && headers.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;

    private static JsonElement Json(NpgsqlDataReader row, int column) => JsonSerializer.Deserialize<JsonElement>(row.GetFieldValue<byte[]>(column));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
