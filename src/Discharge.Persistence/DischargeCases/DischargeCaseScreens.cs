using System.Buffers;
using System.Text;
using System.Text.Json;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using Discharge.Persistence.PersonalData;

namespace Discharge.Persistence.DischargeCases;

/// <summary>What screens show of discharge cases: one case, and a ward.</summary>
public sealed class DischargeCaseScreens(ShownCases cases)
{
    // Longer than what most people have in front.
    private const int Front = 512;

    private const string WordsOfAll = $"(select {NoteWords.All} from discharge.notes n where n.case_id = c.case_id and n.person_id = c.person_id)";

    private static readonly string One = $"{ShownCases.Select("body", WordsOfAll)} where c.case_id = $1";

    private static readonly string OnWard =
        $"{ShownCases.Select("board_row")} where c.site = $1 and lower(c.ward) = lower($2) and c.open and {Reach.Holds("c.case_id", first: 3)} order by c.due_first nulls last, c.case_id";

    /// <summary>One case as it stands now, as JSON; null where there is none.</summary>
    public async Task<Shown?> CaseAsync(Guid id, CancellationToken cancellation)
    {
        await using var select = cases.Asking(One);
        select.Parameters.Add(new() { Value = id });
        if (await cases.ReadAsync(select, view => JsonSerializer.Serialize(view, PublicJson.Options), cancellation) is not [var row])
        {
            return null;
        }

        var shown = new ArrayBufferWriter<byte>(row.Json.Length + Front);
        row.WriteTo(shown);
        return new Shown(shown.WrittenMemory, row.Version) { OfOpenCases = row.Open };
    }

    /// <summary>A ward as it stands now: a row for each person with an open case, the open clock due first on top.</summary>
    public async Task<Shown> WardBoardAsync(OdsCode site, string ward, Reach reach, CancellationToken cancellation)
    {
        await using var select = cases.Asking(OnWard);
        select.Parameters.Add(new() { Value = site.Value });
        select.Parameters.Add(new() { Value = ward });
        reach.AddTo(select.Parameters);
        var rows = await cases.ReadAsync(select, RenderRow, cancellation);
        var board = new ArrayBufferWriter<byte>(Front + rows.Sum(row => row.Json.Length + Front));
        board.Write(Encoding.UTF8.GetBytes($"{{\"site\":{JsonSerializer.Serialize(site.Value)},\"ward\":{JsonSerializer.Serialize(ward)},\"people\":["));
        for (var index = 0; index < rows.Count; index++)
        {
            board.Write(index == 0 ? ""u8 : ","u8);
            rows[index].WriteTo(board);
        }

        board.Write("]}"u8);
        return new Shown(board.WrittenMemory, rows.Sum(row => row.Version)) { OfOpenCases = true };
    }

    /// <summary>The row of a case on a board or in a list.</summary>
    internal static string RenderRow(DischargeCaseView view) => JsonSerializer.Serialize(WardBoardRow.Of(view), PublicJson.Options);
}

/// <summary>What a screen is given: JSON, and the version of what it shows.</summary>
/// <param name="Json">The answer, in UTF-8.</param>
/// <param name="Version">The version of the case, or the sum of the versions on a board.</param>
public sealed record Shown(ReadOnlyMemory<byte> Json, long Version)
{
    /// <summary>Whether it shows nothing but a board or open cases, which whoever looks after these people cannot do without.</summary>
    public bool OfOpenCases { get; init; }

    /// <summary>What a screen is given, from JSON as text.</summary>
    public Shown(string json, long version)
        : this(Encoding.UTF8.GetBytes(json), version)
    {
    }
}
