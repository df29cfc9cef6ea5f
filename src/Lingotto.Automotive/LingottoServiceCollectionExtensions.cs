using Lingotto.Automotive;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Lingotto for dependency injection.</summary>
public static class LingottoServiceCollectionExtensions
{
    /// <summary>
    /// Registers an <see cref="AutomotivePipeline"/> as a singleton. The options are checked here, when the application starts, not when the first article comes.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes options and stages; null for the built-in ones.</param>
    /// <exception cref="InvalidOperationException">The options do not fit each other.</exception>
    public static IServiceCollection AddLingotto(this IServiceCollection services, Action<AutomotivePipelineBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var builder = new AutomotivePipelineBuilder();
        configure?.Invoke(builder);
        builder.Options.Validate();
        services.AddSingleton(provider =>
        {
            if (provider.GetService(typeof(ILoggerFactory)) is ILoggerFactory loggers) builder.WithLogger(loggers.CreateLogger("Lingotto"));
            return builder.Build();
        });
        return services;
    }
}
