using System.Collections.Frozen;
using System.Reflection;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.NGrams;

/// <summary>Tells the names in an article: by their capitals, and where capitals tell nothing, by a list of well-known ones.</summary>
sealed class NameMask
{
    static readonly FrozenSet<string> Known = ReadKnown();

    static readonly FrozenSet<string> NeverNames =
        FrozenSet.ToFrozenSet(["i", "i'm", "i'll", "i've", "i'd", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."], StringComparer.Ordinal);

    readonly FrozenSet<string> _names;

    NameMask(FrozenSet<string> names) => _names = names;

    public static NameMask Of(Document document)
    {
        var capitalInside = new bool[document.Forms.Length];
        var lower = new bool[document.Forms.Length];
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            var token = document.Tokens[i];
            if (token.Kind != TokenKind.Word)
                continue;
            if (!IsCapital(document, i))
                lower[token.Form] = true;
            else if (!BeginsSentence(document, i))
                capitalInside[token.Form] = true;
        }

        return new(Enumerable.Range(0, document.Forms.Length).Where(form => capitalInside[form] && !lower[form])
            .Select(form => document.Forms[form]).ToFrozenSet(StringComparer.Ordinal));
    }

    public bool IsName(Document document, int token) =>
        IsNameInTitle(document, token) || (IsCandidate(document, token) && !BeginsSentence(document, token));

    /// <summary>In a title most words may be capitals, so only the body and the list tell.</summary>
    public bool IsNameInTitle(Document document, int token) =>
        document.Tokens[token].Kind == TokenKind.Word && (Known.Contains(document.Form(token)) ||
            (IsCandidate(document, token) && _names.Contains(document.Form(token))));

    static bool IsCandidate(Document document, int token) =>
        document.Tokens[token] is { Kind: TokenKind.Word, Length: > 1 } && IsCapital(document, token) &&
        !NeverNames.Contains(document.Form(token));

    static bool IsCapital(Document document, int token) => char.IsUpper(document.Raw(token)[0]);

    static bool BeginsSentence(Document document, int token)
    {
        var first = document.Sentences.IsEmpty ? 0 : document.Sentences[document.SentenceAt(token)].Tokens.First;
        if (token <= first)
            return true;
        var before = document.Tokens[token - 1];
        return before.Kind is TokenKind.QuotationMark or TokenKind.ListNumber || document.Form(token - 1) is ":" or "-" or "–" or "—" or "(";
    }

    static FrozenSet<string> ReadKnown()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("known_names.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#').SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
    }
}
