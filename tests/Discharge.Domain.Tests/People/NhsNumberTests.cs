using CsCheck;
using Discharge.Domain.People;

namespace Discharge.Domain.Tests.People;

public sealed class NhsNumberTests
{
    [TestCase("9434765919", Description = "The example of the NHS data dictionary: remainder 2, check digit 9")]
    [TestCase("9990000034", Description = "Remainder 7, check digit 4")]
    [TestCase("9990000018", Description = "Remainder 3, check digit 8")]
    [TestCase("9990000131", Description = "Remainder 10, check digit 1")]
    [TestCase("9990000050", Description = "Remainder 0: 11 minus 0 counts as 0")]
    public void A_number_with_its_check_digit_is_read(string text)
    {
        Assert.That(NhsNumber.TryParse(text, out var number), Is.True);
        Assert.That(number!.Value, Is.EqualTo(text));
    }

    [TestCase("943 476 5919", Description = "As it is printed")]
    [TestCase("943-476-5919", Description = "With hyphens")]
    [TestCase(" 9434765919 ", Description = "With spaces around it")]
    public void Spaces_and_hyphens_are_read_over(string text)
    {
        Assert.That(NhsNumber.TryParse(text, out var number), Is.True);
        Assert.That(number!.Value, Is.EqualTo("9434765919"));
    }

    [TestCase("9434765918", Description = "The check digit is 9")]
    [TestCase("9434765909", Description = "One digit differs")]
    [TestCase("9434769519", Description = "Two neighbours changed places")]
    [TestCase("9990000000", Description = "Remainder 1 would need the check digit 10, which is never issued")]
    [TestCase("999000000X", Description = "Nor is 10 written as X, as in a book's number")]
    [TestCase("943476591", Description = "Nine digits")]
    [TestCase("94347659190", Description = "Eleven digits")]
    [TestCase("943476591A", Description = "A letter")]
    [TestCase("٩٤٣٤٧٦٥٩١٩", Description = "Digits of another script")]
    [TestCase("943.476.5919", Description = "Dots")]
    [TestCase("", Description = "Nothing")]
    [TestCase(null, Description = "Not given")]
    public void What_cannot_be_one_is_not_read(string? text)
    {
        Assert.That(NhsNumber.TryParse(text, out var number), Is.False);
        Assert.That(number, Is.Null);
    }

    [Test]
    public void One_digit_ten_times_is_never_issued_although_its_check_digit_may_be_right([Range(0, 9)] int digit) =>
        Assert.That(NhsNumber.TryParse(new string((char)('0' + digit), 10), out _), Is.False);

    [Test]
    public void A_slip_of_one_digit_is_always_noticed() =>
        Gen.Select(Gen.Int[100_000_000, 999_999_999], Gen.Int[0, 9], Gen.Int[1, 9]).Sample((nine, place, slip) =>
            WithCheckDigit(nine) is not { } number
            || !NhsNumber.TryParse(string.Concat(number.Select((digit, at) => at == place ? (char)('0' + ((digit - '0' + slip) % 10)) : digit)), out _));

    [Test]
    public void Two_neighbours_in_each_others_place_are_always_noticed() =>
        Gen.Select(Gen.Int[100_000_000, 999_999_999], Gen.Int[0, 8]).Sample((nine, place) =>
            WithCheckDigit(nine) is not { } number
            || number[place] == number[place + 1]
            || !NhsNumber.TryParse($"{number[..place]}{number[place + 1]}{number[place]}{number[(place + 2)..]}", out _));

    [Test]
    public void Two_readings_of_one_number_are_equal_and_neither_says_it_aloud()
    {
        _ = NhsNumber.TryParse("943 476 5919", out var one);
        _ = NhsNumber.TryParse("9434765919", out var other);
        Assert.That(one, Is.EqualTo(other));
        Assert.That($"{one}", Does.Not.Contain("943"));
    }

    private static string? WithCheckDigit(int nine) =>
        Enumerable.Range(0, 10).Select(last => $"{nine}{last}").FirstOrDefault(text => NhsNumber.TryParse(text, out _));

    [TestCase("943 476 5919", true)]
    [TestCase("Incident of 9434765919.", true)]
    [TestCase("9434765918", false, Description = "A wrong check digit")]
    [TestCase("19434765919", false, Description = "Part of a longer number")]
    [TestCase("INQ-14, letter of 3 March 2026", false)]
    public void Whether_one_stands_in_a_text_is_found(string text, bool stands) => Assert.That(NhsNumber.StandsIn(text), Is.EqualTo(stands));
}
