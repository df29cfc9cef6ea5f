namespace Lingotto.Packaging.Tests;

/// <summary>The packages, packed once into a temporary folder under a version of their own, so that no cache of another run is met.</summary>
public sealed class LocalFeed : IDisposable
{
    public LocalFeed()
    {
        Directory.CreateDirectory(Packages);
        Command.DotNet(Repository.Root, "pack", "Nlp.sln", "--configuration", Repository.Configuration, "--no-build", "--output", Packages, $"-p:Version={Version}", $"-p:PackageVersion={Version}");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("lingotto-feed-").FullName;

    public string Version { get; } = $"0.1.0-test.{Environment.ProcessId}.{Environment.TickCount64}";

    public string Packages => Path.Combine(Folder, "packages");

    /// <summary>A new folder with a project that takes its packages from here first, and whatever else it needs from the machine's own sources.</summary>
    public string NewProject(string name, string program, string properties = "")
    {
        string folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <RestoreAdditionalProjectSources>{Packages}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(Folder, "cache")}</RestorePackagesPath>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Lingotto.Automotive" Version="{Version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return folder;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
