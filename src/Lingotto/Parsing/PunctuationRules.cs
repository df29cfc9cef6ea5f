using System.Globalization;

namespace Lingotto.Parsing;

/// <summary>Where a mark of punctuation hangs, seen from the greatest phrase that ends before it and the greatest that begins after it.</summary>
internal enum PunctuationPlace : byte
{
    /// <summary>Where the arc scorer put it.</summary>
    AsScored,

    /// <summary>The head of the phrase after it.</summary>
    After,

    /// <summary>What that phrase hangs on.</summary>
    ParentOfAfter,

    /// <summary>The head of the phrase before it.</summary>
    Before,

    /// <summary>What that phrase hangs on.</summary>
    ParentOfBefore,
}

/// <summary>
/// The conventions of a treebank for punctuation: by the mark, which of the two phrases is the lower one, and its relation. Guidelines fix these arcs once the
/// other arcs are known, but treebanks differ in them; so they are counted in the one that is followed.
/// </summary>
internal sealed class PunctuationRules
{
    private const int MarkCount = 128;

    private readonly byte[] _marks = new byte[MarkCount];
    private readonly PunctuationPlace[] _places;
    private readonly int _relationCount;

    /// <summary>Reads lines of mark, side (0 the phrase before is the lower one, 1 the phrase after), relation, place.</summary>
    public PunctuationRules(string text, string[] relations)
    {
        _relationCount = relations.Length;
        string[][] lines = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
        char[] marks = [.. lines.Select(line => line[0][0]).Distinct()];
        for (int m = 0; m < marks.Length; m++) _marks[marks[m]] = (byte)(m + 1);
        _places = new PunctuationPlace[marks.Length * 2 * _relationCount];
        foreach (string[] line in lines)
        {
            int relation = Array.IndexOf(relations, line[2]);
            if (relation >= 0) _places[Index(_marks[line[0][0]], int.Parse(line[1], CultureInfo.InvariantCulture), relation)] = (PunctuationPlace)int.Parse(line[3], CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Whether any rule is about this form.</summary>
    public bool Knows(ReadOnlySpan<char> form) => form.Length == 1 && form[0] < MarkCount && _marks[form[0]] != 0;

    /// <summary>The head of the mark at <paramref name="word"/>, from 1, or 0 where no rule says.</summary>
    public int Head(char mark, int word, ReadOnlySpan<int> heads, ReadOnlySpan<int> relations, ReadOnlySpan<byte> upos)
    {
        if (!Phrases(word, heads, upos, out int before, out int after)) return 0;
        int side = Side(word, before, heads), relation = relations[(side == 0 ? before : after) - 1];
        return Candidate(_places[Index(_marks[mark], side, relation)], before, after, heads);
    }

    /// <summary>The heads, from 1, of the greatest phrases that end before and begin after a mark; false at the edge of the sentence.</summary>
    internal static bool Phrases(int word, ReadOnlySpan<int> heads, ReadOnlySpan<byte> upos, out int before, out int after)
    {
        before = word - 1;
        while (before > 0 && upos[before] == (byte)Upos.Punct) before--;
        after = word + 1;
        while (after <= heads.Length && upos[after] == (byte)Upos.Punct) after++;
        if (before == 0 || after > heads.Length) return false;
        while (heads[before - 1] > 0 && heads[before - 1] < word) before = heads[before - 1];
        while (heads[after - 1] > word) after = heads[after - 1];
        return true;
    }

    /// <summary>0 where the phrase before the mark hangs on something after it, else 1.</summary>
    internal static int Side(int word, int before, ReadOnlySpan<int> heads) => heads[before - 1] > word ? 0 : 1;

    /// <summary>The head that a place stands for; 0 where there is none.</summary>
    internal static int Candidate(PunctuationPlace place, int before, int after, ReadOnlySpan<int> heads) => place switch
    {
        PunctuationPlace.After => after,
        PunctuationPlace.ParentOfAfter => heads[after - 1],
        PunctuationPlace.Before => before,
        PunctuationPlace.ParentOfBefore => heads[before - 1],
        _ => 0,
    };

    private int Index(int mark, int side, int relation) => ((((mark - 1) * 2) + side) * _relationCount) + relation;
}
