using Discharge.Domain.People;

namespace Discharge.Domain.Tests.People;

public sealed class SubjectTests
{
    [TestCase("c-41d7")]
    [TestCase("auth0|5f7c8ec7c33c6c004bbafe82")]
    public void What_a_token_is_for_is_one(string text) => Assert.That(Subject.Parse(text).Value, Is.EqualTo(text));

    [TestCase("Jo Ash")]
    [TestCase("jo.ash@example.org")]
    [TestCase("")]
    [TestCase(null)]
    public void A_name_or_an_address_is_not(string? text)
    {
        Assert.That(Subject.TryParse(text, out _), Is.False);
        Assert.That(() => Subject.Parse(text!), Throws.InstanceOf<FormatException>());
    }
}
