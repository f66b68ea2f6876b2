using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Reads ascriptions, whoever found them: the kind of the source, what it stands for, how it is described.</summary>
static class AttributionReader
{
    const float Doubt = 0.4f;

    /// <summary>Of "they" and "you" two things are doubtful: that it is a report, and who they are.</summary>
    const float DoubtOfPronouns = 0.6f;

    public static ImmutableArray<Attribution> Read(
        TokenView view, ImmutableArray<CueMatch> cues, IEnumerable<Ascription> ascriptions)
    {
        var ordered = ascriptions.OrderBy(ascription => ascription.First).ToImmutableArray();
        ImmutableArray<TokenRange> sources = [.. ordered.Select(ascription => ascription.Source).OfType<TokenRange>().Distinct()];
        // A reading may be of another span than it was asked for, such as that of an owner.
        var readings = sources.Zip(SourceClassifier.Classify(view, sources)).ToDictionary(pair => pair.First, pair => pair.Second);
        var grader = new AnonymityGrader(view, cues);
        return [.. ordered.Where(ascription => !IsDoubtful(view, ascription, ReadingOf(ascription)))
            .Select(ascription => Read(view.Document, grader, ascription, ReadingOf(ascription)))];

        SourceReading? ReadingOf(Ascription ascription) => ascription.Source is { } source ? readings[source] : null;
    }

    /// <summary>A group said to do what is no report, in the taggers' own doubt: mostly told by the writer.</summary>
    static bool IsDoubtful(TokenView view, Ascription ascription, SourceReading? reading) =>
        reading?.Kind is SourceKind.Unnamed or SourceKind.Collective
        && (ascription.Certainty < DoubtOfPronouns && reading is { Anaphor: true, Source.Count: 1 }
            || ascription.Certainty < Doubt && ascription.Cue is { } cue && !Any(view, cue, WordClass.Report | WordClass.SpeechNoun));

    static bool Any(TokenView view, TokenRange tokens, WordClass wordClass)
    {
        for (var token = tokens.First; token < tokens.End; token++)
        {
            if (view.Is(token, wordClass))
                return true;
        }

        return false;
    }

    static Attribution Read(Document document, AnonymityGrader grader, Ascription ascription, SourceReading? reading) => new()
    {
        Source = Span(document, ascription.Source),
        Kind = reading?.Kind ?? SourceKind.Other,
        Anaphor = reading?.Anaphor ?? false,
        Refers = Span(document, reading?.Refers),
        Cue = Span(document, ascription.Cue),
        Content = [.. ascription.Content.Order(ByStart).Select(document.SpanOf)],
        Quotation = FormOf(document, ascription.Content),
        Anonymity = reading is { Kind: SourceKind.Unnamed } unnamed
            ? grader.Grade(unnamed.Source, unnamed.Refers ?? unnamed.Source, ascription.Content) : null,
    };

    static readonly Comparer<TokenRange> ByStart = Comparer<TokenRange>.Create((a, b) => a.First.CompareTo(b.First));

    static TextSpan? Span(Document document, TokenRange? range) => range is { } tokens ? document.SpanOf(tokens) : null;

    static QuotationForm FormOf(Document document, ImmutableArray<TokenRange> content)
    {
        var (inside, outside) = (false, false);
        foreach (var piece in content)
        {
            for (var token = piece.First; token < piece.End; token++)
            {
                if (document.Tokens[token].Kind == TokenKind.QuotationMark || document.IsQuoted(token))
                    inside = true;
                else if (document.Tokens[token].Kind != TokenKind.Punctuation)
                    outside = true;
            }
        }

        return (inside, outside) switch
        {
            (true, false) => QuotationForm.Direct,
            (true, true) => QuotationForm.Mixed,
            _ => QuotationForm.Indirect,
        };
    }
}
