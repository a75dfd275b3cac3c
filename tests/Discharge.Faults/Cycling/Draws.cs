namespace Discharge.Faults.Cycling;

/// <summary>Random choices that follow from numbers alone: the same numbers give the same choices, on every machine, whoever draws first.</summary>
internal static class Draws
{
    /// <summary>The choices of these numbers, such as a seed, a person and how many commands that person has sent.</summary>
    public static Random Of(params ReadOnlySpan<int> numbers)
    {
        unchecked
        {
            var mixed = 0UL;
            foreach (var number in numbers)
            {
                // The steps of splitmix64, so that neighbouring seeds have nothing in common.
                mixed += (uint)number + 0x9E3779B97F4A7C15UL;
                mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
                mixed ^= mixed >> 31;
            }

            return new Random((int)mixed);
        }
    }
}
