namespace Discharge.Domain.DischargeCases;

/// <summary>One version of a published list of delay reasons.</summary>
/// <param name="Name">The list, such as "acute".</param>
/// <param name="Version">Its version, such as "2022".</param>
/// <param name="IsComplete">Whether all its codes are here; where not, a deployment adds the rest from the specification.</param>
/// <param name="Codes">The codes, in the order of the list.</param>
public sealed record DelayCodeset(string Name, string Version, bool IsComplete, IReadOnlyList<DelayCode> Codes)
{
    /// <summary>
    /// The acute daily discharge situation report, May 2022 to May 2024: 18 reasons. Numerals as one integrated care board's database holds them; it holds two
    /// numberings that differ from xvi on, so the last three are called by what they say.
    /// </summary>
    public static readonly DelayCodeset Acute2022 = new("acute", "2022", IsComplete: true,
    [
        new("i", "Declared as no longer meeting criteria to reside at the morning round, later meets them, so discharge stopped"),
        new("ii", "Awaiting a medical decision or intervention including writing the discharge summary"),
        new("iii", "Awaiting therapy decision to discharge"),
        new("iv", "Awaiting referral to community single point of access"),
        new("v", "Awaiting medicines to take home"),
        new("vi", "Awaiting transport"),
        new("vii", "Awaiting confirmation from community hub or single point of access that referral received and actioned"),
        new("viii", "Pathway 1: awaiting resource for assessment and start of care at home"),
        new("ix", "Pathway 2: awaiting rehabilitation bed in community hospital or other bedded setting"),
        new("x", "Pathway 3: awaiting bed in residential or nursing home likely to be permanent"),
        new("xi", "Awaiting community equipment and adaptations to housing"),
        new("xii", "Individual or family not in agreement with discharge plans"),
        new("xiii", "Homeless, no recourse to public funds, or no place to discharge to"),
        new("xiv", "Safeguarding concern preventing discharge, or Court of Protection"),
        new("xv", "Repatriation or transfer to another acute trust"),
        new("no-plan", "No plan"),
        new("diagnostic-test", "Awaiting diagnostic test"),
        new("infection", "Remains to avoid spread of infectious disease, with no other suitable location"),
    ]);

    /// <summary>The community discharge situation report, version of November 2023: 20 reasons, which have no published numerals.</summary>
    public static readonly DelayCodeset Community2023 = new("community", "2023", IsComplete: true,
    [
        new("medical-decision", "Awaiting a medical decision or intervention including writing the discharge summary"),
        new("therapy-decision", "Awaiting a therapy decision or intervention including onward referrals and equipment ordering"),
        new("referral", "Awaiting referral to care transfer hub or receiving service"),
        new("medicines", "Awaiting medicines to take home"),
        new("transport", "Awaiting transport"),
        new("confirmation", "Awaiting confirmation from care transfer hub or receiving service"),
        new("pathway-1-start-of-care", "Pathway 1: awaiting start of care at home that is not a continuation of rehabilitation"),
        new("pathway-1-rehabilitation", "Pathway 1: awaiting continuation of rehabilitation at home"),
        new("pathway-2-bed", "Pathway 2: awaiting another rehabilitation bed"),
        new("pathway-3-permanent-bed", "Pathway 3: awaiting a bed likely to be permanent"),
        new("pathway-3-end-of-life-bed", "Pathway 3: awaiting a bed for end-of-life care"),
        new("equipment", "Awaiting equipment and adaptations to housing"),
        new("not-in-agreement", "Individual or family not in agreement with discharge plans"),
        new("homeless", "Homeless, no recourse to public funds, no place to discharge to, or lack of housing offers"),
        new("safeguarding", "Safeguarding concern preventing discharge, or Court of Protection"),
        new("acute-readmission", "Awaiting readmission to an acute trust"),
        new("no-plan", "No plan"),
        new("diagnostic-test", "Awaiting diagnostic test"),
        new("infection", "Infection, in a non-specialist community bed"),
        new("continuing-healthcare", "Awaiting the outcome of an NHS continuing healthcare funding decision"),
    ]);

    /// <summary>
    /// The acute discharge situation report from the specification of April 2024. Said to have 37 codes, of which these could be verified; the codes are ours. The
    /// rest is for a deployment to add from the specification.
    /// </summary>
    public static readonly DelayCodeset Acute2024 = new("acute", "2024", IsComplete: false,
    [
        new("therapy-review", "Awaiting therapy review of need for supported discharge", "Hospital process"),
        new("confirmation-of-needs", "Waiting for confirmation of immediate care needs and pathway", "Care transfer hub process"),
        new("concerns-over-readiness", "Patient/family/carer concerns over discharge readiness", "Wellbeing concerns"),
        new("pathway-1-underway", "Home based rehabilitation, reablement or recovery service arrangements still underway (Pathway 1)", "Interface process"),
        new("pathway-2-underway", "Bed-based rehabilitation, reablement or recovery service arrangements still underway (Pathway 2)", "Interface process"),
        new("care-home-underway", "Residential or nursing home care arrangements still underway"),
        new("pathway-1-not-available", "Home-based rehabilitation, reablement or recovery services not yet available (Pathway 1)", "Capacity"),
        new("pathway-2-not-available", "Bed-based rehabilitation, reablement or recovery services not yet available (Pathway 2)", "Capacity"),
        new("care-home-not-available", "Residential or nursing home care not yet available"),
    ]);

    /// <summary>The list with its version, such as "acute-2022".</summary>
    public string Key => $"{Name}-{Version}";

    /// <summary>The lists this service knows by itself.</summary>
    public static IReadOnlyList<DelayCodeset> Known { get; } = [Acute2022, Community2023, Acute2024];

    /// <summary>The reason a code of this list stands for, or null where the list has no such code.</summary>
    public DelayReason? Find(string code) => Codes.Any(known => known.Code == code) ? new(Name, Version, code) : null;

    /// <summary>What a reason says, or its bare code where it is of a list that a deployment added.</summary>
    public static string WordingOf(DelayReason reason) =>
        Known.FirstOrDefault(known => known.Key == reason.ToKey())?.Codes.FirstOrDefault(code => code.Code == reason.Code)?.Wording ?? $"{reason.ToKey()} {reason.Code}";
}
