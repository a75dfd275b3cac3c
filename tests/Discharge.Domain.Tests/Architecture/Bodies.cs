using System.Reflection;
using System.Reflection.Emit;

namespace Discharge.Domain.Tests.Architecture;

/// <summary>What compiled code mentions, read from its instructions.</summary>
internal static class Bodies
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> Instructions =
        typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    /// <summary>Everything that the code of a type mentions: fields, methods and types.</summary>
    public static IEnumerable<MemberInfo> MentionedBy(Type type) =>
        type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything)).SelectMany(MentionedBy);

    /// <summary>Every type that a type is made of: what it is, has, takes, gives and mentions.</summary>
    public static IEnumerable<Type> TypesIn(Type type) =>
        new[] { type.BaseType }
            .Concat(type.GetInterfaces())
            .Concat(type.GetMembers(Everything).Concat(MentionedBy(type)).SelectMany(TypesOf))
            .OfType<Type>()
            .SelectMany(Parts)
            .Distinct();

    private static IEnumerable<Type?> TypesOf(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType, field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method =>
            [method.DeclaringType, method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType), .. method.IsGenericMethod ? method.GetGenericArguments() : []],
        MethodBase constructor => [constructor.DeclaringType, .. constructor.GetParameters().Select(parameter => parameter.ParameterType)],
        _ => [member.DeclaringType],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        [.. type.HasElementType ? Parts(type.GetElementType()!) : [type], .. type.GetGenericArguments().SelectMany(Parts)];

    private static IEnumerable<MemberInfo> MentionedBy(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        var typeArguments = method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var instruction = code[at] == 0xFE ? Instructions[0xFE00 | code[at + 1]] : Instructions[code[at]];
            at += instruction.Size;
            if (instruction.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments)!;
            }

            at += LengthOf(instruction.OperandType, code, at);
        }
    }

    private static int LengthOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
