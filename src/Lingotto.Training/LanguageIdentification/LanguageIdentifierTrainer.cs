using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using Lingotto.Training.Tokenization;

namespace Lingotto.Training.LanguageIdentification;

/// <summary>Trains a <see cref="LanguageIdentifier"/>: the same data and options give the same bytes.</summary>
public static class LanguageIdentifierTrainer
{
    private const double LeastConfidence = 0.2;
    private const int HeldOutEvery = 20;
    private const float Rate = 1.2f;

    /// <summary>Trains an identifier and returns its model file.</summary>
    /// <exception cref="CorpusFormatException">A line is malformed.</exception>
    public static byte[] Train(LanguageIdentifierTrainingOptions options, ITrainingReport report)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(report);
        List<(string Language, string Text)> lines = Read(options);
        List<string> languages = [.. lines.Select(l => l.Language).Distinct().Order(StringComparer.Ordinal)];
        var training = new List<(int Language, string Text)>();
        var heldOut = new List<(int Language, string Text)>();
        for (int i = 0; i < lines.Count; i++) (i % HeldOutEvery == 7 ? heldOut : training).Add((languages.IndexOf(lines[i].Language), lines[i].Text));
        report.Line(string.Create(CultureInfo.InvariantCulture, $"langid: {training.Count} lines, {languages.Count} languages, {heldOut.Count} held out"));

        List<uint> selected = NgramSelector.Select(training, languages.Count, l => languages[l] is "it" or "en", options.NgramCount);
        byte[] ngrams = NgramTable.Write(selected);
        var trainer = new SoftmaxTrainer(ngrams, selected.Count, languages.Count);
        Learn(trainer, Repeat(training, languages.Count, options.FewestLines), options, report);
        double temperature = Temperature(trainer, heldOut, options.Seed);
        report.Line(string.Create(CultureInfo.InvariantCulture, $"langid: {selected.Count} n-grams, temperature {temperature}"));

        var writer = new ModelWriter().Add("languages", string.Join('\n', languages)).Add("ngrams", ngrams).Add("weights", Quantise(trainer.Weights, languages.Count, temperature)).Add("words", Words(lines));
        LanguageIdentifier identifier = LanguageIdentifier.Open(ModelFile.Open("new model", writer.ToArray()));
        double full = Accuracy(identifier, heldOut, languages, int.MaxValue), start = Accuracy(identifier, heldOut, languages, 20);
        report.Line(string.Create(CultureInfo.InvariantCulture, $"langid: held out {full:P2}, first 20 characters {start:P2}"));
        return writer.Add("manifest", Manifest(options, languages.Count, full, start)).ToArray();
    }

    private static List<(string Language, string Text)> Read(LanguageIdentifierTrainingOptions options)
    {
        var lines = new List<(string, string)>();
        using (StreamReader reader = LabelledText.Open(options.Lines))
        {
            for (int number = 1; reader.ReadLine() is { } line; number++)
            {
                string[] fields = line.Split('\t', 3);
                if (fields.Length < 3 || !Language.TryParse(fields[0], out _)) throw new CorpusFormatException(options.Lines, number, "expected a language, a source and a text, separated by tabs");
                lines.Add((fields[0], fields[2]));
            }
        }

        foreach ((Language language, string path) in options.MoreText)
        {
            using StreamReader reader = LabelledText.Open(path);
            for (int i = 0; i < options.MoreLines && reader.ReadLine() is { } line; i++) lines.Add((language.Code, line));
        }

        return lines;
    }

    private static List<(int Language, string Text)> Repeat(List<(int Language, string Text)> lines, int languageCount, int fewest)
    {
        var counts = new int[languageCount];
        foreach ((int language, _) in lines) counts[language]++;
        var result = new List<(int, string)>();
        foreach ((int language, string text) in lines)
        {
            for (int k = Math.Max(1, fewest / counts[language]); k > 0; k--) result.Add((language, text));
        }

        return result;
    }

    private static void Learn(SoftmaxTrainer trainer, List<(int Language, string Text)> lines, LanguageIdentifierTrainingOptions options, ITrainingReport report)
    {
        var order = new int[lines.Count];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        var random = new DeterministicRandom((ulong)options.Seed);
        long steps = (long)options.Epochs * order.Length, step = 0;
        for (int epoch = 0; epoch < options.Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int i in order)
            {
                float rate = Rate * (1 - (step++ / (float)steps));
                (int language, string text) = lines[i];
                ReadOnlySpan<char> piece = random.Next(3) == 0 ? text.AsSpan(0, Math.Min(text.Length, 300)) : Piece(text, random);
                trainer.Learn(piece, language, rate);
            }

            report.Line(string.Create(CultureInfo.InvariantCulture, $"langid: epoch {epoch + 1}/{options.Epochs}"));
        }
    }

    private static ReadOnlySpan<char> Piece(string text, DeterministicRandom random)
    {
        int length = 12 + random.Next(50);
        if (text.Length <= length) return text;
        int start = random.Next(2) == 0 ? 0 : random.Next(text.Length - length);
        while (start > 0 && text[start - 1] != ' ') start--;
        return text.AsSpan(start, length);
    }

    private static double Temperature(SoftmaxTrainer trainer, List<(int Language, string Text)> heldOut, int seed)
    {
        double best = 1, least = double.MaxValue;
        for (double t = 0.5; t <= 1.3; t += 0.05)
        {
            var random = new DeterministicRandom((ulong)seed);
            double loss = 0;
            foreach ((int language, string text) in heldOut)
            {
                ReadOnlySpan<float> p = trainer.Predict(random.Next(2) == 0 ? text : Piece(text, random));
                if (p.IsEmpty) continue;
                double sum = 0;
                foreach (float x in p) sum += Math.Pow(Math.Max(x, 1e-12), t);
                loss -= Math.Log(Math.Pow(Math.Max(p[language], 1e-12), t) / sum);
            }

            if (loss < least - 1e-6) (best, least) = (Math.Round(t, 2), loss);
        }

        return best;
    }

    private static byte[] Quantise(float[] weights, int languages, double temperature)
    {
        float[] sizes = [.. weights.Select(Math.Abs).Order()];
        float largest = Math.Max(1e-6f, sizes[(int)(sizes.Length * 0.9995)]);
        int stride = SoftmaxTrainer.StrideOf(languages), ngrams = weights.Length / stride;
        var content = new byte[LanguageIdentifier.HeaderLength + (ngrams * languages) + LanguageIdentifier.WidthOf(languages)];
        BinaryPrimitives.WriteDoubleLittleEndian(content, largest / 127.0 * temperature);
        BinaryPrimitives.WriteDoubleLittleEndian(content.AsSpan(8), LeastConfidence);
        for (int i = 0; i < ngrams * languages; i++)
        {
            float weight = weights[(i / languages * stride) + (i % languages)];
            content[LanguageIdentifier.HeaderLength + i] = (byte)(sbyte)Math.Clamp(MathF.Round(weight / largest * 127), -127, 127);
        }

        return content;
    }

    private static byte[] Words(List<(string Language, string Text)> lines)
    {
        var evidence = new WordEvidence();
        foreach ((string language, string text) in lines)
        {
            if (language is "it" or "en") evidence.Add(text, Language.Parse(language));
        }

        return WordLanguages.Write(evidence.Words());
    }

    private static double Accuracy(LanguageIdentifier identifier, List<(int Language, string Text)> lines, List<string> languages, int length) =>
        lines.Count(l => identifier.Identify(l.Text.AsSpan(0, Math.Min(length, l.Text.Length))).Language.Code == languages[l.Language]) / (double)lines.Count;

    private static string Manifest(LanguageIdentifierTrainingOptions options, int languages, double full, double start) => JsonSerializer.Serialize(new
    {
        component = "langid",
        languages,
        sources = options.MoreText.Select(t => Path.GetFileName(t.Path)).Prepend(Path.GetFileName(options.Lines)),
        licences = new[] { "CC BY-SA 4.0 (NTREX-128)", "CC0 (Common Voice, digital.gov)", "UDHR", "CC BY-SA 3.0 (Wikipedia)", "CC BY 2.5 (Wikinews)" },
        seed = options.Seed,
        scores = new { heldOut = Math.Round(full, 5), heldOutFirst20 = Math.Round(start, 5) },
    });
}
