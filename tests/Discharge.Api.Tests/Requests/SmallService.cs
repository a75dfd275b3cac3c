using System.Net.Http.Headers;
using System.Text;
using Discharge.Api.Access;
using Discharge.Api.Hardening;
using Discharge.Api.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Discharge.Api.Tests.Requests;

/// <summary>A service with the same door, the same reading and the same answers as the real one, and a handful of endpoints of its own.</summary>
internal sealed class SmallService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SmallService(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public WebApplication App => _app;

    public DevelopmentTokens Tokens => _app.Services.GetRequiredService<DevelopmentTokens>();

    public static Task<SmallService> Start(string environment = "Development", params (string Key, string Value)[] configuration) => Start(environment, _ => { }, configuration);

    public static async Task<SmallService> Start(string environment, Action<WebApplicationBuilder> adjust, params (string Key, string Value)[] configuration)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        foreach (var (key, value) in configuration)
        {
            builder.Configuration[key] = value;
        }

        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddAnswers();
        builder.AddAccess();
        builder.AddLimits();
        builder.AddApiDescription();
        adjust(builder);
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseAnswers();
        app.UseReferencePagePolicy("/docs");
        app.UseAccess();
        app.MapApiDescription();
        Visits.Map(app);
        await app.StartAsync();
        return new(app);
    }

    public Task<HttpResponseMessage> Get(string path, string? token) => Send(new HttpRequestMessage(HttpMethod.Get, path), token);

    public Task<HttpResponseMessage> Get(string path) => Get(path, Tokens.Sign(Role.HubLead));

    public Task<HttpResponseMessage> Post(string path, string body, params (string Name, string Value)[] headers) =>
        Post(path, new StringContent(body, Encoding.UTF8, "application/json"), headers);

    public Task<HttpResponseMessage> Post(string path, HttpContent body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Send(request, Tokens.Sign(Role.HubLead));
    }

    public Task<HttpResponseMessage> Send(HttpRequestMessage request, string? token)
    {
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
