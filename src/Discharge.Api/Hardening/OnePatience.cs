using Discharge.Persistence;

namespace Discharge.Api.Hardening;

/// <summary>Whoever asks waits for a silent database once, however often it is asked for their answer.</summary>
public static class OnePatience
{
    /// <summary>Counts what each request waits for the database.</summary>
    public static WebApplication UseOnePatience(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use((http, next) =>
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<OfManyReadsAttribute>() is null)
            {
                Patience.Begin();
            }

            return next(http);
        });
        return app;
    }
}

/// <summary>The answer is put together from as many reads as there are cases by the hundred, so each of them may take as long as another answer as a whole.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OfManyReadsAttribute : Attribute;
