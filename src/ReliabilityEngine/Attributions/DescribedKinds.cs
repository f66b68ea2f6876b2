namespace ReliabilityEngine.Attributions;

/// <summary>What kind of source a common noun describes: an office that names its holder, unnamed people, a group, a body, a text.</summary>
sealed class DescribedKinds(TokenView view, Names names, PersonNames persons)
{
    /// <summary>An article names in its first sentences by office whom it will name in full.</summary>
    const int Lead = 3;

    public SourceKind KindOf(SourcePhrase phrase)
    {
        var head = phrase.Head;
        if (persons.Follows(phrase))
            return SourceKind.Person;
        if (view.Is(head, WordClass.DocumentHead) && !IsOfPeople(phrase))
            return SourceKind.Document;
        if (IsPair(phrase))
            return SourceKind.Person;
        if (Quantities.IsPlural(view, phrase))
            return Several(phrase);
        if (view.Is(head, WordClass.BodyHead | WordClass.KnownBody) && !view.Is(head, WordClass.Role))
            return SourceKind.Organisation;
        if (view.Is(head, WordClass.Role | WordClass.UnnamedHead))
            return One(phrase);
        if (view.Is(head, WordClass.CollectiveHead))
            return SourceKind.Collective;
        if (view.Is(phrase.Core.First, "one") && view.Is(phrase.Rest.First, "who"))
            return SourceKind.Unnamed;
        if (view.Document.Form(phrase.Core.First) is "many" or "most" or "few" or "several" || view.Is(phrase.Core.First + 1, "few"))
            return SourceKind.Collective;
        return IsAgent(view.Document.Form(head)) ? One(phrase) : SourceKind.Document;
    }

    /// <summary>"senior figures in the party": people, and no numbers.</summary>
    bool IsOfPeople(SourcePhrase phrase)
    {
        if (view.Document.Form(phrase.Head) is not ("figure" or "figures"))
            return false;
        for (var token = phrase.Core.First; token < phrase.Head; token++)
        {
            if (view.Is(token, WordClass.Rank) || view.Document.Form(token) is "party" or "establishment" or "opposition" or "religious" or "political"
                    or "church" or "industry" or "community" or "leading" or "prominent" or "influential")
                return true;
        }

        return false;
    }

    /// <summary>"both men", "the two presidents", "all three candidates": met before, by name.</summary>
    bool IsPair(SourcePhrase phrase)
    {
        var first = phrase.Core.First;
        return view.Is(phrase.Head, WordClass.Role)
            && (view.Is(first, "both") || view.Document.Form(first) is "the" or "all" && view.Is(first + 1, WordClass.Numeral));
    }

    SourceKind Several(SourcePhrase phrase)
    {
        var (head, counted) = (phrase.Head, Quantities.IsCounted(view, phrase));
        if (view.Is(head, WordClass.BodyHead | WordClass.KnownBody)
            && (counted || view.Is(head, "police") || view.Is(phrase.Rest.First + 1, "including")))
            return SourceKind.Organisation;
        if (view.Document.Form(phrase.Core.First) is "many" or "most" or "few")
            return SourceKind.Collective;
        if (view.Is(head, WordClass.CollectiveHead))
            return counted || Quantities.WereAsked(view, phrase) ? SourceKind.Unnamed
                : SitsIn(phrase) ? SourceKind.Organisation : SourceKind.Collective;
        if (view.Is(head, WordClass.UnnamedHead))
            return SourceKind.Unnamed;
        if (view.Is(head, WordClass.BodyHead | WordClass.KnownBody))
            return SourceKind.Collective;
        if (!view.Is(head, WordClass.Role))
            return view.IsCapitalised(head) || AreAgents(view.Document.Form(head)) ? SourceKind.Collective : SourceKind.Document;
        return counted ? SourceKind.Unnamed
            : view.Document.Form(phrase.Core.First) is "the" or "both" ? SourceKind.Person : SourceKind.Collective;
    }

    /// <summary>"Republicans on the Oversight Committee", "Oversight Committee Republicans": a part of a body, acting as one.</summary>
    bool SitsIn(SourcePhrase phrase)
    {
        for (var token = phrase.Core.First; token < phrase.Whole.End; token++)
        {
            if (view.Document.Form(token) is "committee" or "caucus" or "subcommittee")
                return true;
        }

        return false;
    }

    /// <summary>
    /// An office that one person holds names them; "a doctor", "one aide", "another source" do not, unless they open an
    /// article that names them later.
    /// </summary>
    SourceKind One(SourcePhrase phrase)
    {
        var first = phrase.Core.First;
        if (view.Document.Form(phrase.Head) is "source" or "staff")
            return SourceKind.Unnamed;
        if (view.Document.Form(first) is not ("a" or "an" or "one" or "another" or "some"))
            return IsPassingTrade(phrase) ? SourceKind.Unnamed : SourceKind.Person;
        var named = phrase.Core.Count > 2 && view.SentenceIndex(first) < Lead
            && (names.IsHeld(phrase.Head) || view.Is(phrase.Head, WordClass.Post) && names.HasFullNames);
        return named ? SourceKind.Person : SourceKind.Unnamed;
    }

    /// <summary>"the announcer", "the heckler": met for what they did once, unless the article names them.</summary>
    bool IsPassingTrade(SourcePhrase phrase) =>
        view.Is(phrase.Core.First, "the") && phrase.Rest.Count == 0 && !phrase.IsNamed && !names.IsHeld(phrase.Head)
        && view.Document.Form(phrase.Head) is "announcer" or "narrator" or "voiceover" or "compere" or "heckler" or "questioner" or "bandleader"
            or "caller" or "whistleblower" or "insider" or "informant" or "tipster";

    static bool AreAgents(string form) => form.Length > 2 && form[^1] == 's' && IsAgent(form[..^1]) || form is "people"
        || form.EndsWith("men", StringComparison.Ordinal);

    static bool IsAgent(string form) =>
        form.EndsWith("er", StringComparison.Ordinal) || form.EndsWith("or", StringComparison.Ordinal)
        || form.EndsWith("ist", StringComparison.Ordinal) || form.EndsWith("man", StringComparison.Ordinal)
        || form.EndsWith("ian", StringComparison.Ordinal) || form.EndsWith("ant", StringComparison.Ordinal)
        || form.EndsWith("ee", StringComparison.Ordinal);
}
