using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>Grades how an unnamed source is described, by the newsrooms' rules on anonymity.</summary>
sealed class AnonymityGrader(TokenView view, ImmutableArray<CueMatch> cues)
{
    const int LongestBasis = 12;

    readonly CueMatch[] _reasons = [.. cues.Where(cue => cue.Lexicon == "anonymity-reasons")];
    readonly CueMatch[] _bases = [.. cues.Where(cue => cue.Lexicon == "knowledge-basis")];

    public Anonymity Grade(TokenRange source, TokenRange described, ImmutableArray<TokenRange> content)
    {
        var reason = ReasonNear(source, content);
        if (reason.Given == ReasonGiven.Missing && described != source)
            reason = ReasonNear(described, content);
        return new(SpecificityOf(described), BasisNear(source, described, content), reason.Given, reason.Span);
    }

    Specificity SpecificityOf(TokenRange described)
    {
        if (SourcePhrase.Read(view, described) is not { } phrase)
            return Specificity.Bare;
        var ranked = Any(phrase.Core, WordClass.Rank);
        if (ranked)
            return HasBody(phrase) ? Specificity.RankAndBody : Specificity.Rank;
        return view.Is(phrase.Head, WordClass.BareHead) && !HasBody(phrase) ? Specificity.Bare : Specificity.Group;
    }

    bool HasBody(SourcePhrase phrase)
    {
        for (var token = phrase.Whole.First; token < phrase.Whole.End; token++)
        {
            if (view.Is(token, WordClass.Relative) || view.Is(token, "familiar") || view.Is(token, "briefed"))
                return false;
            if (token != phrase.Head && (view.Is(token, WordClass.BodyWord | WordClass.KnownBody | WordClass.BodyHead)
                || view.IsCapitalised(token) && token > view.SentenceOf(token).Tokens.First))
                return true;
        }

        return false;
    }

    bool Any(TokenRange tokens, WordClass wordClass)
    {
        for (var token = tokens.First; token < tokens.End; token++)
        {
            if (view.Is(token, wordClass))
                return true;
        }

        return false;
    }

    /// <summary>The basis told in the description itself, or in the words right after the source.</summary>
    TextSpan? BasisNear(TokenRange source, TokenRange described, ImmutableArray<TokenRange> content)
    {
        var sentence = view.SentenceOf(source.First).Tokens;
        return Basis(described, described.End, [])
            ?? Basis(new(source.End, Math.Min(source.End + 3, sentence.End)), sentence.End, content);
    }

    TextSpan? Basis(TokenRange within, int limit, ImmutableArray<TokenRange> content)
    {
        foreach (var cue in From(_bases, within.First))
        {
            if (cue.Tokens.First >= within.End)
                break;
            if (!IsIn(content, cue))
                return view.Document.SpanOf(new(cue.Tokens.First, ClauseEnd(cue.Tokens, limit)));
        }

        return null;
    }

    int ClauseEnd(TokenRange cue, int limit)
    {
        var end = cue.End;
        while (end < Math.Min(limit, cue.End + LongestBasis) && IsRunning(end))
            end++;
        return end;
    }

    bool IsRunning(int token) =>
        view.Document.Tokens[token].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Clitic
        && !view.Is(token, WordClass.Relative | WordClass.Report);

    (ReasonGiven Given, TextSpan? Span) ReasonNear(TokenRange source, ImmutableArray<TokenRange> content)
    {
        var sentence = view.SentenceIndex(source.First);
        var best = ReasonIn(view.Document.Sentences[sentence].Tokens, source, content);
        if (best.Given == ReasonGiven.Missing && GoesOn(sentence + 1))
            best = ReasonIn(view.Document.Sentences[sentence + 1].Tokens, source, content);
        return best;
    }

    /// <summary>"The official spoke on condition of anonymity because …": the next sentence speaks of the source still.</summary>
    bool GoesOn(int sentence)
    {
        const WordClass Takers = WordClass.Subject | WordClass.Determiner | WordClass.Indefinite | WordClass.Numeral | WordClass.UnnamedHead;
        return sentence < view.Document.Sentences.Length && view.Is(view.Document.Sentences[sentence].Tokens.First, Takers);
    }

    (ReasonGiven Given, TextSpan? Span) ReasonIn(TokenRange sentence, TokenRange source, ImmutableArray<TokenRange> content)
    {
        (ReasonGiven Given, TextSpan? Span) best = (ReasonGiven.Missing, null);
        foreach (var cue in From(_reasons, sentence.First))
        {
            if (cue.Tokens.First >= sentence.End)
                break;
            if (!IsIn(content, cue) && Weigh(cue, source.Contains(cue.Tokens) ? source : sentence) is var (given, span) && given > best.Given)
                best = (given, span);
        }

        return best;
    }

    (ReasonGiven Given, TextSpan? Span) Weigh(CueMatch cue, TokenRange sentence)
    {
        if (cue.Value.StartsWith("informative", StringComparison.Ordinal))
            return (ReasonGiven.Informative, Clause(cue.Tokens.First, cue.Tokens, sentence));
        if (cue.Value.StartsWith("rote", StringComparison.Ordinal))
            return (ReasonGiven.Rote, Clause(cue.Tokens.First, cue.Tokens, sentence));
        for (var token = cue.Tokens.End; token < Math.Min(sentence.End, cue.Tokens.End + 6); token++)
        {
            if ((view.Is(token, "because") || view.Is(token, "citing") || view.Is(token, "since")) && !NamesFormula(token, sentence))
                return (ReasonGiven.Informative, Clause(token, new(token, token + 1), sentence));
        }

        return (ReasonGiven.Missing, null);
    }

    /// <summary>A formula after "because" is weighed as such, on its own.</summary>
    bool NamesFormula(int because, TokenRange sentence)
    {
        foreach (var cue in From(_reasons, because))
        {
            if (cue.Tokens.First >= sentence.End)
                return false;
            if (!cue.Value.StartsWith("request", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    TextSpan Clause(int first, TokenRange cue, TokenRange sentence)
    {
        var end = cue.End;
        while (end < sentence.End && !view.IsMark(end, ',') && !view.IsMark(end, ';') && !view.IsQuotationMark(end)
            && !(end == sentence.End - 1 && view.IsMark(end, '.')))
            end++;
        return view.Document.SpanOf(new(first, end));
    }

    static bool IsIn(ImmutableArray<TokenRange> content, CueMatch cue)
    {
        foreach (var piece in content)
        {
            if (piece.Overlaps(cue.Tokens))
                return true;
        }

        return false;
    }

    static ReadOnlySpan<CueMatch> From(CueMatch[] cues, int token)
    {
        var (low, high) = (0, cues.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cues[middle].Tokens.First < token)
                low = middle + 1;
            else
                high = middle;
        }

        return cues.AsSpan(low);
    }
}
