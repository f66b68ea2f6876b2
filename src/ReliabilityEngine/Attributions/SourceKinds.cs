using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>What kind of source a phrase names, by its own words and by what the article tells of its names.</summary>
sealed class SourceKinds(TokenView view, Names names)
{
    readonly PersonNames _persons = new(view, names);
    readonly DescribedKinds _described = new(view, names, new(view, names));

    public SourceKind KindOf(SourcePhrase phrase)
    {
        if (IsAuthor(phrase))
            return SourceKind.Author;
        if (view.Document.Tokens[phrase.Head].Kind == TokenKind.Handle)
            return SourceKind.Person;
        if ((!phrase.IsNamed || IsCommonAtStart(phrase)) && (KnowsSomething(phrase) || AsksNotToBeNamed(phrase)))
            return SourceKind.Unnamed;
        return Group(phrase) ?? (phrase.IsNamed ? Named(phrase) : _described.KindOf(phrase));
    }

    /// <summary>"we", "my siblings and I", but not "my father".</summary>
    bool IsAuthor(SourcePhrase phrase)
    {
        for (var token = phrase.Whole.First; token < Math.Min(phrase.Whole.End, phrase.Whole.First + 5); token++)
        {
            if (view.Is(token, WordClass.FirstPerson) && (!view.Is(token, WordClass.Possessive) || phrase.Core.Count == 1)
                && (token == phrase.Whole.First || view.Is(token - 1, WordClass.Coordinator)))
                return true;
        }

        return false;
    }

    /// <summary>"People close to the talks": the capital is the sentence's.</summary>
    bool IsCommonAtStart(SourcePhrase phrase) =>
        phrase.NameFirst == phrase.Head && view.Is(phrase.Head, WordClass.UnnamedHead) && view.SentenceOf(phrase.Head).Tokens.First == phrase.Head;

    /// <summary>"those close to him", "a person familiar with the talks": said of unnamed sources only.</summary>
    bool KnowsSomething(SourcePhrase phrase)
    {
        if (view.Is(phrase.Head, WordClass.DocumentHead | WordClass.BodyHead)
            || view.Document.Form(phrase.Core.First) is "many" or "most" or "some" or "few"
            || view.Is(phrase.Core.First, "the") && view.Is(phrase.Head, WordClass.Role) && !view.Is(phrase.Head, WordClass.BareHead))
            return false;
        for (var token = phrase.Rest.First; token < phrase.Whole.End; token++)
        {
            if (view.Is(token, WordClass.Basis))
                return !_persons.Follows(phrase);
        }

        return false;
    }

    /// <summary>"the mother of a victim, who asked not to be named": whoever it is, the reader is not told.</summary>
    bool AsksNotToBeNamed(SourcePhrase phrase)
    {
        const int Near = 4;
        for (var token = phrase.Rest.First; token < phrase.Whole.End; token++)
        {
            if (view.Is(token, WordClass.Anonymity))
                return !_persons.Follows(phrase);
        }

        var aside = phrase.Whole.End - (view.IsMark(phrase.Whole.End - 1, ',') ? 1 : 0);
        if (!view.IsMark(aside, ',') || view.Is(phrase.Head, WordClass.DocumentHead) || _persons.Follows(phrase))
            return false;
        var first = view.Is(aside + 1, "who") ? aside + 2 : aside + 1;
        for (var token = first; token < first + Near; token++)
        {
            if (view.Is(token, WordClass.Anonymity))
                return token == first || view.Is(aside + 1, "who") || view.EndsIn(first, "ing");
        }

        return false;
    }

    /// <summary>Quantities and parts: "5 percent", "many of them", "one of the doctors", "everyone".</summary>
    SourceKind? Group(SourcePhrase phrase)
    {
        var (first, head) = (phrase.Core.First, phrase.Head);
        if (Quantities.IsShare(view, phrase) || view.Document.Form(first) is "any" or "no")
            return SourceKind.Collective;
        if (view.Document.Form(head) is "someone" or "somebody")
            return SourceKind.Unnamed;
        if (Quantities.IsOneOfAKnownFew(view, phrase))
            return SourceKind.Person;
        if (view.Is(head, "others") && Quantities.IsCounted(view, phrase))
            return SourceKind.Unnamed;
        if (view.Is(head, WordClass.Indefinite) && !view.Is(head, WordClass.Numeral))
            return Quantities.WereAsked(view, phrase) ? SourceKind.Unnamed : SourceKind.Collective;
        return view.Is(first, "one") && view.Is(first + 1, "of") && view.Is(head, SourceLexicons.People) && !_persons.Follows(phrase)
            ? SourceKind.Unnamed : null;
    }

    SourceKind Named(SourcePhrase phrase)
    {
        var head = phrase.Head;
        if (view.Is(head, WordClass.CollectiveHead) && Quantities.IsPlural(view, phrase))
            return IsAssociation(phrase) || IsBandOfPeople(phrase) ? SourceKind.Organisation : _described.KindOf(phrase);
        if (!view.Is(head, SourceLexicons.Heads & ~(WordClass.CollectiveHead | WordClass.KnownBody | WordClass.Title))
            && _persons.IsName(phrase.NameFirst, head))
            return SourceKind.Person;
        if (IsWork(head))
            return SourceKind.Document;
        if (phrase.NameFirst == head && names.Leaning(head) == 0 && names.IsCommon(head) && !view.IsAllCapitals(head)
            && view.SentenceOf(head).Tokens.First == phrase.Core.First)
            return _described.KindOf(phrase);
        if (names.Leaning(head) <= 0)
        {
            if (view.Is(head, WordClass.KnownBody))
                return SourceKind.Organisation;
            if (view.Is(head, SourceLexicons.People))
                return IsBandOfPeople(phrase) ? SourceKind.Organisation : _described.KindOf(phrase);
        }

        if (view.Is(head, WordClass.BodyHead))
            return SourceKind.Organisation;
        return view.Is(head, WordClass.DocumentHead) ? SourceKind.Document : NamedByContext(phrase);
    }

    /// <summary>"Citizens for Clean Harbours": a name in capitals goes on after the preposition.</summary>
    bool IsAssociation(SourcePhrase phrase)
    {
        var preposition = phrase.Head + 1;
        return view.Document.Form(Math.Min(preposition, view.Count - 1)) is "for" or "against" or "without" && preposition + 2 < phrase.Whole.End
            && view.IsCapitalised(preposition + 1) && view.IsCapitalised(preposition + 2)
            && names.Leaning(preposition + 2) <= 0 && !view.Is(preposition + 1, WordClass.GivenName | WordClass.Title);
    }

    /// <summary>"the Economic Freedom Fighters".</summary>
    bool IsBandOfPeople(SourcePhrase phrase) =>
        phrase.Name.Count > 2 && view.Is(phrase.NameFirst - 1, "the") && !view.Is(phrase.Head, WordClass.Title) && Quantities.IsPlural(view, phrase);

    /// <summary>A film, book or programme, its name in quotation marks.</summary>
    bool IsWork(int head) =>
        view.Document.QuotationAt(head) is var quotation && quotation >= 0
        && view.Document.Quotations[quotation].Kind == QuotationKind.Name;

    SourceKind NamedByContext(SourcePhrase phrase)
    {
        var head = phrase.Head;
        if (names.Leaning(head) is not 0 and var leaning)
            return leaning > 0 ? SourceKind.Person : SourceKind.Organisation;
        if (names.OpensBody(head) || IsAcronym(head) || view.IsMark(phrase.Rest.First, ',') && view.Is(phrase.Rest.First + 1, "which"))
            return SourceKind.Organisation;
        if (IsPeople(view.Document.Form(head)) || view.SentenceOf(head).Tokens.First == head && IsDoers(view.Document.Form(head)))
            return SourceKind.Collective;
        return view.Is(phrase.NameFirst - 1, "the") && !_persons.Follows(phrase) ? SourceKind.Organisation : SourceKind.Person;
    }

    bool IsAcronym(int token) =>
        view.IsAllCapitals(token) && view.Document.Tokens[token].Length is >= 2 and <= 5 && !IsTurn(token) || view.Document.Raw(token).Count('.') > 1;

    /// <summary>"QUILL: …": who speaks next in a transcript.</summary>
    bool IsTurn(int token) =>
        view.Document.Tokens[token].Length > 3 && view.IsMark(token + 1, ':') && view.SentenceOf(token).Tokens.First == token;

    /// <summary>"Rescuers", with the capital of the sentence.</summary>
    static bool IsDoers(string form) =>
        form.Length > 7 && (form.EndsWith("ers", StringComparison.Ordinal) || form.EndsWith("ors", StringComparison.Ordinal));

    /// <summary>"Mexicans", "Baptists", "Birthers".</summary>
    static bool IsPeople(string form) =>
        form.EndsWith("ans", StringComparison.Ordinal) || form.EndsWith("ists", StringComparison.Ordinal)
        || form.EndsWith("ters", StringComparison.Ordinal);
}
