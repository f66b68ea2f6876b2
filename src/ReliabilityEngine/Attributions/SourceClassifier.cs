using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Tells what kind of source each span names, whoever found the spans, and what the pronouns among them stand for.</summary>
sealed class SourceClassifier
{
    readonly TokenView _view;
    readonly Names _names;
    readonly SourceKinds _kinds;
    readonly List<SourceReading> _earlier = [];

    SourceClassifier(TokenView view)
    {
        _view = view;
        _names = new(view);
        _kinds = new(view, _names);
    }

    /// <summary>The sources' readings, in the order given.</summary>
    public static ImmutableArray<SourceReading> Classify(
        Document document, ImmutableArray<CueMatch> cues, ImmutableArray<TextSpan> sources) =>
        Classify(new(document, cues), [.. sources.Select(document.TokensAt)]);

    /// <summary>The sources' readings, in the order given; each may stand for one that comes before it in the text.</summary>
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
        if (SourcePhrase.Read(_view, source) is not { } phrase)
            return new(source, SourceKind.Other, false, null, false);
        if (Asked(phrase) is { } asked)
            return asked;
        if (Anaphora.IsPronoun(_view, phrase))
            return Anaphora.Resolve(_view, phrase, _earlier, _names, ReadPlain);
        if (Whole(phrase) is { } whole)
            return whole with { Source = source, Kind = KindOfPart(phrase, whole.Kind), Plural = true };
        if (Owner(phrase) is { } owner)
            return Read(owner) with { Source = source };
        return Anaphora.StandIn(_view, phrase, ReadPlain(source), _earlier);
    }

    /// <summary>"everyone I interviewed [said]": where a finder took the asker for the source, those who were asked.</summary>
    SourceReading? Asked(SourcePhrase phrase)
    {
        var (asker, verb) = (phrase.Head, phrase.Head + 1);
        if (phrase.Core.Count != 1 || !_view.Is(asker, WordClass.FirstPerson) || !Quantities.IsAsking(_view, verb)
            || !_view.Is(asker - 1, SourceLexicons.People | WordClass.Indefinite))
            return null;
        var asked = new TokenRange(asker - 1, asker);
        return new(phrase.Whole, SourceKind.Unnamed, true, asked, Plural: true);
    }

    SourceReading ReadPlain(TokenRange source)
    {
        if (SourcePhrase.Read(_view, source) is not { } phrase)
            return new(source, SourceKind.Other, false, null, false);
        var several = Quantities.IsPlural(_view, phrase) || Quantities.IsJoined(_view, phrase);
        var kind = _kinds.KindOf(phrase);
        var named = kind == SourceKind.Unnamed && !several && Anaphora.IsPredicated(_view, source);
        return new(source, named ? SourceKind.Person : kind, false, null, several);
    }

    /// <summary>"most of whom", "some of them": those of whom these are a part.</summary>
    SourceReading? Whole(SourcePhrase phrase)
    {
        var (first, last) = (phrase.Core.First, phrase.Whole.End - 1);
        if (!_view.Is(first, WordClass.Indefinite | WordClass.Numeral) || phrase.Whole.Count > 4 || !_view.Is(last - 1, "of"))
            return null;
        return _view.Document.Form(last) switch
        {
            "whom" or "which" => Anaphora.Relative(_view, phrase with { Head = first }, _view.Document.Form(last), ReadPlain),
            "them" => Read(new TokenRange(last, last + 1)),
            _ => null,
        };
    }

    /// <summary>"most of whom" are particular people where all of them are, "many of whom" never.</summary>
    SourceKind KindOfPart(SourcePhrase phrase, SourceKind whole) => whole switch
    {
        SourceKind.Organisation or SourceKind.Document => whole,
        SourceKind.Unnamed when _view.Document.Form(phrase.Core.First) is not ("many" or "some" or "few") => whole,
        _ => SourceKind.Collective,
    };

    /// <summary>"in Trump's mind", "his words": the one whose mind it is.</summary>
    TokenRange? Owner(SourcePhrase phrase)
    {
        if (phrase.Core.Count < 2 || _view.Document.Form(phrase.Head) is not
            ("mind" or "minds" or "eyes" or "view" or "words" or "opinion" or "telling" or "judgment"))
            return null;
        if (_view.Is(phrase.Core.First, WordClass.Possessive))
            return new(phrase.Core.First, phrase.Core.First + 1);
        for (var token = phrase.Core.First + 1; token < phrase.Head; token++)
        {
            if (_view.IsPossessive(token))
                return new(phrase.Core.First, token);
        }

        return null;
    }
}
