using Lingotto.Automotive.Lexing;
using Lingotto.Automotive.Quotes;
using Lingotto.Domain;

namespace Lingotto.Automotive.Affiliations;

/// <summary>Reads one article's affiliations from the order of its mentions and the words between them. Not safe for concurrent use.</summary>
internal sealed class AffiliationReader(LexemeList l, MentionIndex index)
{
    private const int LongGap = 9;

    private readonly AffiliationWords _words = AffiliationWords.Of(l.Document.Language);
    private readonly ContextOrganizations _context = new(l, index, AffiliationWords.Of(l.Document.Language));
    private readonly Dictionary<(string Person, string Organization), Affiliation> _found = [];
    private readonly List<(string Person, string Organization)> _order = [];

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
        int person = PersonBefore(role, before);
        if (person < 0) person = PersonAfter(role, after);
        if (person < 0) return;
        if (organization < 0) organization = OrganizationBesidePerson(role, person);
        string? id = organization >= 0 ? M[organization].Id : _context.For(role);
        if (id is null) return;
        Add(M[person].Id, id, M[role].Id);
        if (after >= 0) AddSecondOrganization(person, role, after);
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
        if (next < M.Count && !M[next].IsPerson && organization < 0 && M[next].IsOrganization) next++;
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
    private int PersonBefore(int role, int organizationBefore)
    {
        int from = organizationBefore >= 0 ? organizationBefore : role, previous = from - 1;
        if (previous < 0) return -1;
        if (!M[previous].IsPerson)
        {
            bool second = M[previous].IsRole && previous > 0 && M[previous - 1].IsPerson && Gap(previous, from) is var (a, b) && b - a <= 2 && (l.IsSymbol(a, ',') || l.Is(a, WordClass.And));
            bool moved = M[previous].IsOrganization && previous > 0 && M[previous - 1].IsPerson && IsMove(previous - 1, previous, role);
            if (!second && !moved) return -1;
            previous--;
            return moved || second ? previous : -1;
        }

        (int first, int end) = Gap(previous, from);
        if (CrossesSentence(first, end) || end - first > LongGap) return -1;
        if (first == end) return organizationBefore < 0 && l[LexemeAt(M[role].Start)].Start - M[previous].End <= 1 && char.IsLower(l.Text[M[role].Start]) ? previous : -1;
        if (l.IsSymbol(first, ',') || l.IsSymbol(first, '(') || l.IsSymbol(first, '-')) return AllApposed(first + 1, end) ? previous : -1;
        return AllApposed(first, end) && !(end - first == 1 && l.Is(first, WordClass.And)) && !(end - first <= 2 && l.Is(first, WordClass.And)) ? previous : -1;
    }

    /// <summary><c>X joined Y as head of trade</c>.</summary>
    private bool IsMove(int person, int organization, int role)
    {
        (int a, int b) = Gap(person, organization);
        (int c, int d) = Gap(organization, role);
        return !CrossesSentence(a, b) && b - a <= 4 && HasAny("joins", a, b) && d > c && d - c <= 6 && l.TextOf(d - 1) is "as" or "come";
    }

    private int OrganizationBesidePerson(int role, int person)
    {
        if (person < role) return -1;
        int next = person + 1;
        return next < M.Count && M[next].IsOrganization && IsParenthesis(person, next) ? next : -1;
    }

    // ---- persons without a title ----

    private void ReadPerson(int person)
    {
        int next = person + 1;
        if (next < M.Count && M[next].IsOrganization)
        {
            if (IsParenthesis(person, next) || IsOf(person, next) || IsLeader(person, next) || IsEx(person, next)) Add(M[person].Id, M[next].Id, null);
            else if (M[next].Entity!.Subkind is not null && IsLeaderOfTwo(person, next)) Add(M[person].Id, M[next].Id, null);
        }

        int previous = person - 1;
        if (previous < 0 || !(M[previous].IsOrganization || M[previous].IsPlace)) return;
        (int first, int end) = Gap(previous, person);
        bool genitive = !CrossesSentence(first, end) && end > first && end - first <= 3 && l.TextOf(first) is "s" && HasApostrophe(previous);
        if (genitive || IsGenitive(first, end)) Add(M[person].Id, M[previous].Id, null);
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

    private bool IsLeaderOfTwo(int person, int organization)
    {
        (int first, int end) = Gap(person, organization);
        return end - first <= LongGap && !CrossesSentence(first, end) && HasAny("leads", first, end) && l.TextOf(end - 1) is "sia";
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
        for (int i = first; i < end; i++)
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
