using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.Clocks;
using Discharge.Api.Health;
using Discharge.Api.OpenApi;
using Discharge.EmbeddedPostgres;
using Discharge.Persistence;
using JasperFx;
using Npgsql;
using Wolverine.Http;

namespace Discharge.Api;

/// <summary>The service: what it is composed of, and how it is started.</summary>
public static class DischargeApi
{
    /// <summary>Runs the service, or the one command given instead: <c>migrate</c>, <c>codegen write</c> and whatever else <c>help</c> lists.</summary>
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
                case ["codegen" or "describe" or "help" or "openapi", ..]:
                    return await ReadAlone(args).RunJasperFxCommands(args);
                case [[not '-', ..], ..]:
                    return await (await BuildAsync(args)).RunJasperFxCommands(args);
                default:
                    await using (var service = await BuildAsync(args))
                    {
                        await service.RunAsync();
                        return 0;
                    }
            }
        }
        catch (Exception plain) when (plain is DatabaseNotConfiguredException or MigrationsPendingException or MigrationFailedException
            or ApplicationRoleException or DatabaseTimeUnknownException or PrivatePostgresException or NpgsqlException)
        {
            await Console.Error.WriteLineAsync(plain is NpgsqlException ? $"The database does not do as asked: {plain.Message}" : plain.Message);
            return 1;
        }
    }

    /// <summary>Builds the service, ready to start: its database up to date, its time measured.</summary>
    /// <exception cref="MigrationsPendingException">The database lacks migrations, and this is not Development, where they are applied.</exception>
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
            var time = await DatabaseTime.MeasureAsync(pool, cancellation);
            builder.Services.AddSingleton(time).AddSingleton<TimeProvider>(time).AddHostedService<DatabaseTimeUpkeep>();
            return Compose(builder, pool, databases);
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
        return Compose(builder, Connections.Open("Host=nowhere.invalid"), new Databases(Owner: null, Application: string.Empty));
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
        // Registered by factories, so that both end with the service: the pool before the server it is connected to.
        builder.Services.AddSingleton(_ => databases);
        builder.Services.AddSingleton(services =>
        {
            services.GetRequiredService<Databases>();
            return pool;
        });
        builder.AddTelemetry();
        builder.AddStoreAndMessaging();
        builder.AddCases();
        builder.AddAccess();
        builder.AddAnswers();
        builder.AddApiDescription();
        builder.Services.AddReadiness().AddCheck<ClocksWatched>("clocks watched");
        builder.Services.AddWolverineHttp();

        var service = builder.Build();
        service.UseAnswers();
        service.UseAccess();
        service.MapApiDescription();
        service.MapWolverineEndpoints(http =>
        {
            http.RejectUnparseableQueryValues = true;
            http.WarmUpRoutes = RouteWarmup.Eager;
        });
        return service;
    }
}
