using System.Reflection;
using Discharge.Domain.Deciding;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.Architecture;

/// <summary>What the domain rests on, and which of its parts know each other.</summary>
public sealed class DirectionTests
{
    private const string Root = "Discharge.Domain.";

    private static readonly Assembly Domain = typeof(Fact).Assembly;

    /// <summary>A part of the domain is a folder; a type of case is a part that has events of its own.</summary>
    private static readonly string[] CaseTypes =
        [.. Domain.GetTypes().Where(type => type.BaseType == typeof(Fact) && type.IsAbstract).Select(type => PartOf(type)!).Distinct()];

    private static readonly string[] WhatEveryCaseTypeRestsOn = ["Deciding", "People", "Timelines"];

    [Test]
    public void The_domain_references_NodaTime_and_nothing_else() =>
        Assert.That(
            Domain.GetReferencedAssemblies().Where(reference => !IsOfTheRuntime(reference)).Select(reference => reference.Name),
            Is.EqualTo(Lines("NodaTime")));

    [Test]
    public void The_types_of_case_are_found() => Assert.That(CaseTypes, Does.Contain("DischargeCases").And.None.AnyOf(WhatEveryCaseTypeRestsOn));

    [TestCaseSource(nameof(CaseTypes))]
    public void A_type_of_case_knows_no_other(string caseType) =>
        Assert.That(Mentions(caseType).Where(mention => CaseTypes.Contains(mention.Part) && mention.Part != caseType), Is.Empty);

    [TestCaseSource(nameof(WhatEveryCaseTypeRestsOn))]
    public void What_every_type_of_case_rests_on_knows_none(string part) =>
        Assert.That(Mentions(part).Where(mention => !WhatEveryCaseTypeRestsOn.Contains(mention.Part)), Is.Empty);

    [Test]
    public void People_know_nothing_but_themselves() => Assert.That(Mentions("People").Where(mention => mention.Part != "People"), Is.Empty);

    [Test]
    public void Mentions_are_seen() =>
        Assert.That(Mentions("DischargeCases").Select(mention => mention.Part).Distinct(), Is.SupersetOf(WhatEveryCaseTypeRestsOn));

    private static IEnumerable<(Type By, Type Of, string Part)> Mentions(string part) =>
        from type in Domain.GetTypes()
        where PartOf(type) == part
        from mentioned in Bodies.TypesIn(type)
        let other = PartOf(mentioned)
        where other is not null
        select (type, mentioned, other);

    private static string? PartOf(Type type) =>
        type.Assembly == Domain && type.Namespace is { } name && name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..].Split('.')[0] : null;

    private static bool IsOfTheRuntime(AssemblyName reference) =>
        Path.GetDirectoryName(Assembly.Load(reference).Location) == Path.GetDirectoryName(typeof(object).Assembly.Location);
}
