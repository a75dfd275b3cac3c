using Discharge.Persistence;

namespace Discharge.Api.Demo;

/// <summary>The demonstration was asked for outside Development.</summary>
public sealed class DemonstrationRefusedException() : StartRefusedException("--demo loads invented people and is for Development only; nothing was started.")
{
    /// <summary>Refuses where it was asked for and this is not Development.</summary>
    /// <exception cref="DemonstrationRefusedException">It was, and this is not.</exception>
    public static void ThrowIf(bool asked, IHostEnvironment environment)
    {
        if (asked && !environment.IsDevelopment())
        {
            throw new DemonstrationRefusedException();
        }
    }
}
