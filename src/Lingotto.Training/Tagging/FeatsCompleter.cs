using Lingotto.Tagging;

namespace Lingotto.Training.Tagging;

/// <summary>
/// Gives words whose features are not known, even by their form and class, those that a model of the words with known features finds: so that what stands
/// around them is seen as the finished tagger will see it, and forms that no lexicon has are learned from what they agree with.
/// </summary>
internal static class FeatsCompleter
{
    public static void Complete(IReadOnlyList<TaggedSentence> originals, IReadOnlyList<TaggedSentence> all, TrainingWords words, TagInventory inventory, TaggerTrainingOptions options, ITrainingReport report)
    {
        List<TaggedSentence> open = [.. originals.Where(s => s.Bundle.Any(b => b < 0))];
        if (open.Count == 0) return;
        List<PreparedSentence> known = [.. all.Select(words.Prepare).Where(p => p.GoldBundle.Any(b => b >= 0))];
        PerceptronWeights.View weights = FeatsTrainer.Train(known, words, inventory, options with { FeatsEpochs = 3 }, options.Seed, report).Averaged();
        TaggerScratch s = words.Scratch(open.Max(o => o.Count));
        int filled = 0;
        foreach (TaggedSentence sentence in open)
        {
            PreparedSentence p = words.Prepare(sentence);
            p.Load(s);
            FeatsTrainer.Edges(s);
            p.Gold.CopyTo(s.Class.AsSpan(TaggerScratch.Padding));
            for (int i = 0; i < s.Count; i++)
            {
                int at = i + TaggerScratch.Padding, bundle = p.GoldBundle[i];
                if (bundle < 0)
                {
                    bundle = p.Options[i].Length == 1 ? p.Options[i][0] : FeatsDecoder.Best(s, at, p.Options[i], inventory, weights);
                    sentence.Bundle[i] = bundle;
                    filled++;
                }

                s.Feats[at] = inventory.BundleFeats[bundle];
            }
        }

        report.Line($"features of {filled} more words by a first model");
    }
}
