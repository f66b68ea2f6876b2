using System.Collections.Frozen;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Lexicons;

/// <summary>What a token can stand for in a phrase besides itself.</summary>
[Flags]
enum TokenClass : byte
{
    None = 0,
    Number = 1 << 0,
    Name = 1 << 1,
    Determiner = 1 << 2,
    Subject = 1 << 3,
    Be = 1 << 4,
    Have = 1 << 5,
    Any = 1 << 6,
}

/// <summary>The classes of tokens that a phrase may name in angle brackets.</summary>
static class TokenClasses
{
    public const string Any = "<any>";
    public const int Count = 7;

    static readonly (string Name, string Words)[] Table =
    [
        ("<num>",
            """
            one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
            eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion
            trillion dozen $ £ €
            """),
        ("<name>", ""),
        ("<det>", "the a an this that these those my your his her its our their some any no every each another"),
        ("<subj>", "i you he she it we they"),
        ("<be>", "am is are was were be been being 's 're 'm isn't aren't wasn't weren't"),
        ("<have>", "have has had having 've 'd haven't hasn't hadn't"),
        (Any, ""),
    ];

    static readonly FrozenDictionary<string, TokenClass> ByWord = Table
        .SelectMany((row, i) => WordsOf(row.Words).Select(word => (Word: word, Class: (TokenClass)(1 << i))))
        .ToFrozenDictionary(pair => pair.Word, pair => pair.Class, StringComparer.Ordinal);

    static string[] WordsOf(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public static string Names => string.Join(", ", Table.Select(row => row.Name));

    public static TokenClass Named(string name)
    {
        var at = Array.FindIndex(Table, row => row.Name == name);
        return at < 0 ? TokenClass.None : (TokenClass)(1 << at);
    }

    /// <summary>The number of a class, under which its edges stand in a <see cref="PhraseTrie"/>.</summary>
    public static int IndexOf(string name) => Array.FindIndex(Table, row => row.Name == name);

    public static TokenClass OfForm(string form) => ByWord.GetValueOrDefault(form);

    /// <summary>What a token's kind and first letter add to its form's classes.</summary>
    public static TokenClass OfToken(Token token, string text) => token.Kind switch
    {
        TokenKind.Number or TokenKind.ListNumber => TokenClass.Number,
        TokenKind.Word => char.IsUpper(text[token.Start]) ? TokenClass.Name | TokenClass.Any : TokenClass.Any,
        _ => TokenClass.None,
    };
}
