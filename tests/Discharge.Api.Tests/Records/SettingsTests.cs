using Discharge.Api.Records;
using Discharge.Domain.Records;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.Configuration;

namespace Discharge.Api.Tests.Records;

[Parallelizable(ParallelScope.All)]
public sealed class SettingsTests
{
    [Test]
    public void Without_settings_records_are_kept_as_the_code_of_practice_says() => Assert.That(RetentionSettings.From(Configured()), Is.EqualTo(RetentionSchedule.Standard));

    [Test]
    public void They_may_be_kept_longer() =>
        Assert.That(RetentionSettings.From(Configured(("adult-health-and-social-care", "10"), ("mental-health", "25"))), Is.EqualTo(new RetentionSchedule(AdultHealthAndSocialCare: 10, MentalHealth: 25)));

    [TestCase("adult-health-and-social-care", "7", "Retention:adult-health-and-social-care", Description = "Shorter")]
    [TestCase("mental-health", "19", "Retention:mental-health", Description = "Shorter")]
    [TestCase("mental-health", "twenty", "Retention:mental-health", Description = "No number")]
    [TestCase("children", "25", "Retention:children", Description = "No class that is known")]
    public void What_cannot_be_is_named(string kind, string years, string setting) =>
        Assert.That(() => RetentionSettings.From(Configured((kind, years))), Throws.TypeOf<RetentionSettingsException>().With.Message.Contains(setting));

    [TestCase("")]
    [TestCase("c2hvcnQ=", Description = "Too short")]
    public async Task Outside_of_Development_a_start_without_an_encryption_key_says_what_to_set(string key)
    {
        await using var database = await TestDatabase.MigratedAsync();

        Assert.That(
            async () => await RunningService.StartAsync(database, adjust: builder => builder.Configuration.AddInMemoryCollection([new("PersonalData:EncryptionKey", key)])),
            Throws.TypeOf<EncryptionKeyException>().With.Message.Contains("PersonalData__EncryptionKey"));
    }

    private static IConfiguration Configured(params (string Class, string Years)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"{RetentionSettings.Section}:{one.Class}", (string?)one.Years))).Build();
}
