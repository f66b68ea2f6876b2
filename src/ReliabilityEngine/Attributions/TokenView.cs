using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>A document as the search for sources reads it: what each token can be, and what holds it.</summary>
sealed class TokenView
{
    readonly WordClass[] _classes;
    readonly int[] _sentences;
    readonly int[] _quotations;

    public TokenView(Document document, ImmutableArray<CueMatch> cues)
    {
        Document = document;
        _classes = new WordClass[document.Tokens.Length];
        _sentences = new int[document.Tokens.Length];
        _quotations = new int[document.Tokens.Length];
        ReadForms();
        ReadSentences();
        ReadQuotations();
        Verbs = [.. ReadCues(cues)];
    }

    public Document Document { get; }

    public int Count => _classes.Length;

    /// <summary>The matches that can be a report's verb, by position, none inside another.</summary>
    public ImmutableArray<CueMatch> Verbs { get; }

    public bool Is(int token, WordClass wordClass) => (uint)token < (uint)_classes.Length && (_classes[token] & wordClass) != 0;

    public bool Is(int token, string form) => (uint)token < (uint)_classes.Length && Document.Form(token) == form;

    public bool IsMark(int token, char mark) =>
        (uint)token < (uint)_classes.Length && Document.Tokens[token] is { Length: 1 } only && Document.Text[only.Start] == mark;

    public bool IsQuotationMark(int token) =>
        (uint)token < (uint)_classes.Length && Document.Tokens[token].Kind == TokenKind.QuotationMark;

    public bool IsWord(int token) => (uint)token < (uint)_classes.Length && Document.Tokens[token].Kind == TokenKind.Word;

    public bool IsCapitalised(int token) => IsWord(token) && char.IsUpper(Document.Text[Document.Tokens[token].Start]);

    public bool IsAllCapitals(int token)
    {
        if (!IsWord(token) || Document.Tokens[token].Length < 2)
            return false;
        foreach (var character in Document.Raw(token))
        {
            if (char.IsLower(character))
                return false;
        }

        return true;
    }

    /// <summary>A noun's genitive, such as "Smith's".</summary>
    public bool IsPossessive(int token) =>
        IsWord(token) && Document.Form(token) is var form
        && (form.EndsWith("'s", StringComparison.Ordinal) || form.EndsWith("s'", StringComparison.Ordinal));

    public Sentence SentenceOf(int token) => Document.Sentences[_sentences[token]];

    public int SentenceIndex(int token) => _sentences[token];

    /// <summary>Index of the outermost quotation that holds the token, or -1.</summary>
    public int QuotationIndex(int token) => (uint)token < (uint)_quotations.Length ? _quotations[token] : -1;

    public bool IsQuoted(int token) => QuotationIndex(token) >= 0;

    public TextSpan SpanOf(TokenRange tokens) =>
        new(Document.Tokens[tokens.First].Start, Document.Tokens[tokens.End - 1].End);

    /// <summary>The tokens that a span touches.</summary>
    public TokenRange TokensOf(TextSpan span)
    {
        var first = FirstEndingAfter(span.Start);
        var end = first;
        while (end < Count && Document.Tokens[end].Start < span.End)
            end++;
        return new(first, end);
    }

    int FirstEndingAfter(int position)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Document.Tokens[middle].End <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    void ReadForms()
    {
        var byForm = new WordClass[Document.Forms.Length];
        for (var form = 0; form < byForm.Length; form++)
            byForm[form] = ClosedClasses.Of(Document.Forms[form]);
        for (var token = 0; token < Count; token++)
            _classes[token] = byForm[Document.Tokens[token].Form];
    }

    void ReadSentences()
    {
        for (var i = 0; i < Document.Sentences.Length; i++)
        {
            var tokens = Document.Sentences[i].Tokens;
            Array.Fill(_sentences, i, tokens.First, tokens.Count);
        }
    }

    void ReadQuotations()
    {
        Array.Fill(_quotations, -1);
        for (var i = 0; i < Document.Quotations.Length; i++)
        {
            if (Document.Quotations[i] is { Depth: 0 } quotation)
                Array.Fill(_quotations, i, quotation.Tokens.First, quotation.Tokens.Count);
        }
    }

    IEnumerable<CueMatch> ReadCues(ImmutableArray<CueMatch> cues)
    {
        var end = 0;
        foreach (var cue in cues)
        {
            var wordClass = SourceLexicons.ClassOf(cue);
            for (var token = cue.Tokens.First; wordClass != 0 && token < cue.Tokens.End; token++)
                _classes[token] |= wordClass;
            if (wordClass != WordClass.Report || cue.Tokens.First < end)
                continue;
            end = cue.Tokens.End;
            yield return cue;
        }
    }
}
