using Discharge.Api.Access;
using Discharge.Api.AccessLogs;
using Discharge.Api.Cases;
using Discharge.Api.Clocks;
using Discharge.Api.Demo;
using Discharge.Api.DischargeCases;
using Discharge.Api.Engagements;
using Discharge.Api.Hardening;
using Discharge.Api.Health;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Api.Telling;
using Discharge.Api.Timelines;
using Discharge.Domain.Records;
using Discharge.EmbeddedPostgres;
using Discharge.Persistence;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using JasperFx;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using Wolverine.Http;

namespace Discharge.Api;

/// <summary>The service: what it is composed of, and how it is started.</summary>
public static class DischargeApi
{
    /// <summary>Runs the service, or the one command given instead: <c>migrate</c>, <c>rebuild</c>, <c>prove</c>, <c>codegen write</c> and whatever else <c>help</c> lists.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            switch (args)
            {
                case ["migrate", ..]:
                    await MigrateAsync(args);
                    return 0;
                case ["rebuild", ..]:
                    return await RebuildAsync(args);
                case ["prove", ..]:
                    return await ProvingConsole.RunAsync(args);
                case ["help" or "--help" or "-h" or "-?", .. var about]:
                    await Console.Out.WriteLineAsync(Usage.Text);
                    return await ReadAlone(["help", .. about]).RunJasperFxCommands(["help", .. about]);
                case ["codegen" or "describe" or "openapi", ..]:
                    return await ReadAlone(args).RunJasperFxCommands(args);
                case [_, ..] when UnknownIn(args) is { } unknown:
                    return await RefuseAsync(unknown, Usage.Options);
                case [[not '-', ..], ..]:
                    return await (await BuildAsync(args)).RunJasperFxCommands(args);
                default:
                    await ServeAsync(args);
                    return 0;
            }
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{taken.Message} Another program, perhaps this one, listens there: end it, or choose another address with --urls http://127.0.0.1:5081.");
            return 1;
        }
        catch (Exception plain) when (plain is StartRefusedException or PrivatePostgresException or NpgsqlException or HttpRequestException or ArgumentException or FormatException)
        {
            await Console.Error.WriteLineAsync(plain switch
            {
                NpgsqlException away when Resilience.IsAway(away) => $"The database cannot be reached: {away.Message}. Is it running where {Connections.ApplicationSetting} and {Connections.OwnerSetting} say?",
                NpgsqlException refused => $"The database does not do as asked: {refused.Message}",
                _ => plain.Message,
            });
            return 1;
        }
    }

    private static async Task<int> RebuildAsync(string[] args)
    {
        var others = args.Where(arg => arg != RebuildConsole.BesideWork).ToArray();
        if (UnknownIn(others) is { } unknown)
        {
            return await RefuseAsync(unknown, $"To rebuild without disturbing those who work, say rebuild {RebuildConsole.BesideWork}.");
        }

        await using var service = await BuildAsync(others);
        return await RebuildConsole.RunAsync(service.Services.GetRequiredService<Rebuilding>(), args.Contains(RebuildConsole.BesideWork) ? RebuildPace.BesideWork : RebuildPace.AllCores);
    }

    private static string? UnknownIn(string[] args) => args.FirstOrDefault(arg => arg.StartsWith("--", StringComparison.Ordinal) && !Usage.Knows(arg));

    private static async Task<int> RefuseAsync(string unknown, string instead)
    {
        await Console.Error.WriteLineAsync($"There is no option {unknown}. {instead}");
        return 1;
    }

    private static async Task ServeAsync(string[] args)
    {
        var demonstrate = args.Contains(Demonstration.Argument);
        await using var service = await BuildAsync([.. args.Where(arg => arg != Demonstration.Argument)], builder => DemonstrationRefusedException.ThrowIf(demonstrate, builder.Environment));
        try
        {
            await service.StartAsync();
        }
        catch
        {
            // On its way out the host would say that it shuts down, before anybody is told why.
            service.Configuration["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = nameof(LogLevel.None);
            ((IConfigurationRoot)service.Configuration).Reload();
            throw;
        }

        service.PrintDevelopmentTokens(Console.Out);
        if (demonstrate)
        {
            await DemonstrateAsync(service);
        }

        await service.WaitForShutdownAsync();
    }

    private static async Task DemonstrateAsync(WebApplication service)
    {
        using var client = new HttpClient { BaseAddress = new Uri(service.Urls.First()) };
        var demonstration = new Demonstration(client, service.Services.GetRequiredService<DevelopmentTokens>(), service.Services.GetRequiredService<TimeProvider>(), Console.Out);
        try
        {
            await demonstration.ShowAsync(service.Lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (service.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            Console.WriteLine($"Stopped before the demonstration ward was loaded; the next start with {Demonstration.Argument} goes on from here.");
        }
    }

    /// <summary>Builds the service, ready to start: its database up to date, its time measured.</summary>
    /// <exception cref="MigrationsPendingException">The database lacks migrations, and this is not Development, where they are applied.</exception>
    /// <exception cref="ApplicationRoleException">The application's connection could alter or remove what is on record.</exception>
    /// <exception cref="DatabaseTimeUnknownException">The database did not answer.</exception>
    public static async Task<WebApplication> BuildAsync(
        string[] args, Action<WebApplicationBuilder>? adjust = null, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateBuilder(args);
        adjust?.Invoke(builder);
        var databases = await Databases.ForAsync(builder.Configuration, builder.Environment, cancellation);
        if (builder.Environment.IsDevelopment())
        {
            await Migrations.ApplyAsync(databases.ToMigrate, databases.Application, MigrationConsole.Say, cancellation: cancellation);
        }

        var pool = Connections.Open(databases.Application);
        try
        {
            await Migrations.AssertAppliedAsync(pool, cancellation);
            await ApplicationRole.AssertCannotAlterAsync(pool, cancellation);
            var time = await DatabaseTime.MeasureAsync(pool, cancellation);
            builder.Services.AddSingleton(time).AddSingleton<TimeProvider>(time).AddHostedService<DatabaseTimeUpkeep>();
            var service = Compose(builder, pool, databases);

            // Asked for now, so that a service without the key, or with delay codes that cannot be read, stops here and not at the first person.
            service.Services.GetRequiredService<PersonIndex>();
            service.Services.GetRequiredService<PersonSeals>();
            service.Services.GetRequiredService<DelayCodes>();
            service.Services.GetRequiredService<RetentionSchedule>();
            await LocalRules.KeepAsync(builder.Configuration, pool, cancellation);
            await service.Services.GetRequiredService<WrittenInClear>().SealAsync(cancellation);
            await service.Services.GetRequiredService<PersonIndexInUse>().AssertAsync(cancellation);
            return service;
        }
        catch
        {
            await pool.DisposeAsync();
            await databases.DisposeAsync();
            throw;
        }
    }

    /// <summary>The program as it is, for commands that read only itself: no database is asked, none needs to be there.</summary>
    private static WebApplication ReadAlone(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(TimeProvider.System);
        // Nobody calls it and nobody is in it, so nobody's tokens are to be accepted and nobody is to be found.
        builder.Configuration.AddInMemoryCollection(
        [
            new("Access:Issuer", "https://nowhere.invalid"), new("Access:Authority", "https://nowhere.invalid"), new("Access:Audience", "nobody"),
            new("PersonalData:PersonIndexKey", Convert.ToBase64String(new byte[32])), new("PersonalData:EncryptionKey", Convert.ToBase64String(new byte[32])),
        ]);
        const string nowhere = "Host=nowhere.invalid";
        return Compose(builder, Connections.Open(nowhere), new Databases(Owner: null, Application: nowhere));
    }

    private static async Task MigrateAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        await using var databases = await Databases.ForAsync(builder.Configuration, builder.Environment, CancellationToken.None);
        var applied = await Migrations.ApplyAsync(databases.ToMigrate, databases.Application, MigrationConsole.Say);
        Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"The database is up to date, with {applied.Count} new migrations.");
    }

    private static WebApplication Compose(WebApplicationBuilder builder, NpgsqlDataSource pool, Databases databases)
    {
        // Registered by factories, so that all end with the service: the pools before the server they are connected to.
        builder.Services.AddSingleton(_ => databases);
        builder.Services.AddSingleton(services =>
        {
            services.GetRequiredService<Databases>();
            return pool;
        });
        builder.Services.AddKeyedSingleton(Connections.OfTheWatch, (services, _) =>
        {
            services.GetRequiredService<Databases>();
            return Connections.OpenForTheWatch(databases.Application);
        });
        builder.AddTelemetry();
        builder.AddStoreAndMessaging();
        builder.AddCases();
        builder.AddAccess();
        builder.AddAccessLog();
        builder.AddEngagements();
        builder.AddLimits();
        builder.AddAnswers();
        builder.AddApiDescription();
        builder.Services.AddReadiness().AddCheck<ClockWatchAlive>("clocks watched").AddCheck<RecipientsReached>("recipients reached");
        builder.Services.AddWolverineHttp();

        // Why it could not start is said once, in plain words, by whoever started it; the host would say it before, at length.
        var hasStarted = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && Volatile.Read(ref hasStarted));
        var service = builder.Build();
        service.Lifetime.ApplicationStarted.Register(() => Volatile.Write(ref hasStarted, true));
        service.UseSecurityHeaders();
        service.UseAnswers();
        service.UseReferencePagePolicy(ApiDocument.Page);
        service.UseHeadRequests();
        service.UseRequestTimeouts();
        service.UseOnePatience();
        service.UseAccessLog();
        service.UseAccess();
        service.UseEngagements();
        service.UseKnownQueries();
        service.MapApiDescription();
        service.MapWolverineEndpoints(http =>
        {
            http.RejectUnparseableQueryValues = true;
            http.WarmUpRoutes = RouteWarmup.Eager;
        });
        return service;
    }
}
