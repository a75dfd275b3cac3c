using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Discharge.Api.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Discharge.Api.Tests.Access;

/// <summary>An issuer of tokens on this machine, over https, that counts how often anything is fetched from it.</summary>
internal sealed class TrustedIssuer : IAsyncDisposable
{
    public const string Audience = "discharge";

    private static readonly Lazy<Task<TrustedIssuer>> ForAll = new(() => StartAsync());

    private readonly WebApplication _app;

    private readonly X509Certificate2 _certificate;

    private int _fetches;

    private TrustedIssuer(WebApplication app, X509Certificate2 certificate)
    {
        (_app, _certificate) = (app, certificate);
        app.Use(async (http, next) =>
        {
            Interlocked.Increment(ref _fetches);
            if (IsDown)
            {
                http.Abort();
                return;
            }

            await next(http);
        });
        app.MapGet("/.well-known/openid-configuration", () => new { issuer = Address, jwks_uri = $"{Address}/keys" });
        app.MapGet("/keys", () => new { keys = Published.Select(Public) });
    }

    public string Address => _app.Urls.Single();

    public int Fetches => Volatile.Read(ref _fetches);

    public bool IsDown { get; set; }

    public ECDsaSecurityKey Key { get; } = NewKey("first");

    public IReadOnlyList<ECDsaSecurityKey> Published { get; set; } = [];

    /// <summary>The settings of a service that accepts its tokens.</summary>
    public (string Key, string Value)[] Settings => [("Access:Issuer", Address), ("Access:Audience", Audience)];

    /// <summary>One for all services that only have to have an issuer.</summary>
    public static Task<TrustedIssuer> SharedAsync() => ForAll.Value;

    public static async Task<TrustedIssuer> StartAsync(bool isDown = false)
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var issuer = new TrustedIssuer(builder.Build(), certificate) { IsDown = isDown };
        issuer.Published = [issuer.Key];
        await issuer._app.StartAsync();
        return issuer;
    }

    public static ECDsaSecurityKey NewKey(string id) => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id };

    /// <summary>Has a service accept its certificate, which no authority has signed.</summary>
    public void Trust(WebApplicationBuilder builder) => builder.Services.AddHttpClient(AccessSetup.IssuerClient).ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
    {
        ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == _certificate.Thumbprint,
    });

    public string Sign(ECDsaSecurityKey? key = null) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = Audience,
        TokenType = "at+jwt",
        Claims = new Dictionary<string, object> { ["sub"] = "somebody", ["role"] = "hub-lead", ["organisation"] = "DEV01" },
        SigningCredentials = new(key ?? Key, SecurityAlgorithms.EcdsaSha256),
    });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private static object Public(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = key.KeyId, x = Base64UrlEncoder.Encode(point.X!), y = Base64UrlEncoder.Encode(point.Y!) };
    }
}
