using System.CommandLine;
using Lingotto.Cli.Inputs;

namespace Lingotto.Cli.Commands;

/// <summary>The arguments and options that say what to read, shared by the commands that read articles.</summary>
internal sealed class InputArguments
{
    public Argument<string[]> Files { get; } = new("FILE")
    {
        Description = "Files (.txt, .html, .jsonl), directories of such, or - for JSON Lines on standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    public Option<InputKind?> Input { get; } = Choice<InputKind>("--input", "How the input is written: text, jsonl or html; by the file's extension where it is left out.");

    public Option<string?> Published { get; } = new("--published") { Description = "Date of publication (2024-06-02) of articles that carry none.", HelpName = "DATE" };

    public Option<string> Language { get; } = new("--language") { Description = "auto, it or en; it and en switch identification off.", HelpName = "auto|it|en", DefaultValueFactory = _ => "auto" };

    public InputArguments()
    {
        Language.AcceptOnlyFromAmong("auto", "it", "en");
        Files.Validators.Add(result =>
        {
            foreach (System.CommandLine.Parsing.Token token in result.Tokens)
            {
                if (token.Value.Length > 1 && token.Value[0] == '-' && !File.Exists(token.Value)) result.AddError($"There is no option '{token.Value}'.");
            }
        });
        Published.Validators.Add(result =>
        {
            try
            {
                if (result.GetValueOrDefault<string?>() is { } date) ArticleLine.Date(date);
            }
            catch (FormatException e)
            {
                result.AddError($"--published: {e.Message}.");
            }
        });
    }

    public void AddTo(Command command, bool withLanguage = true)
    {
        command.Arguments.Add(Files);
        command.Options.Add(Input);
        if (!withLanguage) return;
        command.Options.Add(Published);
        command.Options.Add(Language);
    }

    /// <summary>The files to read.</summary>
    /// <exception cref="UsageException">An argument is no file and no directory.</exception>
    public IReadOnlyList<InputFile> FindFiles(ParseResult parsed) => InputFiles.Find(parsed.GetValue(Files) ?? [], parsed.GetValue(Input));

    public InputOptions Options(ParseResult parsed) => new(
        parsed.GetValue(Input),
        parsed.GetValue(Published) is { } date ? ArticleLine.Date(date) : null,
        parsed.GetValue(Language) switch { "it" => Lingotto.Language.Italian, "en" => Lingotto.Language.English, _ => null });

    /// <summary>An option whose value is one of the lower-cased names of an enum.</summary>
    public static Option<T?> Choice<T>(string name, string description)
        where T : struct, Enum
    {
        string[] names = [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())];
        var option = new Option<T?>(name)
        {
            Description = description,
            HelpName = string.Join('|', names),
            CustomParser = result => Enum.TryParse(result.Tokens[0].Value, ignoreCase: true, out T value) && !char.IsAsciiDigit(result.Tokens[0].Value[0]) ? value : Fail(result.Tokens[0].Value, result),
        };
        return option;

        T? Fail(string found, System.CommandLine.Parsing.ArgumentResult result)
        {
            result.AddError($"{name}: expected {string.Join(", ", names)}, found '{found}'.");
            return null;
        }
    }
}
