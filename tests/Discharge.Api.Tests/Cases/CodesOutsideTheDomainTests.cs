using System.Reflection;
using Discharge.Api.Cases;
using Discharge.Domain.Deciding;
using Discharge.Domain.Tests.Architecture;
using Discharge.Persistence.Cases;

namespace Discharge.Api.Tests.Cases;

/// <summary>What is refused outside of the domain has a code of its own and a test that names it, as inside.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class CodesOutsideTheDomainTests
{
    private static readonly FieldInfo[] Outside = [.. RefusalsOf(typeof(CaseStore).Assembly), .. RefusalsOf(typeof(CaseCommands).Assembly)];

    private static readonly HashSet<FieldInfo> NamedInTests =
        [.. Domain.Tests.Architecture.Tests.Of(typeof(CodesOutsideTheDomainTests).Assembly).SelectMany(Bodies.MentionedBy).OfType<FieldInfo>()];

    [TestCaseSource(nameof(Outside))]
    public void Every_refusal_has_a_test_that_names_it(FieldInfo field) => Assert.That(NamedInTests, Does.Contain(field), field.DeclaringType!.Name);

    [Test]
    public void Every_code_is_one_of_a_kind() =>
        Assert.That(Outside.Concat(RefusalsOf(typeof(Fact).Assembly)).Select(field => ((Refusal)field.GetValue(null)!).Code), Is.Unique);

    private static IEnumerable<FieldInfo> RefusalsOf(Assembly assembly) => assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(field => field.IsInitOnly && field.FieldType == typeof(Refusal));
}
