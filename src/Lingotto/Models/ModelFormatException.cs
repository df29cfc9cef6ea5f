namespace Lingotto;

/// <summary>A model file is truncated, corrupted, or made for another version of the library.</summary>
public sealed class ModelFormatException : Exception
{
    /// <summary>Names the file, the section, and what was expected and found.</summary>
    public ModelFormatException(string file, string section, string problem)
        : base($"Model '{file}', section '{section}': {problem}")
    {
        File = file;
        Section = section;
    }

    /// <summary>Name of the file or embedded resource.</summary>
    public string File { get; }

    /// <summary>Name of the section, <c>header</c> for the container itself.</summary>
    public string Section { get; }
}
