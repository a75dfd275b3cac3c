using System.Text.Json;
using System.Text.Json.Nodes;
using Discharge.Domain.DischargeCases;
using Npgsql;

namespace Discharge.Persistence.DischargeCases;

/// <summary>What other records of the same person add to what is shown of a case, whichever side linked them; it is joined when it is read.</summary>
/// <param name="Others">The records linked with the person's, in order; none where the view does not show them.</param>
/// <param name="TwoOpenCases">Whether one of them has an open case for a stay in hospital while this one is open for it.</param>
internal sealed record LinkedRecords(Guid[] Others, bool TwoOpenCases)
{
    /// <summary>The field that shows the records.</summary>
    private const string Field = "linkedPersons";

    private static ReadOnlySpan<byte> Shown => "\"linkedPersons\":["u8;

    /// <summary>Selects the records linked with that of a case called c.</summary>
    public const string SelectOthers = "(select array_agg(distinct l.other_id order by l.other_id) from discharge.linked_people l where l.person_id = c.person_id)";

    /// <summary>Selects whether a linked record has a case for the same stay as a case called c: one person is in one hospital at a time.</summary>
    public const string SelectTwoOpenCases =
        """
        (c.in_hospital and exists (
               select from discharge.linked_people l join discharge.discharge_cases o on o.person_id = l.other_id and o.in_hospital where l.person_id = c.person_id))
        """;

    /// <summary>What was selected.</summary>
    public static LinkedRecords Read(NpgsqlDataReader row, int others, int twoOpenCases) =>
        new(row.IsDBNull(others) ? [] : row.GetFieldValue<Guid[]>(others), row.GetBoolean(twoOpenCases));

    /// <summary>A view with what they add. Most people have one record, so most views need not be taken apart.</summary>
    /// <param name="json">A view of a case, as <see cref="PublicJson"/> writes it.</param>
    public byte[] JoinedTo(byte[] json)
    {
        var place = json.AsSpan().IndexOf(Shown);
        var showsThem = place >= 0;
        var showsNone = showsThem && json[place + Shown.Length] == ']';
        if (!TwoOpenCases && (!showsThem || (showsNone && Others is [])))
        {
            return json;
        }

        var view = JsonNode.Parse(json)!.AsObject();
        if (showsThem)
        {
            view[Field] = new JsonArray([.. Others.Select(other => (JsonNode)other)]);
        }

        if (TwoOpenCases)
        {
            view["warnings"]!.AsArray().Add(Node(PersonLinks.TwoOpenCases));
            view["next"]!.AsArray().Add(Node(PersonLinks.KeepOneCase));
        }

        return JsonSerializer.SerializeToUtf8Bytes(view, PublicJson.Options);
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, PublicJson.Options);
}
