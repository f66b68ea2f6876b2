using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Attributions;

/// <summary>A document as the search for sources reads it: what each token can be, and what holds it.</summary>
sealed class TokenView
{
    readonly WordClass[] _classes;
    readonly int[] _quotations;

    public TokenView(Document document, ImmutableArray<CueMatch> cues)
    {
        Document = document;
        _classes = new WordClass[document.Tokens.Length];
        _quotations = new int[document.Tokens.Length];
        ReadForms();
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

    /// <summary>One of these marks.</summary>
    public bool IsAnyMark(int token, string marks) =>
        (uint)token < (uint)_classes.Length && Document.Tokens[token] is { Length: 1 } only && marks.Contains(Document.Text[only.Start]);

    public bool EndsIn(int token, string ending) =>
        (uint)token < (uint)_classes.Length && Document.Form(token).EndsWith(ending, StringComparison.Ordinal);

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

    /// <summary>A genitive's ending, as in "Smith's"; "he's" holds a verb.</summary>
    public bool IsPossessive(int token) =>
        (uint)token < (uint)_classes.Length && Document.Tokens[token].Kind == TokenKind.Clitic
        && Document.Form(token) is "'s" or "'" && !Is(token - 1, WordClass.Subject | WordClass.Relative);

    public Sentence SentenceOf(int token) => Document.Sentences[Document.SentenceAt(token)];

    public int SentenceIndex(int token) => Document.SentenceAt(token);

    /// <summary>Index of the outermost quotation of speech that holds the token, or -1.</summary>
    public int QuotationIndex(int token) => (uint)token < (uint)_quotations.Length ? _quotations[token] : -1;

    public bool IsQuoted(int token) => QuotationIndex(token) >= 0;

    void ReadForms()
    {
        var byForm = new WordClass[Document.Forms.Length];
        for (var form = 0; form < byForm.Length; form++)
            byForm[form] = WordClasses.Of(Document.Forms[form]);
        for (var token = 0; token < Count; token++)
            _classes[token] = byForm[Document.Tokens[token].Form];
    }

    void ReadQuotations()
    {
        Array.Fill(_quotations, -1);
        for (var i = 0; i < Document.Quotations.Length; i++)
        {
            if (Document.Quotations[i] is { Depth: 0, Kind: QuotationKind.Speech } quotation)
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
