using System.CommandLine;
using System.Diagnostics;
using Lingotto.Cli.Training;
using Lingotto.Training;

namespace Lingotto.Cli.Commands;

/// <summary><c>lingotto train</c>: trains a component from corpora; the same data gives the same bytes.</summary>
internal static class TrainCommand
{
    private const string Help = """
        lingotto train tagger --language it --data ../shared --output models/Lingotto.Models.Italian/data/tagger.lingotto
        lingotto train ner --data ../shared --output models
        """;

    public static Command Create(Terminal terminal)
    {
        var command = new Command("train", "Trains a component's model from corpora; the same data gives the same bytes.");
        var component = new Argument<string>("COMPONENT") { Description = string.Join(", ", Trainers.Components) + "." };
        component.AcceptOnlyFromAmong([.. Trainers.Components]);
        var language = new Option<string?>("--language") { Description = "it or en; ner and events are trained for both at once." };
        language.AcceptOnlyFromAmong("it", "en");
        var data = new Option<string>("--data") { Description = "The folder that holds data/ and gold/.", HelpName = "FOLDER", DefaultValueFactory = _ => "../shared" };
        var output = new Option<string>("--output") { Description = "The model file to write; a folder where both languages are trained.", HelpName = "PATH", Required = true };
        command.Arguments.Add(component);
        foreach (Option option in new Option[] { language, data, output }) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            string folder = parsed.GetRequiredValue(data);
            if (!Directory.Exists(Path.Combine(folder, "data"))) throw new UsageException($"There is no folder '{Path.Combine(folder, "data")}'. Give the folder that holds data/ with --data.");
            Language? chosen = parsed.GetValue(language) is { } code ? Language.Parse(code) : null;
            IReadOnlyList<TrainedModel> models = Trainers.Train(parsed.GetRequiredValue(component), chosen, folder, new Report(terminal));
            foreach (TrainedModel model in models) Save(terminal, model, parsed.GetRequiredValue(output), models.Count > 1);
            return ExitCode.Success;
        });
        return HelpText.WithExamples(command, Help);
    }

    private static void Save(Terminal terminal, TrainedModel model, string output, bool intoFolder)
    {
        string path = intoFolder || Directory.Exists(output) ? Path.Combine(output, model.Language?.Code ?? "", model.Name) : output;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        File.WriteAllBytes(path, model.Content);
        terminal.Out.WriteLine($"{path}\t{model.Content.Length}\t{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(model.Content))}");
    }

    /// <summary>Writes a trainer's progress to standard error with the time since the start.</summary>
    private sealed class Report(Terminal terminal) : ITrainingReport
    {
        private readonly long _started = Stopwatch.GetTimestamp();

        public void Line(string text) => terminal.ErrorWriter.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(_started).TotalSeconds,7:F1} s  {text}"));
    }
}
