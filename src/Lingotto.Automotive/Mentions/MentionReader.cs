using Lingotto.Domain;
using Lingotto.Ner;

namespace Lingotto.Automotive.Mentions;

/// <summary>Fills the columns of a document: units, cues, what the name tagger says, and the names of the knowledge base.</summary>
internal sealed class MentionReader
{
    private readonly Dictionary<Language, MentionLanguage> _languages;

    public MentionReader(IReadOnlyDictionary<Language, MentionLanguage> languages) => _languages = new(languages);

    public Workspace CreateWorkspace() => new(_languages);

    public MentionLanguage this[Language language] => _languages[language];

    public void Read(Document document, Gazetteer gazetteer, Workspace workspace)
    {
        MentionColumns columns = workspace.Columns;
        columns.Clear();
        AddSentences(document, columns);
        columns.Reserve();
        foreach ((int first, int end, Language language) in columns.Sentences)
        {
            columns.Units.Select(first, end);
            _languages[language].Cues.Find(columns.Units, columns.Cues, columns.RolePlace);
            columns.Case.AsSpan(first, end - first).Fill(CaseOf(columns.Units));
            uint all = 0;
            foreach (uint cues in columns.Cues.AsSpan(first, end - first)) all |= cues;
            columns.SentenceCues.AsSpan(first, end - first).Fill(all);
            NotePlants(columns, _languages[language].Cues.PlantBit);
            TagNames(columns, workspace[language], _languages[language].Names);
        }

        foreach (GazetteerMatch match in gazetteer.Find(document)) columns.AddListed(match);
    }

    private void AddSentences(Document document, MentionColumns columns)
    {
        for (int s = 0; s < document.Sentences.Count; s++)
        {
            Sentence sentence = document.Sentences[s];
            TextSpan span = sentence.Span;
            Language language = _languages.ContainsKey(sentence.Language) ? sentence.Language : document.Language;
            if (!_languages.TryGetValue(language, out MentionLanguage? own)) continue;
            columns.Units.AddSentence(document.Text, span.Start, span.End, own.Names.Lexicon);
            if (columns.Units.End > columns.Units.First) columns.Sentences.Add((columns.Units.First, columns.Units.End, language));
        }
    }

    private static void NotePlants(MentionColumns columns, uint plant)
    {
        UnitColumns units = columns.Units;
        for (int i = units.First; i < units.End; i++)
        {
            if (!units.IsCapital[i]) continue;
            bool before = (i - 1 >= units.First && (columns.Cues[i - 1] & plant) != 0) || (i - 2 >= units.First && !units.IsCapital[i - 1] && (columns.Cues[i - 2] & plant) != 0);
            if (before || (i + 1 < units.End && (columns.Cues[i + 1] & plant) != 0)) columns.Memory.AddPlantCue(units.Lower[i]);
        }
    }

    private static byte CaseOf(UnitColumns units)
    {
        if (units.IsUpperCase[units.First]) return 1;
        int capital = 0, words = 0;
        for (int i = units.First; i < units.End; i++)
        {
            if (units.Length[i] < 4) continue;
            words++;
            if (units.IsCapital[i]) capital++;
        }

        return words >= 4 && capital * 10 >= words * 8 ? (byte)2 : (byte)0;
    }

    private static void TagNames(MentionColumns columns, NameTagger.Workspace workspace, NameTagger tagger)
    {
        UnitColumns units = columns.Units;
        int first = units.First, count = units.End - first;
        tagger.Score(workspace, units);
        ChainDecoder lattice = workspace.Lattice;
        if (workspace.Labels.Length < count) workspace.Labels = new int[count * 2];
        lattice.Decode(workspace.Labels);
        Span<float> types = stackalloc float[MentionColumns.NameTypes];
        for (int i = 0; i < count; i++)
        {
            int label = workspace.Labels[i];
            columns.NameLabel[first + i] = (byte)label;
            if (units.IsPlain[first + i])
            {
                columns.NameBin.AsSpan((first + i) * MentionColumns.NameTypes, MentionColumns.NameTypes).Clear();
                continue;
            }

            ReadOnlySpan<float> marginals = lattice.MarginalsAt(i);
            for (int t = 0; t < types.Length; t++)
            {
                types[t] = marginals[BilouScheme.Begin(t)] + marginals[BilouScheme.Inside(t)] + marginals[BilouScheme.Last(t)] + marginals[BilouScheme.Unit(t)];
                columns.NameBin[((first + i) * MentionColumns.NameTypes) + t] = Bin(types[t]);
            }

            bool endsLongName = BilouScheme.TypeOf(label) == 0 && BilouScheme.NeedsOpen(label) && !BilouScheme.LeavesOpen(label);
            if (units.IsCapital[first + i] && !units.IsUpperCase[first + i]) columns.Memory.AddOccurrence(units.Lower[first + i], types, endsLongName);
        }
    }

    internal static byte Bin(float probability) => probability switch
    {
        < 0.02f => 0,
        < 0.1f => 1,
        < 0.25f => 2,
        < 0.5f => 3,
        < 0.75f => 4,
        < 0.9f => 5,
        < 0.98f => 6,
        _ => 7,
    };

    /// <summary>What reading one document needs. Not safe for concurrent use.</summary>
    internal sealed class Workspace(IReadOnlyDictionary<Language, MentionLanguage> languages)
    {
        private readonly Dictionary<Language, NameTagger.Workspace> _names = languages.ToDictionary(l => l.Key, l => l.Value.Names.CreateWorkspace());

        public MentionColumns Columns { get; } = new();

        public NameTagger.Workspace this[Language language] => _names[language];
    }
}
