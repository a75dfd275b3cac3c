using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;

namespace Discharge.Api.Access;

/// <summary>Whose tokens are refused at once, although they have not run out: the subjects in "Access:Revoked". What is added while the service runs counts from then on, where the settings can be read again.</summary>
internal sealed class RevokedSubjects
{
    private FrozenSet<string> _subjects;

    /// <summary>Those the configuration names, now and whenever it changes.</summary>
    public RevokedSubjects(IConfiguration configuration)
    {
        _subjects = In(configuration);
        ChangeToken.OnChange(configuration.GetReloadToken, () => Volatile.Write(ref _subjects, In(configuration)));
    }

    /// <summary>Whether a subject's tokens are refused.</summary>
    public bool Contain(string subject) => Volatile.Read(ref _subjects).Contains(subject);

    private static FrozenSet<string> In(IConfiguration configuration) =>
        configuration.GetSection("Access:Revoked").GetChildren().Select(entry => entry.Value).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
}
