using System.Globalization;
using System.Text;
using Lingotto.Automotive;
using Lingotto.Domain;

namespace Lingotto.Cli.Outputs;

/// <summary>brat standoff: for each article <c>ID.txt</c> and <c>ID.ann</c> in a directory, offsets in Unicode code points as brat counts them.</summary>
internal sealed class BratWriter(string directory) : IAnalysisWriter
{
    public void Write(AnalyzedArticle article)
    {
        string name = Path.Combine(directory, SafeName(article.Analysis.Id ?? "article"));
        if (Path.GetDirectoryName(name) is { } folder) Directory.CreateDirectory(folder);
        File.WriteAllText(name + ".txt", article.Article.Text, new UTF8Encoding(false));
        File.WriteAllText(name + ".ann", Annotations(article.Article.Text, article.Analysis), new UTF8Encoding(false));
    }

    public void Dispose() { }

    /// <summary>The annotation file of an analysis.</summary>
    public static string Annotations(string text, ArticleAnalysis analysis)
    {
        var file = new BratFile(text);
        foreach (Entity e in analysis.Entities)
        {
            foreach (Mention m in e.Mentions)
            {
                string mark = file.AddText(e.Kind.Name, m.Start, m.End, e.Id);
                if (e.Kb is { } kb) file.Add('N', $"Reference {mark} KB:{kb}\t{OneLine(e.Name)}");
                if (m.Nominal) file.Add('A', $"Nominal {mark}");
            }
        }

        foreach (RoleMention r in analysis.Roles) file.AddText("Role", r.Start, r.End, r.Id);
        foreach (TimeExpression t in analysis.Times) file.Add('#', $"AnnotatorNotes {file.AddText("Time", t.Start, t.End, t.Id)}\t{t.Value}");
        foreach (Quantity q in analysis.Quantities) file.Add('#', $"AnnotatorNotes {file.AddText("Quantity", q.Start, q.End, q.Id)}\t{q.Value.ToString(CultureInfo.InvariantCulture)} {q.Unit}");
        foreach (Affiliation a in analysis.Affiliations) file.Add('R', $"Affiliation Arg1:{file.MarkOf(a.Person)} Arg2:{file.MarkOf(a.Organization)}");
        foreach (Quote q in analysis.Quotes) file.Add('R', $"SpokenBy Arg1:{file.AddText("Quote", q.Start, q.End, null)} Arg2:{file.MarkOf(q.Speaker)}");
        foreach (AutomotiveEvent e in analysis.Events) AddEvent(file, e);
        return file.ToString();
    }

    private static void AddEvent(BratFile file, AutomotiveEvent e)
    {
        string trigger = file.AddText(e.Type.Name, e.Trigger.Start, e.Trigger.End, null);
        // brat wants a number behind a role that repeats: Producer, Producer2, …
        IEnumerable<string> arguments = e.Arguments.GroupBy(a => a.Role).SelectMany(g => g.Select((a, i) => $" {a.Role}{(i == 0 ? "" : $"{i + 1}")}:{file.MarkOf(a.Ref)}"));
        string id = file.Add('E', $"{e.Type}:{trigger}{string.Concat(arguments)}");
        file.Add('A', $"Modality {id} {e.Modality.ToString().ToLowerInvariant()}");
        if (e.Polarity == Polarity.Negative) file.Add('A', $"Negation {id}");
    }

    private static string SafeName(string id) => string.Concat(id.Split('/').Select((part, i) =>
        (i == 0 ? "" : "/") + (part is "" or "." or ".." ? "_" : string.Concat(part.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')))));

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\t', ' ');
}
