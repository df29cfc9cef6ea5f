using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Lingotto.Training;

/// <summary>The machine and the versions that a figure came from.</summary>
public static class Machine
{
    /// <summary>The library, the runtime, the system and the processor, by name.</summary>
    public static IReadOnlyList<(string Name, string Value)> Describe() =>
    [
        ("lingotto", typeof(Machine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown"),
        ("runtime", RuntimeInformation.FrameworkDescription),
        ("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}"),
        ("processor", $"{Processor()}, {Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)} processors"),
    ];

    private static string Processor()
    {
        const string File = "/proc/cpuinfo";
        string? line = OperatingSystem.IsLinux() && System.IO.File.Exists(File)
            ? System.IO.File.ReadLines(File).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return line?.Split(':')[^1].Trim() ?? "unknown";
    }
}
