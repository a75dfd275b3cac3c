using System.Text.Json;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>A history that a node knows is read from its last entry on, and is always the one on record.</summary>
public sealed class KnownHistoriesTests
{
    private const int Long = 10;

    private Hospital _hospital = null!;
    private Hospital _other = null!;
    private Guid _case;

    [OneTimeSetUp]
    public async Task Two_nodes_on_one_record()
    {
        _hospital = await Hospital.OpenAsync();
        _other = _hospital.ReachedBy(_hospital.Database.Application);
    }

    [OneTimeTearDown]
    public async Task Are_closed()
    {
        await _other.CloseAsync();
        await _hospital.DisposeAsync();
    }

    [SetUp]
    public async Task A_long_history_that_both_have_read()
    {
        _case = await ReviewedAsync(Long);
        foreach (var node in (Hospital[])[_hospital, _other, _hospital, _other])
        {
            await node.HistoryAsync(_case);
        }
    }

    [Test]
    public async Task Where_nothing_came_to_it_it_is_the_one_known()
    {
        var known = await _hospital.HistoryAsync(_case);

        Assert.Multiple(async () =>
        {
            Assert.That(await _hospital.HistoryAsync(_case), Is.SameAs(known));
            Assert.That(await AllAsync(_hospital), Is.SameAs(known));
        });
    }

    [Test]
    public async Task What_is_read_for_the_first_time_is_not_kept_and_what_is_read_again_is()
    {
        using var known = new KnownHistories(_hospital.Time);
        var node = new CaseHistories(_hospital.Pool, Hospital.Seals, known);
        var (first, second, third) = (await node.ReadAsync(_case, CancellationToken.None), await node.ReadAsync(_case, CancellationToken.None), await node.ReadAsync(_case, CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(second, Is.Not.SameAs(first));
            Assert.That(third, Is.SameAs(second));
        });
    }

    [Test]
    public async Task A_short_one_is_read_each_time()
    {
        var brief = await ReviewedAsync(2);

        var read = await _hospital.HistoryAsync(brief);

        Assert.That(await _hospital.HistoryAsync(brief), Is.Not.SameAs(read));
    }

    [Test]
    public async Task What_another_node_recorded_since_is_there_for_whoever_reads_and_for_whoever_decides()
    {
        await ReviewAsync(_other, _case);
        var (read, all) = (await _hospital.HistoryAsync(_case), await AllAsync(_hospital));
        await ReviewAsync(_other, _case);
        History? decided = null;
        await _hospital.Cases.ChangeAsync(
            DischargeCaseType.Instance,
            _case,
            Hospital.Sending(),
            [],
            (history, _) =>
            {
                decided = history;
                return new Verdict.Accepted([]);
            },
            CancellationToken.None);

        Assert.Multiple(async () =>
        {
            Assert.That(Said(read), Is.EqualTo(Said(all)));
            Assert.That(read.Version, Is.EqualTo(Long + 1));
            Assert.That(Said(decided!), Is.EqualTo(Said(await FreshAsync())));
            Assert.That(decided!.Version, Is.EqualTo(Long + 2));
        });
    }

    [Test]
    public async Task After_ten_minutes_it_is_read_whole_so_that_what_was_put_right_in_the_store_is_seen()
    {
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.HistoryAsync(_case);
        await _hospital.Database.RunAsOwnerAsync($$"""update cases.mt_events set data = jsonb_set(data, '{by}', '"nurse"') where stream_id = '{{_case}}' and version = 3""");
        _hospital.Time.Pass(Duration.FromMinutes(10) - Duration.FromTicks(1));
        var before = await _hospital.HistoryAsync(_case);

        _hospital.Time.Pass(Duration.FromTicks(1));
        var after = await _hospital.HistoryAsync(_case);

        Assert.Multiple(() =>
        {
            Assert.That(((CriteriaToResideReviewed)before.Entries[2].Fact).By, Is.Not.EqualTo(StaffRole.Nurse));
            Assert.That(((CriteriaToResideReviewed)after.Entries[2].Fact).By, Is.EqualTo(StaffRole.Nurse));
        });
    }

    // As after a restore to an earlier moment, or by somebody's hand.
    [TestCase("delete from cases.mt_events where stream_id = '@' and version > 5; update cases.mt_streams set version = 5 where id = '@'", 5)]
    [TestCase("delete from cases.mt_events where stream_id = '@' and version > 9; update cases.mt_streams set version = 9 where id = '@'", 9)]
    [TestCase("update cases.mt_events set headers = headers - 'seal' where stream_id = '@' and version = 10", 10)]
    [TestCase("update cases.mt_events set headers = jsonb_set(headers, '{seal}', '\"another\"') where stream_id = '@' and version = 10", 10)]
    public async Task Where_its_end_is_another_all_of_it_is_read(string sql, int version)
    {
        await _hospital.Database.RunAsOwnerAsync($"{sql}; update cases.mt_events set data = jsonb_set(data, '{{by}}', '\"nurse\"') where stream_id = '@' and version = 3".Replace("@", $"{_case}", StringComparison.Ordinal));

        var (read, all, fresh) = (await _hospital.HistoryAsync(_case), await AllAsync(_other), await FreshAsync());

        Assert.Multiple(() =>
        {
            Assert.That(read.Version, Is.EqualTo(version));
            Assert.That(((CriteriaToResideReviewed)read.Entries[2].Fact).By, Is.EqualTo(StaffRole.Nurse));
            Assert.That(Said(read), Is.EqualTo(Said(fresh)));
            Assert.That(Said(all), Is.EqualTo(Said(fresh)));
        });
    }

    [Test]
    public async Task Where_all_of_it_is_gone_nothing_is_left()
    {
        await _hospital.Database.RunAsOwnerAsync($"delete from cases.mt_events where stream_id = '{_case}'; delete from cases.mt_streams where id = '{_case}'");

        Assert.Multiple(async () =>
        {
            Assert.That(await _hospital.Histories.ReadAsync(_case, CancellationToken.None), Is.Null);
            Assert.That(await _other.Histories.ReadAllAsync(_case, Reach.Everything, CancellationToken.None), Is.Null);
        });
    }

    [TestCase("set headers = '[]'", Description = "Nothing that could bear a seal")]
    [TestCase("set version = 99", Description = "A gap")]
    public async Task Where_its_end_cannot_be_read_the_case_cannot(string set)
    {
        await _hospital.Database.RunAsOwnerAsync($"update cases.mt_events {set} where stream_id = '{_case}' and version = {Long}");

        Assert.That(async () => await _hospital.HistoryAsync(_case), Throws.TypeOf<UnreadableEventException>().With.Property("Version").EqualTo(Long));
    }

    private async Task<Guid> ReviewedAsync(int entries)
    {
        var id = await _hospital.AdmitAsync();
        for (var number = 1; number < entries; number++)
        {
            await ReviewAsync(_hospital, id);
        }

        return id;
    }

    private async Task ReviewAsync(Hospital hospital, Guid id)
    {
        _hospital.Time.Pass(Duration.FromSeconds(1));
        _other.Time.Now = _hospital.Time.Now;
        Assert.That(await hospital.DoAsync(id, new ReviewCriteriaToReside(hospital.Time.Now, [], MedicallyStable: true, StaffRole.Consultant)), Is.InstanceOf<Outcome.Answered>());
    }

    private async Task<History> AllAsync(Hospital hospital) => (await hospital.Histories.ReadAllAsync(_case, Reach.Everything, CancellationToken.None))!.History;

    private async Task<History> FreshAsync()
    {
        using var nothing = new KnownHistories(_hospital.Time);
        return (await new CaseHistories(_hospital.Pool, Hospital.Seals, nothing).ReadAsync(_case, CancellationToken.None))!;
    }

    private static IEnumerable<string> Said(History history) => history.Entries.Select(entry => $"{entry.Version} {entry.RecordedAt} {entry.RecordedBy} {entry.Seal} {JsonSerializer.Serialize(entry.Fact, entry.Fact.GetType(), EventJson.Options)}");
}
