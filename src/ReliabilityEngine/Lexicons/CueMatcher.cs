using System.Collections.Immutable;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Lexicons;

/// <summary>
/// Finds the entries of all lexicons in a text in one pass. Within a lexicon the leftmost and longest phrase wins and takes
/// its words; lexicons do not see each other.
/// </summary>
public sealed class CueMatcher
{
    readonly PhraseTrie _trie;
    readonly string[] _names;

    public CueMatcher(LexiconLibrary library)
    {
        // The scan keeps a bit a lexicon in one word.
        Lexicon[] matched = [.. library.Lexicons.Where(lexicon => !lexicon.IsLookup)];
        var builder = new PhraseTrieBuilder(new(library[Paradigms.Lexicon]));
        for (var i = 0; i < matched.Length; i++)
            builder.Add(i, matched[i], matched[i].Header.Blocks.Select(name => library[name]));
        _names = [.. matched.Select(lexicon => lexicon.Name)];
        _trie = builder.Build();
    }

    /// <summary>The matcher of the lexicons that come with the engine.</summary>
    public static CueMatcher BuiltIn { get; } = new(LexiconLibrary.BuiltIn);

    /// <summary>The matches by position, then by the lexicons' names.</summary>
    /// <param name="readings">What a tagger took each token for; empty where none has read the text.</param>
    public ImmutableArray<CueMatch> Match(Document document, ReadOnlySpan<WordReading> readings = default) =>
        new CueScan(_trie, _names, document, readings).Run();
}
