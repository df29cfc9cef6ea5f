using Lingotto.Automotive.Lexing;
using Lingotto.Domain;

namespace Lingotto.Automotive.Quotes;

/// <summary>The person whose answers an interview prints. Not safe for concurrent use.</summary>
internal sealed class Interviewee(LexemeList l, ArticleAnalysis analysis, IReadOnlyList<TextSpan> quotes, QuoteLayout layout)
{
    private const int ProseLength = 120;

    private string? _interviewee;
    private bool _intervieweeKnown;

    /// <summary>In an interview the paragraphs that are all quotation are the answers of the person who is interviewed.</summary>
    public string? Interviewed(TextSpan span)
    {
        if (!layout.IsWholeParagraph(span) && !layout.IsHeadline(span)) return null;
        if (!_intervieweeKnown)
        {
            _intervieweeKnown = true;
            _interviewee = quotes.Count(layout.IsWholeParagraph) >= 3 && quotes.Any(q => layout.IsWholeParagraph(q) && layout.FollowsQuestion(q)) ? MainPerson() : null;
        }

        return _interviewee;
    }

    /// <summary>A person that the prose before the first answer names; of several the one that is said to speak after it, then the last.</summary>
    private string? MainPerson()
    {
        int firstAnswer = quotes.First(layout.IsWholeParagraph).Start;
        if (layout.IsHeadlineEnd(firstAnswer)) firstAnswer = quotes.Where(layout.IsWholeParagraph).Skip(1).First().Start;
        string? best = null;
        (int, int, int) most = default;
        foreach (Entity entity in analysis.Entities)
        {
            if (entity.Kind != EntityKind.Person) continue;
            (int Intro, int Later, int Last) weight = default;
            foreach (Mention mention in entity.Mentions)
            {
                if (layout.IsQuoted(mention.Start) || layout.IsQuestion(mention.Start)) continue;
                if (mention.Start >= firstAnswer) weight.Later += IsBesideVerb(mention) ? 1 : 0;
                else (weight.Intro, weight.Last) = (Math.Max(weight.Intro, IsByline(mention.Start) ? 1 : 2), mention.Start);
            }

            if (weight.CompareTo(most) <= 0) continue;
            (best, most) = (entity.Id, weight);
        }

        return best;
    }

    /// <summary><c>di Corrado Vayr</c> in a short line is who wrote the interview.</summary>
    private bool IsByline(int offset) => layout.LineLength(offset) <= ProseLength && (l.Is(l.IndexFrom(offset) - 1, WordClass.Of) || l.Is(l.IndexFrom(offset) - 1, UnitClass.Author));

    private bool IsBesideVerb(Mention mention)
    {
        int first = l.IndexFrom(mention.Start), end = l.IndexFrom(mention.End);
        return layout.Has(UnitClass.Reporting, Math.Max(0, first - 2), first) || layout.Has(UnitClass.Reporting, end, Math.Min(l.Count, end + 2));
    }
}
