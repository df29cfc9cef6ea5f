using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Lingotto.Benchmarks;

/// <summary>How thoroughly is measured. In process: the benchmark library is older than the runtime and does not know how to build for it.</summary>
internal static class Jobs
{
    /// <summary>Once, to see that everything runs.</summary>
    public static Job Smoke { get; } = Job.Dry.WithToolchain(InProcessEmitToolchain.Instance);

    /// <summary>BenchmarkDotNet's short run.</summary>
    public static Job Short { get; } = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);

    /// <summary>Five iterations of a fifth of a second: all classes within some minutes.</summary>
    public static Job Results { get; } = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
        .WithWarmupCount(2).WithIterationCount(5).WithIterationTime(TimeInterval.FromMilliseconds(200)).WithMinIterationCount(3).WithMaxIterationCount(5);
}
