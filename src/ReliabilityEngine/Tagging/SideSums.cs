using System.Runtime.Intrinsics;

namespace ReliabilityEngine.Tagging;

/// <summary>What of a row is a small number whatever the cue: parts of speech, its place in the sentence, the first pass's levels.</summary>
readonly record struct SideNumbers(uint Side, uint Before, uint Tag, uint After, uint FromStart, uint ToEnd, uint FirstPass);

/// <summary>The part of a second-pass score that depends on the small numbers of a row and the side of the cue only.</summary>
sealed class SideSums(WeightTable weights)
{
    const uint Sides = 3;
    const uint Tags = PartsOfSpeech.Count + 1;
    const uint Starts = 3;
    const uint Ends = 4;
    const uint Levels = 25;

    readonly SumTable _tags = new(weights, Tagged, Sides, Tags, Tags, Tags);
    readonly SumTable _places = new(weights, Place, Sides, Starts, Ends, Tags);
    readonly SumTable _firstPass = new(weights, FirstPass, Sides, Levels);

    public Vector128<short> Of(in SideNumbers row) =>
        _tags[row.Side, row.Before, row.Tag, row.After]
        + _places[row.Side, row.FromStart, row.ToEnd, row.Tag]
        + _firstPass[row.Side, row.FirstPass];

    /// <summary>Writes the keys whose sums the tables hold.</summary>
    public static void Write(in SideNumbers row, ref TemplateList list)
    {
        Tagged([row.Side, row.Before, row.Tag, row.After], ref list);
        Place([row.Side, row.FromStart, row.ToEnd, row.Tag], ref list);
        FirstPass([row.Side, row.FirstPass], ref list);
    }

    static void Tagged(scoped ReadOnlySpan<uint> of, ref TemplateList list)
    {
        var (side, before, tag, after) = (of[0], of[1], of[2], of[3]);
        list.Add(200, side);
        list.Add(207, side, (tag * 64) + after);
        list.Add(208, side, (before * 64) + tag);
        list.Add(209, side, (((before * 64) + tag) * 64) + after);
    }

    static void Place(scoped ReadOnlySpan<uint> of, ref TemplateList list)
    {
        list.Add(211, (of[0] * 4) + of[1], of[3]);
        list.Add(212, (of[0] * 4) + of[2], of[3]);
    }

    static void FirstPass(scoped ReadOnlySpan<uint> of, ref TemplateList list) => list.Add(210, of[0], of[1]);
}
