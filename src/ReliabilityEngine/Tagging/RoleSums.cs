using System.Runtime.Intrinsics;

namespace ReliabilityEngine.Tagging;

/// <summary>The part of a second-pass score that depends on small numbers only, the words of neither token nor cue.</summary>
sealed class RoleSums(LabelChain chain)
{
    const uint Tags = PartsOfSpeech.Count + 1;
    const uint Sides = 3;
    const uint SentenceSides = 6 * Sides;
    const uint Distances = 16;
    const uint Cues = 3;
    const uint Nears = 16;
    const uint Breaks = 4;
    const uint Levels = 25;
    const uint Marks = 32;
    const uint Places = 48;
    const uint CueQuotes = 4;

    readonly SumTable _distances = new(chain.Weights, Distance, Sides * Distances, Tags);
    readonly SumTable _nears = new(chain.Weights, Near, Sides, Nears, Breaks, Tags);
    readonly SumTable _firstPass = new(chain.Weights, FirstPass, SentenceSides, Cues, Levels);
    readonly SumTable _begins = new(chain.Weights, Begins, Sides, Cues, Levels);
    readonly SumTable _far = new(chain.Weights, FirstPassByDistance, Sides * Distances, Levels);
    readonly SumTable _between = new(chain.Weights, FirstPassByNear, Sides, Cues, Nears, Levels);
    readonly SumTable _marks = new(chain.Weights, QuotationMarks, SentenceSides, Cues, Marks);
    readonly SumTable _places = new(chain.Weights, Place, SentenceSides, Cues, Cues, Places);
    readonly SumTable _quotes = new(chain.Weights, CueQuote, SentenceSides, CueQuotes, Marks);

    public LabelChain Chain { get; } = chain;

    public SideSums BySide { get; } = new(chain.Weights);

    public Vector128<short> Of(in TokenTowardsCue token, in CueView cue) =>
        _distances[token.SideDistance, token.Tag]
        + _nears[token.Side, token.Near, token.Breaks, token.Tag]
        + _firstPass[token.SentenceSide, token.Cues, token.FirstPass]
        + _begins[token.Side, token.Cues, token.Begins]
        + _far[token.SideDistance, token.FirstPass]
        + _between[token.Side, token.Cues, token.Near, token.FirstPass]
        + _marks[token.SentenceSide, token.Cues, token.QuoteMarks]
        + _places[token.SentenceSide, token.Cues, token.CuesOfSentence, token.PlaceQuote]
        + _quotes[token.SentenceSide, cue.Quotes, token.QuoteMarks];

    /// <summary>Writes the keys whose sums the tables hold.</summary>
    public static void Write(in TokenTowardsCue token, in CueView cue, ref TemplateList list)
    {
        Distance([token.SideDistance, token.Tag], ref list);
        Near([token.Side, token.Near, token.Breaks, token.Tag], ref list);
        FirstPass([token.SentenceSide, token.Cues, token.FirstPass], ref list);
        Begins([token.Side, token.Cues, token.Begins], ref list);
        FirstPassByDistance([token.SideDistance, token.FirstPass], ref list);
        FirstPassByNear([token.Side, token.Cues, token.Near, token.FirstPass], ref list);
        QuotationMarks([token.SentenceSide, token.Cues, token.QuoteMarks], ref list);
        Place([token.SentenceSide, token.Cues, token.CuesOfSentence, token.PlaceQuote], ref list);
        CueQuote([token.SentenceSide, cue.Quotes, token.QuoteMarks], ref list);
    }

    static void Distance(scoped ReadOnlySpan<uint> of, ref TemplateList list) => list.Add(232, of[0], of[1]);

    static void Near(scoped ReadOnlySpan<uint> of, ref TemplateList list)
    {
        var (side, near, breaks, tag) = (of[0], of[1], of[2], of[3]);
        list.Add(233, side, (near * 64) + tag);
        list.Add(234, side, (((near * 4) + breaks) * 64) + tag);
    }

    static void FirstPass(scoped ReadOnlySpan<uint> of, ref TemplateList list) => list.Add(256, (of[0] * Cues) + of[1], of[2]);

    static void Begins(scoped ReadOnlySpan<uint> of, ref TemplateList list) => list.Add(257, (of[0] * Cues) + of[1], of[2]);

    static void FirstPassByDistance(scoped ReadOnlySpan<uint> of, ref TemplateList list) => list.Add(258, of[0], of[1]);

    static void FirstPassByNear(scoped ReadOnlySpan<uint> of, ref TemplateList list) =>
        list.Add(259, FeatureKey.Join((of[0] * Cues) + of[1], of[2]), of[3]);

    static void QuotationMarks(scoped ReadOnlySpan<uint> of, ref TemplateList list)
    {
        var (sentenceSide, cues, marks) = (of[0], of[1], of[2]);
        list.Add(260, (sentenceSide % Sides * Cues) + cues, marks);
        list.Add(261, (sentenceSide * Cues) + cues, marks);
    }

    static void Place(scoped ReadOnlySpan<uint> of, ref TemplateList list)
    {
        var (sentenceSide, cues, cuesOfSentence, place) = (of[0], of[1], of[2], of[3]);
        list.Add(262, (((sentenceSide * Cues) + cues) * Cues) + cuesOfSentence, place);
        list.Add(263, sentenceSide, (cues * Cues) + cuesOfSentence);
    }

    static void CueQuote(scoped ReadOnlySpan<uint> of, ref TemplateList list) => list.Add(264, FeatureKey.Join(of[0], of[1]), of[2]);
}
