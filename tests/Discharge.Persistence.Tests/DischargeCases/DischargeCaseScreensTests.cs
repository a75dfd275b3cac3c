using System.Text.Json.Nodes;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using Discharge.Persistence.DischargeCases;
using NodaTime;

namespace Discharge.Persistence.Tests.DischargeCases;

public sealed class DischargeCaseScreensTests
{
    private static readonly Duration Microsecond = Duration.FromTicks(10);

    private static readonly Instant Breach = Hospital.Morning + Duration.FromHours(24) + Microsecond;

    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [SetUp]
    public void In_the_morning() => _hospital.Time.Now = Hospital.Morning;

    [Test]
    public async Task A_clock_is_shown_breached_from_its_breach_moment_on_though_no_watch_has_come()
    {
        var ward = "Breaches";
        var id = await _hospital.AdmitAsync(ward);
        await _hospital.DoAsync(id, new LeaveHospital(Hospital.Morning, Destination.OwnHome));
        await _hospital.DoAsync(id, new CheckWelfare(Hospital.Morning, StaffRole.Volunteer, WelfareOutcome.SafeAndWell));

        _hospital.Time.Now = Breach - Microsecond;
        var before = (await StatusAsync(id), await StatusOnBoardAsync(ward));
        _hospital.Time.Now = Breach;
        var at = (await StatusAsync(id), await StatusOnBoardAsync(ward));

        Assert.Multiple(() =>
        {
            Assert.That(before, Is.EqualTo(("warned", "warned")));
            Assert.That(at, Is.EqualTo(("breached", "breached")));
        });
    }

    [Test]
    public async Task Another_day_on_which_two_delays_run_is_asked_about_as_it_begins_though_nobody_records_anything()
    {
        const string Ward = "Delays";
        var id = await _hospital.AdmitAsync(Ward);
        await _hospital.DoAsync(id, new ReviewCriteriaToReside(Hospital.Morning, [], MedicallyStable: true, StaffRole.Consultant));
        await _hospital.DoAsync(id, new StartDelay(Hospital.Morning, DelayCodeset.Acute2022.Find("v")!, Owner.Ward));
        await _hospital.DoAsync(id, new StartDelay(Hospital.Morning, DelayCodeset.Acute2022.Find("vi")!, Owner.Ward));
        await _hospital.DoAsync(id, new NamePrimaryDelay(Hospital.Morning, new LocalDate(2026, 3, 4), Delay: 3));

        var midnight = Instant.FromUtc(2026, 3, 5, 0, 0);
        _hospital.Time.Now = midnight;
        var before = (await ToNameAsync(id), await ToNameOnBoardAsync(Ward));
        _hospital.Time.Now = midnight + Microsecond;
        var at = (await ToNameAsync(id), await ToNameOnBoardAsync(Ward));
        await _hospital.LookAsync();
        _hospital.Time.Now = midnight + Duration.FromDays(1) + Microsecond;
        var dayAfter = await ToNameAsync(id);

        const string For5March = "Name the primary delay for 5 March 2026.";
        Assert.Multiple(() =>
        {
            Assert.That(before, Is.EqualTo((string.Empty, string.Empty)));
            Assert.That(at, Is.EqualTo((For5March, For5March)));
            Assert.That(dayAfter, Is.EqualTo("Name the primary delay for 5 March 2026, and for the other day on which several ran."));
        });
    }

    [Test]
    public async Task A_name_is_joined_when_it_is_read_so_a_name_put_right_is_shown_at_once()
    {
        var id = await _hospital.AdmitAsync("Names");
        var before = (await CaseAsync(id))["person"]!["name"]!.GetValue<string>();
        await _hospital.RewriteAsync(id, details => details with { Name = "Ada Marlow" });

        Assert.Multiple(async () =>
        {
            Assert.That(before, Is.EqualTo("Ada Marlowe"));
            Assert.That((await CaseAsync(id))["person"]!["name"]!.GetValue<string>(), Is.EqualTo("Ada Marlow"));
            Assert.That((await BoardAsync("Names")).Single()!["person"]!["name"]!.GetValue<string>(), Is.EqualTo("Ada Marlow"));
        });
    }

    [Test]
    public async Task A_case_whose_persons_record_was_erased_stays_without_the_person()
    {
        var id = await _hospital.AdmitAsync("Erased");
        await _hospital.Database.RunAsOwnerAsync("delete from discharge.people where person_id = (select person_id from discharge.discharge_cases where ward = 'Erased')");

        Assert.Multiple(async () =>
        {
            Assert.That((await CaseAsync(id)).AsObject().ContainsKey("person"), Is.False);
            Assert.That((await CaseAsync(id))["id"]!.GetValue<Guid>(), Is.EqualTo(id));
            Assert.That((await BoardAsync("Erased")).Single()!["case"]!.GetValue<Guid>(), Is.EqualTo(id));
        });
    }

    [Test]
    public async Task The_board_shows_who_is_due_first_on_top_and_nobody_who_is_gone_or_was_never_there()
    {
        const string Ward = "Board";
        var waiting = await _hospital.AdmitAsync(Ward);
        var second = await _hospital.AdmitAsync(Ward);
        var first = await _hospital.AdmitAsync(Ward);
        var closed = await _hospital.AdmitAsync(Ward);
        var error = await _hospital.AdmitAsync(Ward);
        await _hospital.AdmitAsync("Another");
        _hospital.Time.Pass(Duration.FromHours(2));
        await _hospital.DoAsync(first, new LeaveHospital(Hospital.Morning - Duration.FromDays(1), Destination.OwnHome));
        await _hospital.DoAsync(second, new LeaveHospital(Hospital.Morning, Destination.OwnHome));
        await _hospital.DoAsync(closed, new LeaveHospital(Hospital.Morning, Destination.AnotherHospital));
        await _hospital.DoAsync(closed, new CloseCase(Hospital.Morning, CaseOutcome.Transferred));
        await _hospital.WithdrawAsync(error, entry: 1);

        Assert.That((await BoardAsync(Ward)).Select(row => row!["case"]!.GetValue<Guid>()), Is.EqualTo(new[] { first, second, waiting }));
    }

    [Test]
    public async Task Where_cases_are_listed_each_row_is_as_the_board_has_it_also_once_a_moment_has_come()
    {
        const string Ward = "Listed";
        var id = await _hospital.AdmitAsync(Ward);
        await _hospital.DoAsync(id, new ExpectDischarge(Hospital.Morning, new LocalDate(2026, 3, 4), StaffRole.Nurse));
        await _hospital.DoAsync(await _hospital.AdmitAsync(Ward), new LeaveHospital(Hospital.Morning, Destination.OwnHome));
        _hospital.Time.Now = Breach;

        var board = (await BoardAsync(Ward)).OrderBy(row => row!["case"]!.GetValue<Guid>()).Select(row => row!.ToJsonString());
        var page = await new CaseLists(_hospital.Shown).PageAsync(new(null, Ward, null, null, null, null, null, null, Limit: 10), Reach.Everything, CancellationToken.None);
        var listed = JsonNode.Parse(page.Json.Span)!["cases"]!.AsArray().Select(row => row!.ToJsonString());
        Assert.That(listed, Is.EqualTo(board).And.Some.Contains("gone by").And.Some.Contains("\"breached\""));
    }

    [Test]
    public async Task A_case_that_is_not_there_is_not_shown() => Assert.That(await _hospital.Screens.CaseAsync(Guid.CreateVersion7(), CancellationToken.None), Is.Null);

    private async Task<string> StatusAsync(Guid id) =>
        (await CaseAsync(id))["clocks"]!.AsArray().Single(clock => clock!["rule"]!.GetValue<string>() == "T01")!["status"]!.GetValue<string>();

    private async Task<string> StatusOnBoardAsync(string ward) => (await BoardAsync(ward)).Single()!["dueFirst"]!["status"]!.GetValue<string>();

    private async Task<string> ToNameAsync(Guid id) => ToName(await CaseAsync(id));

    private async Task<string> ToNameOnBoardAsync(string ward) => ToName((await BoardAsync(ward)).Single()!);

    private static string ToName(JsonNode shown) =>
        string.Join(' ', shown["next"]!.AsArray().Where(step => (string?)step!["what"] == "name-primary-delay").Select(step => (string?)step!["sentence"]));

    private async Task<JsonNode> CaseAsync(Guid id) => JsonNode.Parse((await _hospital.Screens.CaseAsync(id, CancellationToken.None))!.Json.Span)!;

    private async Task<JsonArray> BoardAsync(string ward) =>
        JsonNode.Parse((await _hospital.Screens.WardBoardAsync(OdsCode.Parse("RYJ01"), ward, Reach.Everything, CancellationToken.None)).Json.Span)!["people"]!.AsArray();
}
