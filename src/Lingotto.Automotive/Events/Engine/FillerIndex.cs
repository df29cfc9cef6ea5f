using System.Globalization;
using Lingotto.Domain;

namespace Lingotto.Automotive;

/// <summary>The mentions of an article that may fill roles, in order of the text, and which word belongs to which.</summary>
internal sealed class FillerIndex
{
    private readonly List<Filler> _fillers = [];
    private readonly Document _document;

    private FillerIndex(Document document) => _document = document;

    public Filler[] Fillers { get; private set; } = [];

    /// <summary>Index of the filler that a word belongs to, -1 where there is none.</summary>
    public int[] OfWord { get; private set; } = [];

    /// <summary>The day of publication as <c>yyyyMMdd</c>, 0 where it is not known.</summary>
    public int Published { get; private set; }

    public static FillerIndex Build(ArticleContext article, ArticleAnalysis analysis)
    {
        var index = new FillerIndex(article.Document) { Published = article.Published is { } day ? (day.Year * 10000) + (day.Month * 100) + day.Day : 0 };
        int thing = 0;
        foreach (Entity entity in analysis.Entities)
        {
            thing++;
            if (Filler.KindOf(entity.Kind) is not { } kind) continue;
            foreach (Mention mention in entity.Mentions) index.Add(kind, entity.Subkind?.Name, entity.Id, thing, mention.Start, mention.End, mention.Nominal);
        }

        foreach (RoleMention role in analysis.Roles) index.Add(FillerKind.Role, null, role.Id, ++thing, role.Start, role.End, false);
        foreach (TimeExpression time in analysis.Times) index.Add(FillerKind.Time, ClassOf(time.Value), time.Id, ++thing, time.Start, time.End, false, DayOf(time.Value));
        foreach (Quantity quantity in analysis.Quantities) index.Add(FillerKind.Quantity, quantity.Unit, quantity.Id, ++thing, quantity.Start, quantity.End, false, 0, quantity.Value < 0);
        index.Finish();
        return index;
    }

    private void Add(FillerKind kind, string? sub, string reference, int thing, int start, int end, bool nominal, int day = 0, bool falls = false)
    {
        int first = _document.TokenAtOrAfter(start), last = _document.TokenAtOrAfter(end - 1);
        if (first >= _document.Tokens.Count) return;
        last = Math.Min(last, _document.Tokens.Count - 1);
        int firstWord = _document.TokenFirstWord[first], lastWord = Math.Max(firstWord, _document.TokenFirstWord[last + 1] - 1);
        _fillers.Add(new Filler
        {
            Kind = kind, Sub = sub, Ref = reference, Thing = thing, Start = start, End = end, Nominal = nominal, FirstWord = firstWord, LastWord = lastWord,
            Head = HeadOf(firstWord, lastWord), Day = day, Falls = falls,
        });
    }

    private int HeadOf(int first, int last)
    {
        if (!_document.HasTrees) return last;
        for (int word = first; word <= last; word++)
        {
            int head = _document.Head[word];
            if ((head < first || head > last) && _document.Upos[word] is not (Upos.Adp or Upos.Det or Upos.Punct)) return word;
        }

        return first;
    }

    private void Finish()
    {
        _fillers.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        Fillers = [.. _fillers];
        OfWord = new int[_document.Words.Count];
        Array.Fill(OfWord, -1);
        for (int i = 0; i < Fillers.Length; i++)
        {
            for (int word = Fillers[i].FirstWord; word <= Fillers[i].LastWord; word++) OfWord[word] = i;
        }
    }

    internal static string ClassOf(string value) => value.Length == 0 ? "vague"
        : value[0] == 'P' ? value == "PRESENT_REF" ? "present" : value == "PAST_REF" ? "past" : "duration"
        : value[0] == 'F' ? "future"
        : value.Contains('/', StringComparison.Ordinal) ? "interval"
        : value.Length == 4 ? "year" : value.Length == 10 ? "day" : "span";

    /// <summary>The first day of an ISO value, as a number; 0 for a value that is no date.</summary>
    internal static int DayOf(string value)
    {
        if (value.Length < 4 || !int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)) return 0;
        int day = year * 10000;
        ReadOnlySpan<char> rest = value.AsSpan(4);
        if (rest.Length >= 3 && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2]))
        {
            day += ((rest[1] - '0') * 1000) + ((rest[2] - '0') * 100);
            if (rest.Length >= 6 && rest[3] == '-' && char.IsAsciiDigit(rest[4]) && char.IsAsciiDigit(rest[5])) day += ((rest[4] - '0') * 10) + rest[5] - '0';
        }
        else if (rest.StartsWith("-Q", StringComparison.Ordinal) && rest.Length >= 3) day += ((((rest[2] - '1') * 3) + 1) * 100) + 1;
        else if (rest.StartsWith("-H", StringComparison.Ordinal) && rest.Length >= 3) day += ((((rest[2] - '1') * 6) + 1) * 100) + 1;
        else if (rest.StartsWith("-W", StringComparison.Ordinal) && rest.Length >= 4) day += ((1 + (Math.Clamp((((rest[2] - '0') * 10) + rest[3] - '0' - 1) * 7, 0, 364) / 31)) * 100) + 1;
        else if (rest.StartsWith("-SP", StringComparison.Ordinal)) day += 321;
        else if (rest.StartsWith("-SU", StringComparison.Ordinal)) day += 621;
        else if (rest.StartsWith("-AU", StringComparison.Ordinal)) day += 923;
        else if (rest.StartsWith("-WI", StringComparison.Ordinal)) day += 1221;
        return day;
    }
}
