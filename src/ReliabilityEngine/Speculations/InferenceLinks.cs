using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>Finds the inferences that a text marks in so many words, and whose conclusion is a speculation.</summary>
sealed class InferenceLinks
{
    // "And so", "From this it follows": too few words to be a ground themselves.
    const int LeastGround = 4;

    const int Reach = 80;

    // Further off than this from a ground, a guess of the same sentence is another matter.
    const int Span = 30;

    readonly Document _document;
    readonly Claim[] _claims;
    readonly HashSet<int> _speculative;
    readonly Grounds _grounds;
    readonly ImmutableArray<PointReference> _points;
    readonly SortedSet<(TextSpan Premise, TextSpan Conclusion, TextSpan Cue)> _links = [];

    InferenceLinks(Document document, IReadOnlyList<Claim> claims)
    {
        _document = document;
        _claims = [.. claims.OrderBy(claim => claim.Marker.Tokens.First)];
        _speculative = [.. claims.Select(claim => claim.Sentence)];
        _grounds = new(document, _speculative.Contains);
        _points = [.. PointReferences.In(document)];
    }

    public static ImmutableArray<InferenceLink> Find(Document document, ImmutableArray<CueMatch> cues, IReadOnlyList<Claim> claims)
    {
        if (claims.Count == 0)
            return [];
        var links = new InferenceLinks(document, claims);
        foreach (var cue in InferenceCue.In(document, cues))
            links.Add(cue);
        foreach (var reference in links._points)
            links.Add(reference);
        return [.. links._links.DistinctBy(link => (link.Premise, link.Conclusion)).Select(link => new InferenceLink(link.Premise, link.Conclusion, link.Cue))];
    }

    void Add(InferenceCue cue)
    {
        var sentence = _document.SentenceAt(cue.Tokens.First);
        switch (cue.Kind)
        {
            case InferenceKind.Conclusion:
                AddConclusion(cue, sentence);
                break;
            case InferenceKind.Reference:
                if (_speculative.Contains(sentence))
                    AddFrom(_grounds.Named(sentence, cue.Tokens), sentence, cue);
                break;
            case InferenceKind.Summary:
                if (_speculative.Contains(sentence))
                    AddFrom(_grounds.Summed(sentence, cue.Tokens), sentence, cue);
                break;
            case InferenceKind.Support:
                if (sentence > 0 && _speculative.Contains(sentence - 1) && new Surroundings(_document, cue.Tokens).IsFirst)
                    AddLink(sentence, sentence - 1, cue);
                break;
            default:
                AddClause(cue, sentence);
                break;
        }
    }

    void Add(PointReference reference)
    {
        var sentence = _document.SentenceAt(reference.Tokens.First);
        if (_speculative.Contains(sentence))
            AddFrom(reference.Sentences.Where(point => point != sentence), sentence, new(reference.Tokens, InferenceKind.Reference));
    }

    // "…, so it may": both in one sentence; "So it may": the ground stands before it.
    void AddConclusion(InferenceCue cue, int sentence)
    {
        var tokens = _document.Sentences[sentence].Tokens;
        if (!Concludes(sentence, cue) && !IsWithinClause(cue, sentence))
            return;
        var cut = IsWithinClause(cue, sentence) ? AfterSemicolon(tokens.First, cue.Tokens.First) : cue.Tokens.First;
        if (cut - tokens.First < LeastGround)
            AddFrom(_grounds.Before(sentence), sentence, cue);
        else
            AddWithin(new(tokens.First, cut), new(cut, tokens.End), cue);
    }

    // "…; it is therefore possible": the clause that the word stands in begins after the semicolon.
    int AfterSemicolon(int first, int cue)
    {
        for (var token = cue; token > Math.Max(first, cue - Reach); token--)
        {
            if (_document.Form(token - 1) == ";")
                return token;
        }

        return first;
    }

    // "It is therefore likely": the word stands in the midst of what it concludes.
    bool IsWithinClause(InferenceCue cue, int sentence)
    {
        var before = new Surroundings(_document, cue.Tokens).Before();
        return (before == "be" || Words.Finite.Contains(before) || Words.Finite.Contains(_document.Form(cue.Tokens.First)))
            && Near(sentence, cue).Any(claim => claim.Tokens.Overlaps(cue.Tokens));
    }

    void AddClause(InferenceCue cue, int sentence)
    {
        var tokens = _document.Sentences[sentence].Tokens;
        var clause = GroundClause.Of(_document, cue.Tokens);
        if (cue.Kind == InferenceKind.Condition && PointsBack(clause) && _speculative.Contains(sentence))
        {
            AddFrom(_grounds.Named(sentence, cue.Tokens), sentence, cue);
            return;
        }

        if (clause.End >= tokens.End && new Surroundings(_document, cue.Tokens).IsFirst)
        {
            AddFragment(cue, sentence);
            return;
        }

        if (clause.Count <= cue.Tokens.Count)
            return;
        foreach (var claim in Near(sentence, cue))
        {
            if (claim.Marker.Tokens.First > clause.End + Span)
                return;
            if (clause.Contains(claim.Marker.Tokens.First) || IsCauseWithin(claim, cue) || (cue.Kind == InferenceKind.Condition && !FollowsFromSupposition(claim.Marker) && !HasThen(clause)))
                continue;
            var conclusion = claim.Marker.Tokens.First < clause.First ? new TokenRange(tokens.First, clause.First) : new TokenRange(clause.End, tokens.End);
            AddWithin(clause, conclusion, cue);
            return;
        }
    }

    // "It may be because": the cause is what is guessed.
    static bool IsCauseWithin(Claim claim, InferenceCue cue) =>
        cue.Kind == InferenceKind.Ground && claim.Marker.Tokens.End <= cue.Tokens.First && claim.Marker.Tokens.End >= cue.Tokens.First - 1;

    // "If he runs, he will probably win"; not "it may rain if it is cold", a rule, nor "I think … if", which tells a view.
    static bool FollowsFromSupposition(Marker marker) =>
        marker.Band != LikelihoodBand.Open && marker.Sense is MarkerSense.Plain or MarkerSense.Likely or MarkerSense.Must or MarkerSense.SureTo or MarkerSense.Pressed;

    // "If she was, then": what is supposed is what was just said.
    bool PointsBack(TokenRange clause) =>
        clause.Count is 3 or 4 && new Surroundings(_document, clause).IsFirst && Words.Nominatives.Contains(_document.Form(clause.First + 1))
            && Words.Finite.Contains(_document.Form(clause.First + 2)) && (clause.Count == 3 || _document.Form(clause.End - 1) is "so" or "true" or "right" or "not");

    bool HasThen(TokenRange clause) =>
        Enumerable.Range(clause.End, 3).Any(token => token < _document.Tokens.Length && _document.Form(token) == "then");

    // "It might. If things get really close.": the ground was cut off its conclusion.
    void AddFragment(InferenceCue cue, int sentence)
    {
        if (sentence > 0 && _speculative.Contains(sentence - 1) && !_speculative.Contains(sentence))
            AddLink(sentence, sentence - 1, cue);
    }

    bool Concludes(int sentence, InferenceCue cue) => Near(sentence, cue).Any(claim => claim.Marker.Tokens.End > cue.Tokens.First);

    // The claims of the sentence that a cue can speak of: a sentence may be as long as the text.
    IEnumerable<Claim> Near(int sentence, InferenceCue cue)
    {
        int low = 0, high = _claims.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _claims[middle].Marker.Tokens.First < cue.Tokens.First - Reach ? (middle + 1, high) : (low, middle);
        }

        for (var i = low; i < _claims.Length && _claims[i].Marker.Tokens.First < cue.Tokens.End + Reach; i++)
        {
            if (_claims[i].Sentence == sentence)
                yield return _claims[i];
        }
    }

    bool NamesPoint(TokenRange premise)
    {
        int low = 0, high = _points.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _points[middle].Tokens.End <= premise.First ? (middle + 1, high) : (low, middle);
        }

        return low < _points.Length && _points[low].Tokens.Overlaps(premise);
    }

    void AddFrom(IEnumerable<int> premises, int conclusion, InferenceCue cue)
    {
        foreach (var premise in premises)
            AddLink(premise, conclusion, cue);
    }

    void AddLink(int premise, int conclusion, InferenceCue cue) =>
        _links.Add((_document.Sentences[premise].Span, _document.SpanOf(ConclusionOf(conclusion, cue)), _document.SpanOf(cue.Tokens)));

    // The claim that follows the cue, or else the one that it stands in.
    TokenRange ConclusionOf(int sentence, InferenceCue cue)
    {
        foreach (var claim in Near(sentence, cue))
        {
            if (claim.Tokens.End > cue.Tokens.First)
                return claim.Tokens;
        }

        return _document.Sentences[sentence].Tokens;
    }

    void AddWithin(TokenRange premise, TokenRange conclusion, InferenceCue cue)
    {
        // Where the ground is a numbered point, the point is the ground, and not the words that name it.
        if (premise.Count > 0 && conclusion.Count > 0 && !NamesPoint(premise))
            _links.Add((_document.SpanOf(premise), _document.SpanOf(conclusion), _document.SpanOf(cue.Tokens)));
    }
}
