using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>Finds definite descriptions: a determiner, adjectives, one of the known nouns, and what follows it.</summary>
internal sealed class NominalFinder
{
    private const int MostModifiers = 3;
    private readonly ArticleContext _article;
    private readonly Document _document;
    private readonly NominalLexicon _lexicon;
    private readonly NameMap _names;

    public NominalFinder(ArticleContext article, NameMap names)
    {
        _article = article;
        _document = article.Document;
        _names = names;
        _lexicon = NominalLexicon.For(article.Document.Language);
    }

    /// <summary>The descriptions outside boilerplate and names, in order of the text.</summary>
    public List<NominalPhrase> Find()
    {
        var phrases = new List<NominalPhrase>();
        foreach (Sentence sentence in _document.Sentences)
        {
            int first = sentence.Tokens.First, end = first + sentence.Tokens.Count;
            for (int token = first + 1; token < end; token++)
            {
                if (_lexicon.Head(Text(token)) is { } head && Phrase(head, token, first, end, sentence.Index) is { } phrase) phrases.Add(phrase);
            }
        }

        return phrases;
    }

    private ReadOnlySpan<char> Text(int token) => _document.Tokens[token].Text;

    private TextSpan Span(int token) => _document.Tokens[token].Span;

    private NominalPhrase? Phrase(NominalHead head, int token, int first, int end, int sentence)
    {
        TextSpan span = Span(token);
        if (_names.At(token) is not null || _article.IsBoilerplate(span)) return null;
        EntityId? place = null;
        int determiner = Determiner(token, first, ref place);
        if (determiner < 0 || IsPredicateOrApposition(determiner, first, head)) return null;
        int genitive = Text(token).IndexOfAny('\'', '\u2019');
        int last = genitive > 0 ? token : Complement(head, token, end, ref place);
        if (last < 0 || (head.NeedsPlace && place is null && !EndsInPlace(token, last))) return null;
        int spanEnd = genitive > 0 ? span.Start + genitive : Span(last).End;
        return new NominalPhrase(TextSpan.FromBounds(Span(determiner + 1).Start, spanEnd), head, sentence, place)
        {
            Determiner = Text(determiner).TrimEnd("'’").ToString().ToLowerInvariant(), IsModified = determiner < token - 1, IsComplemented = last > token,
        };
    }

    /// <summary>The determiner before a noun and its adjectives; -1 where there is none, or a word that makes the description another's.</summary>
    private int Determiner(int head, int first, ref EntityId? place)
    {
        for (int token = head - 1; token >= first && token >= head - 1 - MostModifiers; token--)
        {
            string text = Text(token).ToString();
            if (_lexicon.IsDefinite(text)) return token;
            if (_lexicon.IsBlocking(text) || !char.IsLetter(text[0])) return -1;
            if (_names.At(token) is { } name)
            {
                if (name.Kind != EntityKind.Place || name.Link is null || _document.Language != Language.English) return -1;
                place = name.Link.Entry.Id;
            }
            else if (_lexicon.Demonym(text) is { } demonym) place = demonym;
            else if (!IsModifier(token)) return -1;
        }

        return -1;
    }

    private bool IsModifier(int token)
    {
        if (!_document.HasTags) return char.IsLower(Text(token)[0]);
        Upos upos = _document.Tokens[token].Words[0].Upos;
        return upos is Upos.Adj or Upos.Adv or Upos.Verb || (_document.Language == Language.English && upos is Upos.Noun or Upos.Propn);
    }

    private bool IsPredicateOrApposition(int determiner, int first, NominalHead head)
    {
        if (determiner == first) return false;
        string before = Text(determiner - 1).ToString();
        if (_lexicon.IsCopula(before)) return true;
        return before is "," or "–" or "—" or "(" && determiner - 2 >= first && _names.At(determiner - 2) is { } name && name.Kind == head.Kind && !head.IsCapitalized;
    }

    /// <summary>The last token of the description; -1 where what follows the noun makes it a name or another's.</summary>
    private int Complement(NominalHead head, int token, int end, ref EntityId? place)
    {
        int last = token, next = token + 1;
        if (next < end && _document.Language == Language.Italian)
        {
            if (_lexicon.Demonym(Text(next)) is { } demonym) (place, last) = (demonym, next);
            else if (_document.HasTags && _document.Tokens[next].Words[0].Upos == Upos.Adj && _names.At(next) is null) last = next;
            next = last + 1;
        }

        if (next >= end) return last;
        if (_names.At(next) is { } name) return name.Kind == EntityKind.Person || last > token ? last : -1;
        if (_document.Language == Language.English && IsCompound(next)) return -1;
        if (IsPluralOf(next)) return -1;
        if (next + 1 >= end || _names.At(next + 1) is not { } complement) return IsNamePreposition(head, next) ? -1 : last;
        if (!IsPreposition(next)) return last;
        if (complement.Kind == EntityKind.Person) return IsOf(next) ? -1 : last;
        if (complement.Kind == EntityKind.VehicleModel && head.Kind == EntityKind.Plant) return last;
        if (head.Kind == EntityKind.Organization && complement.Kind == EntityKind.Place && IsOf(next) && !head.IsCapitalized && (complement.Link is not null || head.NeedsPlace))
        {
            place = complement.Link?.Entry.Id;
            return _names.LastToken(next + 1);
        }

        return IsOf(next) || head.Kind == EntityKind.Plant || head.Kind == EntityKind.Fair ? -1 : last;
    }

    private bool EndsInPlace(int token, int last) => last > token && _names.At(last) is { } name && name.Kind == EntityKind.Place;

    /// <summary>English: whether the next word makes a compound (<c>the company car</c>).</summary>
    private bool IsCompound(int token) => _document.HasTags && _document.Tokens[token].Words[0].Upos is Upos.Noun or Upos.Propn or Upos.Adj && char.IsLetter(Text(token)[0]);

    /// <summary>A capital noun and a preposition begin a name that the recogniser may have missed (<c>Salone dell'Auto</c>).</summary>
    private bool IsNamePreposition(NominalHead head, int token) => head.IsCapitalized && IsOf(token);

    /// <summary>Italian: <c>la società dei sedili</c> is one that the description itself picks out.</summary>
    private bool IsPluralOf(int token) => _document.Language == Language.Italian && Text(token) is "dei" or "delle" or "degli";

    private bool IsPreposition(int token) => IsOf(token) || Text(token) is "in" or "a" or "ad" or "at" or "near" or "presso";

    private bool IsOf(int token) => Text(token) is "of" or "di" or "del" or "dello" or "della" or "dell'" or "dell’" or "d'" or "d’" or "delle" or "dei" or "degli";
}
