using System.Text.Json;
using System.Text.Json.Serialization;
using Discharge.Domain.People;

namespace Discharge.Persistence.Json;

/// <summary>An ODS code as a JSON string.</summary>
internal sealed class OdsCodeText : JsonConverter<OdsCode>
{
    public override OdsCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => OdsCode.Parse(reader.GetString() ?? string.Empty);

    public override void Write(Utf8JsonWriter writer, OdsCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>A reference to a person as a JSON string.</summary>
internal sealed class PersonRefText : JsonConverter<PersonRef>
{
    public override PersonRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, PersonRef value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
}
