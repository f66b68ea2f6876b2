using System.Collections.Frozen;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Speculations;

/// <summary>A marker and the words around it, up to the ends of its sentence.</summary>
readonly struct Surroundings
{
    // No reading hangs on words further off, and a sentence may be as long as the text.
    const int Reach = 60;

    readonly Document _document;

    public Surroundings(Document document, TokenRange marker)
    {
        var sentence = document.Sentences[document.SentenceAt(marker.First)].Tokens;
        (_document, Marker) = (document, marker);
        Sentence = new(Math.Max(sentence.First, marker.First - Reach), Math.Min(sentence.End, marker.End + Reach));
    }

    public TokenRange Marker { get; }

    /// <summary>The marker's sentence, as far as it is looked at.</summary>
    public TokenRange Sentence { get; }

    /// <summary>The lower-case form of a token, empty beyond the sentence.</summary>
    public string this[int token] => Sentence.Contains(token) ? _document.Form(token) : "";

    /// <summary>The first word of the marker.</summary>
    public string Word => _document.Form(Marker.First);

    public string Before(int distance = 1) => this[Marker.First - distance];

    public string After(int distance = 1) => this[Marker.End - 1 + distance];

    /// <summary>Nothing but marks and joining words stand before the marker in its sentence.</summary>
    public bool IsFirst
    {
        get
        {
            for (var token = Marker.First - 1; token >= Sentence.First; token--)
            {
                if (_document.Tokens[token].Kind == TokenKind.Word && !Words.Joining.Contains(this[token]))
                    return false;
            }

            return true;
        }
    }

    public bool IsCapital(int token) => Sentence.Contains(token) && char.IsUpper(_document.Raw(token)[0]);

    /// <summary>A sentence and no headline: longer words of it are written small.</summary>
    public bool IsProse
    {
        get
        {
            const int Long = 6;
            for (var token = Sentence.First; token < Sentence.End; token++)
            {
                if (_document.Tokens[token].Length >= Long && IsWord(token) && char.IsLower(_document.Raw(token)[0]))
                    return true;
            }

            return false;
        }
    }

    /// <summary>A capital where prose has none but on names: after a word of the same sentence.</summary>
    public bool IsCapitalName => IsCapital(Marker.First) && (IsWord(Marker.First - 1) || Before() == ",") && IsProse;

    public bool IsWord(int token) => Sentence.Contains(token) && _document.Tokens[token].Kind == TokenKind.Word;

    public TokenKind? KindOf(int token) => Sentence.Contains(token) ? _document.Tokens[token].Kind : null;

    /// <summary>The first token at or after a place that is no adverb.</summary>
    public int SkipAdverbs(int token)
    {
        while (Sentence.Contains(token) && Words.IsAdverb(this[token]))
            token++;
        return token;
    }

    /// <summary>The first token at or before a place that is neither adverb nor auxiliary.</summary>
    public int SkipBack(int token)
    {
        while (Sentence.Contains(token) && (Words.IsAdverb(this[token]) || Words.Auxiliaries.Contains(this[token])))
            token--;
        return token;
    }

    /// <summary>The last word of what stands before the marker as its subject; a token beyond the sentence where there is none.</summary>
    public int Subject
    {
        get
        {
            var token = SkipBack(Marker.First - 1);
            return this[token] == "," ? BeforeInsertion(token) : token;
        }
    }

    /// <summary>Whether one of the words stands between two places, both within the sentence.</summary>
    public bool Any(int first, int end, FrozenSet<string> words)
    {
        for (var token = Math.Max(first, Sentence.First); token < Math.Min(end, Sentence.End); token++)
        {
            if (words.Contains(this[token]))
                return true;
        }

        return false;
    }

    /// <summary>The same, for few words.</summary>
    public bool Any(int first, int end, params ReadOnlySpan<string> words)
    {
        for (var token = Math.Max(first, Sentence.First); token < Math.Min(end, Sentence.End); token++)
        {
            if (words.Contains(this[token]))
                return true;
        }

        return false;
    }

    /// <summary>The end of the clause that begins at a place: the next mark that parts clauses.</summary>
    public int ClauseEnd(int token)
    {
        while (Sentence.Contains(token) && !Words.ClauseMarks.Contains(this[token]))
            token++;
        return Math.Min(token, Sentence.End);
    }

    /// <summary>The start of the clause that holds a place.</summary>
    public int ClauseStart(int token)
    {
        while (Sentence.Contains(token - 1) && !Words.ClauseMarks.Contains(this[token - 1]))
            token--;
        return token;
    }

    // "Trump, the president, believes": the subject stands before the pair of commas.
    int BeforeInsertion(int comma)
    {
        for (var token = comma - 1; token >= Sentence.First && comma - token < 15; token--)
        {
            if (this[token] == ",")
                return token - 1;
        }

        return comma - 1;
    }
}
