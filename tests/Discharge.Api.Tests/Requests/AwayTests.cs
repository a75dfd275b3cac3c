using System.Net.Sockets;
using Npgsql;

namespace Discharge.Api.Tests.Requests;

public sealed class AwayTests
{
    private static readonly NpgsqlException Away = new("Failed to connect", new SocketException());

    [Test]
    public void A_command_with_a_key_may_be_sent_again_one_without_is_looked_up_first_and_a_question_is_only_asked_again() =>
        Assert.Multiple(() =>
        {
            Assert.That(Responses.Of(Away, isCommand: true, isKeyed: true).Detail, Does.Contain("Send this again with the same Idempotency-Key"));
            Assert.That(Responses.Of(Away, isCommand: true, isKeyed: false).Detail, Does.StartWith("The record cannot be reached at the moment. Look whether this was recorded"));
            Assert.That(Responses.Of(Away, isCommand: false, isKeyed: true).Detail, Does.Not.Contain("Idempotency-Key"));
        });

    [TestCase("--dmo", false)]
    [TestCase("--demo", true)]
    [TestCase("--urls", true)]
    [TestCase("--environment=Production", true)]
    [TestCase("--ConnectionStrings:Discharge", true)]
    [TestCase("--Access__Issuer=x", true)]
    public void An_option_nobody_knows_is_not_taken_for_a_setting(string option, bool known) => Assert.That(Usage.Knows(option), Is.EqualTo(known));

    [Test]
    public void Where_only_the_owner_is_missing_it_says_that() =>
        Assert.That(() => new Databases(Owner: null, Application: "Host=x").ToMigrate, Throws.TypeOf<DatabaseNotConfiguredException>().With.Message.StartsWith("Set ConnectionStrings__DischargeOwner too"));
}
