namespace ReliabilityEngine.Attributions;

/// <summary>How many a source's words speak of: a share of many, a few counted ones, one.</summary>
static class Quantities
{
    public static bool IsPlural(TokenView view, SourcePhrase phrase)
    {
        if (phrase.IsNamed && !view.Is(phrase.Head, SourceLexicons.Heads))
            return false;
        if (view.EndsIn(phrase.Head, "s") && !view.EndsIn(phrase.Head, "ss"))
            return true;
        return view.Document.Form(phrase.Head) is "people" or "police" or "children" or "men" or "women" || EndsInMen(view, phrase.Head);
    }

    /// <summary>"fishermen", unlike the name "Klaasmen".</summary>
    static bool EndsInMen(TokenView view, int token) => view.EndsIn(token, "men") && !view.IsCapitalised(token);

    /// <summary>"Mr. Grassley and Mr. Leahy".</summary>
    public static bool IsJoined(TokenView view, SourcePhrase phrase)
    {
        for (var token = phrase.Core.First + 1; token < phrase.Whole.End; token++)
        {
            if (view.Is(token, "and") && view.IsCapitalised(token - 1) && view.IsCapitalised(token + 1))
                return true;
        }

        return false;
    }

    /// <summary>"46 percent", "a majority of voters", "eight of 10 voters": nobody in particular.</summary>
    public static bool IsShare(TokenView view, SourcePhrase phrase)
    {
        for (var token = phrase.Core.First; token < phrase.Core.End; token++)
        {
            var form = view.Document.Form(token);
            if (form is "%" or "percent" or "two-thirds" or "half" or "quarter" or "three-quarters")
                return true;
            if (form is "majority" or "plurality" && (token == phrase.Head || view.Is(token + 1, "of")))
                return true;
            if (view.Is(token, WordClass.Numeral) && view.Document.Form(Math.Min(token + 1, view.Count - 1)) is "of" or "in"
                && view.Is(token + 2, WordClass.Numeral))
                return true;
        }

        return view.Is(phrase.Core.End, "per") && view.Is(phrase.Core.End + 1, "cent");
    }

    /// <summary>"one of the two candidates": both are known, and so is the one.</summary>
    public static bool IsOneOfAKnownFew(TokenView view, SourcePhrase phrase)
    {
        var first = phrase.Core.First;
        return view.Is(first, "one") && view.Is(first + 1, "of") && view.Is(first + 2, "the") && view.Is(phrase.Head, WordClass.Role)
            && view.Document.Form(Math.Min(first + 3, view.Count - 1)) is "two" or "three";
    }

    /// <summary>"two", "several", "a group of": somebody counted them, so they are particular ones.</summary>
    public static bool IsCounted(TokenView view, SourcePhrase phrase)
    {
        for (var token = phrase.Core.First; token < phrase.Head; token++)
        {
            var form = view.Document.Form(token);
            if (form is "thousands" or "hundreds" or "millions" or "dozens")
                return false;
            if (form is "several" or "group" or "both" || view.Is(token, WordClass.Numeral))
                return true;
        }

        return false;
    }

    /// <summary>"everyone I interviewed", "residents who spoke to us".</summary>
    public static bool WereAsked(TokenView view, SourcePhrase phrase)
    {
        for (var token = phrase.Core.First; token < phrase.Whole.End; token++)
        {
            if (IsAsking(view, token))
                return true;
        }

        return view.Is(phrase.Whole.End, WordClass.FirstPerson) && IsAsking(view, phrase.Whole.End + 1);
    }

    public static bool IsAsking(TokenView view, int token) =>
        view.Is(token, "interviewed") || view.Is(token, "spoke") || view.Is(token, "contacted") || view.Is(token, "reached");
}
