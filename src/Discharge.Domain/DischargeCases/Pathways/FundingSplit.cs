namespace Discharge.Domain.DischargeCases;

/// <summary>Who pays which part of somebody's care, in per cent; the parts make a whole of 100.</summary>
/// <param name="Health">The NHS's part.</param>
/// <param name="SocialCare">The local authority's part.</param>
/// <param name="SelfFunded">The person's own part.</param>
public sealed record FundingSplit(int Health, int SocialCare, int SelfFunded)
{
    internal const int Whole = 100;

    internal bool IsWhole => Health >= 0 && SocialCare >= 0 && SelfFunded >= 0 && (long)Health + SocialCare + SelfFunded == Whole;
}
