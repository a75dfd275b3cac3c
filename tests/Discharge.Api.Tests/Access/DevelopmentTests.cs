using Discharge.Api.Access;
using Discharge.Api.Tests.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests.Access;

public sealed class DevelopmentTests
{
    [TestCase(new string[0], "Access:Issuer")]
    [TestCase(new[] { "Access:Issuer=https://issuer.example" }, "Access:Audience")]
    [TestCase(new[] { "Access:Issuer=http://issuer.example", "Access:Audience=discharge" }, "https")]
    public void Outside_development_the_service_does_not_start_without_knowing_whose_tokens_to_accept(string[] configured, string missing)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(configured.Select(pair => KeyValuePair.Create(pair.Split('=')[0], (string?)pair.Split('=')[1])));
        Assert.That(() => builder.AddAccess(), Throws.TypeOf<AccessNotConfiguredException>().With.Message.Contains("does not start").And.Message.Contains(missing));
    }

    [Test]
    public async Task Start_up_prints_a_token_that_works_for_each_role()
    {
        await using var service = await SmallService.Start();
        using var printed = new StringWriter();
        service.App.PrintDevelopmentTokens(printed);
        var lines = printed.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.That(lines.Select(line => line.Split(' ')[..2]), Is.EqualTo(Enum.GetValues<Role>().Select(role => new[] { "token", $"{Caller.Named(role)}:" })));
        foreach (var line in lines)
        {
            await service.Get("/v1/correlation", line.Split(' ')[2]).Json();
        }
    }

    [TestCase("Production")]
    [TestCase("Staging")]
    public async Task Nothing_of_development_exists_elsewhere(string environment)
    {
        await using var development = await SmallService.Start();
        var issuer = await TrustedIssuer.SharedAsync();
        await using var elsewhere = await SmallService.Start(environment, issuer.Trust, issuer.Settings);
        using var printed = new StringWriter();
        elsewhere.App.PrintDevelopmentTokens(printed);
        Assert.Multiple(() =>
        {
            Assert.That(printed.ToString(), Is.Empty);
            Assert.That(elsewhere.App.Services.GetService<DevelopmentTokens>(), Is.Null);
            Assert.That(() => DevelopmentTokens.In(elsewhere.App.Environment), Throws.InvalidOperationException);
        });
        await elsewhere.Get("/v1/correlation", development.Tokens.Sign(Role.HubLead)).Problem(401, "access.no-valid-token");
    }
}
