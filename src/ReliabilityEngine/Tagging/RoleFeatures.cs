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

    public TokenTowardsCue Towards(int at, in CueView cue) => new(_table.Rows, at, cue, Place(at), FirstPass(at), Begins(at));

    /// <summary>Writes all keys that depend on the cue, by their templates, and returns their number.</summary>
    public static int WriteCue(in TokenTowardsCue token, in CueView cue, Span<uint> keys)
    {
        var list = new TemplateList(keys, CueTemplate, ordered: true);
        RoleSums.Write(token, cue, ref list);
        WriteByDistance(token, cue, ref list);
        WriteByQuote(token, cue, ref list);
        WriteByTag(token, cue, ref list);
        WriteOwn(token, cue, ref list);
        return list.Count;
    }

    /// <summary>Of the token these keys see nothing but its <see cref="TokenTowardsCue.SideDistance"/>.</summary>
    public static void WriteByDistance(in TokenTowardsCue token, in CueView cue, ref TemplateList list)
    {
        list.Add(231, token.SideDistance);
        list.Add(239, FeatureKey.Join(cue.Lemma, token.Side), token.Distance);
        list.Add(244, FeatureKey.Join(cue.Cluster, token.Side), token.Distance);
        list.Add(248, cue.NextWord, token.SideDistance);
        list.Add(249, cue.Signature, token.SideDistance);
        list.Add(253, FeatureKey.Join(cue.Signature, cue.Cluster), token.SideDistance);
        list.Add(254, FeatureKey.Join(cue.Lemma, cue.NextWord), token.SideDistance);
    }

    /// <summary>Of the token these keys see nothing but its <see cref="TokenTowardsCue.SentenceQuote"/>.</summary>
    public static void WriteByQuote(in TokenTowardsCue token, in CueView cue, ref TemplateList list)
    {
        list.Add(230, token.SentenceQuote);
        list.Add(241, FeatureKey.Join(cue.Lemma, token.SentenceSide), token.Quote);
        list.Add(245, FeatureKey.Join(cue.Cluster, token.SentenceSide), token.Quote);
        list.Add(251, cue.Signature, token.SentenceQuote);
        list.Add(252, FeatureKey.Join(cue.NextTag, cue.Cluster), token.SentenceQuote);
    }

    /// <summary>Of the token these keys see nothing but its <see cref="TokenTowardsCue.TagQuote"/>.</summary>
    public static void WriteByTag(in TokenTowardsCue token, in CueView cue, ref TemplateList list)
    {
        list.Add(238, FeatureKey.Join(cue.Lemma, token.Side), token.Tag);
        list.Add(247, FeatureKey.Join(cue.LastWord, token.Side), token.Tag);
        list.Add(250, cue.Signature, FeatureKey.Join((token.Side * 8) + token.Quote, token.Tag));
        list.Add(255, FeatureKey.Join(cue.Lemma, cue.NextTag), FeatureKey.Join(token.Side, token.Tag));
    }

    /// <summary>The keys that see too much of token and cue to be shared.</summary>
    public static void WriteOwn(in TokenTowardsCue token, in CueView cue, ref TemplateList list)
    {
        uint lemma = FeatureKey.Join(cue.Lemma, token.Side), cluster = FeatureKey.Join(cue.Cluster, token.Side);
        list.Add(235, FeatureKey.Join(token.Side, token.Near), token.Word);
        list.Add(236, FeatureKey.Join(token.Side, (token.Near * 32) + cue.Tag), token.Tag);
        list.Add(237, (cue.Tag * 3) + token.Side, (token.Tag * 16) + token.Distance);
        list.Add(240, lemma, (token.Near * 4) + token.Breaks);
        list.Add(242, lemma, token.Word);
        list.Add(243, cluster, (token.Tag * 16) + token.Nominals);
        list.Add(246, cluster, token.Cluster);
        list.Add(265, FeatureKey.Join(cue.Signature, token.FirstPass), (token.Side * 4) + token.Verbs);
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
