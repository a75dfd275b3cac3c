using Discharge.Api.Timelines;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace Discharge.Api.Tests.Clocks;

[Parallelizable(ParallelScope.Self)]
public sealed class LocalRulesTests
{
    [Test]
    public void What_the_authority_has_decided_is_in_the_rule_book() =>
        Assert.That(
            LocalRules.BookFrom(Settings(("Rule", "T02"), ("From", "2026-04-01"), ("Reason", "The members asked for it."), ("Length", "24 hours"))).InForce("T02", new LocalDate(2026, 4, 1))!.Length,
            Is.EqualTo(Elapsed.Hours(24)));

    [Test]
    public void Without_a_decision_the_rule_book_is_the_one_the_service_ships_with() =>
        Assert.That(LocalRules.BookFrom(new ConfigurationBuilder().Build()).Rules, Is.EqualTo(RuleBook.Standard.Rules));

    [TestCase("Rule", "T99", "Timelines:0:Rule: There is no rule T99.")]
    [TestCase("Rule", null, "Timelines:0:Rule: it is missing.")]
    [TestCase("From", "April", "Timelines:0:From: give a date as yyyy-MM-dd.")]
    [TestCase("Reason", "", "Timelines:0:Reason: it is missing.")]
    [TestCase("Length", "72 hours", "Timelines:0:Length: T02 (Reablement referral response): 48 hours can be tightened here and not lengthened to 72 hours.")]
    [TestCase("Pausable", "maybe", "Timelines:0:Pausable: give true or false.")]
    [TestCase("Lenght", "24 hours", "Timelines:0:Lenght: there is no such field. The fields are Rule, From, Reason, Length, Pausable.")]
    public void A_line_that_is_wrong_stops_the_start_with_its_name(string field, string? value, string message) =>
        Assert.That(
            () => LocalRules.BookFrom(Settings([.. Good.Where(pair => pair.Field != field), .. value is null ? [] : new[] { (field, value) }])),
            Throws.TypeOf<LocalRulesException>().With.Message.Contains(message));

    [Test]
    public async Task A_statutory_length_that_would_be_lengthened_stops_the_start()
    {
        await using var database = await TestDatabase.MigratedAsync();
        Assert.That(
            async () => await RunningService.StartAsync(database, adjust: builder => builder.Configuration.AddConfiguration(
                Settings(("Rule", "T20"), ("From", "2026-04-01"), ("Reason", "Beds."), ("Length", "36 hours")))),
            Throws.TypeOf<LocalRulesException>().With.Message.Contains("Timelines:0:Length: T20").And.Message.Contains("no configuration can lengthen that"));
    }

    private static (string Field, string Value)[] Good => [("Rule", "T02"), ("From", "2026-04-01"), ("Reason", "The members asked for it."), ("Length", "24 hours")];

    private static IConfigurationRoot Settings(params (string Field, string Value)[] line) =>
        new ConfigurationBuilder().AddInMemoryCollection(line.Select(pair => new KeyValuePair<string, string?>($"Timelines:0:{pair.Field}", pair.Value))).Build();
}
