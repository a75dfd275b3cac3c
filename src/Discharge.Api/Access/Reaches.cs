using System.Collections.Frozen;
using Discharge.Api.Demo;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using Discharge.Persistence.Engagements;

namespace Discharge.Api.Access;

/// <summary>How far a role reaches.</summary>
public enum RoleReach
{
    /// <summary>The cases its organisation owns or takes part in.</summary>
    Organisation,

    /// <summary>The cases of its ward.</summary>
    Ward,

    /// <summary>The cases of the engagements of its body.</summary>
    Engagements,
}

/// <summary>
/// Which cases each caller may know of, from their role, their organisation and their ward. An organisation works for itself, and for whatever "Access:Organisations" says besides: a trust for its
/// sites, a hub for the hospitals it serves, each by its ODS code, or for all ("*") where one organisation does the work of the whole deployment.
/// </summary>
public sealed class Reaches
{
    private const string Section = "Access:Organisations";

    private const string All = "*";

    private readonly FrozenDictionary<string, string[]> _serves;

    private readonly bool _isDevelopment;

    /// <summary>The reaches of a deployment.</summary>
    /// <exception cref="AccessNotConfiguredException">An entry names no organisation, one twice, or serves what is no ODS code.</exception>
    public Reaches(IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var serves = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var entry in configuration.GetSection(Section).GetChildren())
        {
            var served = entry.GetSection("Serves").GetChildren().Select(code => code.Value ?? string.Empty).ToArray();
            if (!OdsCode.TryParse(entry["Code"], out var organisation) || served is [] || served.Any(code => code != All && !OdsCode.TryParse(code, out _)) || !serves.TryAdd(organisation.Value, served))
            {
                throw new AccessNotConfiguredException($"The service does not start: {entry.Path} has to have a Code, the ODS code of an organisation, each once, and what it Serves: ODS codes of sites, hubs or teams, or * for all.");
            }
        }

        _isDevelopment = environment.IsDevelopment();
        // The organisations that Development's own tokens and its demonstration speak for; the configuration may say otherwise.
        foreach (var organisation in _isDevelopment ? (string[])["DEV01", DemoWard.Hub, DemoWard.Site] : [])
        {
            serves.TryAdd(organisation, [All]);
        }

        _serves = serves.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>How far a caller reaches.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="engaged">What they are engaged for, where they are an auditor.</param>
    public Reach Of(Caller caller, Engaged? engaged)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var own = caller.Actor.Organisation;
        var served = _serves.GetValueOrDefault(own.Value, []);
        OdsCode[] organisations = [own, .. served.Where(code => code != All).Select(OdsCode.Parse)];
        return caller.Role.Reach() switch
        {
            RoleReach.Engagements => Reach.OfEngagements((engaged ?? Engaged.ForNothing).Engagements),
            // A ward is a ward also where one organisation does the work of all; only the tokens of Development speak for no ward.
            RoleReach.Ward when caller.Ward is not null || !_isDevelopment => Reach.OfWard(organisations, caller.Ward) with { By = caller.Actor },
            _ when served.Contains(All) => Reach.Everything,
            RoleReach.Ward => Reach.OfWard(organisations, caller.Ward) with { By = caller.Actor },
            _ => Reach.OfOrganisations(organisations) with { By = caller.Actor },
        };
    }

    /// <summary>How far the caller of a request reaches.</summary>
    public static Reach Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.RequestServices.GetRequiredService<Reaches>().Of(Caller.Of(http), http.Features.Get<Engaged>());
    }
}
