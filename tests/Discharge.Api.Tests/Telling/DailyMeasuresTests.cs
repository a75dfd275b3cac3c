using System.Globalization;
using Discharge.Api.Telling;
using Discharge.Domain.DischargeCases;
using NodaTime;
using NodaTime.Text;

namespace Discharge.Api.Tests.Telling;

/// <summary>The measures of the rule book, told once a day: T23 by noon and ward, T24 in the morning by band.</summary>
public sealed class DailyMeasuresTests
{
    private PostRoom _room = null!;

    private Receiver _ward = null!;

    private Receiver _lead = null!;

    private Webhooks _webhooks = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _room = await PostRoom.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _room.DisposeAsync();

    [SetUp]
    public async Task With_nobody_in_it_and_receivers_for_the_wards_and_their_leads()
    {
        await _room.ClearAsync();
        await _room.Hospital.Database.RunAsOwnerAsync("truncate discharge.measures_told");
        (_ward, _lead) = (await Receiver.StartAsync(), await Receiver.StartAsync());
        _webhooks = PostRoom.Configured(("ward", "holder", _ward.Url), ("lead", "L3", _lead.Url));
    }

    [TearDown]
    public async Task Which_end()
    {
        await _ward.DisposeAsync();
        await _lead.DisposeAsync();
    }

    [Test]
    public async Task At_noon_each_ward_with_somebody_unreviewed_is_told_how_many_and_which_cases()
    {
        At("2026-03-03T10:00Z");
        var (unseen, once, enough) = (await AdmitAsync("Northgate"), await AdmitAsync("Northgate"), await AdmitAsync("Northgate"));
        var (other, seen, gone) = (await AdmitAsync("Southgate"), await AdmitAsync("Westgate"), await AdmitAsync("Westgate"));
        await ReviewAsync(unseen, StaffRole.Doctor);
        At("2026-03-04T08:30Z");
        var fresh = await AdmitAsync("Northgate");
        await ReviewAsync(once, StaffRole.Nurse);
        await ReviewAsync(enough, StaffRole.Consultant);
        await ReviewAsync(seen, StaffRole.Nurse);
        At("2026-03-04T09:30Z");
        await ReviewAsync(enough, StaffRole.Nurse);
        await LeaveAsync(gone);

        var node = _room.NewNode(_webhooks);
        At("2026-03-04T11:59:59Z");
        await TellAsync(node);
        var before = Rounds();
        At("2026-03-04T12:00Z");
        await TellAsync(node);
        await TellAsync(node);

        Assert.Multiple(() =>
        {
            Assert.That(before, Is.Empty);
            Assert.That(Rounds(), Is.EqualTo(new[]
            {
                $$"""{"rule":"T23","date":"2026-03-04","site":"RYJ01","ward":"Northgate","moment":"2026-03-04T12:00:00+00:00","givenLate":false,"asOf":"2026-03-04T12:00:00+00:00","owed":3,"withoutReview":1,"withoutDoctor":2,"enough":1,"cases":[{"case":"{{unseen}}","link":"/v1/discharge-cases/{{unseen}}"}]}""",
                $$"""{"rule":"T23","date":"2026-03-04","site":"RYJ01","ward":"Southgate","moment":"2026-03-04T12:00:00+00:00","givenLate":false,"asOf":"2026-03-04T12:00:00+00:00","owed":1,"withoutReview":1,"withoutDoctor":1,"enough":0,"cases":[{"case":"{{other}}","link":"/v1/discharge-cases/{{other}}"}]}""",
            }));
            Assert.That(_ward.All.Select(received => received.Text), Has.None.Contains($"{fresh}"), "The first day is exempt.");
            Assert.That(_ward.All.Select(received => $"{received.Json["kind"]} {received.Json["level"]}").Distinct(), Is.EqualTo(new[] { "ward-round holder" }));
        });
    }

    [Test]
    public async Task In_the_morning_the_leads_get_one_list_of_who_is_ready_and_still_there_by_band()
    {
        var days = new[] { 0, 1, 3, 4, 13, 14, 21, 30 };
        var cases = new Dictionary<int, Guid>();
        foreach (var day in days)
        {
            At("2026-02-01T10:00Z");
            cases[day] = await AdmitAsync("Northgate");
            _room.Hospital.Time.Now = Parsed("2026-03-04T07:00Z") - Duration.FromDays(day);
            await ReviewAsync(cases[day], StaffRole.Doctor);
        }

        At("2026-03-03T10:00Z");
        await AdmitAsync("Northgate");
        At("2026-03-04T08:00Z");
        var node = _room.NewNode(_webhooks);
        await TellAsync(node);
        await TellAsync(node);

        var list = _lead.All.Single().Json["list"]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)_lead.All.Single().Json["level"], Is.EqualTo("L3"));
            Assert.That($"{list["rule"]} {list["date"]} {list["waiting"]} {list["givenLate"]}", Is.EqualTo("T24 2026-03-04 8 false"));
            Assert.That(
                list["bands"]!.AsArray().Select(band => $"{band!["band"]}: {band["count"]} ({string.Join(", ", band["cases"]!.AsArray().Select(one => $"{one!["days"]} {one["ward"]}"))})"),
                Is.EqualTo(new[] { "0: 1 (0 Northgate)", "1: 1 (1 Northgate)", "2-3: 1 (3 Northgate)", "4-6: 1 (4 Northgate)", "7-13: 1 (13 Northgate)", "14-20: 1 (14 Northgate)", "21+: 2 (30 Northgate, 21 Northgate)" }));
            Assert.That((string?)list["bands"]![6]!["cases"]![0]!["link"], Is.EqualTo($"/v1/discharge-cases/{cases[30]}"));
            Assert.That(_ward.All, Is.Empty);
        });
    }

    [Test]
    public async Task Two_nodes_and_a_node_that_starts_again_tell_it_once()
    {
        At("2026-03-03T10:00Z");
        await ReviewAsync(await AdmitAsync("Northgate"), StaffRole.Doctor);
        At("2026-03-04T12:00Z");

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => TellAsync(_room.NewNode(_webhooks))));
        await TellAsync(_room.NewNode(_webhooks));
        var today = (_ward.All.Count, _lead.All.Count);
        At("2026-03-05T12:00Z");
        await TellAsync(_room.NewNode(_webhooks));

        Assert.That((today, _ward.All.Count, _lead.All.Count), Is.EqualTo(((1, 1), 2, 2)));
    }

    [Test]
    public async Task What_was_missed_is_told_late_the_same_day_as_it_stands_then_and_says_so()
    {
        At("2026-03-03T10:00Z");
        var (seen, unseen) = (await AdmitAsync("Northgate"), await AdmitAsync("Northgate"));
        await ReviewAsync(seen, StaffRole.Doctor);
        At("2026-03-04T14:00Z");
        await ReviewAsync(seen, StaffRole.Nurse);
        At("2026-03-04T15:10Z");

        await TellAsync(_room.NewNode(_webhooks));

        var round = _ward.All.Single().Json["round"]!;
        Assert.Multiple(() =>
        {
            Assert.That($"{round["moment"]} {round["asOf"]} {round["givenLate"]} {round["withoutReview"]} {round["cases"]![0]!["case"]}", Is.EqualTo($"2026-03-04T12:00:00+00:00 2026-03-04T15:10:00+00:00 true 1 {unseen}"));
            Assert.That((bool)_lead.All.Single().Json["list"]!["givenLate"]!, Is.True);
        });
    }

    [TestCase("2026-03-29", "11:00", "07:00", Description = "Spring: noon is in summer time already")]
    [TestCase("2026-10-25", "12:00", "08:00", Description = "Autumn: noon is in winter time again")]
    [TestCase("2026-07-01", "11:00", "07:00", Description = "In summer")]
    public async Task The_hours_are_those_of_the_clock_on_the_wall(string date, string noon, string morning)
    {
        var day = LocalDatePattern.Iso.Parse(date).Value;
        At($"{LocalDatePattern.Iso.Format(day.PlusDays(-2))}T10:00Z");
        await ReviewAsync(await AdmitAsync("Northgate"), StaffRole.Doctor);
        var node = _room.NewNode(_webhooks);
        async Task<(int Rounds, int Lists)> ToldAtAsync(Instant moment)
        {
            _room.Hospital.Time.Now = moment;
            await node.LookAsync(CancellationToken.None);
            await node.DoneAsync();
            return (_ward.All.Count, _lead.All.Count);
        }

        var (eight, twelve) = (Parsed($"{date}T{morning}Z"), Parsed($"{date}T{noon}Z"));
        Assert.That(
            new[] { await ToldAtAsync(eight - Duration.Epsilon), await ToldAtAsync(eight), await ToldAtAsync(twelve - Duration.Epsilon), await ToldAtAsync(twelve) },
            Is.EqualTo(new[] { (0, 0), (0, 1), (0, 1), (1, 1) }));
    }

    [Test]
    public async Task A_measure_is_never_a_breach_and_never_a_notice_of_a_person()
    {
        At("2026-03-01T10:00Z");
        var id = await AdmitAsync("Northgate");
        await ReviewAsync(id, StaffRole.Doctor);
        At("2026-03-04T12:00Z");
        await _room.Hospital.LookAsync();
        await TellAsync(_room.NewNode(_webhooks));

        Assert.Multiple(async () =>
        {
            Assert.That(_ward.All, Has.Count.EqualTo(1));
            Assert.That((await _room.Hospital.HistoryAsync(id)).Entries, Has.Exactly(2).Items);
            Assert.That(await _room.Hospital.NoticesAsync(id), Is.Empty);
        });
    }

    [Test]
    public async Task Without_recipients_the_log_has_a_line_for_each_ward_and_one_for_the_list()
    {
        At("2026-03-03T10:00Z");
        await ReviewAsync(await AdmitAsync("Northgate"), StaffRole.Doctor);
        await AdmitAsync("Southgate");
        At("2026-03-04T12:00Z");

        await TellAsync(_room.NewNode(PostRoom.Configured()));

        Assert.That(_room.Logged.Select(line => line[..line.LastIndexOf(" (", StringComparison.Ordinal)]), Is.EquivalentTo(new[]
        {
            "Information Told holder: T23 RYJ01 Northgate: 1 of 1 people without a review on 2026-03-04",
            "Information Told holder: T23 RYJ01 Southgate: 1 of 1 people without a review on 2026-03-04",
            "Information Told L4: T24: 1 people ready and still in hospital on 2026-03-04, by days 0: 0, 1: 1, 2-3: 0, 4-6: 0, 7-13: 0, 14-20: 0, 21+: 0, given late",
        }));
    }

    private static Instant Parsed(string moment) => Instant.FromDateTimeOffset(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));

    private void At(string moment) => _room.Hospital.Time.Now = Parsed(moment);

    private string[] Rounds() => [.. _ward.All.Select(received => received.Json["round"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })).Order(StringComparer.Ordinal)];

    private static async Task TellAsync(Messenger node)
    {
        await node.LookAsync(CancellationToken.None);
        await node.DoneAsync();
    }

    private Task<Guid> AdmitAsync(string ward) => _room.Hospital.AdmitAsync(ward);

    private async Task ReviewAsync(Guid id, StaffRole by) =>
        Assert.That(await _room.Hospital.DoAsync(id, new ReviewCriteriaToReside(_room.Hospital.Time.Now, [], MedicallyStable: true, by)), Is.InstanceOf<Persistence.Cases.Outcome.Answered>());

    private async Task LeaveAsync(Guid id) =>
        Assert.That(await _room.Hospital.DoAsync(id, new LeaveHospital(_room.Hospital.Time.Now, Destination.AnotherHospital)), Is.InstanceOf<Persistence.Cases.Outcome.Answered>());
}
