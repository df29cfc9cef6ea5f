using Lingotto.Automotive.Lexing;

namespace Lingotto.Automotive.Quotes;

/// <summary>Speakers that the words themselves name: <c>“… – dichiara X, vicesindaca di Y – …”</c>. Immutable.</summary>
internal sealed class SpeakerWithin(LexemeList l, MentionIndex mentions, SayingVerbs verbs)
{
    /// <summary>Speakers that a parenthesis between dashes names within the words, as press releases have it.</summary>
    public List<string> Within(TextSpan span)
    {
        var speakers = new List<string>();
        int end = l.IndexFrom(span.End);
        for (int i = l.IndexFrom(span.Start) + 1; i < end; i++)
        {
            if (!l.IsSymbol(i, '-') || l.IsGlued(i) || verbs.FirstReporting(i + 1, Math.Min(end, i + 4)) < 0) continue;
            int close = i + 1;
            while (close < end && close < i + 50 && !l.IsSymbol(close, '-')) close++;
            for (int m = mentions.FirstFrom(l[i].Start); m < mentions.All.Count && mentions.All[m].End <= l[close - 1].End; m++)
            {
                if (mentions.All[m].IsPerson && !speakers.Contains(mentions.All[m].Id)) speakers.Add(mentions.All[m].Id);
            }

            if (speakers.Count > 0) return speakers;
        }

        return speakers;
    }
}
