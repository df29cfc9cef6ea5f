using Lingotto.Tagging;

namespace Lingotto.Tests.Tagging;

/// <summary>Tags as the linear tagger does, but with every feature of every word looked up where it stands.</summary>
internal sealed class PlainTagger(ModelFile file)
{
    private readonly TaggerModel _model = new(file);

    /// <summary>A linear tagger of the model that decides no word early.</summary>
    public static LinearTagger WithoutEarlyDecisions(ModelFile file)
    {
        var writer = new ModelWriter();
        foreach (string section in file.Sections)
        {
            if (section != "margins") writer.Add(section, file.Section(section).Span);
        }

        return LinearTagger.Open(ModelFile.Open(file.Name, writer.ToArray()));
    }

    public void Tag(DocumentBuilder document, int sentence)
    {
        var s = new TaggerScratch();
        s.SetMasks(_model.Inventory);
        int first = document.FirstWordOfSentence(sentence);
        _model.Analyser.Analyse(document, first, document.FirstWordOfSentence(sentence + 1), s);
        ClassDecoder.Score<FeatureTable>(s, _model.ClassWeights, _model.Margin);
        ClassDecoder.Decode(s, _model.ClassWeights);
        FeatsDecoder.Decode(s, _model.Inventory, _model.Analyser.Lexicon, _model.FeatsWeights);
        for (int i = 0; i < s.Count; i++)
        {
            int bundle = s.Bundle[i + TaggerScratch.Padding], c = _model.Inventory.BundleClass[bundle];
            document.SetTag(first + i, _model.Inventory.ClassUpos[c], _model.Inventory.ClassXpos[c], _model.Inventory.Feats[_model.Inventory.BundleFeats[bundle]], bundle);
            _model.Lemmas.Apply(document, first + i, _model.Lemmas.Find(s.Forms[i + TaggerScratch.Padding], bundle), s);
        }
    }
}
