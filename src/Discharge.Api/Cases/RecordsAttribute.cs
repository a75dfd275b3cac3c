using System.Text.Json.Nodes;
using Discharge.Api.Beds;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Api.Reablement;
using Discharge.Api.RehabilitationBeds;
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

    internal override JsonNode ExampleTo(AcceptsAttribute? request) => Written(request!.Body switch
    {
        var body when IsOfABed(body) => ExampleBed.AnswerTo(body),
        var body when ExampleReablement.Tells(body) => ExampleReablement.AnswerTo(body),
        var body when ExampleTeam.Tells(body) => ExampleTeam.AnswerTo(body),
        var body when ExampleRehabilitation.Tells(body) => ExampleRehabilitation.AnswerTo(body),
        var body => ExampleCase.AnswerTo(body),
    });

    private static bool IsOfABed(Type body) => body == typeof(BedRegistrationRequest) || body.IsSubclassOf(typeof(BedRequest));
}
