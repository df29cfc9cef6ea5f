namespace Lingotto.Automotive;

/// <summary>A link to the knowledge base and why it was made.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Confidence">Probability that the link is right, 0 to 1.</param>
/// <param name="Evidence">What speaks for and against it, in order of the features.</param>
internal sealed record EntityLink(KnowledgeBaseEntry Entry, double Confidence, IReadOnlyList<LinkEvidence> Evidence)
{
    public override string ToString() => $"{Entry.Id} {Confidence:0.00}: {string.Join(", ", Evidence)}";
}

/// <summary>One reason for or against a link.</summary>
/// <param name="Feature">What was observed.</param>
/// <param name="LogOdds">How much it adds to the link's log odds.</param>
internal readonly record struct LinkEvidence(LinkFeature Feature, double LogOdds)
{
    public override string ToString() => FormattableString.Invariant($"{Feature} {LogOdds:+0.00;-0.00}");
}

/// <summary>What is observed of a name and an entry that it may mean.</summary>
internal enum LinkFeature
{
    /// <summary>Always.</summary>
    Bias,
    /// <summary>The main name, letter for letter.</summary>
    MainName,
    /// <summary>An alias, letter for letter.</summary>
    Alias,
    /// <summary>A name but for case, accents and punctuation.</summary>
    Variant,
    /// <summary>Brand and model, or a plural.</summary>
    Composed,
    /// <summary>The surname alone.</summary>
    Surname,
    /// <summary>Only a part of the print is the name.</summary>
    Partial,
    /// <summary>Capitals of the name are printed small.</summary>
    Loose,
    /// <summary>A plant, by the name of its town.</summary>
    PlantByTown,
    /// <summary>The name goes on where the print ends.</summary>
    Beginning,
    /// <summary>The tables call the name unsafe.</summary>
    Ambiguous,
    /// <summary>An unsafe surname alone.</summary>
    AmbiguousSurname,
    /// <summary>The recogniser's kind is the entry's.</summary>
    SameKind,
    /// <summary>The recogniser was sure of another kind (times its confidence).</summary>
    OtherKind,
    /// <summary>Plant and place, the other one of the two.</summary>
    PlantForPlace,
    /// <summary>What it belongs to is named in the article.</summary>
    ParentNamed,
    /// <summary>The country, region or province of it is named in the article.</summary>
    PlaceNamed,
    /// <summary>Something that belongs to it is named in the article.</summary>
    ChildNamed,
    /// <summary>Something that belongs to the same is named in the article.</summary>
    SiblingNamed,
    /// <summary>A safe name of it stands in the article.</summary>
    SafelyNamed,
    /// <summary>Other entries of the same kind have the name too (logarithm of their number).</summary>
    Rivals,
    /// <summary>Entries of other kinds have the name too.</summary>
    OtherKindRivals,
    /// <summary>A place's population, as the logarithm to base 10 above ten thousand.</summary>
    Population,
    /// <summary>A place that more people live in has the name too.</summary>
    LargerRival,
    /// <summary>A country or a region.</summary>
    LargePlace,
    /// <summary>The entry's facts were not checked.</summary>
    Unverified,
    /// <summary>A person, by the full name.</summary>
    PersonFullName,
    /// <summary>A name of one short piece or of digits.</summary>
    ShortName,
    /// <summary>The name belongs to the other language.</summary>
    OtherLanguage,
}
