namespace Lingotto.Tagging;

/// <summary>
/// How far ahead a word's best class (and its best full tag) must be by the word itself and its neighbours, each taken alone, that all that is known of
/// the context would hardly change it. Learned for frequent forms one by one; of other words only full tags are decided early.
/// </summary>
internal sealed class EarlyMargins
{
    /// <summary>Margins are kept in steps of this.</summary>
    public const int Step = 25;

    /// <summary>The number of steps that stands for no margin at all: the context is always asked.</summary>
    public const int Never = 200;

    private const ulong ClassSalt = 0x9E3779B97F4A7C15, FeatsSalt = 0xC2B2AE3D27D4EB4F;
    private readonly HashTable16? _table;

    public EarlyMargins(ModelFile model, Pinned pinned)
    {
        if (model.HasSection("margins")) _table = new HashTable16(model.Section("margins"), pinned);
    }

    /// <summary>Number of levels of the margins of full tags: the form as a word of its class, all forms of the class, all words.</summary>
    public const int FeatsLevels = 3;

    /// <summary>Key of the margin for the class of a form that may be what it may be.</summary>
    public static ulong ClassKey(ulong form, uint ambiguity) => (form ^ (ClassSalt * (ambiguity + 1UL))) * FeatsSalt;

    /// <summary>Key of the margin for the full tag of a form as a word of a class.</summary>
    public static ulong FeatsKey(int level, ulong form, int c) => level switch
    {
        0 => (form ^ (FeatsSalt * ((uint)c + 1UL))) * ClassSalt,
        1 => FeatsSalt * ((uint)c + 1UL),
        _ => ClassSalt,
    };

    /// <summary>The margin for the class of a word: the highest number where its context must be asked.</summary>
    public int OfClass(ulong form, uint ambiguity) => MarginOf(_table?.Find(ClassKey(form, ambiguity)) ?? -1);

    /// <summary>The margin for the full tag of a word as one of a class.</summary>
    public int OfFeats(ulong form, int c)
    {
        int steps = -1;
        for (int level = 0; steps < 0 && level < FeatsLevels && _table is not null; level++) steps = _table.Find(FeatsKey(level, form, c));
        return MarginOf(steps);
    }

    private static int MarginOf(int steps) => steps is < 0 or >= Never ? int.MaxValue : steps * Step;
}
