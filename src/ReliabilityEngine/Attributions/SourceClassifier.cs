using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Tells what kind of source a span names, whoever found the span.</summary>
sealed class SourceClassifier(TokenView view)
{
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
            return Anaphora.Resolve(view, phrase, _earlier, ReadPlain);
        var plain = ReadPlain(source);
        return Anaphora.StandIn(view, phrase, plain, _earlier, _names);
    }

    SourceReading ReadPlain(TokenRange source)
    {
        if (SourcePhrase.Read(view, source) is not { } phrase)
            return new(source, SourceKind.Other, false, null, false);
        return new(source, KindOf(phrase), false, null, IsPlural(phrase));
    }

    bool IsPlural(SourcePhrase phrase) =>
        !phrase.IsNamed && view.Document.Form(phrase.Head) is var form
        && (form.EndsWith('s') && !form.EndsWith("ss", StringComparison.Ordinal) || form is "people" or "police" or "men" or "women");

    SourceKind KindOf(SourcePhrase phrase)
    {
        if (view.Is(phrase.Core.First, WordClass.FirstPerson & WordClass.Subject | WordClass.FirstPerson) && !view.Is(phrase.Core.First, WordClass.Possessive))
            return SourceKind.Author;
        return Group(phrase) ?? (phrase.IsNamed ? Named(phrase) : Described(phrase));
    }

    /// <summary>Quantities and parts: "5 percent", "many of them", "one of the docs", "everyone".</summary>
    SourceKind? Group(SourcePhrase phrase)
    {
        var (first, head) = (phrase.Core.First, phrase.Head);
        if (view.IsMark(head, '%') || view.Is(head, "percent") || view.Is(head, "majority"))
            return SourceKind.Collective;
        if (view.Is(head, "someone") || view.Is(head, "somebody"))
            return SourceKind.Unnamed;
        if (view.Is(first, "one") && view.Is(first + 1, "of") && !IsIntroduced(phrase))
            return SourceKind.Unnamed;
        return view.Is(head, WordClass.Indefinite) && !view.Is(head, WordClass.Numeral)
            ? WasAsked(phrase) ? SourceKind.Unnamed : SourceKind.Collective : null;
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
        if (view.Is(head, WordClass.CollectiveHead))
            return SourceKind.Collective;
        if (view.Is(head, WordClass.KnownBody) && _names.Leaning(head) <= 0)
            return SourceKind.Organisation;
        if (view.Is(head, WordClass.BodyHead))
            return SourceKind.Organisation;
        if (view.Is(head, WordClass.DocumentHead))
            return SourceKind.Document;
        if (view.Is(head, WordClass.UnnamedHead | WordClass.Role))
            return Described(phrase);
        return NamedByContext(phrase);
    }

    SourceKind NamedByContext(SourcePhrase phrase)
    {
        var (first, head) = (phrase.NameFirst, phrase.Head);
        if (view.Is(first, WordClass.Title | WordClass.GivenName) || view.Is(first - 1, WordClass.Title | WordClass.Role))
            return SourceKind.Person;
        if (_names.Leaning(head) is not 0 and var leaning)
            return leaning > 0 ? SourceKind.Person : SourceKind.Organisation;
        if (view.IsAllCapitals(head) && view.Document.Tokens[head].Length is >= 2 and <= 5 || view.Document.Raw(head).Count('.') > 1)
            return SourceKind.Organisation;
        if (IsPeople(head))
            return SourceKind.Collective;
        return view.Is(first - 1, "the") ? SourceKind.Organisation : SourceKind.Person;
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
        if (IsPlural(phrase))
            return Several(phrase);
        if (view.Is(head, WordClass.Role | WordClass.UnnamedHead))
            return One(phrase);
        if (view.Is(head, WordClass.BodyHead | WordClass.KnownBody))
            return SourceKind.Organisation;
        if (view.Is(head, WordClass.CollectiveHead))
            return SourceKind.Collective;
        return IsAgent(head) ? One(phrase) : SourceKind.Document;
    }

    SourceKind Several(SourcePhrase phrase)
    {
        var head = phrase.Head;
        if (view.Is(head, WordClass.CollectiveHead))
            return IsCounted(phrase) || WasAsked(phrase) ? SourceKind.Unnamed : SourceKind.Collective;
        if (view.Is(head, WordClass.UnnamedHead))
            return SourceKind.Unnamed;
        if (view.Is(head, WordClass.BodyHead | WordClass.KnownBody))
            return SourceKind.Organisation;
        return view.Is(head, WordClass.Role) && IsCounted(phrase) ? SourceKind.Unnamed : SourceKind.Collective;
    }

    /// <summary>"two", "several", "a group of": somebody counted them, so they are particular people.</summary>
    bool IsCounted(SourcePhrase phrase)
    {
        for (var token = phrase.Core.First; token < phrase.Head; token++)
        {
            if (view.Is(token, WordClass.Numeral) && !view.Is(token, "percent") || view.Is(token, "several") || view.Is(token, "group"))
                return true;
        }

        return false;
    }

    /// <summary>An office that one person holds names them; "a doctor", "one aide", "another source" do not.</summary>
    SourceKind One(SourcePhrase phrase)
    {
        var first = phrase.Core.First;
        if (view.Is(phrase.Head, "source") || view.Is(phrase.Head, "sources"))
            return SourceKind.Unnamed;
        return view.Document.Form(first) is "a" or "an" or "one" or "another" or "some" ? SourceKind.Unnamed : SourceKind.Person;
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
            if (view.IsMark(token, ',') && view.IsCapitalised(token + 1) && view.IsCapitalised(token + 2)
                && (view.Is(token + 1, WordClass.GivenName | WordClass.Title) || _names.Leaning(token + 2) > 0)
                && !view.Is(token + 2, WordClass.BodyHead))
                return true;
        }

        return false;
    }
}
