using Discharge.Persistence;
using Discharge.Persistence.Telling;

namespace Discharge.Api.Telling;

/// <summary>A recipient that is told over HTTP.</summary>
/// <param name="Recipient">Who it is, and what they are told of.</param>
/// <param name="Address">Where messages are posted.</param>
/// <param name="Secret">The key they are signed with.</param>
public sealed record Webhook(Recipient Recipient, Uri Address, byte[] Secret);

/// <summary>Who is told in this deployment; nobody configured means the log alone.</summary>
public sealed class Webhooks
{
    /// <summary>The section of the configuration: a list of { Name, Levels, Url, Secret } and, to narrow it, Site, Ward, Hub and Owner.</summary>
    public const string Section = "Notices:Recipients";

    /// <summary>How many bytes a secret has at least.</summary>
    public const int SecretBytes = 32;

    private static readonly string[] Fields = ["Name", "Levels", "Url", "Secret", "Site", "Ward", "Hub", "Owner"];

    private static readonly string[] Rungs = [Recipient.Holder, .. Enum.GetNames<Domain.Timelines.LadderLevel>()];

    private readonly Dictionary<string, Webhook> _byName;

    private Webhooks(IEnumerable<Webhook> all)
    {
        _byName = all.ToDictionary(webhook => webhook.Recipient.Name);
        Recipients = [.. _byName.Values.Select(webhook => webhook.Recipient)];
    }

    /// <summary>All who are configured.</summary>
    public IReadOnlyList<Recipient> Recipients { get; }

    /// <summary>The webhook of a recipient; none for the log.</summary>
    public Webhook? Of(string recipient) => _byName.GetValueOrDefault(recipient);

    /// <summary>The recipients of a configuration.</summary>
    /// <param name="configuration">Where they are written.</param>
    /// <param name="plain">Whether http will do, as in Development; elsewhere it does to this machine alone.</param>
    /// <exception cref="WebhooksException">One lacks something, or has what cannot be used.</exception>
    public static Webhooks From(IConfiguration configuration, bool plain)
    {
        Webhook[] all = [.. configuration.GetSection(Section).GetChildren().Select(section => Read(section, plain))];
        return all.CountBy(webhook => webhook.Recipient.Name).FirstOrDefault(name => name.Value > 1) is { Key: { } twice }
            ? throw new WebhooksException($"{Section}: the name {twice} is given twice. Each recipient needs a name of its own, under which it is remembered what it was told.")
            : new(all);
    }

    private static Webhook Read(IConfigurationSection section, bool plain)
    {
        if (section.GetChildren().FirstOrDefault(given => !Fields.Contains(given.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw Wrong(section, unknown.Key, $"there is no such field. The fields are {string.Join(", ", Fields)}.");
        }

        return new(
            new(NameOf(section), LevelsOf(section)) { Site = section["Site"], Ward = section["Ward"], Hub = section["Hub"], Owner = OwnerOf(section) },
            AddressOf(section, plain),
            SecretOf(section));
    }

    private static string NameOf(IConfigurationSection section) => Needed(section, "Name") is var name && name != Recipient.Log.Name
        ? name
        : throw Wrong(section, "Name", $"{Recipient.Log.Name} is the service's own log. Choose another name.");

    private static string[] LevelsOf(IConfigurationSection section) =>
        section.GetSection("Levels").GetChildren().Select(level => level.Value ?? string.Empty).ToArray() is { Length: > 0 } levels && levels.All(Rungs.Contains)
            ? levels
            : throw Wrong(section, "Levels", $"give a list of one or more of {string.Join(", ", Rungs)}.");

    private static string? OwnerOf(IConfigurationSection section) => section["Owner"] switch
    {
        null => null,
        var given when Owners.Contains(given) => given,
        _ => throw Wrong(section, "Owner", $"give one of {string.Join(", ", Owners)}."),
    };

    private static Uri AddressOf(IConfigurationSection section, bool plain) => Uri.TryCreate(Needed(section, "Url"), UriKind.Absolute, out var address) switch
    {
        true when address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp => throw Wrong(section, "Url", "give an https address."),
        true when address.Scheme == Uri.UriSchemeHttp && !plain && !address.IsLoopback => throw Wrong(section, "Url", "give an https address; http is for this machine alone."),
        true when address.UserInfo.Length > 0 => throw Wrong(section, "Url", "give it without a user and password. Messages are signed with the Secret instead."),
        true => address,
        _ => throw Wrong(section, "Url", "give a whole address, such as https://example.org/notices."),
    };

    private static byte[] SecretOf(IConfigurationSection section)
    {
        var given = Needed(section, "Secret");
        var bytes = new byte[given.Length];
        return Convert.TryFromBase64String(given, bytes, out var length) && length >= SecretBytes
            ? bytes[..length]
            : throw Wrong(section, "Secret", $"give {SecretBytes} random bytes or more in Base64.");
    }

    private static string[] Owners => [.. Enum.GetValues<Domain.Deciding.Owner>().Select(owner => Persistence.PublicJson.Spell(owner))];

    private static string Needed(IConfigurationSection section, string field) => section[field] is { Length: > 0 } given ? given : throw Wrong(section, field, "it is missing.");

    private static WebhooksException Wrong(IConfigurationSection section, string field, string sentence) => new($"{section.Path}:{field}: {sentence}");
}

/// <summary>Who is to be told cannot be read from the configuration, so the service does not start.</summary>
/// <param name="sentence">Which setting is wrong, and what would be right.</param>
public sealed class WebhooksException(string sentence) : StartRefusedException($"The recipients of notices cannot be used. {sentence}");
