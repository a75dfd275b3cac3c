using System.Text.Json;
using System.Text.Json.Nodes;
using Discharge.Domain.DischargeCases;
using Npgsql;

namespace Discharge.Persistence.DischargeCases;

/// <summary>
/// What else is on record of the same person adds to what is shown of a case: records linked with theirs, whichever side linked them, and cases of any of these. It is joined
/// when it is read, so that it comes with a link and goes with it.
/// </summary>
/// <param name="Linked">The records linked with the person's, in order; none where the view does not show them.</param>
/// <param name="TwoOpenCases">Whether another case of the person is open while this one is.</param>
/// <param name="MayBeOnePerson">Whether somebody described alike has another open case, and nobody has said yet whether they are one person.</param>
/// <param name="Earlier">The case of the stay that the person came back from, where this one's opening did not name it; null where there is none.</param>
internal sealed record OtherRecords(Guid[] Linked, bool TwoOpenCases, bool MayBeOnePerson, EarlierCase? Earlier)
{
    /// <summary>The field that shows the linked records.</summary>
    private const string LinkedField = "linkedPersons";

    private static ReadOnlySpan<byte> Shown => "\"linkedPersons\":["u8;

    /// <summary>The field that shows the earlier case. Only the view of a whole case has it.</summary>
    private const string EarlierField = "readmissionOf";

    /// <summary>Selects whether there may be any of it for a case called c, of a person called p. It is asked of every row that is shown, so it asks as little as it can.</summary>
    public const string SelectAny =
        """
        (p.has_more is not false or c.readmission_of is not null or (p.nhs_number_hash is null and exists (
               select from discharge.people_found_by f
                 join discharge.people_found_by g on g.hash = f.hash and g.person_id <> f.person_id
                where f.person_id = c.person_id)))
        """;

    /// <summary>Selects it for several cases, which are the first parameter, each behind its case.</summary>
    public static readonly OfThese OfCases = new($"""
        select c.case_id, {SelectLinked}, {SelectTwoOpenCases}, {SelectMayBeOnePerson}, earlier.case_id, earlier.back_in_hospital
          from discharge.discharge_cases c
          left join discharge.people p using (person_id)
          {JoinEarlier}
         where c.case_id = any ($1)
        """);

    /// <summary>Selects the records linked with that of a case called c.</summary>
    private const string SelectLinked = "(select array_agg(distinct l.other_id order by l.other_id) from discharge.linked_people l where l.person_id = c.person_id)";

    /// <summary>
    /// Selects whether another case of the same person is open beside a case called c: one person is in one hospital at a time, and whoever is back in hospital has ended the
    /// case of the stay before. Whoever went on to another hospital has a case there while the first is still to be closed.
    /// </summary>
    private const string SelectTwoOpenCases =
        $"""
        ((c.in_hospital or c.out_of_hospital) and exists (
               select from discharge.discharge_cases o
                where o.person_id = {AnyOfTheirs} and (o.in_hospital or o.out_of_hospital) and o.case_id <> c.case_id))
        """;

    /// <summary>
    /// Selects whether a case called c, of a person called p, is of somebody without an NHS number who is described like somebody else without one: by the same hospital number, or the same
    /// name and date of birth. Whatever a case said of the two records, that they are one or that they are not, ends the question.
    /// </summary>
    private const string SelectMayBeOnePerson =
        """
        (p.nhs_number_hash is null and (c.in_hospital or c.out_of_hospital) and exists (
               select from discharge.people_found_by f
                 join discharge.people_found_by g on g.hash = f.hash and g.person_id <> f.person_id
                 join discharge.people q on q.person_id = g.person_id and q.nhs_number_hash is null
                 join discharge.discharge_cases o on o.person_id = g.person_id and (o.in_hospital or o.out_of_hospital)
                where f.person_id = c.person_id
                  and not exists (select from discharge.person_links l where l.person_id = c.person_id and l.other_id = g.person_id)
                  and not exists (select from discharge.person_links l where l.person_id = g.person_id and l.other_id = c.person_id)))
        """;

    /// <summary>
    /// Joins the earlier case, called earlier, to a case called c whose opening named none, as an opening now would find it: whoever came back had gone by then. Where the opening named one, it is
    /// joined as long as it does not say that they came back.
    /// </summary>
    public const string JoinEarlier =
        $"""
        left join lateral (
               select e.case_id, e.back_in_hospital
                 from (select o.case_id, o.back_in_hospital, o.out_of_hospital, o.gone_on
                         from discharge.discharge_cases o
                        where o.person_id = {AnyOfTheirs} and o.case_id < c.case_id and not o.in_hospital and o.phase <> 'opened-in-error'
                        order by o.case_id desc
                        limit 1) e
                where c.readmission_of is null and c.phase <> 'opened-in-error'
                  and (e.back_in_hospital or e.out_of_hospital) and (e.gone_on > c.admitted_on) is not true
               union all
               select n.case_id, false
                 from discharge.discharge_cases n
                where n.case_id = c.readmission_of and c.phase <> 'opened-in-error' and n.out_of_hospital) earlier on true
        """;

    private const string AnyOfTheirs = "any (array(select c.person_id union all select l.other_id from discharge.linked_people l where l.person_id = c.person_id))";

    /// <summary>Of whom there is nothing else.</summary>
    public static OtherRecords None { get; } = new([], TwoOpenCases: false, MayBeOnePerson: false, Earlier: null);

    /// <summary>What was selected of one of several cases.</summary>
    public static OtherRecords Read(NpgsqlDataReader row) => new(
        row.IsDBNull(1) ? [] : row.GetFieldValue<Guid[]>(1),
        row.GetBoolean(2),
        row.GetBoolean(3),
        row.IsDBNull(4) ? null : new EarlierCase(row.GetGuid(4), ReadmissionIsOnRecord: row.GetBoolean(5)));

    /// <summary>A view with what they add. Most people have one record, so most views need not be taken apart.</summary>
    /// <param name="json">A view of a case, as <see cref="PublicJson"/> writes it.</param>
    public byte[] JoinedTo(byte[] json)
    {
        var place = json.AsSpan().IndexOf(Shown);
        var showsThem = place >= 0;
        var showsNone = showsThem && json[place + Shown.Length] == ']';
        if (!TwoOpenCases && !MayBeOnePerson && Earlier is null && (!showsThem || (showsNone && Linked is [])))
        {
            return json;
        }

        var view = JsonNode.Parse(json)!.AsObject();
        if (showsThem)
        {
            view[LinkedField] = new JsonArray([.. Linked.Select(other => (JsonNode)other)]);
        }

        if (showsThem && Earlier is not null)
        {
            view[EarlierField] = Earlier.Id;
        }

        if (Earlier is { ReadmissionIsOnRecord: false })
        {
            view["warnings"]!.AsArray().Add(Node(OpenCase.ReadmissionNotOnRecord));
        }

        if (TwoOpenCases)
        {
            view["warnings"]!.AsArray().Add(Node(PersonLinks.TwoOpenCases));
            view["next"]!.AsArray().Add(Node(PersonLinks.KeepOneCase));
        }

        if (MayBeOnePerson)
        {
            view["warnings"]!.AsArray().Add(Node(PersonLinks.MayBeOnePerson));
            view["next"]!.AsArray().Add(Node(PersonLinks.LinkOrWithdraw));
        }

        return JsonSerializer.SerializeToUtf8Bytes(view, PublicJson.Options);
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, PublicJson.Options);
}
