using System.Runtime.Intrinsics;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>Side of a token towards a cue.</summary>
enum CueSide : byte
{
    Before,
    Within,
    After,
}

/// <summary>What tells whether a token belongs to the source or the content of one cue.</summary>
sealed class RoleFeatures(TokenTable table, Vector256<float>[] labels)
{
    public const int Most = 80;

    const uint SideTemplate = 200;
    const uint CueTemplate = 230;

    readonly TokenTable _table = table;
    readonly Vector256<float>[] _labels = labels;

    /// <summary>Writes the keys that depend on the side only, the same for every cue, and returns their number.</summary>
    public int WriteSide(int at, CueSide cueSide, Span<uint> keys)
    {
        var rows = _table.Rows;
        ref readonly var token = ref rows[at];
        uint side = (uint)cueSide, tag = (uint)token.Tag, before = (uint)rows[at - 1].Tag, after = (uint)rows[at + 1].Tag;
        var place = Place(at);
        var list = new FeatureList(keys, SideTemplate);
        list.Add(side);
        list.Add(side, token.Word);
        list.Add(side, rows[at - 1].Word);
        list.Add(side, rows[at + 1].Word);
        list.Add(side, FeatureKey.Join(rows[at - 1].Word, token.Word));
        list.Add(side, FeatureKey.Join(token.Word, rows[at + 1].Word));
        list.Add(side, token.Cluster);
        list.Add(side, (tag * 64) + after);
        list.Add(side, (before * 64) + tag);
        list.Add(side, (((before * 64) + tag) * 64) + after);
        list.Add(side, FirstPass(at));
        list.Add((side * 4) + place.FromStart, tag);
        list.Add((side * 4) + place.ToEnd, tag);
        return list.Count;
    }

    /// <summary>Writes the keys that depend on the cue and returns their number.</summary>
    public int WriteCue(int at, in CueView cue, Span<uint> keys)
    {
        var list = new FeatureList(keys, CueTemplate);
        var view = new TokenTowardsCue(_table.Rows, at, cue, Place(at), FirstPass(at), Begins(at));
        Distances(view, cue, ref list);
        CueWords(view, cue, ref list);
        FirstLabels(view, ref list);
        Quotes(view, cue, ref list);
        return list.Count;
    }

    static void Distances(in TokenTowardsCue token, in CueView cue, ref FeatureList list)
    {
        var near = (token.Nominals * 4) + token.Verbs;
        list.Add((token.SentenceSide * 8) + token.Quote);
        list.Add(token.SideDistance);
        list.Add(token.SideDistance, token.Tag);
        list.Add(token.Side, (near * 64) + token.Tag);
        list.Add(token.Side, (((near * 4) + token.Breaks) * 64) + token.Tag);
        list.Add(FeatureKey.Join(token.Side, near), token.Word);
        list.Add(FeatureKey.Join(token.Side, (near * 32) + cue.Tag), token.Tag);
        list.Add((cue.Tag * 3) + token.Side, (token.Tag * 16) + token.Distance);
    }

    static void CueWords(in TokenTowardsCue token, in CueView cue, ref FeatureList list)
    {
        uint lemma = FeatureKey.Join(cue.Lemma, token.Side), cluster = FeatureKey.Join(cue.Cluster, token.Side);
        uint last = FeatureKey.Join(cue.LastWord, token.Side);
        var near = (token.Nominals * 4) + token.Verbs;
        list.Add(lemma, token.Tag);
        list.Add(lemma, token.Distance);
        list.Add(lemma, (near * 4) + token.Breaks);
        list.Add(FeatureKey.Join(cue.Lemma, token.SentenceSide), token.Quote);
        list.Add(lemma, token.Word);
        list.Add(cluster, (token.Tag * 16) + token.Nominals);
        list.Add(cluster, token.Distance);
        list.Add(FeatureKey.Join(cue.Cluster, token.SentenceSide), token.Quote);
        list.Add(cluster, token.Cluster);
        list.Add(last, token.Tag);
        list.Add(cue.NextWord, token.SideDistance);
        list.Add(cue.Signature, token.SideDistance);
        list.Add(cue.Signature, FeatureKey.Join((token.Side * 8) + token.Quote, token.Tag));
        list.Add(cue.Signature, (token.SentenceSide * 8) + token.Quote);
        list.Add(FeatureKey.Join(cue.NextTag, cue.Cluster), (token.SentenceSide * 8) + token.Quote);
        list.Add(FeatureKey.Join(cue.Signature, cue.Cluster), token.SideDistance);
        list.Add(FeatureKey.Join(cue.Lemma, cue.NextWord), token.SideDistance);
        list.Add(FeatureKey.Join(cue.Lemma, cue.NextTag), FeatureKey.Join(token.Side, token.Tag));
    }

    static void FirstLabels(in TokenTowardsCue token, ref FeatureList list)
    {
        var near = (token.Nominals * 4) + token.Verbs;
        list.Add((token.SentenceSide * 3) + token.Cues, token.FirstPass);
        list.Add((token.Side * 3) + token.Cues, token.Begins);
        list.Add(token.SideDistance, token.FirstPass);
        list.Add(FeatureKey.Join((token.Side * 3) + token.Cues, near), token.FirstPass);
    }

    static void Quotes(in TokenTowardsCue token, in CueView cue, ref FeatureList list)
    {
        var marks = (token.Quote * 8) + token.Marks;
        var place = (token.Place.FromStart * 16) + (token.Place.ToEnd * 4) + token.Quote;
        list.Add((token.Side * 3) + token.Cues, marks);
        list.Add((token.SentenceSide * 3) + token.Cues, marks);
        list.Add((((token.SentenceSide * 3) + token.Cues) * 3) + token.CuesOfSentence, place);
        list.Add(token.SentenceSide, (token.Cues * 3) + token.CuesOfSentence);
        list.Add(FeatureKey.Join(token.SentenceSide, cue.Quotes), marks);
        list.Add(FeatureKey.Join(cue.Signature, token.FirstPass), (token.Side * 4) + token.Verbs);
    }

    (uint FromStart, uint ToEnd) Place(int at) =>
        (Math.Min(2u, _table.Rows[at].FromStart), Math.Min(3u, _table.Rows[at].ToEnd));

    /// <summary>How likely the first pass found source and content here.</summary>
    uint FirstPass(int at) => (Level(_labels[at][3] + _labels[at][4]) * 5) + Level(_labels[at][5] + _labels[at][6]);

    uint Begins(int at) => (Level(_labels[at][3]) * 5) + Level(_labels[at][5]);

    static uint Level(float probability) => probability switch
    {
        < .05f => 0,
        < .3f => 1,
        < .7f => 2,
        < .95f => 3,
        _ => 4,
    };
}
