using System.Text.Json;
using System.Text.Json.Nodes;
using Discharge.Api.DischargeCases;
using Discharge.Api.Requests;

namespace Discharge.Api.OpenApi;

/// <summary>The body an endpoint reads for itself.</summary>
public abstract class AcceptsAttribute : Attribute
{
    internal abstract Type Body { get; }

    internal abstract JsonNode Example { get; }
}

/// <summary>The body an endpoint reads for itself.</summary>
/// <typeparam name="T">What the body says.</typeparam>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AcceptsAttribute<T> : AcceptsAttribute
    where T : IExample<T>
{
    internal override Type Body => typeof(T);

    internal override JsonNode Example => JsonSerializer.SerializeToNode(T.Example, ApiJson.Options)!;
}

/// <summary>The endpoint is asked in a body, so that nothing about a person stands in an address. It changes nothing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AsksAttribute : Attribute;

/// <summary>What an endpoint answers.</summary>
/// <param name="status">With which status.</param>
public abstract class AnswersAttribute(int status) : Attribute
{
    /// <summary>With which status.</summary>
    public int Status => status;

    /// <summary>Whether the answer carries an ETag, which changes whenever the answer would.</summary>
    public virtual bool Tagged { get; init; }

    /// <summary>Whether what was made can be read by itself, so that the answer says where.</summary>
    public bool Located { get; init; } = true;

    internal abstract Type Body { get; }

    /// <summary>The answer to a request like the example of this one.</summary>
    internal abstract JsonNode ExampleTo(AcceptsAttribute? request);

    private protected static JsonNode Written<TBody>(TBody example) => JsonNode.Parse(ExampleCase.Words.JoinedTo(JsonSerializer.SerializeToUtf8Bytes(example, ApiJson.Options)))!;
}

/// <summary>What an endpoint answers.</summary>
/// <param name="status">With which status.</param>
/// <typeparam name="T">What the body says.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AnswersAttribute<T>(int status = StatusCodes.Status200OK) : AnswersAttribute(status)
    where T : IExample<T>
{
    internal override Type Body => typeof(T);

    internal override JsonNode ExampleTo(AcceptsAttribute? request) => Written(T.Example);
}

/// <summary>What an endpoint answers.</summary>
/// <param name="status">With which status.</param>
/// <typeparam name="TBody">What the body says.</typeparam>
/// <typeparam name="TExample">Where an example of it is found.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class AnswersAttribute<TBody, TExample>(int status = StatusCodes.Status200OK) : AnswersAttribute(status)
    where TExample : IExample<TBody>
{
    internal override Type Body => typeof(TBody);

    internal override JsonNode ExampleTo(AcceptsAttribute? request) => Written(TExample.Example);
}

/// <summary>A query parameter an endpoint reads for itself.</summary>
/// <param name="name">Its name.</param>
/// <param name="meaning">What it asks for, in a sentence.</param>
public abstract class QueryAttribute(string name, string meaning) : Attribute
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>What it asks for, in a sentence.</summary>
    public string Meaning => meaning;

    /// <summary>Whether there is no answer without it.</summary>
    public bool Required { get; init; }

    internal abstract Type Value { get; }
}

/// <summary>A query parameter an endpoint reads for itself.</summary>
/// <param name="name">Its name.</param>
/// <param name="meaning">What it asks for, in a sentence.</param>
/// <typeparam name="T">What it is read as.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class QueryAttribute<T>(string name, string meaning) : QueryAttribute(name, meaning)
{
    internal override Type Value => typeof(T);
}
