using System.Net;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests.Engagements;

/// <summary>Auditors with an engagement, and the engagements they are given.</summary>
internal static class Auditors
{
    /// <summary>An auditor whose body has an engagement for the cases of these organisations.</summary>
    public static async Task<Client> EngagedAsync(RunningService service, params string[] organisations)
    {
        (await new Client(service, Role.InformationGovernance).Post("/v1/engagements", Engagement(organisations))).Expect(HttpStatusCode.Created);
        return new Client(service, Role.Auditor);
    }

    /// <summary>An engagement of the body that tests speak for.</summary>
    public static object Engagement(string[] organisations, string body = "QDEMO", double hours = 5, string? openedFrom = null, string? openedUntil = null) => new
    {
        body,
        purpose = "Audit plan, item 14",
        organisations,
        until = Patient.Spelled(DateTimeOffset.UtcNow.AddHours(hours)),
        openedFrom,
        openedUntil,
    };
}
