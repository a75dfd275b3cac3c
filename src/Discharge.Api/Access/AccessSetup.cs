using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Discharge.Api.Access;

/// <summary>Puts the door in: every path asks for a token unless it says that it is for anybody.</summary>
public static class AccessSetup
{
    /// <summary>What the client is called that fetches the issuer's keys.</summary>
    public const string IssuerClient = "issuer";

    private const long LongestAnswer = 1024 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Accepts the configured issuer's tokens; in Development the generated ones, and only those.</summary>
    /// <exception cref="AccessNotConfiguredException">Outside Development, no issuer or audience is configured.</exception>
    public static WebApplicationBuilder AddAccess(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var settings = builder.Environment.IsDevelopment() ? null : AccessSettings.From(builder.Configuration);
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<ILoggerFactory>((bearer, logs) => CheckStrictly(bearer, settings?.Claims ?? GenericClaims.InOurWords, new RevokedSubjects(builder.Configuration), logs.CreateLogger(typeof(RefusedTokens).FullName!)));
        if (settings is null)
        {
            AcceptGenerated(builder);
        }
        else
        {
            AcceptIssued(builder, settings);
        }

        // It would tell at length what stands in a token it does not accept.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication.JwtBearer", LogLevel.Warning);
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

    private static void AcceptGenerated(WebApplicationBuilder builder)
    {
        var tokens = DevelopmentTokens.In(builder.Environment);
        builder.Services.AddSingleton(tokens);
        builder.Services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer =>
        {
            bearer.TokenValidationParameters.ValidIssuer = DevelopmentTokens.Issuer;
            bearer.TokenValidationParameters.ValidAudience = DevelopmentTokens.Audience;
            bearer.TokenValidationParameters.IssuerSigningKey = tokens.Key;
        });
    }

    // The library is told of no authority: it would fetch keys itself, whenever a token names one it does not know.
    private static void AcceptIssued(WebApplicationBuilder builder, AccessSettings settings)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings).AddSingleton<IssuerKeys>().AddHostedService(services => services.GetRequiredService<IssuerKeys>());
        builder.Services.AddHttpClient(IssuerClient, client => (client.Timeout, client.MaxResponseContentBufferSize) = (Patience, LongestAnswer)).RemoveAllLoggers();
        builder.Services.AddHealthChecks().AddCheck<IssuerKeysKnown>("issuer's keys known");
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IssuerKeys>((bearer, keys) =>
        {
            bearer.TokenValidationParameters.ValidIssuer = settings.Issuer;
            bearer.TokenValidationParameters.ValidAudience = settings.Audience;
            bearer.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, id, _) => keys.Named(id);
            bearer.Events.OnMessageReceived = received =>
            {
                if (!keys.AreKnown && received.Request.Headers.Authorization.Count > 0)
                {
                    received.Fail(new TokenRefusedException("No key of the issuer is known yet.", Responses.IssuerAway));
                }

                return Task.CompletedTask;
            };
        });
    }

    private static void CheckStrictly(JwtBearerOptions bearer, IClaimsMapping claims, RevokedSubjects revoked, ILogger log)
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
                switch (CallerIn(validated, claims))
                {
                    case null:
                        validated.Fail(new TokenRefusedException("It does not say plainly who, in one role, for one organisation.", Responses.NoValidToken));
                        break;
                    case var gone when revoked.Contain(Caller.From(gone)!.Actor.Id):
                        validated.Fail(new TokenRefusedException("Its subject is revoked.", Responses.NoValidToken));
                        break;
                    case var caller:
                        validated.Principal = caller;
                        break;
                }

                return Task.CompletedTask;
            },
            // Whatever failed, the caller learns the same; of what failed only its kind, since its words may be the token's.
            OnAuthenticationFailed = failed =>
            {
                failed.Fail(new TokenRefusedException(failed.Exception.GetType().Name, Responses.NoValidToken));
                return Task.CompletedTask;
            },
            OnChallenge = challenge => RefusedTokens.AnswerAsync(challenge, log),
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
