using System.Net;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Api.Timelines;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.Configuration;
using NodaTime;
using NodaTime.Text;

namespace Discharge.Api.Tests.Clocks;

/// <summary>A clock keeps the version of its rule that was in force when it started, whatever the configuration says at a later start of the service.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class KeptRulesTests
{
    private static readonly (string Field, string Value)[] Tighter = Decided("2026-01-01", "20 hours");

    private TestDatabase _database = null!;

    [SetUp]
    public async Task A_migrated_database() => _database = await TestDatabase.MigratedAsync();

    [TearDown]
    public async Task Is_dropped() => await _database.DisposeAsync();

    [Test]
    public async Task A_decision_under_which_a_clock_has_started_is_neither_taken_back_nor_changed()
    {
        await SomebodyLeavesAsync(Tighter);

        Assert.Multiple(() =>
        {
            Assert.That(
                () => StartAsync(),
                Throws.TypeOf<LocalRulesException>().With.Message.Contains(
                    "Timelines: the decision about T01 from 2026-01-01 on (Length 20 hours, Reason The board asked for it.) is changed or no longer there, and one clock has started under it. Put it back as it was;"));
            Assert.That(() => StartAsync(Decided("2026-01-01", "12 hours")), Throws.TypeOf<LocalRulesException>().With.Message.Contains("Length 20 hours").And.Message.Contains("Timelines:0:From: one clock has started"));
            Assert.That(() => StartAsync(Decided("2026-01-02", "20 hours")), Throws.TypeOf<LocalRulesException>().With.Message.Contains("from 2026-01-01 on"));
        });
    }

    [Test]
    public async Task After_a_start_that_was_refused_the_decision_is_kept_as_it_was()
    {
        await SomebodyLeavesAsync(Tighter);
        Assert.That(() => StartAsync(), Throws.TypeOf<LocalRulesException>());

        await using var service = await StartAsync(Tighter);

        Assert.That((await new Client(service).Get("/v1/clocks?rule=T01")).Expect(HttpStatusCode.OK).Text, Does.Contain("T01"));
    }

    [Test]
    public async Task Its_reason_may_be_told_in_other_words_and_a_later_date_may_be_decided_and_taken_back()
    {
        await SomebodyLeavesAsync(Tighter);
        var later = Decided(LocalDatePattern.Iso.Format(Today.PlusDays(40)), "12 hours");

        await (await StartAsync([.. Tighter.Where(pair => pair.Field != "Reason"), ("Reason", "The board wanted it so.")], later)).DisposeAsync();

        Assert.That(async () => await (await StartAsync(Tighter)).DisposeAsync(), Throws.Nothing);
    }

    [Test]
    public async Task A_decision_from_a_date_on_which_a_clock_has_started_already_is_refused_by_its_line()
    {
        await SomebodyLeavesAsync();

        Assert.That(
            () => StartAsync(Tighter),
            Throws.TypeOf<LocalRulesException>().With.Message.Contains("Timelines:0:From: one clock has started on that date or later and must keep the rule they started under. Decide from a later date on."));
    }

    [Test]
    public async Task A_decision_about_another_rule_stands_in_nobodys_way()
    {
        await SomebodyLeavesAsync();

        Assert.That(
            async () => await (await StartAsync([("Rule", "T02"), ("From", "2026-01-01"), ("Reason", "The board asked for it."), ("Length", "24 hours")])).DisposeAsync(),
            Throws.Nothing);
    }

    private static LocalDate Today => LocalCalendar.DateOf(SystemClock.Instance.GetCurrentInstant());

    private static (string Field, string Value)[] Decided(string from, string length) => [("Rule", "T01"), ("From", from), ("Reason", "The board asked for it."), ("Length", length)];

    private async Task SomebodyLeavesAsync(params (string Field, string Value)[][] decided)
    {
        await using var service = await StartAsync(decided);
        var client = new Client(service);
        var opened = await client.Post("/v1/discharge-cases", Patient.Opening("Northgate", person: new { name = "Ada Marlowe" }));
        (await client.Post($"{opened.Expect(HttpStatusCode.Created).Location}/discharge", new { occurredAt = Patient.Ago(5), to = "own-home" })).Expect(HttpStatusCode.OK);
    }

    private Task<RunningService> StartAsync(params (string Field, string Value)[][] decided) => RunningService.StartAsync(_database, "Development", builder => builder.Configuration.AddInMemoryCollection(
        decided.SelectMany((line, at) => line.Select(pair => new KeyValuePair<string, string?>($"Timelines:{at}:{pair.Field}", pair.Value)))));
}
