namespace Lingotto.Training.Tagging;

/// <summary>A line of a morphological lexicon in the terms of the treebanks.</summary>
/// <param name="Form">The form, in small letters but for names.</param>
/// <param name="Lemma">Its lemma, null where the lexicon has none.</param>
/// <param name="Upos">Part of speech.</param>
/// <param name="Xpos">Treebank tag, null for the most frequent of the part of speech.</param>
/// <param name="Feats">Features, null where they are not known.</param>
internal readonly record struct LexiconEntry(string Form, string? Lemma, string Upos, string? Xpos, string? Feats);
