using Lingotto.Automotive.Lexing;
using Lingotto.Automotive.Quotes;
using Lingotto.Domain;

namespace Lingotto.Automotive.Affiliations;

/// <summary>Reads one article's affiliations from the order of its mentions and the words between them. Not safe for concurrent use.</summary>
internal sealed class AffiliationReader(LexemeList l, MentionIndex index, KnownPosts posts)
{
    private const int LongGap = 9;

    private readonly AffiliationWords _words = AffiliationWords.Of(l.Document.Language);
    private readonly ContextOrganizations _context = new(l, index, AffiliationWords.Of(l.Document.Language));
    private readonly Dictionary<(string Person, string Organization), Affiliation> _found = [];
    private readonly List<(string Person, string Organization)> _order = [];
    private readonly Dictionary<int, int> _personOfRole = [];

    private IReadOnlyList<MentionAt> M => index.All;

    /// <summary>The affiliations in order of the text, each pair once; one with a title takes the place of one without.</summary>
    public IEnumerable<Affiliation> Read()
    {
        for (int i = 0; i < M.Count; i++)
        {
            if (M[i].IsRole) ReadRole(i);
            else if (M[i].IsPerson) ReadPerson(i);
        }

        return _order.Select(pair => _found[pair]);
    }

    private void Add(string person, string organization, string? role)
    {
        var pair = (person, organization);
        if (_found.TryGetValue(pair, out Affiliation? known))
        {
            if (known.Role is null && role is not null) _found[pair] = known with { Role = role };
            return;
        }

        _found[pair] = new Affiliation(person, organization, role);
        _order.Add(pair);
    }

    // ---- titles ----

    private void ReadRole(int role)
    {
        int after = OrganizationAfter(role), before = after < 0 ? OrganizationBefore(role) : -1;
        int organization = after >= 0 ? after : before;
        int person = PersonBeside(role, after, before);
        if (person < 0 && organization < 0 && Preposed(role) is (>= 0 and var preposed, var of)) (person, organization) = (preposed, of);
        if (person < 0 && organization >= 0) person = PersonNear(role, organization);
        if (person < 0) return;
        if (organization < 0) organization = OrganizationBesidePerson(role, person);
        _personOfRole[role] = person;
        string? id = organization >= 0 ? M[organization].Id : _context.For(role, person, posts.Of(M[person].Entity!));
        if (id is null) return;
        Add(M[person].Id, id, M[role].Id);
        if (after >= 0) AddSecondOrganization(person, role, after);
        AddPredecessor(person, id, role);
    }

    /// <summary>The person beside a title; one that follows it without a comma goes before one that stands before it.</summary>
    private int PersonBeside(int role, int after, int before)
    {
        int next = PersonAfter(role, after);
        bool direct = next >= 0 && Gap(Math.Max(role, next - 1), next) is var (first, end) && first == end;
        if (direct) return next;
        int previous = PersonBefore(role, before, after);
        bool taken = previous >= 0 && next >= 0 && _personOfRole.Any(r => r.Value == previous && r.Key < previous);
        return previous >= 0 && !taken ? previous : next;
    }

    /// <summary><c>X, che del gruppo Y è presidente</c>.</summary>
    private (int Person, int Organization) Preposed(int role)
    {
        int organization = role - 1, person = role - 2;
        if (person < 0 || !M[organization].IsOrganization || !M[person].IsPerson) return (-1, -1);
        (int a, int b) = Gap(person, organization);
        (int c, int d) = Gap(organization, role);
        bool fits = b - a is >= 2 and <= 4 && l.IsSymbol(a, ',') && l.TextOf(a + 1) is "che" && d - c is 1 or 2 && l.Is(c, WordClass.PresentClue);
        return fits ? (person, organization) : (-1, -1);
    }

    /// <summary>
    /// The person that a title with its organization stands for, where none is beside it: the one that a verb joins to it, the last person before
    /// (<c>the Stellantis CEO has warned</c>), or the next one of a list of posts.
    /// </summary>
    private int PersonNear(int role, int organization)
    {
        int last = Math.Max(role, organization), after = LexemeAt(M[last].End);
        if (last + 1 < M.Count && M[last + 1].IsPerson && !CrossesSentence(after, LexemeAt(M[last + 1].Start)) && (l.IsSymbol(after, ':') || l.Is(after, WordClass.Auxiliary))) return last + 1;
        int from = SentenceStart(SentenceStart(LexemeAt(M[Math.Min(role, organization)].Start)) - 1);
        for (int m = Math.Min(role, organization) - 1; m >= 0 && M[m].Start >= l[Math.Max(0, from)].Start; m--)
        {
            if (M[m].IsPerson) return IsDefinite(role, organization) ? m : -1;
        }

        return -1;
    }

    private bool IsDefinite(int role, int organization)
    {
        int i = LexemeAt(M[Math.Min(role, organization)].Start);
        return l.Is(i - 1, WordClass.Article) || l.Is(i - 1, WordClass.InArticle);
    }

    private int SentenceStart(int i)
    {
        while (i > 0 && !l.StartsLine(i) && !l.EndsSentence(i - 1)) i--;
        return Math.Max(0, i);
    }

    /// <summary><c>X succede a Y come direttrice di Z</c>: both have had the post.</summary>
    private void AddPredecessor(int person, string organization, int role)
    {
        foreach (int other in (int[])[person - 1, person + 1])
        {
            if (other < 0 || other >= M.Count || !M[other].IsPerson) continue;
            (int first, int end) = Gap(Math.Min(person, other), Math.Max(person, other));
            if (end - first <= LongGap && !CrossesSentence(first, end) && HasAny("succeeds", first, end)) Add(M[other].Id, organization, M[role].Id);
        }
    }

    /// <summary><c>presidente di Cnh e di Iveco</c>.</summary>
    private void AddSecondOrganization(int person, int role, int organization)
    {
        int next = organization + 1;
        if (next >= M.Count || !M[next].IsOrganization) return;
        (int first, int end) = Gap(organization, next);
        if (end > first && end - first <= 2 && l.Is(first, WordClass.And) && AllLinks(first, end)) Add(M[person].Id, M[next].Id, M[role].Id);
    }

    /// <summary>An organization, or a place that is governed, that the title names: <c>COO per le Americhe di Stellantis</c>, <c>sindaco di Suzzara</c>.</summary>
    private int OrganizationAfter(int role)
    {
        int next = role + 1;
        if (next >= M.Count || !IsHost(next, role)) return -1;
        (int first, int end) = Gap(role, next);
        if (end - first > 5 || CrossesSentence(first, end) || (M[next].IsPlace && end == first)) return -1;
        return AllLinks(first, end) ? next : -1;
    }

    /// <summary><c>Stellantis CEO</c>, <c>Ford's CEO</c>, <c>Turin mayor</c>.</summary>
    private int OrganizationBefore(int role)
    {
        int previous = role - 1;
        if (previous < 0 || !IsHost(previous, role)) return -1;
        (int first, int end) = Gap(previous, role);
        if (end == first) return l.Text.AsSpan(M[previous].End, M[role].Start - M[previous].End).Contains('\n') ? -1 : previous;
        bool possessive = end - first == 2 && l.IsSymbol(first, '\'') || (end - first == 1 && l.TextOf(first) is "s" or "'s" or "’s");
        return possessive || IsGenitive(first, end) ? previous : -1;
    }

    private bool IsGenitive(int first, int end) => end - first is 1 or 2 && l.TextOf(end - 1) is "s" && l[first].Kind == LexemeKind.Symbol && l[first].Symbol == '\'';

    private bool IsHost(int mention, int role) => M[mention].IsOrganization || (M[mention].IsPlace && _context.GovernsPlaces(role));

    /// <summary><c>il presidente Cirio</c>, <c>il presidente di Altroconsumo, X</c>, <c>its CEO, X</c>.</summary>
    private int PersonAfter(int role, int organization)
    {
        int from = organization >= 0 ? organization : role, next = from + 1;
        if (next < M.Count && !M[next].IsPerson && organization < 0 && !M[next].IsRole) next++;
        if (next >= M.Count || !M[next].IsPerson) return -1;
        (int first, int end) = Gap(next == from + 1 ? from : next - 1, next);
        if (CrossesSentence(first, end) || l.StartsLine(LexemeAt(M[next].Start))) return -1;
        if (end == first) return next;
        if (next != from + 1) return IsGenitive(first, end) || l.TextOf(end - 1) is "s" ? next : -1;
        bool comma = l.IsSymbol(first, ',') && end - first <= 2;
        return comma || IsInauguration(first, end) ? next : -1;
    }

    /// <summary><c>Amministratrice delegata di Dacia è diventata il 1° settembre X</c>, <c>l'ad è X</c>.</summary>
    private bool IsInauguration(int first, int end)
    {
        if (end - first > 6) return false;
        return (l.Is(first, WordClass.Auxiliary) || l.Is(first, WordClass.PresentClue)) && !l.IsSymbol(first, ',') && (end - first == 1 || l.TextOf(first + 1) is "diventata" or "diventato" or "stato" or "stata" or "is" or "named");
    }

    /// <summary><c>X, COO di Y</c>, <c>X, Renault's chief executive</c>, <c>X è il presidente</c>, <c>X come direttrice</c>.</summary>
    private int PersonBefore(int role, int organizationBefore, int organizationAfter)
    {
        int from = organizationBefore >= 0 ? organizationBefore : role, previous = from - 1;
        if (previous < 0) return -1;
        if (!M[previous].IsPerson)
        {
            bool second = M[previous].IsRole && previous > 0 && M[previous - 1].IsPerson && Gap(previous, from) is var (a, b) && b - a <= 2 && (l.IsSymbol(a, ',') || l.Is(a, WordClass.And));
            bool listed = M[previous].IsOrganization && Gap(previous, from) is var (c, d) && d - c is 1 or 2 && (l.Is(c, WordClass.And) || l.IsSymbol(c, ','));
            if (listed && _personOfRole.TryGetValue(previous - 1, out int holder) && holder < previous - 1) return holder;
            bool moved = M[previous].IsOrganization && previous > 0 && M[previous - 1].IsPerson && IsMove(previous - 1, previous, role);
            if (!second && !moved) return -1;
            previous--;
            return moved || second ? previous : -1;
        }

        (int first, int end) = Gap(previous, from);
        if (CrossesSentence(first, end) || end - first > LongGap) return -1;
        if (first == end) return organizationBefore < 0 && l[LexemeAt(M[role].Start)].Start - M[previous].End <= 1 && (char.IsLower(l.Text[M[role].Start]) || organizationAfter >= 0) ? previous : -1;
        if (l.IsSymbol(first, ',') || l.IsSymbol(first, '(') || l.IsSymbol(first, '-'))
        {
            bool relative = l.IsSymbol(first, ',') && l.TextOf(first + 1) is "che" or "who";
            return relative || AllApposed(first + 1, end) ? previous : -1;
        }

        if (_words.Is("names", l.TextOf(first)) && end - first <= 3) return previous;
        return AllApposed(first, end) && !(end - first == 1 && l.Is(first, WordClass.And)) && !(end - first <= 2 && l.Is(first, WordClass.And)) ? previous : -1;
    }

    /// <summary><c>X joined Y as head of trade</c>.</summary>
    private bool IsMove(int person, int organization, int role)
    {
        (int a, int b) = Gap(person, organization);
        (int c, int d) = Gap(organization, role);
        return !CrossesSentence(a, b) && b - a <= 4 && HasAny("joins", a, b) && d > c && d - c <= 6 && l.TextOf(d - 1) is "as" or "come";
    }

    /// <summary>An organization in brackets after the person, right before it, or one that names it to the post.</summary>
    private int OrganizationBesidePerson(int role, int person)
    {
        int next = person + 1, previous = Math.Min(person, role) - 1;
        if (person > role && next < M.Count && M[next].IsOrganization && IsParenthesis(person, next)) return next;
        if (previous < 0 || !M[previous].IsOrganization) return -1;
        (int first, int end) = Gap(previous, Math.Min(person, role));
        if (CrossesSentence(first, end)) return -1;
        bool adjacent = first == end && person < role && !l.StartsLine(LexemeAt(M[person].Start));
        return adjacent || (end - first <= 5 && HasAny("names", first, end)) ? previous : -1;
    }

    // ---- persons without a title ----

    private void ReadPerson(int person)
    {
        int next = person + 1;
        if (next < M.Count && M[next].IsOrganization)
        {
            if (IsParenthesis(person, next) || IsOf(person, next) || IsLeader(person, next) || IsEx(person, next))
            {
                Add(M[person].Id, M[next].Id, null);
                if (next + 1 < M.Count && M[next + 1].IsOrganization && Gap(next, next + 1) is var (a, b) && b - a == 1 && l.TextOf(a) is "sia" or "e" or "and") Add(M[person].Id, M[next + 1].Id, null);
            }

        }

        int previous = person - 1;
        if (previous < 0 || !(M[previous].IsOrganization || M[previous].IsPlace)) return;
        (int first, int end) = Gap(previous, person);
        bool genitive = !CrossesSentence(first, end) && end > first && end - first <= 3 && l.TextOf(first) is "s" && HasApostrophe(previous);
        bool governed = M[previous].IsOrganization && end - first == 1 && l.TextOf(first) is "of" && !CrossesSentence(first, end);
        if (!genitive && !governed && !IsGenitive(first, end)) return;
        Add(M[person].Id, M[previous].Id, null);
        if (governed && next < M.Count && M[next].IsPerson && Gap(person, next) is var (c, d) && d - c == 1 && l.TextOf(c) is "and") Add(M[next].Id, M[previous].Id, null);
    }

    private bool HasApostrophe(int mention) => M[mention].End < l.Text.Length && l.Text[M[mention].End] is '\'' or '’' || (M[mention].End > 0 && l.Text[M[mention].End - 1] is '\'' or '’');

    private bool IsParenthesis(int person, int organization)
    {
        (int first, int end) = Gap(person, organization);
        return end - first == 1 && l.IsSymbol(first, '(');
    }

    private bool IsOf(int person, int organization)
    {
        (int first, int end) = Gap(person, organization);
        if (end == first || end - first > 2 || CrossesSentence(first, end)) return false;
        bool english = !WordTable.Of(l.Document.Language).IsItalian;
        return english ? l.TextOf(first) is "of" : l.TextOf(first) is "di" or "della" or "del" or "dell'" or "dell’";
    }

    /// <summary><c>X, che da dicembre guida Y</c>, <c>X, who heads the dealers' lobby Y</c>, <c>X, alla guida di Y</c>.</summary>
    private bool IsLeader(int person, int organization)
    {
        (int first, int end) = Gap(person, organization);
        if (end - first is < 2 or > LongGap + 2 || CrossesSentence(first, end)) return false;
        bool relative = l.IsSymbol(first, ',') && (l.TextOf(first + 1) is "who" or "che" || HasAny("leads", first, end));
        bool bare = HasAny("leads", first, end) && end - first <= 4;
        return (relative && (HasAny("leads", first, end) || HasAny("sits", first, end))) || bare || IsPreposedLeader(organization);
    }

    /// <summary><c>X, che di Y guida l'Europa</c>: the verb comes after.</summary>
    private bool IsPreposedLeader(int organization)
    {
        int after = LexemeAt(M[organization].End);
        return l.TextOf(LexemeAt(M[organization].Start) - 2) is "che" && _words.Is("leads", l.TextOf(after));
    }

    /// <summary><c>X, ex Brembo</c>, <c>X joins Y</c>.</summary>
    private bool IsEx(int person, int organization)
    {
        (int first, int end) = Gap(person, organization);
        if (end - first is < 1 or > 3 || CrossesSentence(first, end)) return false;
        return HasAny("joins", first, end);
    }

    // ---- gaps ----

    /// <summary>The lexemes between two mentions.</summary>
    private (int First, int End) Gap(int left, int right)
    {
        int first = LexemeAt(M[left].End), end = LexemeAt(M[right].Start);
        return (first, Math.Max(first, end));
    }

    /// <summary>Index of the first lexeme that starts at or after an offset.</summary>
    private int LexemeAt(int offset) => _context.LexemeAt(offset);

    private bool CrossesSentence(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (l.EndsSentence(i) || (i > first && l.StartsLine(i))) return true;
        }

        return l.StartsLine(end) && end > first;
    }

    private bool AllLinks(int first, int end)
    {
        int start = l.Is(first, WordClass.And) && end - first >= 3 && l.IsWord(first + 1) ? first + 2 : first;
        for (int i = start; i < end; i++)
        {
            bool apostrophe = l.IsSymbol(i, '\'');
            if (!apostrophe && !(l.IsWord(i) && (_words.Is("link", l.TextOf(i)) || _words.Is("generic", l.TextOf(i))))) return false;
        }

        return true;
    }

    private bool AllApposed(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            bool time = l.Is(i, WordClass.Month | WordClass.Now | WordClass.Last | WordClass.TimeUnit) || l.IsNumber(i) || l.Is(i, WordClass.Cardinal);
            if (!time && !(l.IsWord(i) && _words.Is("apposed", l.TextOf(i))) && !l.IsSymbol(i, '\'')) return false;
        }

        return true;
    }

    private bool HasAny(string wordClass, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (l.IsWord(i) && _words.Is(wordClass, l.TextOf(i))) return true;
        }

        return false;
    }
}
