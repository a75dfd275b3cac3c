using System.Net;
using System.Security.Cryptography;
using Discharge.Api.Access;
using Discharge.Api.Tests.Requests;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Discharge.Api.Tests.Access;

public sealed class AccessTests
{
    private static readonly string Path = $"/v1/visits/{Visits.Id}";

    private static readonly string[] OneRole = ["auditor"];
    private static readonly string[] TwoRoles = ["hub-lead", "auditor"];

    private SmallService _service = null!;
    private Listening _listening = null!;

    [OneTimeSetUp]
    public async Task Start() => (_service, _listening) = (await SmallService.Start(), new Listening());

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _service.DisposeAsync();
        _listening.Dispose();
    }

    [Test]
    public async Task The_token_of_each_role_opens_the_door([Values] Role role) =>
        Assert.That((await _service.Get("/v1/correlation", _service.Tokens.Sign(role))).StatusCode, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task A_role_alone_in_a_list_is_one_role() => Assert.That(
        (await _service.Get("/v1/correlation", _service.Tokens.Sign(Claims(role: OneRole)))).StatusCode, Is.EqualTo(HttpStatusCode.OK));

    [TestCase("/v1/correlation")]
    [TestCase("/v1/nowhere")]
    [TestCase("/v1/visits")]
    public async Task Every_path_asks_for_a_token(string path) => await _service.Get(path, token: null).Problem(401, "access.no-valid-token");

    [TestCase("/health/live")]
    [TestCase("/openapi/v1.json")]
    [TestCase("/docs")]
    public async Task Health_and_the_reference_page_are_for_anybody(string path) =>
        Assert.That((await _service.Get(path, token: null)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Whatever_is_wrong_with_a_token_the_answer_is_the_same()
    {
        var answers = new List<string>();
        foreach (var token in BadTokens())
        {
            using var response = await _service.Get("/v1/correlation", token.Value);
            var problem = await Task.FromResult(response).Problem(401, "access.no-valid-token");
            problem.AsObject().Remove("traceId");
            answers.Add($"{response.Headers.WwwAuthenticate} {problem.ToJsonString()}");
            Assert.That(response.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"), token.Key);
        }

        Assert.That(answers.Distinct(), Has.Exactly(1).Items);
        Assert.That(_listening.Calls, Is.Zero, "No token makes the service call anybody.");
    }

    [Test]
    public async Task What_is_forged_differs_in_one_thing_from_what_opens_the_door() =>
        Assert.That((await _service.Get("/v1/correlation", new Forged((ECDsaSecurityKey)_service.Tokens.Key, DevelopmentTokens.Issuer).Nothing())).StatusCode, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task Two_tokens_open_nothing()
    {
        var good = _service.Tokens.Sign(Role.HubLead);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/correlation");
        request.Headers.TryAddWithoutValidation("Authorization", [$"Bearer {good}", $"Bearer {good}"]);
        await _service.Client.SendAsync(request).Problem(401, "access.no-valid-token");
    }

    [Test]
    public async Task The_token_of_a_revoked_subject_opens_nothing()
    {
        await using var service = await SmallService.Start("Development", ("Access:Revoked:0", "left-last-week"));
        await service.Get("/v1/correlation", service.Tokens.Sign(Role.HubLead, subject: "left-last-week")).Problem(401, "access.no-valid-token");
        Assert.That((await service.Get("/v1/correlation", service.Tokens.Sign(Role.HubLead))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("at+jwt")]
    [TestCase("JWT")]
    public async Task The_same_token_with_nothing_wrong_opens_the_door(string type) =>
        Assert.That((await _service.Get("/v1/correlation", Made(token => token.TokenType = type))).StatusCode, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task A_token_in_the_query_opens_nothing() =>
        await _service.Get($"/v1/correlation?access_token={_service.Tokens.Sign(Role.HubLead)}", token: null).Problem(401, "access.no-valid-token");

    [Test]
    public async Task What_a_role_does_not_permit_is_named()
    {
        var problem = await _service.Get("/v1/visits/overriding", _service.Tokens.Sign(Role.DischargeCoordinator)).Problem(403, "access.not-permitted");
        Assert.That((string?)problem["operation"], Is.EqualTo("override-discharge-decision"));
    }

    [Test]
    public async Task Permission_is_asked_for_before_anything_of_the_request_is_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent("{") };
        await _service.Send(request, _service.Tokens.Sign(Role.Auditor)).Problem(403, "access.not-permitted");
    }

    private static Dictionary<string, object> Claims(object? sub = null, object? role = null, object? organisation = null) => new()
    {
        ["sub"] = sub ?? "somebody",
        ["role"] = role ?? "hub-lead",
        ["organisation"] = organisation ?? "DEV01",
    };

    private Dictionary<string, string> BadTokens()
    {
        var good = _service.Tokens.Sign(Role.HubLead);
        var parts = good.Split('.');
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var shared = new SymmetricSecurityKey(((ECDsaSecurityKey)_service.Tokens.Key).ECDsa.ExportSubjectPublicKeyInfo());
        Dictionary<string, string> bad = new()
        {
            ["not a token"] = "ward",
            ["two parts"] = $"{parts[0]}.{parts[1]}",
            ["no signature"] = $"{parts[0]}.{parts[1]}.",
            ["a signature of nothing"] = $"{parts[0]}.{parts[1]}.{Base64UrlEncoder.Encode(new byte[64])}",
            ["another's claims"] = $"{parts[0]}.{_service.Tokens.Sign(Role.Auditor).Split('.')[1]}.{parts[2]}",
            ["no algorithm"] = Made(token => token.SigningCredentials = null),
            ["the public key as a shared secret"] = Made(token => token.SigningCredentials = new(shared, SecurityAlgorithms.HmacSha256)),
            ["a stranger's key"] = Made(token => token.SigningCredentials = new(new ECDsaSecurityKey(stranger) { KeyId = _service.Tokens.Key.KeyId }, SecurityAlgorithms.EcdsaSha256)),
            ["another issuer"] = Made(token => token.Issuer = "https://elsewhere.example"),
            ["another audience"] = Made(token => token.Audience = "elsewhere"),
            ["no audience"] = Made(token => token.Audience = null),
            ["over by more than a minute"] = Made(token => (token.NotBefore, token.Expires) = (DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddSeconds(-61))),
            ["not yet begun"] = Made(token => token.NotBefore = DateTime.UtcNow.AddSeconds(90)),
            ["another type"] = Made(token => token.TokenType = "id+jwt"),
            ["two roles"] = _service.Tokens.Sign(Claims(role: TwoRoles)),
            ["an unknown role"] = _service.Tokens.Sign(Claims(role: "superuser")),
            ["a role in capitals"] = _service.Tokens.Sign(Claims(role: "Hub-Lead")),
            ["a role that is a number"] = _service.Tokens.Sign(Claims(role: 2)),
            ["a role inside something"] = _service.Tokens.Sign(Claims(role: new Dictionary<string, object> { ["name"] = "hub-lead" })),
            ["no organisation"] = _service.Tokens.Sign(new Dictionary<string, object> { ["sub"] = "somebody", ["role"] = "hub-lead" }),
            ["an organisation that is none"] = _service.Tokens.Sign(Claims(organisation: "?")),
            ["nobody"] = _service.Tokens.Sign(new Dictionary<string, object> { ["role"] = "hub-lead", ["organisation"] = "DEV01" }),
            ["a subject with a line break"] = _service.Tokens.Sign(Claims(sub: "some\nbody")),
        };
        return bad.Concat(new Forged((ECDsaSecurityKey)_service.Tokens.Key, DevelopmentTokens.Issuer).All(_listening.Address)).ToDictionary();
    }

    private string Made(Action<SecurityTokenDescriptor> otherwise)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = DevelopmentTokens.Issuer,
            Audience = DevelopmentTokens.Audience,
            TokenType = "at+jwt",
            Claims = Claims(),
            SigningCredentials = new(_service.Tokens.Key, SecurityAlgorithms.EcdsaSha256),
        };
        otherwise(token);
        return new JsonWebTokenHandler().CreateToken(token);
    }
}
