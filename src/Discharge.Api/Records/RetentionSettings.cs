using System.Globalization;
using Discharge.Domain.Records;
using Discharge.Persistence;

namespace Discharge.Api.Records;

/// <summary>For how long the deployment keeps records: what the code of practice says, or longer.</summary>
public static class RetentionSettings
{
    /// <summary>The section of the configuration: years by class of record.</summary>
    public const string Section = "Retention";

    /// <summary>The schedule the configuration makes.</summary>
    /// <exception cref="RetentionSettingsException">A period is shorter than it may be or none, or a class is not known.</exception>
    public static RetentionSchedule From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(Section);
        return section.GetChildren().FirstOrDefault(child => Enum.GetValues<RecordClass>().All(kind => !Names(child, kind))) is { } unknown
            ? throw new RetentionSettingsException($"{unknown.Path} names no class of record; the classes are {string.Join(", ", Enum.GetValues<RecordClass>().Select(PublicJson.Spell))}.")
            : new(YearsOf(section, RecordClass.AdultHealthAndSocialCare), YearsOf(section, RecordClass.MentalHealth));
    }

    private static bool Names(IConfigurationSection child, RecordClass kind) => string.Equals(child.Key, PublicJson.Spell(kind), StringComparison.OrdinalIgnoreCase);

    private static int YearsOf(IConfigurationSection section, RecordClass kind)
    {
        var (name, least) = (PublicJson.Spell(kind), RetentionSchedule.Standard.YearsOf(kind));
        return section[name] switch
        {
            null or "" => least,
            var said when int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years >= least && years <= Longest => years,
            _ => throw new RetentionSettingsException($"{Section}:{name} has to be a number of years from {least} to {Longest} (in the environment: {Section}__{name}): {RetentionSchedule.Authority}. Take it out for {least}."),
        };
    }

    private const int Longest = 200;
}

/// <summary>The retention periods of the configuration cannot be used.</summary>
/// <param name="what">Which setting, and what to do.</param>
public sealed class RetentionSettingsException(string what) : StartRefusedException(what);
