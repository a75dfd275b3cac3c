using Discharge.Domain.People;

namespace Discharge.Domain.Tests.People;

public sealed class OdsCodeTests
{
    [TestCase("RYJ01", "RYJ01", Description = "A site")]
    [TestCase("ryj01", "RYJ01", Description = "In small letters")]
    [TestCase(" RYJ01 ", "RYJ01", Description = "With spaces around it")]
    [TestCase("RYJ", "RYJ", Description = "The shortest: a trust")]
    [TestCase("713", "713", Description = "A local authority once had digits alone")]
    [TestCase("ABCDEF123456", "ABCDEF123456", Description = "The longest")]
    public void A_code_is_read_in_capitals(string text, string code)
    {
        Assert.That(OdsCode.TryParse(text, out var read), Is.True);
        Assert.That((read!.Value, read.ToString(), OdsCode.Parse(text)), Is.EqualTo((code, code, read)));
    }

    [TestCase("RY", Description = "Too short")]
    [TestCase("ABCDEF1234567", Description = "Too long")]
    [TestCase("RYJ-1", Description = "A hyphen")]
    [TestCase("RY J1", Description = "A space inside")]
    [TestCase("RYſ01", Description = "A long s, which has an S for a capital")]
    [TestCase("RÝJ01", Description = "A letter with an accent")]
    [TestCase("", Description = "Nothing")]
    [TestCase(null, Description = "Not given")]
    public void What_cannot_be_one_is_not_read(string? text)
    {
        Assert.That(OdsCode.TryParse(text, out var code), Is.False);
        Assert.That(code, Is.Null);
    }

    [Test]
    public void A_code_taken_to_be_well_formed_that_is_not_is_a_broken_program() =>
        Assert.That(() => OdsCode.Parse("R-1"), Throws.InstanceOf<FormatException>());
}
