using System.Text.Json;
using System.Text.Json.Serialization;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.PersonalData;

namespace Discharge.Api.Cases;

/// <summary>A view as it is shown: in front the person it is about, whose details can be erased, and the days of their stay, then every field of the view itself.</summary>
/// <param name="Person">The person.</param>
/// <param name="Days">The days of their stay, counted as it is read.</param>
/// <param name="View">The view.</param>
/// <typeparam name="TView">The kind of view.</typeparam>
[JsonConverter(typeof(WithPersonAsOneObject))]
public sealed record WithPerson<TView>(PersonDetails Person, DaysOfStay Days, TView View) : IWithPerson
{
    object IWithPerson.View => View!;
}

/// <summary>A view with the person it is about, whatever the view.</summary>
internal interface IWithPerson
{
    /// <summary>The person.</summary>
    PersonDetails Person { get; }

    /// <summary>The days of their stay.</summary>
    DaysOfStay Days { get; }

    /// <summary>The view.</summary>
    object View { get; }
}

/// <summary>Writes person, days and view as the one object that callers see. It is written only: nobody sends one.</summary>
internal sealed class WithPersonAsOneObject : JsonConverter<IWithPerson>
{
    /// <summary>The name of the field in front.</summary>
    public const string Person = "person";

    /// <summary>The name of the field after it.</summary>
    public const string Days = "days";

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(IWithPerson));

    public override IWithPerson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("A view is shown, never sent.");

    public override void Write(Utf8JsonWriter writer, IWithPerson value, JsonSerializerOptions options)
    {
        var shown = JsonSerializer.SerializeToNode(value.View, value.View.GetType(), options)!.AsObject();
        shown.Insert(0, Person, JsonSerializer.SerializeToNode(value.Person, options));
        shown.Insert(1, Days, JsonSerializer.SerializeToNode(value.Days, options));
        shown.WriteTo(writer, options);
    }
}
