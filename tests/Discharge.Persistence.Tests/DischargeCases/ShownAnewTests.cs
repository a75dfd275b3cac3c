using System.Text.Json.Nodes;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;

namespace Discharge.Persistence.Tests.DischargeCases;

/// <summary>The watch records and does not show; what is shown is worked out as it is read, until its row is written anew.</summary>
public sealed class ShownAnewTests
{
    private Hospital _hospital = null!;

    [SetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [TearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public async Task A_breach_the_watch_recorded_is_shown_at_once_though_no_row_was_written()
    {
        var id = await SeenByNobodyAsync();
        await _hospital.LookAsync();

        var (shown, board) = (await ShownAsync(id), await _hospital.Screens.WardBoardAsync(Domain.People.OdsCode.Parse("RYJ01"), "Northgate", Reach.Everything, CancellationToken.None));
        var version = (await _hospital.HistoryAsync(id)).Version;
        Assert.Multiple(async () =>
        {
            Assert.That(await RowVersionAsync(id), Is.LessThan(version));
            Assert.That(shown.Version, Is.EqualTo(version));
            Assert.That(board.Version, Is.EqualTo(version), "so that a tag given before the breach is no longer the board's");
            Assert.That(Clocks(shown), Has.All.Matches<JsonNode>(clock => clock?["breach"] is not null));
        });
    }

    [Test]
    public async Task A_list_shows_it_too()
    {
        await SeenByNobodyAsync();
        await _hospital.LookAsync();

        var page = await new CaseLists(_hospital.Shown).PageAsync(
            new(Site: null, Ward: null, Hub: null, Pathway: null, Phase: null, Whose: null, DueBefore: null, After: null, Limit: 10), Reach.Everything, CancellationToken.None);
        Assert.That(JsonNode.Parse(page.Json.Span)!["cases"]![0]!["dueFirst"]!["breach"], Is.Not.Null);
    }

    [Test]
    public async Task Written_anew_the_row_shows_the_case_as_it_stands()
    {
        var id = await SeenByNobodyAsync();
        await _hospital.LookAsync();
        var worked = await ShownAsync(id);
        await _hospital.ShowAnewAsync();

        var (row, version) = (await Rows.OfAsync(_hospital, id), await RowVersionAsync(id));
        var read = await ShownAsync(id);
        await Rows.RebuildAsync(_hospital, id, _hospital.Time.Now);
        Assert.Multiple(async () =>
        {
            Assert.That(version, Is.EqualTo((await _hospital.HistoryAsync(id)).Version));
            Assert.That(read.Json.ToArray(), Is.EqualTo(worked.Json.ToArray()));
            Assert.That(await Rows.OfAsync(_hospital, id), Is.EqualTo(row));
        });
    }

    [Test]
    public async Task A_row_is_left_alone_while_a_clock_of_its_case_is_due_and_not_recorded()
    {
        var id = await SeenByNobodyAsync();
        var row = await Rows.OfAsync(_hospital, id);

        Assert.That(await _hospital.ShownAnew.WriteAsync(100, CancellationToken.None), Is.Zero);
        Assert.That(await Rows.OfAsync(_hospital, id), Is.EqualTo(row));
    }

    [Test]
    public async Task While_many_clocks_are_due_recording_them_comes_first()
    {
        var shown = await SeenByNobodyAsync();
        await _hospital.LookAsync();
        await SeenByNobodyAsync();
        await SeenByNobodyAsync();
        var row = await Rows.OfAsync(_hospital, shown);

        Assert.That(await _hospital.ShownAnew.WriteAsync(2, CancellationToken.None), Is.Zero);
        Assert.That(await Rows.OfAsync(_hospital, shown), Is.EqualTo(row));
        await _hospital.LookAsync();
        await _hospital.ShowAnewAsync();
        Assert.That(await Rows.OfAsync(_hospital, shown), Is.Not.EqualTo(row));
    }

    [Test]
    public async Task A_row_a_command_is_writing_is_passed_over_and_is_the_commands()
    {
        var id = await SeenByNobodyAsync();
        await _hospital.LookAsync();
        await using var connection = await _hospital.Pool.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var hold = new Npgsql.NpgsqlCommand($"select from discharge.discharge_cases where case_id = '{id}' for update", connection);
            await hold.ExecuteNonQueryAsync();
            Assert.That(await _hospital.ShownAnew.WriteAsync(100, CancellationToken.None), Is.Zero);
        }

        Assert.That(await _hospital.DoAsync(id, new SeeAtHome(_hospital.Time.Now, StaffRole.Nurse)), Is.InstanceOf<Outcome.Answered>());
        Assert.That(await RowVersionAsync(id), Is.EqualTo((await _hospital.HistoryAsync(id)).Version));
    }

    [Test]
    public async Task A_case_that_cannot_be_read_keeps_no_other_from_being_written()
    {
        var unreadable = await SeenByNobodyAsync();
        _hospital.Time.Pass(Duration.FromMinutes(1));
        var other = await SeenByNobodyAsync();
        await _hospital.LookAsync();
        await _hospital.Database.RunAsOwnerAsync($"update cases.mt_events set type = 'unknown.v9' where stream_id = '{unreadable}' and version = 2");

        Assert.That(await _hospital.ShownAnew.WriteAsync(1, CancellationToken.None), Is.EqualTo(1), "the one that cannot be read, whose turn it is");
        Assert.That(await RowVersionAsync(other), Is.Not.EqualTo((await _hospital.HistoryAsync(other)).Version));
        await _hospital.ShownAnew.WriteAsync(1, CancellationToken.None);
        Assert.That(await RowVersionAsync(other), Is.EqualTo((await _hospital.HistoryAsync(other)).Version));
        Assert.That(async () => await ShownAsync(unreadable), Throws.InstanceOf<UnreadableEventException>());
    }

    [Test]
    public async Task It_says_when_the_next_case_looks_different()
    {
        Assert.That(await _hospital.ShownAnew.NextMomentAsync(CancellationToken.None), Is.Null);
        var id = await SeenByNobodyAsync();
        await _hospital.LookAsync();
        Assert.That(await _hospital.ShownAnew.NextMomentAsync(CancellationToken.None), Is.LessThanOrEqualTo(_hospital.Time.Now), "the watch recorded and did not show");
        await _hospital.ShowAnewAsync();
        Assert.That(await _hospital.ShownAnew.NextMomentAsync(CancellationToken.None), Is.Null.Or.GreaterThan(_hospital.Time.Now));
        Assert.That(await RowVersionAsync(id), Is.EqualTo((await _hospital.HistoryAsync(id)).Version));
    }

    // Left yesterday for home, and neither checked nor visited since.
    private async Task<Guid> SeenByNobodyAsync()
    {
        var id = await _hospital.GoneHomeAsync();
        _hospital.Time.Pass(Duration.FromHours(25));
        return id;
    }

    private async Task<Shown> ShownAsync(Guid id) => (await _hospital.Screens.CaseAsync(id, CancellationToken.None))!;

    private async Task<long> RowVersionAsync(Guid id) => long.Parse(await _hospital.AskAsync($"select version::text from discharge.discharge_cases where case_id = '{id}'"), null);

    private static JsonNode[] Clocks(Shown shown) => [.. JsonNode.Parse(shown.Json.Span)!["clocks"]!.AsArray().Select(clock => clock!)];
}
