namespace Lingotto;

/// <summary>
/// Finds the sentences, tokens and words of a language by exact rules where they are exact and by trained linear models where they are not.
/// Immutable, safe for concurrent use; allocates nothing but what the document's columns need. Time is linear in the length of the text.
/// </summary>
public sealed class Tokenizer : ITokenizer
{
    private readonly TokenizerTables _tables;
    private readonly HashedLinearModel _join, _split, _sentence;

    private Tokenizer(Language language, ModelFile file)
    {
        Language = language;
        _tables = new TokenizerTables(WordClasses.Open(file, "classes"), MultiwordTable.Open(file));
        _join = HashedLinearModel.Open(file, "join");
        _split = HashedLinearModel.Open(file, "split");
        _sentence = HashedLinearModel.Open(file, "sentence");
    }

    /// <summary>The language that the model was trained for.</summary>
    public Language Language { get; }

    /// <summary>Opens a trained model, read in place.</summary>
    /// <exception cref="ModelFormatException">The file lacks a section, is corrupted, or is of another language.</exception>
    public static Tokenizer Open(ModelFile file, Language language)
    {
        ArgumentNullException.ThrowIfNull(file);
        string found = file.Text("language");
        if (found != language.Code) throw new ModelFormatException(file.Name, "language", $"expected a tokenizer of '{language}', found one of '{found}'");
        return new Tokenizer(language, file);
    }

    /// <inheritdoc/>
    public void Tokenize(DocumentBuilder document, TextSpan part)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (part.Start < 0 || part.Length < 0 || part.End > document.Text.Length) throw new ArgumentOutOfRangeException(nameof(part), part, $"The text has {document.Text.Length} code units.");
        Span<uint> memory = stackalloc uint[FeatureList.Capacity];
        var engine = new TokenizerEngine<ModelDecider>(document, part, _tables, new ModelDecider(_join, _split, _sentence), memory);
        engine.Run();
    }

    private readonly ref struct ModelDecider(HashedLinearModel join, HashedLinearModel split, HashedLinearModel sentence) : IBoundaryDecider
    {
        private readonly HashedScorer _join = new(join), _split = new(split), _sentence = new(sentence);

        public bool Decide(Decision decision, int offset, ReadOnlySpan<uint> features) => decision switch
        {
            Decision.Join => _join.IsYes(features),
            Decision.Split => _split.IsYes(features),
            _ => _sentence.IsYes(features),
        };

        public bool RejectsSentenceEnd(int offset, ReadOnlySpan<uint> firstFeatures) => _sentence.IsEarlyNo(firstFeatures);
    }
}
