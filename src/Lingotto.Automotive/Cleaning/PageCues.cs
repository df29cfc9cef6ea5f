namespace Lingotto.Automotive;

/// <summary>How much of a page a cue marks.</summary>
internal enum CueExtent
{
    None,
    Line,
    Rest,
}

/// <summary>The cues of boilerplate, from the data file.</summary>
internal sealed class PageCues
{
    private readonly List<(CueExtent Extent, string Where, string Text)> _cues = [];

    private PageCues()
    {
        foreach (string[] row in Resources.ReadRows("cleaning/cues.tsv"))
        {
            _cues.Add((row[0] == "rest" ? CueExtent.Rest : CueExtent.Line, row[1], row[2]));
        }
    }

    public static PageCues Default { get; } = new();

    /// <summary>What the cues say of a line in lower case, its apostrophes straight and its ends trimmed.</summary>
    public CueExtent Extent(ReadOnlySpan<char> line)
    {
        var extent = CueExtent.None;
        foreach ((CueExtent cue, string where, string text) in _cues)
        {
            if (cue <= extent) continue;
            bool holds = where switch
            {
                "start" => line.StartsWith(text, StringComparison.Ordinal) && EndsWord(line, text.Length),
                "whole" => line.TrimEnd(":.").SequenceEqual(text),
                _ => line.Contains(text, StringComparison.Ordinal),
            };
            if (holds) extent = cue;
        }

        return extent;
    }

    private static bool EndsWord(ReadOnlySpan<char> line, int end) => end >= line.Length || !char.IsLetter(line[end]) || !char.IsLetter(line[end - 1]);
}
