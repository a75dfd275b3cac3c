namespace Discharge.Domain.DischargeCases;

/// <summary>
/// Why somebody is kept in hospital: a code, never without the list and the version of the list it is of. The same numeral meant different things at
/// different times.
/// </summary>
/// <param name="Codeset">The list, such as "acute".</param>
/// <param name="Version">Its version, such as "2022".</param>
/// <param name="Code">The code.</param>
public sealed record DelayReason(string Codeset, string Version, string Code)
{
    // Not a property, so that it is not stored with every event.
    /// <summary>The list with its version, such as "acute-2022".</summary>
    public string ToKey() => $"{Codeset}-{Version}";
}

/// <summary>A code of a dated list of delay reasons, with its published wording.</summary>
/// <param name="Code">The code, in small letters.</param>
/// <param name="Wording">What it says.</param>
/// <param name="Group">The group the list puts it in, where it shows one.</param>
public sealed record DelayCode(string Code, string Wording, string? Group = null);
