using System.Net;
using Discharge.Api.Tests.Access;
using Discharge.Persistence.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests;

/// <summary>The real service on a real port, in this process, on whatever database is given; several may run beside each other.</summary>
public sealed class RunningService : IAsyncDisposable
{
    private RunningService(WebApplication service, bool asksAgain)
    {
        Service = service;
        Http = new HttpClient(asksAgain ? new AskingAgain() : new SocketsHttpHandler())
        {
            BaseAddress = new Uri(service.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
    }

    public WebApplication Service { get; }

    public HttpClient Http { get; }

    public static Task<RunningService> StartAsync(
        TestDatabase database, string environment = "Production", Action<WebApplicationBuilder>? adjust = null, Action<WebApplication>? map = null) =>
        StartAsync(database.Owner, database.Application, environment, adjust, map);

    public static async Task<RunningService> StartAsync(
        string owner, string application, string environment = "Production", Action<WebApplicationBuilder>? adjust = null, Action<WebApplication>? map = null, bool asksAgain = true)
    {
        var issuer = await TrustedIssuer.SharedAsync();
        var service = await DischargeApi.BuildAsync(["--environment", environment], builder =>
        {
            builder.Configuration.AddInMemoryCollection(
            [
                new("ConnectionStrings:Discharge", application),
                new("ConnectionStrings:DischargeOwner", owner),
                .. issuer.Settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)),
                new("PersonalData:PersonIndexKey", Convert.ToBase64String(new byte[32])),
                new("PersonalData:EncryptionKey", Convert.ToBase64String(new byte[32])),
                new("Logging:LogLevel:Default", "Warning"),
                new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning"),
            ]);
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            issuer.Trust(builder);
            adjust?.Invoke(builder);
        });
        map?.Invoke(service);
        try
        {
            await service.StartAsync();
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }

        return new RunningService(service, asksAgain);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Service.StopAsync();
        await Service.DisposeAsync();
    }
}
