using Lingotto.Ner;

namespace Lingotto.Automotive.Mentions;

/// <summary>
/// The words of one language that say what a name beside them names, and those that job titles are made of, by class. Immutable.
/// </summary>
internal sealed class MentionCues
{
    private const int LongestPhrase = 6;
    private const uint PhraseEnd = 1;

    private readonly Dictionary<uint, uint> _classes = [];
    private readonly HashSet<uint> _beginnings = [];
    private readonly List<string> _names = [];
    private readonly Dictionary<uint, uint> _roles = [];
    private readonly uint _titleOrHead;

    private MentionCues(Language language)
    {
        int column = language == Language.Italian ? 1 : 2;
        foreach (string[] row in Resources.ReadRows("mentions/cues.tsv")) Add(row[0], row[column], _classes);
        foreach (string[] row in Resources.ReadRows("mentions/roles.tsv")) Add("Role" + row[0], row[column], _roles);
        ClassNames = [.. _names.Select(n => FeatureHash.OfLower(n))];
        PlantBit = 1u << _names.IndexOf("Plant");
        _titleOrHead = (1u << _names.IndexOf("RoleTitle")) | (1u << _names.IndexOf("RoleHead"));
    }

    public static MentionCues Italian { get; } = new(Language.Italian);

    public static MentionCues English { get; } = new(Language.English);

    public static MentionCues Of(Language language) => language == Language.Italian ? Italian : English;

    /// <summary>Hash of the name of each class; its bit is its index.</summary>
    public uint[] ClassNames { get; }

    /// <summary>The bit of words that mean a plant.</summary>
    public uint PlantBit { get; }

    /// <summary>Sets the classes of the units of the selected sentence, and where each stands in a listed job title (1 first, 2 inside, 3 last, 4 alone, 0 outside).</summary>
    public void Find(UnitColumns units, Span<uint> classes, Span<byte> rolePlaces)
    {
        classes[units.First..units.End].Clear();
        rolePlaces[units.First..units.End].Clear();
        for (int i = units.First; i < units.End; i++)
        {
            if (_classes.TryGetValue(units.Lower[i], out uint single)) classes[i] |= single;
            if (_roles.TryGetValue(units.Lower[i], out uint role))
            {
                classes[i] |= role;
                if (rolePlaces[i] == 0 && (role & _titleOrHead) != 0) rolePlaces[i] = 4;
            }

            if (_beginnings.Contains(units.Lower[i])) MarkPhrases(units, i, classes, rolePlaces);
        }
    }

    private void MarkPhrases(UnitColumns units, int first, Span<uint> classes, Span<byte> rolePlaces)
    {
        uint hash = units.Lower[first];
        for (int i = first + 1; i < Math.Min(units.End, first + LongestPhrase); i++)
        {
            hash = FeatureHash.Mix(hash, units.Lower[i]);
            uint name = FeatureHash.Mix(hash, PhraseEnd);
            if (_classes.TryGetValue(name, out uint found)) Mark(classes, first, i + 1, found);
            if (!_roles.TryGetValue(name, out uint role)) continue;
            Mark(classes, first, i + 1, role);
            for (int u = first; u <= i; u++) rolePlaces[u] = (byte)(u == first ? 1 : u == i ? 3 : 2);
        }
    }

    private static void Mark(Span<uint> classes, int first, int end, uint found)
    {
        for (int u = first; u < end; u++) classes[u] |= found;
    }

    private void Add(string name, string alternatives, Dictionary<uint, uint> to)
    {
        int bit = _names.IndexOf(name);
        if (bit < 0)
        {
            bit = _names.Count;
            _names.Add(name);
        }

        foreach (string alternative in alternatives.Split('|', StringSplitOptions.RemoveEmptyEntries)) AddPhrase(alternative, 1u << bit, to);
    }

    private void AddPhrase(string phrase, uint bit, Dictionary<uint, uint> to)
    {
        uint hash = 0;
        int count = 0;
        for (int at = 0; at < phrase.Length;)
        {
            if (UnitSplitter.IsSkipped(phrase[at])) { at++; continue; }
            int end = UnitSplitter.End(phrase, at, phrase.Length);
            uint word = FeatureHash.OfLower(phrase.AsSpan(at, end - at));
            if (count == 1) _beginnings.Add(hash);
            hash = count++ == 0 ? word : FeatureHash.Mix(hash, word);
            at = end;
        }

        uint key = count == 1 ? hash : FeatureHash.Mix(hash, PhraseEnd);
        to[key] = to.GetValueOrDefault(key) | bit;
    }
}
