using System.Reflection;
using Discharge.Domain.Deciding;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.Architecture;

/// <summary>How the types of the domain are shaped.</summary>
public sealed class ShapeTests
{
    private const BindingFlags Constructors = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly Type[] Classes = [.. typeof(Fact).Assembly.GetExportedTypes().Where(type => type.IsClass)];

    private static readonly Type[] Facts = [.. Classes.Where(type => type.IsSubclassOf(typeof(Fact)))];

    private static readonly Type[] Families = [typeof(Fact), .. Facts.Where(type => type.IsAbstract)];

    [Test]
    public void Every_class_is_sealed_abstract_or_static() => Assert.That(Classes.Where(type => !type.IsSealed && !type.IsAbstract), Is.Empty);

    [Test]
    public void Every_event_is_a_sealed_record() =>
        Assert.That(Facts.Where(type => !type.IsAbstract && !(type.IsSealed && type.GetMethod("<Clone>$") is not null)), Is.Empty);

    [Test]
    public void Every_event_stands_with_its_family() =>
        Assert.That(Facts.Where(type => type.BaseType != typeof(Fact) && type.Namespace != type.BaseType!.Namespace), Is.Empty);

    [Test]
    public void An_event_outside_any_family_may_stand_in_a_history_of_any_case() =>
        Assert.That(
            Facts.Where(type => type.BaseType == typeof(Fact) && !type.IsAbstract).Select(type => type.Name),
            Is.EquivalentTo(Lines("EntryWithdrawn", "GlassBroken", "DomesticAbuseDisclosed", "MentalHealthActStatusRecorded", "ClockBreached", "BreachWithdrawn", "ClockPaused", "ClockResumed")));

    [TestCaseSource(nameof(Families))]
    public void A_family_of_events_is_closed_to_others(Type family) =>
        Assert.That(family.GetConstructors(Constructors).Where(constructor => !IsCopy(constructor, family)), Is.Not.Empty.And.All.Property(nameof(MethodBase.IsFamilyAndAssembly)).True);

    [Test]
    public void No_class_is_named_for_a_pattern() =>
        Assert.That(
            Classes.Select(type => type.Name),
            Has.None.Match("(Manager|Helper|Processor|Base|Common|Utils|Dto|Info)$"));

    private static bool IsCopy(ConstructorInfo constructor, Type family) => constructor.GetParameters() is [{ } only] && only.ParameterType == family;
}
