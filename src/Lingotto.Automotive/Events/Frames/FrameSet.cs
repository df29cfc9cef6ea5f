using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>The frames that the event engine works with: those of the library, and a user's own on top. Immutable, safe for concurrent use.</summary>
public sealed class FrameSet
{
    private readonly IReadOnlyList<FrameFile> _files;

    private FrameSet(IReadOnlyList<FrameFile> files, EventFrame[] frames)
    {
        _files = files;
        Frames = frames;
    }

    /// <summary>The frames that come with the library.</summary>
    public static FrameSet Default { get; } = Create(FrameFile.BuiltIn);

    internal EventFrame[] Frames { get; }

    /// <summary>The event types that have a frame.</summary>
    public IEnumerable<EventType> Types => Frames.Select(f => f.Type);

    /// <summary>The frames of the given files; files that speak of the same type add to each other.</summary>
    /// <exception cref="CorpusFormatException">A file has a problem; the message names file, line, and what was expected.</exception>
    public static FrameSet Create(IReadOnlyList<FrameFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var problems = new List<FrameProblem>();
        var reader = new FrameReader(problems);
        foreach (FrameFile file in files) reader.Read(file);
        if (problems.Count > 0) throw new CorpusFormatException(problems[0].File, problems[0].Line, problems[0].Message);
        return new FrameSet(files, reader.Frames());
    }

    /// <summary>These frames with a user's file added: its triggers, blocks and slots join those of the same types.</summary>
    /// <exception cref="CorpusFormatException">The file has a problem.</exception>
    public FrameSet With(FrameFile file) => Create([.. _files, file]);
}
