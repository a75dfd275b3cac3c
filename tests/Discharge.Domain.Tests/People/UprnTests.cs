using Discharge.Domain.People;

namespace Discharge.Domain.Tests.People;

public sealed class UprnTests
{
    [TestCase("100021892955", "100021892955")]
    [TestCase("000010090012", "10090012")]
    [TestCase(" 7 ", "7")]
    public void A_number_of_up_to_twelve_digits_is_one(string text, string number) => Assert.That(Uprn.Parse(text).Value, Is.EqualTo(number));

    [TestCase("")]
    [TestCase("0")]
    [TestCase("1000218929551")]
    [TestCase("14 Alder Court")]
    [TestCase("١٢٣")]
    [TestCase(null)]
    public void Anything_else_is_not(string? text)
    {
        Assert.That(Uprn.TryParse(text, out _), Is.False);
        Assert.That(() => Uprn.Parse(text!), Throws.InstanceOf<FormatException>());
    }
}
