using System.Security.Cryptography;
using System.Text;
using Discharge.Api.Clocks;
using Discharge.Api.DischargeCases;
using Discharge.Api.Reablement;
using Discharge.Api.Records;
using Discharge.Api.Telling;
using Discharge.Api.Timelines;
using Discharge.Persistence.Asked;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.Handovers;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Reablement;
using Discharge.Persistence.Records;
using Discharge.Persistence.RehabilitationBeds;
using Discharge.Persistence.Timelines;

namespace Discharge.Api.Cases;

/// <summary>What endpoints work with: the way in, the screens, the watch.</summary>
public static class CaseServices
{
    private const string PersonIndexKey = "PersonalData:PersonIndexKey";

    private const string EncryptionKey = "PersonalData:EncryptionKey";

    /// <summary>Adds them.</summary>
    /// <exception cref="PersonIndexKeyException">Outside Development, no key is configured that people could be found under.</exception>
    public static void AddCases(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var key = Secret(builder);
        builder.Services
            .AddSingleton(_ => new PersonIndex(key()))
            .AddSingleton(_ => new Seal(key()))
            .AddSingleton(_ => new PersonSeals(EncryptionSecret(builder)))
            .AddSingleton<WrittenInClear>()
            .AddSingleton<PersonIndexInUse>()
            .AddSingleton(_ => DelayCodes.From(builder.Configuration))
            .AddSingleton(_ => RetentionSettings.From(builder.Configuration))
            .AddSingleton(LocalRules.BookFrom(builder.Configuration))
            .AddSingleton<KnownHistories>()
            .AddSingleton<CaseStore>()
            .AddSingleton<JointCommands>()
            .AddSingleton<CaseHistories>()
            .AddSingleton<ShownCases>()
            .AddSingleton<ShownAnew>()
            .AddSingleton<CaseProofs>()
            .AddSingleton<SensitiveFactsOnRecord>()
            .AddSingleton<DischargeCaseScreens>()
            .AddSingleton<CaseLists>()
            .AddSingleton<BedLists>()
            .AddSingleton<BedCapacities>()
            .AddSingleton<BedOccupancies>()
            .AddSingleton<Reconciliation>()
            .AddSingleton<Caseloads>()
            .AddSingleton<Teams>()
            .AddSingleton<TeamBoards>()
            .AddSingleton<ReablementReports>()
            .AddSingleton<ReablementMeasuring>()
            .AddSingleton<RehabilitationCases>()
            .AddSingleton<HandOvers>()
            .AddSingleton<DelayMeasuring>()
            .AddSingleton<ClockLists>()
            .AddSingleton<AskedLists>()
            .AddSingleton<Forecasts>()
            .AddSingleton<BackTests>()
            .AddSingleton<SupposedCommands>()
            .AddSingleton<PeopleSearch>()
            .AddSingleton<PersonCorrections>()
            .AddSingleton<RetentionRecords>()
            .AddSingleton<SubjectAccessRequests>()
            .AddSingleton<SubjectAccessExports>()
            .AddSingleton<CaseCommands>()
            .AddSingleton<ClockWatch>()
            .AddSingleton<Rebuilding>()
            .AddSingleton<LastLook>()
            .AddHostedService<ContinuousClockWatch>()
            .AddHostedService<ScreensKeptCurrent>()
            .AddHostedService<ContinuousHandOvers>()
            .AddHostedService<KeptAnswersExpiry>();
        builder.AddTelling();
    }

    /// <summary>The secret of the deployment, under which people are found and what is on record is sealed.</summary>
    /// <exception cref="PersonIndexKeyException">When it is asked for: outside Development, none is configured.</exception>
    internal static Func<byte[]> Secret(WebApplicationBuilder builder) => builder.Configuration[PersonIndexKey] switch
    {
        { Length: > 0 } configured => () => Decode(configured),
        // Nobody real is in a development database, and the next start must find the people of this one.
        _ when builder.Environment.IsDevelopment() => () => SHA256.HashData(Encoding.UTF8.GetBytes("development")),
        _ => () => throw new PersonIndexKeyException(PersonIndexKeyException.Missing),
    };

    // Its own, so that whoever may find people by number need not be able to read who they are.
    private static byte[] EncryptionSecret(WebApplicationBuilder builder) => builder.Configuration[EncryptionKey] switch
    {
        { Length: > 0 } configured => Bytes(configured) ?? throw new EncryptionKeyException(EncryptionKeyException.Missing),
        _ when builder.Environment.IsDevelopment() => SHA256.HashData(Encoding.UTF8.GetBytes("development encryption")),
        _ => throw new EncryptionKeyException(EncryptionKeyException.Missing),
    };

    private static byte[] Decode(string configured) => Bytes(configured) ?? throw new PersonIndexKeyException(PersonIndexKeyException.Missing);

    private static byte[]? Bytes(string configured)
    {
        var key = new byte[configured.Length];
        return Convert.TryFromBase64String(configured, key, out var length) && length == 32 ? key[..length] : null;
    }
}
