using Discharge.Api.Access;
using Microsoft.AspNetCore.Routing;

namespace Discharge.Api.Tests.OpenApi;

/// <summary>Who may do what the contract describes: a hub lead where they may, and somebody else where it is none of theirs.</summary>
internal sealed class WhoMay(RunningService service)
{
    private readonly Dictionary<string, Operation?> _required = ((IEndpointRouteBuilder)service.Service).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods: [_, ..] })
        .GroupBy(endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} /{endpoint.RoutePattern.RawText!.TrimStart('/')}")
        .ToDictionary(same => same.Key, same => same.First().Metadata.GetMetadata<RequiresAttribute>()?.Operation);

    private readonly Dictionary<Role, Client> _clients = Enum.GetValues<Role>().ToDictionary(role => role, role => new Client(service, role));

    /// <summary>What an operation requires; null where it is for anybody.</summary>
    public Operation? Requires(Described operation) => _required[operation.ToString()];

    /// <summary>Somebody who may do it.</summary>
    public Client Do(Described operation) => _clients[RoleFor(operation.Method, operation.Path)];

    /// <summary>The role of somebody who may do what a path is for.</summary>
    public Role RoleFor(string method, string path) =>
        _required[$"{method} {path}"] is { } required ? Enum.GetValues<Role>().OrderByDescending(role => role is Role.HubLead).First(role => role.Permit(required)) : Role.HubLead;
}
