using System.CommandLine;
using System.Diagnostics;
using Lingotto.Training;

namespace Lingotto.Cli.Commands;

/// <summary><c>lingotto train</c>: trains a component from corpora; the same data gives the same bytes.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("train", "Trains a component's model from corpora; the same data gives the same bytes.");
        return HelpText.WithExamples(command, "lingotto train tokenizer --language it --data ../shared/data --output models/Lingotto.Models.Italian/data/tokenizer.lingotto");
    }

    /// <summary>Writes a trainer's progress to standard error with the time since the start.</summary>
    private sealed class Report(Terminal terminal) : ITrainingReport
    {
        private readonly long _started = Stopwatch.GetTimestamp();

        public void Line(string text) => terminal.ErrorWriter.WriteLine($"{Stopwatch.GetElapsedTime(_started).TotalSeconds,7:F1} s  {text}");
    }
}
