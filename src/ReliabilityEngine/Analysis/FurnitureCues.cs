using System.Collections.Frozen;
using System.Collections.Immutable;
using ReliabilityEngine.Lexicons;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Analysis;

/// <summary>The matches of the furniture lexicons, by lexicon and line.</summary>
sealed class FurnitureCues
{
    static readonly FrozenDictionary<string, FurnitureKind> Kinds = Enum.GetValues<FurnitureKind>()
        .ToFrozenDictionary(kind => kind.ToString(), StringComparer.OrdinalIgnoreCase);

    readonly ILookup<(string Lexicon, int Line), CueMatch> _byLine;

    public FurnitureCues(Document document, ImmutableArray<CueMatch> cues) => _byLine = cues
        .Where(Holds)
        .ToLookup(cue => (cue.Lexicon, document.Sentences[document.SentenceAt(cue.Tokens.First)].Paragraph));

    public IEnumerable<CueMatch> Lines(int line) => _byLine[("furniture-lines", line)];

    public IEnumerable<CueMatch> Labels(int line) => _byLine[("furniture-labels", line)];

    public IEnumerable<CueMatch> Openings(int line) => _byLine[("furniture-openings", line)];

    public IEnumerable<CueMatch> Phrases(int line) => _byLine[("furniture-phrases", line)];

    public IEnumerable<CueMatch> Endings(int line) => _byLine[("furniture-endings", line)];

    public IEnumerable<CueMatch> Closings(int line) => _byLine[("furniture-closings", line)];

    public static bool Holds(CueMatch cue) => cue.Lexicon.StartsWith("furniture-", StringComparison.Ordinal);

    /// <summary>A heading of links is reported as other furniture.</summary>
    public static FurnitureKind KindOf(CueMatch cue) => Kinds.GetValueOrDefault(cue.Value, FurnitureKind.Other);

    public static bool HeadsLinks(CueMatch cue) => cue.Value == "related";
}
