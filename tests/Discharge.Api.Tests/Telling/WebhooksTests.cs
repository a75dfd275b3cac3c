using Discharge.Api.Telling;
using Discharge.Api.Tests.Cases;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.Configuration;

namespace Discharge.Api.Tests.Telling;

public sealed class WebhooksTests
{
    private const string Anywhere = "https://hub.example/notices";

    [Test]
    public void A_recipient_is_what_is_written_of_it()
    {
        var webhooks = Webhooks.From(PostRoom.Settings([.. PostRoom.Lines(0, "hub", "L3 L4", Anywhere, ("Hub", "QMJ01"), ("Owner", "care-transfer-hub"))]), plain: false);

        var hub = webhooks.Of("hub")!;
        Assert.Multiple(() =>
        {
            Assert.That(hub.Recipient.Levels, Is.EqualTo(new[] { "L3", "L4" }));
            Assert.That((hub.Recipient.Hub, hub.Recipient.Owner, hub.Recipient.Ward, hub.Address.AbsoluteUri), Is.EqualTo(("QMJ01", "care-transfer-hub", (string?)null, Anywhere)));
            Assert.That(hub.Secret, Is.EqualTo(Receiver.Secret));
            Assert.That(webhooks.Recipients, Is.EqualTo(new[] { hub.Recipient }));
            Assert.That(webhooks.Of("log"), Is.Null);
        });
    }

    [TestCase("Name", "", "Notices:Recipients:0:Name: it is missing.")]
    [TestCase("Name", "log", "Notices:Recipients:0:Name: log is the service's own log.")]
    [TestCase("Levels:0", "L5", "Notices:Recipients:0:Levels: give a list of one or more of holder, L1, L2, L3, L4, IG.")]
    [TestCase("Levels:0", null, "Notices:Recipients:0:Levels: give a list")]
    [TestCase("Url", "", "Notices:Recipients:0:Url: it is missing.")]
    [TestCase("Url", "hub.example/notices", "Notices:Recipients:0:Url: give a whole address")]
    [TestCase("Url", "ftp://hub.example/notices", "Notices:Recipients:0:Url: give an https address.")]
    [TestCase("Url", "http://hub.example/notices", "Notices:Recipients:0:Url: give an https address; http is for this machine alone.")]
    [TestCase("Url", "https://user:word@hub.example/notices", "Notices:Recipients:0:Url: give it without a user and password.")]
    [TestCase("Secret", "", "Notices:Recipients:0:Secret: it is missing.")]
    [TestCase("Secret", "c2hvcnQ=", "Notices:Recipients:0:Secret: give 32 random bytes or more in Base64.")]
    [TestCase("Secret", "not Base64 at all, and long enough to be a secret", "Notices:Recipients:0:Secret: give 32 random bytes")]
    [TestCase("Owner", "nobody", "Notices:Recipients:0:Owner: give one of ward,")]
    [TestCase("Color", "red", "Notices:Recipients:0:Color: there is no such field.")]
    public void What_cannot_be_used_is_named(string field, string? value, string sentence)
    {
        var settings = PostRoom.Lines(0, "hub", "L3", Anywhere).Where(line => line.Key != $"0:{field}").Append(($"0:{field}", value));

        Assert.That(
            () => Webhooks.From(PostRoom.Settings([.. settings.Where(line => line.Item2 is not null)]), plain: false),
            Throws.TypeOf<WebhooksException>().With.Message.Contains(sentence));
    }

    [Test]
    public void Two_of_one_name_are_one_too_many() => Assert.That(
        () => Webhooks.From(PostRoom.Settings([.. PostRoom.Lines(0, "hub", "L3", Anywhere), .. PostRoom.Lines(1, "hub", "L4", Anywhere)]), plain: false),
        Throws.TypeOf<WebhooksException>().With.Message.Contains("the name hub is given twice"));

    [TestCase("http://127.0.0.1:5090/notices", false)]
    [TestCase("http://localhost:5090/notices", false)]
    [TestCase("http://[::1]:5090/notices", false)]
    [TestCase("http://hub.example/notices", true, Description = "In Development")]
    public void Without_encryption_only_this_machine_is_told_or_anybody_in_Development(string url, bool development) =>
        Assert.That(() => Webhooks.From(PostRoom.Settings([.. PostRoom.Lines(0, "hub", "L3", url)]), development), Throws.Nothing);

    [Test]
    public async Task A_service_that_could_tell_nobody_does_not_start()
    {
        await using var database = await TestDatabase.MigratedAsync();

        Assert.That(
            async () => await RunningService.StartAsync(database, adjust: builder => builder.Configuration.AddInMemoryCollection([new("Notices:Recipients:0:Name", "hub")])),
            Throws.TypeOf<WebhooksException>().With.Message.Contains("Notices:Recipients:0:Levels"));
    }

    [Test]
    public async Task A_running_service_tells_by_itself()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var database = await TestDatabase.MigratedAsync();
        await using var service = await RunningService.StartAsync(database, adjust: builder => builder.Configuration.AddInMemoryCollection(
            PostRoom.Lines(0, "hub", "L3", receiver.Url).Select(line => KeyValuePair.Create($"{Webhooks.Section}:{line.Key}", line.Value))));
        await database.RunAsApplicationAsync(PostRoom.Giving(1, "L3"));

        await Stored.Once(async () => await database.AskAsOwnerAsync<long>("select count(*) from discharge.messages where delivered_at is not null and recipient = 'hub'") == 1, "it is delivered");

        Assert.That(receiver.All.Single().SignedAt(Receiver.Secret), Is.Not.Null);
    }
}
