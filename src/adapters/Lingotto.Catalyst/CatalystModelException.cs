namespace Lingotto.Catalyst;

/// <summary>A Catalyst model that was asked for is not there. The adapter never takes another one in its place.</summary>
public sealed class CatalystModelException : Exception
{
    internal CatalystModelException(Language language, string component, string remedy, Exception? cause = null)
        : base($"Catalyst has no {component} for '{language}': {remedy}", cause)
    {
        Language = language;
        Component = component;
    }

    /// <summary>The language that was asked for.</summary>
    public Language Language { get; }

    /// <summary>The component that is missing, such as <c>tagger</c>.</summary>
    public string Component { get; }
}
