using Discharge.Domain.DischargeCases;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class DelayCodesetTests
{
    [TestCase("acute-2022", 18, true)]
    [TestCase("community-2023", 20, true)]
    [TestCase("acute-2024", 9, false, Description = "Said to have 37; these could be verified")]
    public void Each_list_has_as_many_codes_as_could_be_verified(string key, int codes, bool complete)
    {
        var list = DelayCodeset.Known.Single(known => known.Key == key);
        Assert.That((list.Codes.Count, list.IsComplete), Is.EqualTo((codes, complete)));
    }

    [Test]
    public void A_code_stands_once_in_its_list_and_is_one_word_of_small_letters() =>
        Assert.That(DelayCodeset.Known.SelectMany(list => list.Codes.Select(code => $"{list.Key} {code.Code}")), Is.Unique.And.All.Match("^[a-z]+-[0-9]{4} [a-z0-9-]+$"));

    [TestCase("xvi")]
    [TestCase("xvii")]
    [TestCase("xviii")]
    public void A_numeral_that_two_numberings_read_differently_is_no_code(string numeral) => Assert.That(DelayCodeset.Acute2022.Find(numeral), Is.Null);

    [Test]
    public void A_code_is_never_without_its_list_and_version() => Assert.That(DelayCodeset.Acute2022.Find("xv"), Is.EqualTo(new DelayReason("acute", "2022", "xv")));

    [TestCase("acute-2022", "v", "community-2023", "medicines")]
    [TestCase("community-2023", "medicines", "acute-2022", "v")]
    [TestCase("acute-2022", "no-plan", "community-2023", "no-plan")]
    [TestCase("acute-2022", "v", "acute-2022", "v", Description = "In its own list a reason is itself")]
    [TestCase("acute-2022", "xiii", "community-2023", null, Description = "The other list adds lack of housing offers")]
    [TestCase("acute-2022", "xv", "community-2023", null, Description = "To another acute trust is not back to one")]
    [TestCase("acute-2022", "viii", "acute-2024", null, Description = "Two reasons of 2024 split what was one")]
    [TestCase("acute-2022", "v", "local-2026", null, Description = "A list nobody crosswalked")]
    public void The_crosswalk_knows_equal_meanings_only_and_keeps_the_original(string from, string code, string to, string? equivalent)
    {
        var reason = DelayCodeset.Known.Single(list => list.Key == from).Find(code)!;
        var walked = DelayCrosswalk.To(to, reason);
        Assert.That((walked.Original, walked.Equivalent?.ToKey(), walked.Equivalent?.Code), Is.EqualTo((reason, equivalent is null ? null : to, equivalent)));
    }

    [Test]
    public void There_and_back_is_the_same_reason() =>
        Assert.That(
            from list in DelayCodeset.Known
            from code in list.Codes
            from other in DelayCodeset.Known
            let reason = list.Find(code.Code)
            let there = DelayCrosswalk.To(other.Key, reason).Equivalent
            where there is not null && DelayCrosswalk.To(list.Key, there).Equivalent != reason
            select reason,
            Is.Empty);

    [Test]
    public void Nine_reasons_mean_the_same_in_the_acute_and_the_community_list() =>
        Assert.That(DelayCodeset.Acute2022.Codes.Count(code => DelayCrosswalk.To("community-2023", DelayCodeset.Acute2022.Find(code.Code)!).Equivalent is not null), Is.EqualTo(9));
}
