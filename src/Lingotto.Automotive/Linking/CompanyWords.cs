namespace Lingotto.Automotive;

/// <summary>Legal forms and generic words of company names, from the data file.</summary>
internal static class CompanyWords
{
    private static readonly HashSet<ulong> Legal = [], Generic = [];
    private static readonly string[] LegalForms = ReadLegalForms();

    /// <summary>Whether a folded piece is a generic word or a legal form.</summary>
    public static bool IsGeneric(ulong piece) => Generic.Contains(piece) || Legal.Contains(piece);

    /// <summary>The name without a legal form at its end; the name itself where there is none.</summary>
    public static ReadOnlySpan<char> WithoutLegalForm(ReadOnlySpan<char> name)
    {
        foreach (string form in LegalForms)
        {
            if (name.Length <= form.Length + 1 || !name.EndsWith(form, StringComparison.OrdinalIgnoreCase)) continue;
            if (name[^(form.Length + 1)] is ' ' or ',') return name[..^(form.Length + 1)].TrimEnd(" ,");
        }

        return name;
    }

    private static string[] ReadLegalForms()
    {
        var forms = new List<string>();
        foreach (string[] row in Resources.ReadRows("linking/generic_name_words.tsv"))
        {
            bool legal = row[0] == "legal";
            if (legal) forms.Add(row[1]);
            if (FoldedName.TryNext(row[1], 0, out NameAtom atom) && !FoldedName.TryNext(row[1], atom.End, out _)) (legal ? Legal : Generic).Add(atom.Hash);
        }

        return [.. forms.OrderByDescending(f => f.Length)];
    }
}
