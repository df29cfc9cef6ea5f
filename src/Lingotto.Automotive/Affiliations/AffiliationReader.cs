using Lingotto.Automotive.Lexing;
using Lingotto.Automotive.Quotes;
using Lingotto.Domain;

namespace Lingotto.Automotive.Affiliations;

/// <summary>Reads one article's affiliations from the order of its mentions and the words between them. Not safe for concurrent use.</summary>
internal sealed class AffiliationReader(LexemeList l, MentionIndex index, KnownPosts posts)
{
    private const int LongGap = 9;

    private readonly AffiliationWords _words = AffiliationWords.Of(l.Document.Language);
    private readonly MentionGaps _gaps = new(l, index);
    private readonly ContextOrganizations _context = new(l, index, AffiliationWords.Of(l.Document.Language));
    private readonly AffiliationSet _found = new();
    private readonly Dictionary<int, int> _personOfRole = [], _firstRoleOfPerson = [];

    private IReadOnlyList<MentionAt> M => index.All;

    /// <summary>The affiliations in order of the text, each pair once; one with a title takes the place of one without.</summary>
    public IEnumerable<Affiliation> Read()
    {
        var untitled = new UntitledPersons(l, _gaps);
        var known = new KnownMembers(l, _gaps, posts);
        var succeeded = new SucceededHolders(l, _gaps);
        for (int i = 0; i < M.Count; i++)
        {
            if (M[i].IsRole) ReadRole(i, succeeded);
            else if (M[i].IsPerson) untitled.Read(i, _found);
        }

        for (int i = 0; i < M.Count; i++)
        {
            if (M[i].IsPerson) known.Read(i, _found);
        }

        return _found.InOrder;
    }

    private void ReadRole(int role, SucceededHolders succeeded)
    {
        int after = OrganizationAfter(role), before = after < 0 ? OrganizationBefore(role) : -1;
        int organization = after >= 0 ? after : before;
        int person = PersonBeside(role, after, before);
        if (person < 0 && organization < 0 && Preposed(role) is (>= 0 and var preposed, var of)) (person, organization) = (preposed, of);
        if (person < 0 && organization >= 0) person = PersonNear(role, organization);
        if (person < 0) return;
        if (organization < 0) organization = IsJoined(role - 1, role) ? role - 1 : OrganizationBesidePerson(role, person);
        _personOfRole[role] = person;
        _firstRoleOfPerson.TryAdd(person, role);
        string? id = organization >= 0 ? M[organization].Id : _context.For(role, person, posts.Of(M[person].Entity!));
        if (id is null) return;
        _found.Add(M[person].Id, id, M[role].Id);
        if (after >= 0) AddSecondOrganization(person, role, after);
        foreach (string predecessor in succeeded.Of(person, Math.Max(Math.Max(person, role), organization))) _found.Add(predecessor, id, M[role].Id);
    }

    /// <summary>The person beside a title; one that follows it without a comma goes before one that stands before it.</summary>
    private int PersonBeside(int role, int after, int before)
    {
        int next = PersonAfter(role, after);
        bool direct = next >= 0 && _gaps.Gap(Math.Max(role, next - 1), next) is var (first, end) && first == end;
        if (direct) return next;
        int previous = PersonBefore(role, before, after);
        bool taken = previous >= 0 && next >= 0 && _firstRoleOfPerson.TryGetValue(previous, out int earlier) && earlier < previous;
        return previous >= 0 && !taken ? previous : next;
    }

    /// <summary><c>X, che del gruppo Y è presidente</c>.</summary>
    private (int Person, int Organization) Preposed(int role)
    {
        int organization = role - 1, person = role - 2;
        if (person < 0 || !M[organization].IsOrganization || !M[person].IsPerson) return (-1, -1);
        (int a, int b) = _gaps.Gap(person, organization);
        (int c, int d) = _gaps.Gap(organization, role);
        bool fits = b - a is >= 2 and <= 4 && l.IsSymbol(a, ',') && l.TextOf(a + 1) is "che" && d - c is 1 or 2 && l.Is(c, WordClass.PresentClue);
        return fits ? (person, organization) : (-1, -1);
    }

    /// <summary>
    /// The person that a title with its organization stands for, where none is beside it: the one that a verb joins to it, the last person before
    /// (<c>the Stellantis CEO has warned</c>), or the next one of a list of posts.
    /// </summary>
    private int PersonNear(int role, int organization)
    {
        int last = Math.Max(role, organization), after = l.IndexFrom(M[last].End);
        if (last + 1 < M.Count && M[last + 1].IsPerson && !_gaps.CrossesSentence(after, l.IndexFrom(M[last + 1].Start)) && (l.IsSymbol(after, ':') || l.Is(after, WordClass.Auxiliary))) return last + 1;
        int from = _gaps.SentenceStart(_gaps.SentenceStart(l.IndexFrom(M[Math.Min(role, organization)].Start)) - 1);
        for (int m = Math.Min(role, organization) - 1; m >= 0 && M[m].Start >= l[Math.Max(0, from)].Start; m--)
        {
            if (M[m].IsPerson) return IsDefinite(role, organization) ? m : -1;
        }

        return -1;
    }

    private bool IsDefinite(int role, int organization)
    {
        int i = l.IndexFrom(M[Math.Min(role, organization)].Start);
        return l.Is(i - 1, WordClass.Article) || l.Is(i - 1, WordClass.InArticle);
    }

    /// <summary><c>presidente di Cnh e di Iveco</c>.</summary>
    private void AddSecondOrganization(int person, int role, int organization)
    {
        int next = organization + 1;
        if (next >= M.Count || !M[next].IsOrganization) return;
        (int first, int end) = _gaps.Gap(organization, next);
        if (end > first && end - first <= 2 && l.Is(first, WordClass.And) && _gaps.AllLinks(first, end)) _found.Add(M[person].Id, M[next].Id, M[role].Id);
    }

    /// <summary>An organization, or a place that is governed, that the title names: <c>COO per le Americhe di Stellantis</c>, <c>sindaco di Suzzara</c>.</summary>
    private int OrganizationAfter(int role)
    {
        int next = role + 1;
        if (next >= M.Count || !IsHost(next, role)) return -1;
        (int first, int end) = _gaps.Gap(role, next);
        if (end - first > 5 || _gaps.CrossesSentence(first, end) || (M[next].IsPlace && end == first)) return -1;
        return _gaps.AllLinks(first, end) ? next : -1;
    }

    /// <summary><c>Stellantis CEO</c>, <c>Ford's CEO</c>, <c>Turin mayor</c>.</summary>
    private int OrganizationBefore(int role)
    {
        int previous = role - 1;
        if (previous < 0 || !IsHost(previous, role)) return -1;
        (int first, int end) = _gaps.Gap(previous, role);
        if (end == first) return M[previous].GapTo(M[role], l.Text).Contains('\n') ? -1 : previous;
        bool possessive = end - first == 2 && l.IsSymbol(first, '\'') || (end - first == 1 && l.TextOf(first) is "s" or "'s" or "’s");
        return possessive || _gaps.IsGenitive(first, end) ? previous : -1;
    }

    private bool IsHost(int mention, int role) => M[mention].IsOrganization || (M[mention].IsPlace && _context.GovernsPlaces(role));

    /// <summary><c>il presidente Cirio</c>, <c>il presidente di Altroconsumo, X</c>, <c>its CEO, X</c>.</summary>
    private int PersonAfter(int role, int organization)
    {
        int from = organization >= 0 ? organization : role, next = from + 1;
        if (next < M.Count && !M[next].IsPerson && organization < 0 && !M[next].IsRole) next++;
        if (next >= M.Count || !M[next].IsPerson) return -1;
        (int first, int end) = _gaps.Gap(next == from + 1 ? from : next - 1, next);
        if (_gaps.CrossesSentence(first, end) || l.StartsLine(l.IndexFrom(M[next].Start))) return -1;
        if (end == first) return next;
        if (next != from + 1) return _gaps.IsGenitive(first, end) || l.TextOf(end - 1) is "s" ? next : -1;
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
            bool second = M[previous].IsRole && previous > 0 && M[previous - 1].IsPerson && _gaps.Gap(previous, from) is var (a, b) && b - a <= 2 && (l.IsSymbol(a, ',') || l.Is(a, WordClass.And));
            bool listed = M[previous].IsOrganization && _gaps.Gap(previous, from) is var (c, d) && d - c is 1 or 2 && (l.Is(c, WordClass.And) || l.IsSymbol(c, ','));
            if (listed && _personOfRole.TryGetValue(previous - 1, out int holder) && holder < previous - 1) return holder;
            bool moved = M[previous].IsOrganization && previous > 0 && M[previous - 1].IsPerson && IsMove(previous - 1, previous, role);
            if (!second && !moved) return M[previous].IsOrganization ? Mover(previous, role) : -1;
            previous--;
            return moved || second ? previous : -1;
        }

        (int first, int end) = _gaps.Gap(previous, from);
        if (_gaps.CrossesSentence(first, end) || end - first > LongGap) return -1;
        if (first == end) return organizationBefore < 0 && l[l.IndexFrom(M[role].Start)].Start - M[previous].End <= 1 && (char.IsLower(l.Text[M[role].Start]) || organizationAfter >= 0) ? previous : -1;
        if (l.IsSymbol(first, ',') || l.IsSymbol(first, '(') || l.IsSymbol(first, '-'))
        {
            bool relative = l.IsSymbol(first, ',') && l.TextOf(first + 1) is "che" or "who";
            return relative || _gaps.AllApposed(first + 1, end) ? previous : -1;
        }

        if (_words.Is("names", l.TextOf(first)) && end - first <= 3) return previous;
        return _gaps.AllApposed(first, end) && !(end - first == 1 && l.Is(first, WordClass.And)) && !(end - first <= 2 && l.Is(first, WordClass.And)) ? previous : -1;
    }

    /// <summary><c>X joined Y as head of trade</c>.</summary>
    private bool IsMove(int person, int organization, int role)
    {
        (int a, int b) = _gaps.Gap(person, organization);
        (int c, int d) = _gaps.Gap(organization, role);
        return !_gaps.CrossesSentence(a, b) && b - a <= 4 && _gaps.HasAny("joins", a, b) && IsPost(c, d);
    }

    /// <summary>Whether a verb joins somebody to an organization in a post: <c>joined Y in May as head of trade</c>.</summary>
    private bool IsJoined(int organization, int role)
    {
        if (organization < 0 || !M[organization].IsOrganization) return false;
        int at = l.IndexFrom(M[organization].Start);
        (int first, int end) = _gaps.Gap(organization, role);
        return IsPost(first, end) && _gaps.HasAny("joins", Math.Max(_gaps.SentenceStart(at), at - 2), at);
    }

    private bool IsPost(int first, int end) => end > first && end - first <= 6 && l.TextOf(end - 1) is "as" or "come";

    /// <summary>The person of <c>X, ex Brembo, joins Y as head of trade</c>, and of <c>He joined Y as head of trade</c> after a sentence on X; -1 where there is none.</summary>
    private int Mover(int organization, int role)
    {
        int at = l.IndexFrom(M[organization].Start), start = _gaps.SentenceStart(at);
        if (!IsJoined(organization, role)) return -1;
        int from = l.Is(start, UnitClass.Pronoun) || _gaps.HasAny("joins", start, Math.Min(at, start + 2)) ? _gaps.SentenceStart(start - 1) : start;
        for (int m = organization - 1; m >= 0 && M[m].Start >= l[from].Start; m--)
        {
            if (M[m].IsPerson) return m;
        }

        return -1;
    }

    /// <summary>An organization in brackets after the person, right before it, or one that names it to the post.</summary>
    private int OrganizationBesidePerson(int role, int person)
    {
        int next = person + 1, previous = Math.Min(person, role) - 1;
        if (person > role && next < M.Count && M[next].IsOrganization && _gaps.IsParenthesis(person, next)) return next;
        if (previous < 0 || !M[previous].IsOrganization) return -1;
        (int first, int end) = _gaps.Gap(previous, Math.Min(person, role));
        if (_gaps.CrossesSentence(first, end)) return -1;
        bool adjacent = first == end && person < role && !l.StartsLine(l.IndexFrom(M[person].Start));
        return adjacent || (end - first <= 5 && _gaps.HasAny("names", first, end)) ? previous : -1;
    }
}
