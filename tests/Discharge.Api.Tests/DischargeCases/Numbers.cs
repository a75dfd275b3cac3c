using System.Globalization;
using Discharge.Domain.People;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>NHS numbers of the range that is given to nobody, each once.</summary>
internal static class Numbers
{
    private static int _given;

    public static string Next()
    {
        while (true)
        {
            var nine = $"999{Interlocked.Increment(ref _given):000000}";
            var ten = Enumerable.Range(0, 10).Select(check => nine + check.ToString(CultureInfo.InvariantCulture)).FirstOrDefault(number => NhsNumber.TryParse(number, out _));
            if (ten is not null)
            {
                return ten;
            }
        }
    }
}
