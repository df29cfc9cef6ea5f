using System.Runtime.CompilerServices;
using System.Text;

namespace Lingotto.Cli.Inputs;

/// <summary>Reads the articles of files one after another. What cannot be read is reported and left out.</summary>
internal sealed class ArticleReader(Terminal terminal, InputOptions options)
{
    /// <summary>How many articles or files could not be read.</summary>
    public int BadCount { get; private set; }

    public async IAsyncEnumerable<InputArticle> Read(IEnumerable<InputFile> files, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (InputFile file in files)
        {
            if (file.Kind == InputKind.Jsonl)
            {
                await foreach (InputArticle article in ReadLines(file, cancellation)) yield return article;
            }
            else if (ReadWhole(file) is { } article)
            {
                yield return article;
            }
        }
    }

    /// <summary>The one article of a text or HTML file; null where it cannot be read, which is reported.</summary>
    public InputArticle? ReadWhole(InputFile file)
    {
        try
        {
            using var reader = new StreamReader(Open(file), Encoding.UTF8);
            string text = reader.ReadToEnd();
            return file.Kind == InputKind.Html ? FromHtml(text, file.Id) : new InputArticle(Complete(new Article(text) { Id = file.Id }), false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report($"{file.Path}: {e.Message}");
            return null;
        }
    }

    private async IAsyncEnumerable<InputArticle> ReadLines(InputFile file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Stream? stream = null;
        try
        {
            stream = Open(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report($"{file.Path}: {e.Message}");
        }

        if (stream is null) yield break;
        using var reader = new StreamReader(stream, Encoding.UTF8, true, 1 << 16);
        int number = 0;
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (ReadLine(line, file, number) is { } article) yield return article;
        }
    }

    private InputArticle? ReadLine(string line, InputFile file, int number)
    {
        try
        {
            return new InputArticle(Complete(ArticleLine.Parse(line, $"{file.Id}:{number}")), false);
        }
        catch (FormatException e)
        {
            Report($"{(file.IsStandardInput ? "standard input" : file.Path)}:{number}: {e.Message}");
            return null;
        }
    }

    private InputArticle FromHtml(string html, string id)
    {
        HtmlArticle page = HtmlArticle.Extract(html);
        return new InputArticle(Complete(new Article(page.Text) { Id = id, Published = page.Published }), true);
    }

    private Article Complete(Article article) => article with { Published = article.Published ?? options.Published, Language = options.Language };

    private Stream Open(InputFile file) => file.IsStandardInput ? terminal.Input : File.OpenRead(file.Path);

    private void Report(string problem)
    {
        BadCount++;
        terminal.Error(problem);
    }
}
