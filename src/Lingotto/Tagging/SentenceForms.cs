namespace Lingotto.Tagging;

/// <summary>What the capitals of a sentence are worth.</summary>
internal enum SentenceCase
{
    /// <summary>Capitals mark names and beginnings.</summary>
    Normal,

    /// <summary>There are no capitals, or nothing else: they say nothing.</summary>
    None,

    /// <summary>Nearly every word has one, as in a headline of the American kind.</summary>
    Title,
}

/// <summary>Counts capitals to judge a sentence's case.</summary>
internal struct CaseCounter
{
    private int _words, _capitalised, _upper, _long, _anyUpper;

    public void Add(ReadOnlySpan<char> form)
    {
        if (form.Length == 0 || !char.IsLetter(form[0])) return;
        bool upper = char.IsUpper(form[0]), lower = false, inner = false;
        for (int i = 1; i < form.Length; i++)
        {
            if (char.IsUpper(form[i])) inner = true;
            else if (char.IsLower(form[i])) lower = true;
        }

        _words++;
        if (upper | inner) _anyUpper++;
        if (form.Length > 3)
        {
            _long++;
            if (upper) _capitalised++;
        }

        if ((upper || inner) && !lower) _upper++;
    }

    /// <summary>Counts a form of small letters only.</summary>
    public void AddSmall(int length)
    {
        if (length == 0) return;
        _words++;
        if (length > 3) _long++;
    }

    public readonly SentenceCase Case
    {
        get
        {
            if (_words >= 3 && (_upper * 10 >= _words * 7 || _anyUpper == 0)) return SentenceCase.None;
            return _long >= 3 && _capitalised * 10 >= _long * 8 ? SentenceCase.Title : SentenceCase.Normal;
        }
    }
}
