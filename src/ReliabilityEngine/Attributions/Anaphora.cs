using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Finds what pronouns and bare stand-ins stand for.</summary>
static class Anaphora
{
    const int Reach = 4;
    const int Memory = 40;
    const int LongestAntecedent = 20;

    public static bool IsPronoun(TokenView view, SourcePhrase phrase) =>
        phrase.Core.Count == 1 && phrase.Whole.Count <= 2
        && view.Document.Form(phrase.Head) is "he" or "she" or "it" or "they" or "you" or "him" or "her" or "them" or "his" or "its"
            or "their" or "himself" or "herself" or "who" or "which" or "that" or "whom" or "whose" or "this" or "these" or "those";

    public static SourceReading Resolve(
        TokenView view, SourcePhrase phrase, List<SourceReading> earlier, Names names, Func<TokenRange, SourceReading> read)
    {
        var form = view.Document.Form(phrase.Head);
        return form[0] switch
        {
            'w' or 't' when form is "who" or "which" or "that" or "whom" or "whose" => Relative(view, phrase, form, read),
            'h' or 's' => OnePerson(view, phrase, earlier, names),
            'i' when Text(view, phrase) is { } text => new(phrase.Whole, SourceKind.Document, true, text, false),
            'i' => Nearest(view, phrase, earlier, SourceKind.Organisation, IsThing),
            'y' => new(phrase.Whole, SourceKind.Collective, true, null, true),
            _ => Several(view, phrase, earlier, read),
        };
    }

    /// <summary>A relative stands for a phrase right before it; "who" for the nearest that can be people.</summary>
    public static SourceReading Relative(TokenView view, SourcePhrase phrase, string form, Func<TokenRange, SourceReading> read)
    {
        var person = form.StartsWith("who", StringComparison.Ordinal);
        var floor = Math.Max(view.SentenceOf(phrase.Head).Tokens.First, phrase.Head - LongestAntecedent);
        SourceReading? first = null;
        for (var last = phrase.Head - 1; last >= floor; last--)
        {
            if (!EndsNoun(view, last))
                continue;
            var noun = new TokenRange(NounStart(view, floor, last), last + 1);
            var reading = Predicated(view, noun, read(noun)) with { Source = phrase.Whole, Anaphor = true, Refers = noun };
            first ??= reading;
            if (form == "which")
                return reading with { Kind = ThingKind(reading.Kind) };
            if (!person || reading.Kind is SourceKind.Person or SourceKind.Unnamed or SourceKind.Collective or SourceKind.Author)
                return reading;
            last = noun.First;
        }

        if (!person)
            return first ?? new(phrase.Whole, SourceKind.Organisation, true, null, false);
        var several = first is { Plural: true };
        return new(phrase.Whole, several ? SourceKind.Collective : SourceKind.Person, true, first?.Refers, several);
    }

    static SourceKind ThingKind(SourceKind kind) => kind switch
    {
        SourceKind.Person or SourceKind.Unnamed or SourceKind.Author => SourceKind.Document,
        SourceKind.Collective => SourceKind.Organisation,
        _ => kind,
    };

    static bool EndsNoun(TokenView view, int token) =>
        view.Is(token, WordClass.Indefinite) || view.IsWord(token) && !view.Is(token, WordClass.Preposition | WordClass.Adverb
            | WordClass.Auxiliary | WordClass.Time | WordClass.Coordinator | WordClass.Determiner);

    /// <summary>The noun with its adjectives and determiner, without what a preposition hangs it on.</summary>
    static int NounStart(TokenView view, int floor, int last)
    {
        var first = last;
        while (first > floor && !view.Is(first, WordClass.Determiner) && BelongsToNoun(view, first - 1))
            first--;
        return first;
    }

    static bool BelongsToNoun(TokenView view, int token) =>
        (view.IsWord(token) || view.IsPossessive(token) || view.Document.Tokens[token].Kind == TokenKind.Number)
        && !view.Is(token, WordClass.Preposition | WordClass.Coordinator | WordClass.Report | WordClass.Boundary & ~WordClass.Relative);

    /// <summary>"Kaine is a lawyer who", "Ellie, a student who": what is said of a named person stands for the person.</summary>
    static SourceReading Predicated(TokenView view, TokenRange noun, SourceReading reading) =>
        reading is { Kind: SourceKind.Unnamed, Plural: false } && (view.Is(noun.First - 1, WordClass.Be) || IsPredicated(view, noun))
            ? reading with { Kind = SourceKind.Person } : reading;

    /// <summary>"Ellie, [a student]": the description of somebody named right before it.</summary>
    public static bool IsPredicated(TokenView view, TokenRange noun) =>
        view.Is(noun.First, WordClass.Determiner) && view.IsMark(noun.First - 1, ',')
        && (view.IsCapitalised(noun.First - 2) || view.IsMark(noun.First - 2, ')'));

    static SourceReading OnePerson(TokenView view, SourcePhrase phrase, List<SourceReading> earlier, Names names)
    {
        var nearest = Nearest(view, phrase, earlier, SourceKind.Person, reading => IsOnePerson(reading) && !IsAsker(view, reading));
        return nearest is { Kind: SourceKind.Unnamed, Refers: { } source } && NameSince(view, names, source, phrase.Head) is { } name
            ? new(phrase.Whole, SourceKind.Person, true, name, false) : nearest;
    }

    /// <summary>"They": sources close by, else people who are only mentioned, else sources further back.</summary>
    static SourceReading Several(TokenView view, SourcePhrase phrase, List<SourceReading> earlier, Func<TokenRange, SourceReading> read)
    {
        if (Texts(view, phrase) is { } texts)
            return new(phrase.Whole, SourceKind.Document, true, texts, true);
        var nearest = Nearest(view, phrase, earlier, SourceKind.Collective, IsSeveral);
        if (nearest.Refers is not null || view.SentenceIndex(phrase.Head) is 0)
            return nearest;
        var before = view.Document.Sentences[view.SentenceIndex(phrase.Head) - 1].Tokens;
        for (var last = before.End - 1; last >= Math.Max(before.First, before.End - LongestAntecedent); last--)
        {
            if (!view.Is(last, WordClass.UnnamedHead | WordClass.CollectiveHead) || !view.EndsIn(last, "s") || view.IsQuoted(last))
                continue;
            var noun = new TokenRange(NounStart(view, before.First, last), last + 1);
            return read(noun) with { Source = phrase.Whole, Anaphor = true, Refers = noun };
        }

        return nearest;
    }

    /// <summary>"He released his returns because they show": what texts do, said of the nearest texts of the sentence.</summary>
    static TokenRange? Texts(TokenView view, SourcePhrase phrase)
    {
        if (phrase.Head + 1 >= view.Count || !IsDeedOfTexts(view.Document.Form(phrase.Head + 1)))
            return null;
        var floor = Math.Max(view.SentenceOf(phrase.Head).Tokens.First, phrase.Head - LongestAntecedent);
        for (var token = phrase.Head - 1; token > floor; token--)
        {
            if (view.Is(token, WordClass.DocumentHead) && view.EndsIn(token, "s"))
                return new(NounStart(view, floor, token), token + 1);
            if (view.Is(token, SourceLexicons.People) && view.EndsIn(token, "s"))
                return null;
        }

        return null;
    }

    /// <summary>"The council sent a report. It shows": what a text does, said of the nearest text of two sentences.</summary>
    static TokenRange? Text(TokenView view, SourcePhrase phrase)
    {
        if (phrase.Head + 1 >= view.Count || !IsDeedOfTexts(view.Document.Form(phrase.Head + 1)))
            return null;
        var before = Math.Max(0, view.SentenceIndex(phrase.Head) - 1);
        var floor = Math.Max(view.Document.Sentences[before].Tokens.First, phrase.Head - Memory);
        for (var token = phrase.Head - 1; token > floor; token--)
        {
            if (view.Is(token, WordClass.DocumentHead) && !view.Is(token, WordClass.Report | SourceLexicons.People) && !view.EndsIn(token, "s"))
                return new(NounStart(view, floor, token), token + 1);
        }

        return null;
    }

    static bool IsDeedOfTexts(string form) =>
        form is "show" or "shows" or "showed" or "reveals" or "contains" or "reveal" or "revealed" or "disclose" or "disclosed" or "expose" or "exposed" or "indicate" or "indicated"
            or "contain" or "contained";

    /// <summary>A name that opens a later sentence than the unnamed source takes "he" and "she" over.</summary>
    static TokenRange? NameSince(TokenView view, Names names, TokenRange source, int pronoun)
    {
        var last = view.SentenceIndex(pronoun);
        for (var sentence = last; sentence > Math.Max(view.SentenceIndex(source.First), last - Reach); sentence--)
        {
            var first = view.Document.Sentences[sentence].Tokens.First;
            for (var token = first; token < Math.Min(first + 3, pronoun); token++)
            {
                if (view.IsCapitalised(token) && !view.IsQuoted(token) && names.Leaning(token) > 0)
                    return new(token, token + 1);
            }
        }

        return null;
    }

    static SourceReading Nearest(
        TokenView view, SourcePhrase phrase, List<SourceReading> earlier, SourceKind otherwise, Func<SourceReading, bool> fits)
    {
        var sentence = view.SentenceIndex(phrase.Head);
        for (var i = earlier.Count - 1; i >= Math.Max(0, earlier.Count - Memory) && sentence - view.SentenceIndex(earlier[i].Source.First) <= Reach; i--)
        {
            if (fits(earlier[i]))
                return earlier[i] with { Source = phrase.Whole, Anaphor = true, Refers = earlier[i].Refers ?? earlier[i].Source };
        }

        return new(phrase.Whole, otherwise, true, null, otherwise == SourceKind.Collective);
    }

    static bool IsOnePerson(SourceReading reading) => !reading.Plural && reading.Kind is SourceKind.Person or SourceKind.Unnamed;

    /// <summary>"One questioner", "a reporter": whose answer is quoted next is the one who was asked.</summary>
    static bool IsAsker(TokenView view, SourceReading reading) =>
        reading.Kind == SourceKind.Unnamed && !reading.Anaphor
        && view.Document.Form(reading.Source.End - 1) is "questioner" or "reporter" or "interviewer" or "moderator" or "heckler";

    static bool IsThing(SourceReading reading) => reading.Kind is SourceKind.Organisation or SourceKind.Document;

    static bool IsSeveral(SourceReading reading) =>
        reading.Plural || reading.Kind is SourceKind.Collective or SourceKind.Organisation;

    /// <summary>"the campaign", "the senator", "these voters": a bare definite noun for someone met before.</summary>
    public static SourceReading StandIn(TokenView view, SourcePhrase phrase, SourceReading plain, List<SourceReading> earlier)
    {
        if (phrase.IsNamed || phrase.Whole.Count > 3 || !IsDefinite(view, phrase.Core.First))
            return plain;
        SourceReading? met = null;
        for (var i = earlier.Count - 1; i >= Math.Max(0, earlier.Count - Memory); i--)
        {
            if (earlier[i].Plural != plain.Plural)
                continue;
            if (SharesHead(view, earlier[i], phrase))
                return Standing(plain, earlier[i]);
            if (earlier[i].Kind == plain.Kind)
                met ??= earlier[i];
        }

        return met is { } nearest ? Standing(plain, nearest) : plain;
    }

    static SourceReading Standing(SourceReading plain, SourceReading antecedent) =>
        antecedent with { Source = plain.Source, Anaphor = true, Refers = antecedent.Refers ?? antecedent.Source };

    static bool IsDefinite(TokenView view, int token) =>
        view.Document.Form(token) is "the" or "this" or "these" or "that" or "those" or "both";

    static bool SharesHead(TokenView view, SourceReading earlier, SourcePhrase phrase) =>
        SourcePhrase.Read(view, earlier.Refers ?? earlier.Source) is { } other
        && view.Document.Tokens[other.Head].Form == view.Document.Tokens[phrase.Head].Form;
}
