using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace Discharge.Api.Access;

/// <summary>Puts the door in: every path asks for a token unless it says that it is for anybody.</summary>
public static class AccessSetup
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    /// <summary>Accepts the configured issuer's tokens; in Development the generated ones, and only those.</summary>
    /// <exception cref="AccessNotConfiguredException">Outside Development, no issuer or audience is configured.</exception>
    public static WebApplicationBuilder AddAccess(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var (accept, claims) = builder.Environment.IsDevelopment() ? (Generated(builder), GenericClaims.InOurWords) : Configured(AccessSettings.From(builder.Configuration));
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer =>
        {
            CheckStrictly(bearer, claims, new RevokedSubjects(builder.Configuration));
            accept(bearer);
        });
        builder.Services.AddSingleton(new Reaches(builder.Configuration, builder.Environment));
        // Without limits nobody is limited.
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return builder;
    }

    /// <summary>Asks for the token, and for the permission an endpoint <see cref="RequiresAttribute">requires</see>.</summary>
    public static WebApplication UseAccess(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseAuthentication();
        // Before anything is permitted or refused, so that refusals are counted too.
        app.UseRateLimiter();
        app.UseAuthorization();
        return app;
    }

    /// <summary>Prints one token per role in Development, and nothing elsewhere.</summary>
    public static void PrintDevelopmentTokens(this WebApplication app, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(to);
        foreach (var line in app.Services.GetService<DevelopmentTokens>()?.Lines ?? [])
        {
            to.WriteLine(line);
        }
    }

    private static Action<JwtBearerOptions> Generated(WebApplicationBuilder builder)
    {
        var tokens = DevelopmentTokens.In(builder.Environment);
        builder.Services.AddSingleton(tokens);
        return bearer =>
        {
            bearer.TokenValidationParameters.ValidIssuer = DevelopmentTokens.Issuer;
            bearer.TokenValidationParameters.ValidAudience = DevelopmentTokens.Audience;
            bearer.TokenValidationParameters.IssuerSigningKey = tokens.Key;
        };
    }

    private static (Action<JwtBearerOptions> Accept, IClaimsMapping Claims) Configured(AccessSettings settings) => (
        bearer =>
        {
            bearer.Authority = settings.Authority;
            bearer.TokenValidationParameters.ValidIssuer = settings.Issuer;
            bearer.TokenValidationParameters.ValidAudience = settings.Audience;
        },
        settings.Claims);

    private static void CheckStrictly(JwtBearerOptions bearer, IClaimsMapping claims, RevokedSubjects revoked)
    {
        bearer.MapInboundClaims = false;
        bearer.SaveToken = false;
        bearer.IncludeErrorDetails = false;
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            // Asymmetric only: a public key can then never be taken for a shared secret.
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSha256],
            ValidTypes = ["at+jwt", "JWT"],
            ValidateIssuerSigningKey = true,
            ClockSkew = Skew,
            NameClaimType = Caller.SubjectClaim,
            RoleClaimType = Caller.RoleClaim,
        };
        bearer.Events = new JwtBearerEvents
        {
            OnTokenValidated = validated =>
            {
                if (CallerIn(validated, claims) is not { } principal || revoked.Contain(Caller.From(principal)!.Actor.Id))
                {
                    validated.Fail("The token does not say who, in one role, for one organisation.");
                    return Task.CompletedTask;
                }

                validated.Principal = principal;
                return Task.CompletedTask;
            },
            // Whatever failed, the caller learns the same.
            OnAuthenticationFailed = failed =>
            {
                failed.Fail("The token was not accepted.");
                return Task.CompletedTask;
            },
            OnChallenge = challenge =>
            {
                challenge.HandleResponse();
                challenge.Response.Headers[HeaderNames.WWWAuthenticate] = JwtBearerDefaults.AuthenticationScheme;
                return Responses.NoValidToken.ExecuteAsync(challenge.HttpContext);
            },
            OnForbidden = forbidden => forbidden.HttpContext.GetEndpoint()?.Metadata.GetMetadata<RequiresAttribute>() is { Operation: var operation }
                ? Responses.NotPermitted(operation).ExecuteAsync(forbidden.HttpContext)
                : Responses.OfStatus(StatusCodes.Status403Forbidden).ExecuteAsync(forbidden.HttpContext),
        };
    }

    // By the machine's own clock, as the library that has just checked when the token runs out.
    private static ClaimsPrincipal? CallerIn(TokenValidatedContext validated, IClaimsMapping claims) =>
        validated.SecurityToken is JsonWebToken token && StrictToken.IsPlain(token, DateTimeOffset.UtcNow, Skew)
        && claims.Map(validated.Principal!) is { } mapped && new ClaimsPrincipal(mapped) is var principal && Caller.From(principal) is not null
            ? principal
            : null;
}
