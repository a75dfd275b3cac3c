using System.Text.Json.Nodes;
using Discharge.Api.Beds;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Persistence.Cases;

namespace Discharge.Api.Cases;

/// <summary>The endpoint is a command: it answers what was recorded, and how the case stands after it.</summary>
/// <param name="status">With which status: 201 where it makes something.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RecordsAttribute(int status = StatusCodes.Status200OK) : AnswersAttribute(status)
{
    /// <inheritdoc/>
    public override bool Tagged => true;

    internal override Type Body => typeof(CommandAnswer);

    internal override JsonNode ExampleTo(AcceptsAttribute? request) => Written(IsOfABed(request!.Body) ? ExampleBed.AnswerTo(request.Body) : ExampleCase.AnswerTo(request.Body));

    private static bool IsOfABed(Type body) => body == typeof(BedRegistrationRequest) || body.IsSubclassOf(typeof(BedRequest));
}
