using System.Globalization;
using Discharge.Api.Cases;
using Discharge.Persistence;
using Discharge.Persistence.Cases;

namespace Discharge.Api;

/// <summary>The auditor's command: proves of every entry on record that it is as it was recorded, and names each that is not.</summary>
public static class ProvingConsole
{
    /// <summary>Runs it on the database that the configuration names, which it only reads.</summary>
    /// <returns>0 where everything is intact, 1 where something stands against an entry, 2 where nothing does but some bear no seal.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        await using var databases = await Databases.ForAsync(builder.Configuration, builder.Environment, CancellationToken.None);
        await using var pool = Connections.Open(databases.Application);
        return await ProveAsync(new CaseProofs(pool, new Seal(CaseServices.Secret(builder)())), Console.Out);
    }

    private static async Task<int> ProveAsync(CaseProofs proofs, TextWriter to)
    {
        var (cases, entries, inDoubt, unsealed) = (0L, 0L, 0L, 0L);
        await foreach (var proof in proofs.ReadAllAsync(CancellationToken.None))
        {
            cases++;
            entries += proof.Entries;
            inDoubt += proof.Verdict is ProofVerdict.InDoubt ? 1 : 0;
            unsealed += proof.Doubts.Count(doubt => doubt.What is DoubtKind.Unsealed);
            foreach (var doubt in proof.Doubts)
            {
                await to.WriteLineAsync(Line(proof.Id, doubt));
            }
        }

        await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{cases} cases with {entries} entries: {inDoubt} cases in doubt, {unsealed} entries without a seal."));
        return inDoubt > 0 ? 1 : unsealed > 0 ? 2 : 0;
    }

    private static string Line(Guid id, Doubt doubt) => string.Create(
        CultureInfo.InvariantCulture,
        $"{id} {(doubt.Version == doubt.Through ? $"{doubt.Version}" : $"{doubt.Version}-{doubt.Through}")} {KebabCase.Spelling.ConvertName(doubt.What.ToString())}: {doubt.Sentence}");
}
