using ReliabilityEngine.Text;

namespace ReliabilityEngine.Lexicons;

/// <summary>Says whether matched words are a cue where they stand.</summary>
delegate bool Sense(CueContext at);

/// <summary>Matched words and what stands around them in their sentence; empty strings stand for what lies outside.</summary>
readonly ref struct CueContext(Document document, TokenRange match, ReadOnlySpan<WordReading> readings)
{
    readonly ReadOnlySpan<WordReading> _readings = readings;
    readonly TokenRange _sentence = document.Sentences[document.SentenceAt(match.First)].Tokens;

    /// <summary>The lower-case form of the first matched word.</summary>
    public string First => document.Form(match.First);

    /// <summary>The lower-case form of the last matched word.</summary>
    public string Last => document.Form(match.End - 1);

    public bool IsSingle => match.Count == 1;

    /// <summary>What a tagger took the first matched word for.</summary>
    public WordReading Reading => match.First < _readings.Length ? _readings[match.First] : WordReading.Unknown;

    public bool IsCapitalised => IsCapital(match.First);

    /// <summary>No word of the sentence stands before.</summary>
    public bool IsFirstWord
    {
        get
        {
            for (var token = match.First - 1; token >= _sentence.First; token--)
            {
                if (document.Tokens[token].Kind is TokenKind.Word or TokenKind.Number)
                    return false;
            }

            return true;
        }
    }

    /// <summary>The form so many tokens before the match.</summary>
    public string Before(int distance = 1) => Form(match.First - distance);

    /// <summary>The form so many tokens after the match.</summary>
    public string After(int distance = 1) => Form(match.End - 1 + distance);

    public bool IsCapitalBefore(int distance = 1) => IsCapital(match.First - distance);

    public bool IsCapitalAfter(int distance = 1) => IsCapital(match.End - 1 + distance);

    public bool IsWordAfter(int distance = 1) => IsKind(match.End - 1 + distance, TokenKind.Word);

    public bool IsNumberAfter(int distance = 1) => IsKind(match.End - 1 + distance, TokenKind.Number);

    /// <summary>The words open a clause: nothing before them in the sentence, or a mark, or "and" or "but" after such.</summary>
    public bool OpensClause =>
        Before() is "" or "," or ";" or ":" or "-" or "--" or "–" or "—" or "(" || IsFirstWord
        || Before() is "and" or "but" && Before(2) is "" or "," or ";" or "-" or "–" or "—";

    /// <summary>A form stands before the match, at most so many tokens away, with no comma between.</summary>
    public bool FollowsInClause(int reach, string form)
    {
        for (var distance = 1; distance <= reach && Before(distance) is not ("" or "," or ";"); distance++)
        {
            if (Before(distance) == form)
                return true;
        }

        return false;
    }

    /// <summary>A form stands before the match in its sentence, at most so many tokens away.</summary>
    public bool Follows(int reach, string form)
    {
        for (var distance = 1; distance <= reach && Before(distance).Length > 0; distance++)
        {
            if (Before(distance) == form)
                return true;
        }

        return false;
    }

    /// <summary>The distance of the first token after the match that is no adverb.</summary>
    public int AfterAdverbs()
    {
        var distance = 1;
        while (ClosedClasses.IsAdverb(After(distance)))
            distance++;
        return distance;
    }

    string Form(int token) => _sentence.Contains(token) ? document.Form(token) : "";

    bool IsCapital(int token) => IsKind(token, TokenKind.Word) && char.IsUpper(document.Text[document.Tokens[token].Start]);

    bool IsKind(int token, TokenKind kind) => _sentence.Contains(token) && document.Tokens[token].Kind == kind;
}
