namespace Lingotto.Tagging;

/// <summary>
/// Makes lemmas: an edit script (which letters to take from the end of the form, which to put there, and what to do with capitals) for the form
/// and its full tag where the table has one, else for the longest known ending of a form with that tag.
/// </summary>
internal sealed class LemmaRules
{
    public const int LowerBase = 0, ExactBase = 1, TitleBase = 2, CapitalBase = 3;

    private readonly HashTable16 _table;
    private readonly byte[] _base, _strip;
    private readonly string[] _append;

    public LemmaRules(ModelFile model, Pinned pinned)
    {
        _table = new HashTable16(model.Section("lemma"), pinned);
        string[] scripts = model.Text("lemma.scripts").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _base = new byte[scripts.Length];
        _strip = new byte[scripts.Length];
        _append = new string[scripts.Length];
        for (int i = 0; i < scripts.Length; i++)
        {
            _base[i] = (byte)(scripts[i][0] - '0');
            _strip[i] = (byte)(scripts[i][1] - '0');
            _append[i] = scripts[i][2..];
        }
    }

    public static ulong FormKey(ulong form, int bundle) => (form ^ ((ulong)(bundle + 1) * 0xD6E8FEB86659FD93)) * 0x9E3779B97F4A7C15;

    public static ulong SuffixKey(in WordForm form, int length, int bundle) => SuffixKey(form, length, bundle, form.ShapeGroup);

    /// <summary>Sets the lemma of a word by a script, -1 for the form as it is.</summary>
    public void Apply(DocumentBuilder document, int word, int script, TaggerScratch s)
    {
        ReadOnlySpan<char> text = document.Form(word);
        if (script < 0 || _strip[script] + (_append[script].Length == 0 ? 1 : 0) > text.Length)   // nothing would be left of the form
        {
            document.SetLemma(word, text);
            return;
        }

        int kept = text.Length - _strip[script];
        string append = _append[script];
        int length = kept + append.Length;
        if (s.Characters.Length < length) s.Characters = new char[2 * length];
        Span<char> lemma = s.Characters.AsSpan(0, length);
        text[..kept].CopyTo(lemma);
        if (_base[script] != ExactBase) Lower(lemma[..kept], _base[script] == TitleBase ? 1 : 0);
        append.CopyTo(lemma[kept..]);
        if (_base[script] == CapitalBase && length > 0) lemma[0] = char.ToUpperInvariant(lemma[0]);
        document.SetLemma(word, lemma);
    }

    /// <summary>The script for a form with a full tag, -1 for none.</summary>
    public int Find(in WordForm form, int bundle)
    {
        int script = _table.Find(FormKey(form.Exact, bundle));
        if (script < 0 && form.Lower != form.Exact) script = _table.Find(FormKey(form.Lower, bundle));
        if (script < 0) script = FindSuffix(form, bundle, form.ShapeGroup);
        return script < 0 && form.ShapeGroup is (1 or 2) ? FindSuffix(form, bundle, 0) : script;   // a capital that the tag was never seen with
    }

    private int FindSuffix(in WordForm form, int bundle, uint shapeGroup)
    {
        Span<ulong> keys = stackalloc ulong[WordForm.MaximumSuffix + 1];
        int script = -1, longest = Math.Min(WordForm.MaximumSuffix, (int)form.Length);
        for (int length = longest; length >= 0; length--) _table.Prefetch(keys[length] = SuffixKey(form, length, bundle, shapeGroup));
        for (int length = longest; script < 0 && length >= 0; length--) script = _table.Find(keys[length]);
        return script;
    }

    private static ulong SuffixKey(in WordForm form, int length, int bundle, uint shapeGroup) =>
        FeatureHash.Mix(form.SuffixHash(length), (uint)((bundle << 7) + (length << 3)) + shapeGroup);

    private static void Lower(Span<char> characters, int from)
    {
        for (int i = from; i < characters.Length; i++) characters[i] = char.ToLowerInvariant(characters[i]);
    }
}
