using System.Text.Json;
using Discharge.Api.Requests;
using Discharge.Domain.DischargeCases;
using Discharge.Persistence;
using Discharge.Persistence.Json;
using NodaTime;
using NodaTime.Text;

namespace Discharge.Api.Tests.Requests;

public sealed class ApiJsonTests
{
    [TestCase("2026-03-29T00:59:59Z", "2026-03-29T00:59:59+00:00", Description = "The last second of winter time")]
    [TestCase("2026-03-29T01:00:00Z", "2026-03-29T02:00:00+01:00", Description = "The first second of summer time")]
    [TestCase("2026-10-25T00:30:00Z", "2026-10-25T01:30:00+01:00", Description = "Half past one, the first time")]
    [TestCase("2026-10-25T01:30:00Z", "2026-10-25T01:30:00+00:00", Description = "Half past one, the second time")]
    [TestCase("2026-01-05T09:00:00.5Z", "2026-01-05T09:00:00.5+00:00", Description = "A fraction where there is one")]
    [TestCase("2026-01-05T09:00:00.123456Z", "2026-01-05T09:00:00.123456+00:00", Description = "Microseconds are the finest")]
    public void A_moment_goes_out_with_londons_offset_and_comes_back_as_it_was(string moment, string spelled)
    {
        var instant = InstantPattern.ExtendedIso.Parse(moment).Value;
        var json = JsonSerializer.Serialize(instant, ApiJson.Options);
        Assert.Multiple(() =>
        {
            Assert.That(json, Is.EqualTo($"\"{spelled}\""));
            Assert.That(JsonSerializer.Deserialize<Instant>(json, ApiJson.Options), Is.EqualTo(instant));
        });
    }

    [TestCase("Pathway1", "pathway-1")]
    [TestCase("LowerLimbSurgeryWithin48Hours", "lower-limb-surgery-within-48-hours")]
    [TestCase("NoFixedAbode", "no-fixed-abode")]
    [TestCase("NHSNumber", "nhs-number")]
    [TestCase("OnCallDirector", "on-call-director")]
    [TestCase("T01", "t-01")]
    public void Names_are_spelled_in_words_and_a_number_is_a_word(string name, string spelled) =>
        Assert.That(KebabCase.Spelling.ConvertName(name), Is.EqualTo(spelled));

    [Test]
    public void Every_word_of_the_domain_is_spelled_differently_and_comes_back_as_it_was()
    {
        foreach (var list in typeof(Pathway).Assembly.GetExportedTypes().Where(type => type.IsEnum))
        {
            var values = Enum.GetValues(list).Cast<object>().ToArray();
            var spelled = values.Select(value => JsonSerializer.Serialize(value, list, ApiJson.Options)).ToArray();
            Assert.That(spelled, Is.Unique.And.All.Match("^\"[a-z0-9]+(-[a-z0-9]+)*\"$"), list.Name);
            Assert.That(spelled.Select(word => JsonSerializer.Deserialize(word, list, ApiJson.Options)), Is.EqualTo(values), list.Name);
        }
    }

    [Test]
    public void A_list_whose_values_do_not_follow_one_another_is_refused() =>
        Assert.That(() => new Choice<WithAGap>().Words, Throws.TypeOf<TypeInitializationException>().With.InnerException.TypeOf<ArgumentException>());

    private enum WithAGap
    {
        First,
        Third = 2,
    }
}
