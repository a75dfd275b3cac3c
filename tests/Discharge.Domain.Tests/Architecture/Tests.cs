using System.Reflection;
using NUnit.Framework.Interfaces;

namespace Discharge.Domain.Tests.Architecture;

/// <summary>The classes that hold tests, and what the compiler made out of those; a story or a fixture that mentions something proves nothing of it.</summary>
internal static class Tests
{
    public static IEnumerable<Type> Of(Assembly assembly) => assembly.GetTypes().Where(HoldsTests);

    private static bool HoldsTests(Type type) =>
        type.GetMethods().Any(method => method.GetCustomAttributes().Any(attribute => attribute is ITestBuilder or ISimpleTestBuilder))
        || (type.DeclaringType is { } outer && HoldsTests(outer));
}
