namespace ReliabilityEngine.Attributions;

/// <summary>Tells a person's name by its own words, and by what the article says of it elsewhere.</summary>
sealed class PersonNames(TokenView view, Names names)
{
    /// <summary>A title, office or given name stands in the run before its last word, or right before the run.</summary>
    public bool IsName(int first, int last)
    {
        for (var token = first; token < last; token++)
        {
            if (view.Is(token, WordClass.Title | WordClass.Role) || view.Is(token, WordClass.GivenName) && last - token <= 2)
                return true;
        }

        return view.Is(first - 1, WordClass.Title | WordClass.Role);
    }

    /// <summary>"A spokesman, John Smith,": the description goes on to a person's name.</summary>
    public bool Follows(SourcePhrase description)
    {
        for (var token = description.Rest.First; token + 2 < description.Whole.End; token++)
        {
            if (view.IsWord(token) || !view.IsCapitalised(token + 1))
                continue;
            var last = token + 1;
            while (last + 1 < description.Whole.End && view.IsCapitalised(last + 1))
                last++;
            if (last > token + 1 && !view.Is(last, WordClass.BodyHead | WordClass.KnownBody)
                && (IsName(token + 1, last) || names.Leaning(last) > 0))
                return true;
        }

        return false;
    }
}
