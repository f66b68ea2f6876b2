using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Tells what kind of source a span names, whoever found the span.</summary>
sealed class SourceClassifier(TokenView view)
{
    const int Lead = 3;

    readonly Names _names = new(view);
    readonly List<SourceReading> _earlier = [];

    /// <summary>The kinds of a document's sources; each may stand for one that comes before it in the text.</summary>
    public static ImmutableArray<SourceReading> Classify(Document document, ImmutableArray<CueMatch> cues, ImmutableArray<TextSpan> sources)
    {
        var view = new TokenView(document, cues);
        return Classify(view, [.. sources.Select(document.TokensAt)]);
    }

    public static ImmutableArray<SourceReading> Classify(TokenView view, ImmutableArray<TokenRange> sources)
    {
        var classifier = new SourceClassifier(view);
        var readings = new SourceReading[sources.Length];
        var order = Enumerable.Range(0, sources.Length).OrderBy(i => sources[i].First).ThenBy(i => sources[i].End);
        foreach (var i in order)
        {
            readings[i] = classifier.Read(sources[i]);
            classifier._earlier.Add(readings[i]);
        }

        return ImmutableArray.Create(readings);
    }

    SourceReading Read(TokenRange source)
    {
        if (SourcePhrase.Read(view, source) is not { } phrase)
            return new(source, SourceKind.Other, false, null, false);
        if (Anaphora.IsPronoun(view, phrase))
            return Anaphora.Resolve(view, phrase, _earlier, _names, ReadPlain);
        var plain = ReadPlain(source);
        return Anaphora.StandIn(view, phrase, plain, _earlier, _names);
    }

    SourceReading ReadPlain(TokenRange source)
    {
        if (SourcePhrase.Read(view, source) is not { } phrase)
            return new(source, SourceKind.Other, false, null, false);
        return new(source, KindOf(phrase), false, null, IsPlural(phrase) || IsJoined(phrase));
    }

    /// <summary>"Mr. Grassley and Mr. Leahy".</summary>
    bool IsJoined(SourcePhrase phrase)
    {
        for (var token = phrase.Core.First + 1; token < phrase.Whole.End; token++)
        {
            if (view.Is(token, "and") && view.IsCapitalised(token - 1) && view.IsCapitalised(token + 1))
                return true;
        }

        return false;
    }

    bool IsPlural(SourcePhrase phrase) =>
        (!phrase.IsNamed || view.Is(phrase.Head, SourceLexicons.Heads)) && view.Document.Form(phrase.Head) is var form
        && (form.EndsWith('s') && !form.EndsWith("ss", StringComparison.Ordinal) || form is "people" or "police" or "men" or "women");

    SourceKind KindOf(SourcePhrase phrase)
    {
        if (IsAuthor(phrase))
            return SourceKind.Author;
        if (view.Document.Tokens[phrase.Head].Kind == TokenKind.Handle)
            return SourceKind.Person;
        if (Owner(phrase) is { } owner)
            return Read(owner).Kind;
        if (!phrase.IsNamed && KnowsSomething(phrase))
            return SourceKind.Unnamed;
        return Group(phrase) ?? (phrase.IsNamed ? Named(phrase) : Described(phrase));
    }

    /// <summary>"in Trump's mind", "his words": the one whose mind it is.</summary>
    TokenRange? Owner(SourcePhrase phrase)
    {
        if (phrase.Core.Count < 2 || view.Document.Form(phrase.Head) is not ("mind" or "minds" or "eyes" or "view" or "words" or "opinion" or "telling" or "judgment"))
            return null;
        if (view.Is(phrase.Core.First, WordClass.Possessive))
            return new(phrase.Core.First, phrase.Core.First + 1);
        for (var token = phrase.Core.First + 1; token < phrase.Head; token++)
        {
            if (view.IsPossessive(token))
                return new(phrase.Core.First, token);
        }

        return null;
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

    /// <summary>"those close to him", "a person familiar with the talks": said of sources only.</summary>
    bool KnowsSomething(SourcePhrase phrase)
    {
        if (view.Is(phrase.Head, WordClass.DocumentHead | WordClass.BodyHead) || view.Document.Form(phrase.Core.First) is "many" or "most" or "some" or "few")
            return false;
        for (var token = phrase.Rest.First; token < phrase.Whole.End; token++)
        {
            if (view.Is(token, WordClass.Basis))
                return !IsIntroduced(phrase);
        }

        return false;
    }

    /// <summary>Quantities and parts: "5 percent", "many of them", "one of the docs", "everyone".</summary>
    SourceKind? Group(SourcePhrase phrase)
    {
        var (first, head) = (phrase.Core.First, phrase.Head);
        if (IsShare(phrase) || view.Is(first, "any") || view.Is(first, "no"))
            return SourceKind.Collective;
        if (view.Is(head, "someone") || view.Is(head, "somebody"))
            return SourceKind.Unnamed;
        if (view.Is(first, "one") && view.Is(first + 1, "of") && view.Is(head, WordClass.UnnamedHead | WordClass.Role | WordClass.CollectiveHead) && !IsIntroduced(phrase))
            return SourceKind.Unnamed;
        return view.Is(head, WordClass.Indefinite) && !view.Is(head, WordClass.Numeral)
            ? WasAsked(phrase) ? SourceKind.Unnamed : SourceKind.Collective : null;
    }

    /// <summary>"46 percent", "a majority of voters", "eight of 10 voters".</summary>
    bool IsShare(SourcePhrase phrase)
    {
        for (var token = phrase.Core.First; token < phrase.Whole.End; token++)
        {
            if (view.IsMark(token, '%') || view.Document.Form(token) is "percent" or "two-thirds" or "half" or "quarter" or "three-quarters"
                || view.Document.Form(token) is "majority" or "plurality" && (token == phrase.Head || view.Is(token + 1, "of")))
                return true;
            if (view.Document.Form(token) is "of" or "in" && view.Is(token - 1, WordClass.Numeral) && view.Is(token + 1, WordClass.Numeral))
                return true;
        }

        return false;
    }

    /// <summary>"everyone I interviewed", "residents who spoke to us".</summary>
    bool WasAsked(SourcePhrase phrase)
    {
        for (var token = phrase.Core.First; token < phrase.Whole.End; token++)
        {
            if (view.Document.Form(token) is "interviewed" or "spoke" or "contacted" or "reached" or "surveyed" && !view.Is(token, WordClass.Numeral))
                return true;
        }

        return false;
    }

    SourceKind Named(SourcePhrase phrase)
    {
        var head = phrase.Head;
        if (view.Is(head, WordClass.CollectiveHead) && IsPlural(phrase))
            return Several(phrase);
        if (IsPersonsName(phrase.NameFirst, head) && !view.Is(head, WordClass.BodyHead | WordClass.DocumentHead | WordClass.Role | WordClass.UnnamedHead))
            return SourceKind.Person;
        if (view.Document.QuotationAt(head) is var quotation && quotation >= 0
            && view.Document.Quotations[quotation].Kind == QuotationKind.Name)
            return SourceKind.Document;
        if (view.Is(head, WordClass.KnownBody) && _names.Leaning(head) <= 0)
            return SourceKind.Organisation;
        if (view.Is(head, WordClass.CollectiveHead | WordClass.UnnamedHead | WordClass.Role) && _names.Leaning(head) <= 0)
            return Described(phrase);
        if (view.Is(head, WordClass.BodyHead))
            return SourceKind.Organisation;
        return view.Is(head, WordClass.DocumentHead) ? SourceKind.Document : NamedByContext(phrase);
    }

    SourceKind NamedByContext(SourcePhrase phrase)
    {
        var (first, head) = (phrase.NameFirst, phrase.Head);
        if (_names.Leaning(head) is not 0 and var leaning)
            return leaning > 0 ? SourceKind.Person : SourceKind.Organisation;
        if (view.IsAllCapitals(head) && view.Document.Tokens[head].Length is >= 2 and <= 5 || view.Document.Raw(head).Count('.') > 1)
            return SourceKind.Organisation;
        if (IsPeople(head))
            return SourceKind.Collective;
        return view.Is(first - 1, "the") ? SourceKind.Organisation : SourceKind.Person;
    }

    /// <summary>A title, office or given name stands in the run before its last word, or right before the run.</summary>
    bool IsPersonsName(int first, int head)
    {
        for (var token = first; token < head; token++)
        {
            if (view.Is(token, WordClass.Title | WordClass.Role) || view.Is(token, WordClass.GivenName) && head - token <= 2)
                return true;
        }

        return view.Is(first - 1, WordClass.Title | WordClass.Role);
    }

    /// <summary>"Mexicans", "Republicans".</summary>
    bool IsPeople(int token) =>
        view.Document.Form(token) is var form
        && (form.EndsWith("ans", StringComparison.Ordinal) || form.EndsWith("ists", StringComparison.Ordinal) || form.EndsWith("ters", StringComparison.Ordinal));

    SourceKind Described(SourcePhrase phrase)
    {
        var head = phrase.Head;
        if (IsIntroduced(phrase))
            return SourceKind.Person;
        if (view.Is(head, WordClass.DocumentHead))
            return SourceKind.Document;
        if (IsPair(phrase))
            return SourceKind.Person;
        if (IsPlural(phrase))
            return Several(phrase);
        if (view.Is(head, WordClass.BodyHead | WordClass.KnownBody) && !view.Is(head, WordClass.Role))
            return SourceKind.Organisation;
        if (view.Is(head, WordClass.Role | WordClass.UnnamedHead))
            return view.Is(head, "staff") ? SourceKind.Unnamed : One(phrase);
        if (view.Is(head, WordClass.CollectiveHead))
            return SourceKind.Collective;
        return IsAgent(head) ? One(phrase) : SourceKind.Document;
    }

    /// <summary>"both men", "the two presidents", "all three candidates": met before, by name.</summary>
    bool IsPair(SourcePhrase phrase) =>
        view.Is(phrase.Head, WordClass.Role) && (view.Is(phrase.Core.First, "both")
            || view.Document.Form(phrase.Core.First) is "the" or "all" && view.Is(phrase.Core.First + 1, WordClass.Numeral));

    SourceKind Several(SourcePhrase phrase)
    {
        var head = phrase.Head;
        if (view.Is(head, WordClass.BodyHead | WordClass.KnownBody) && (view.Is(head, "police") || IsCounted(phrase) || view.Is(phrase.Rest.First + 1, "including")))
            return SourceKind.Organisation;
        if (view.Is(head, WordClass.CollectiveHead))
            return IsCounted(phrase) || WasAsked(phrase) ? SourceKind.Unnamed : SitsIn(phrase) ? SourceKind.Organisation : SourceKind.Collective;
        if (view.Is(head, WordClass.UnnamedHead))
            return SourceKind.Unnamed;
        if (view.Is(head, WordClass.BodyHead | WordClass.KnownBody))
            return SourceKind.Collective;
        if (!view.Is(head, WordClass.Role))
            return SourceKind.Collective;
        return IsCounted(phrase) ? SourceKind.Unnamed : view.Is(phrase.Core.First, "the") || view.Is(phrase.Core.First, "both") ? SourceKind.Person : SourceKind.Collective;
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

    /// <summary>"two", "several", "a group of": somebody counted them, so they are particular people.</summary>
    bool IsCounted(SourcePhrase phrase)
    {
        for (var token = phrase.Core.First; token < phrase.Head; token++)
        {
            if (view.Document.Form(token) is "thousands" or "hundreds" or "millions" or "dozens")
                return false;
            if (view.Is(token, WordClass.Numeral) || view.Document.Form(token) is "several" or "group" or "both")
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
        if (view.Is(phrase.Head, "source") || view.Is(phrase.Head, "sources"))
            return SourceKind.Unnamed;
        if (view.Document.Form(first) is not ("a" or "an" or "one" or "another" or "some"))
            return SourceKind.Person;
        return phrase.Core.Count > 2 && view.SentenceIndex(first) < Lead && _names.IsHeld(phrase.Head) ? SourceKind.Person : SourceKind.Unnamed;
    }

    bool IsAgent(int token) =>
        view.Document.Form(token) is var form
        && (form.EndsWith("er", StringComparison.Ordinal) || form.EndsWith("or", StringComparison.Ordinal) || form.EndsWith("ist", StringComparison.Ordinal)
            || form.EndsWith("man", StringComparison.Ordinal) || form.EndsWith("ian", StringComparison.Ordinal));

    /// <summary>"A spokesman, John Smith,": the description goes on to a person's name.</summary>
    bool IsIntroduced(SourcePhrase phrase)
    {
        for (var token = phrase.Rest.First; token + 2 < phrase.Whole.End; token++)
        {
            if (view.IsWord(token) || !view.IsCapitalised(token + 1))
                continue;
            var last = token + 1;
            while (last + 1 < phrase.Whole.End && view.IsCapitalised(last + 1))
                last++;
            if (last > token + 1 && !view.Is(last, WordClass.BodyHead | WordClass.KnownBody)
                && (IsPersonsName(token + 1, last) || _names.Leaning(last) > 0))
                return true;
        }

        return false;
    }
}
