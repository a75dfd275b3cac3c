using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Discharge.Api.Hardening;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Discharge.Api.Tests.Hardening;

/// <summary>What the service says over TLS, with a certificate of its own from its settings.</summary>
public sealed class TlsTests
{
    // A folder of its own: the server watches the folder for a certificate that is renewed, and while it starts it can wait for ever for what changes there meanwhile.
    private string _folder = null!;

    private string Certificate => Path.Combine(_folder, "certificate.pfx");

    [OneTimeSetUp]
    public void A_certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        _folder = Directory.CreateTempSubdirectory("discharge-tls-").FullName;
        File.WriteAllBytes(Certificate, made.Export(X509ContentType.Pfx, "secret"));
    }

    [OneTimeTearDown]
    public void Goes() => Directory.Delete(_folder, recursive: true);

    [TestCase("Production", null, "max-age=31536000; includeSubDomains")]
    [TestCase("Production", "30", "max-age=2592000; includeSubDomains")]
    [TestCase("Production", "0", null)]
    [TestCase("Development", null, null)]
    public async Task Outside_of_development_a_browser_is_told_to_come_back_over_TLS_only(string environment, string? days, string? said)
    {
        await using var service = await StartAsync(environment, days);
        using var trusting = new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator };
        using var client = new HttpClient(trusting);
        using var answer = await client.GetAsync(service.Urls.Single());
        Assert.That(answer.Headers.TryGetValues("Strict-Transport-Security", out var told) ? told.Single() : null, Is.EqualTo(said));
    }

    [Test]
    public async Task An_old_TLS_is_not_spoken()
    {
        await using var service = await StartAsync("Production", days: null);
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, new Uri(service.Urls.Single()).Port);
#pragma warning disable SYSLIB0039, CA5397, CA5359 // An old version is what is tried here, on a certificate made for it.
        await using var stream = new SslStream(connection.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
        Assert.That(async () => await stream.AuthenticateAsClientAsync("127.0.0.1", null, SslProtocols.Tls | SslProtocols.Tls11, checkCertificateRevocation: false), Throws.Exception);
#pragma warning restore SYSLIB0039, CA5397, CA5359
    }

    private async Task<WebApplication> StartAsync(string environment, string? days)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Kestrel:Certificates:Default:Path", Certificate), new("Kestrel:Certificates:Default:Password", "secret"), new("Tls:HstsDays", days)]);
        builder.WebHost.UseUrls("https://127.0.0.1:0");
        builder.AddLimits();
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.MapGet("/", () => "here");
        await app.StartAsync();
        return app;
    }
}
