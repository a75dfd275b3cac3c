using System.Reflection;
using System.Text.RegularExpressions;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Missing = Discharge.Domain.Deciding.Missing;

namespace Discharge.Domain.Tests.Architecture;

/// <summary>What is refused, departed from or missing has a code that lasts and a test that names it.</summary>
public sealed partial class CodeTests
{
    private static readonly FieldInfo[] Named =
    [
        .. typeof(Fact).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.IsInitOnly && (field.FieldType == typeof(Refusal) || field.FieldType == typeof(Departure) || field.FieldType == typeof(Missing))),
    ];

    private static readonly HashSet<(Module, int)> NamedInTests =
    [
        .. Tests.Of(typeof(CodeTests).Assembly).SelectMany(Bodies.MentionedBy).OfType<FieldInfo>().Select(field => (field.Module, field.MetadataToken)),
    ];

    [TestCaseSource(nameof(Named))]
    public void Every_refusal_departure_and_lack_has_a_test_that_names_it(FieldInfo field) =>
        Assert.That(NamedInTests, Does.Contain((field.Module, field.MetadataToken)), $"{field.DeclaringType!.Name}.{field.Name}");

    [Test]
    public void Every_code_is_one_of_a_kind() => Assert.That(Named.Select(CodeOf), Is.Unique);

    [TestCaseSource(nameof(Named))]
    public void Every_code_is_two_words_of_small_letters(FieldInfo field) => Assert.That(Code().IsMatch(CodeOf(field)), CodeOf(field));

    [TestCaseSource(nameof(Named))]
    public void Every_sentence_is_a_sentence(FieldInfo field) =>
        Assert.That(SentencesOf(field), Has.All.EndsWith(".").And.All.Match("^[A-Z]").And.None.Contains("  "));

    [Test]
    public void A_discharge_case_lists_every_departure_there_is() =>
        Assert.That(
            DischargeCaseDepartures.All.Select(departure => departure.Code),
            Is.EquivalentTo(Named
                .Where(field => (field.DeclaringType!.Namespace == typeof(DischargeCase).Namespace || field.DeclaringType == typeof(WithdrawEntry)) && field.FieldType != typeof(Refusal))
                .Select(CodeOf)));

    [Test]
    public void Every_departure_is_found_by_its_code() =>
        Assert.That(DischargeCaseDepartures.All.Select(departure => DischargeCaseDepartures.Of(departure.Code)), Is.EqualTo(DischargeCaseDepartures.All));

    [Test]
    public void Everything_that_a_discharge_may_lack_is_listed() =>
        Assert.That(
            WhatDischargeNeeds.All,
            Is.EquivalentTo(Named.Where(field => field.DeclaringType == typeof(WhatDischargeNeeds)).Select(field => field.GetValue(null))));

    private static string CodeOf(FieldInfo field) => field.GetValue(null) switch
    {
        Refusal refusal => refusal.Code,
        Departure departure => departure.Code,
        var missing => ((Missing)missing!).Code,
    };

    private static string[] SentencesOf(FieldInfo field) => field.GetValue(null) switch
    {
        Refusal refusal => [refusal.Sentence, refusal.Accepted],
        Departure departure => [departure.Sentence],
        var missing => [((Missing)missing!).Sentence],
    };

    [GeneratedRegex(@"^[a-z-]+\.[a-z0-9-]+\z")]
    private static partial Regex Code();
}
