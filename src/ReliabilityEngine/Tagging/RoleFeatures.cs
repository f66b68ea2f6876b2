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
sealed class RoleFeatures
{
    public const int Most = 80;

    const uint SideTemplate = 200;
    const uint CueTemplate = 230;

    static readonly FeatureGroup SideGroup = new(201, 202, 203, 204, 205, 206);
    static readonly FeatureGroup Distance = new(239, 244, 248, 249, 253, 254, 231);
    static readonly FeatureGroup Quote = new(241, 245, 251, 252, 230);
    static readonly FeatureGroup Tag = new(238, 247, 250, 255);
    static readonly FeatureGroup OwnGroup = new(235, 236, 237, 240, 242, 243, 246, 265);

    readonly TokenTable _table;

    /// <summary>How likely the first pass found source and content at each row, and how likely it found them begin there.</summary>
    readonly (byte Held, byte Begun)[] _firstPass;

    public RoleFeatures(TokenTable table, ReadOnlySpan<Vector256<float>> labels)
    {
        (_table, _firstPass) = (table, new (byte, byte)[labels.Length]);
        for (var i = 0; i < labels.Length; i++)
        {
            var row = labels[i];
            _firstPass[i] = (Levels(row[3] + row[4], row[5] + row[6]), Levels(row[3], row[5]));
        }
    }

    /// <summary>The keys of a row's words that depend on the side of the cue only, the same for every cue.</summary>
    public Vector256<uint> Side(int at, CueSide cueSide)
    {
        var rows = _table.Rows;
        ref readonly var token = ref rows[at];
        uint word = token.Word, before = rows[at - 1].Word, after = rows[at + 1].Word;
        var pairs = FeatureKey.Join(Vector256.Create((uint)cueSide), Vector256.Create(
            word, before, after, FeatureKey.Join(before, word), FeatureKey.Join(word, after), token.Cluster, 0, 0));
        return SideGroup.Keys(pairs.WithElement(6, 0u).WithElement(7, 0u));
    }

    /// <summary>The small numbers of a row that depend on the side of the cue only.</summary>
    public SideNumbers NumbersOf(int at, CueSide side)
    {
        var (rows, place) = (_table.Rows, Place(at));
        return new(
            (uint)side, (uint)rows[at - 1].Tag, (uint)rows[at].Tag, (uint)rows[at + 1].Tag, place.FromStart, place.ToEnd, _firstPass[at].Held);
    }

    public TokenTowardsCue Towards(int at, in CueView cue, uint cuesOfSentence) =>
        new(_table.Rows, at, cue, Place(at), _firstPass[at].Held, _firstPass[at].Begun, cuesOfSentence);

    /// <summary>Writes all keys of a token for a cue, by their templates.</summary>
    public Span<uint> Write(int at, in TokenTowardsCue token, in CueView cue, Span<uint> keys)
    {
        var side = new TemplateList(keys, SideTemplate, ordered: true);
        SideSums.Write(NumbersOf(at, (CueSide)token.Side), ref side);
        SideGroup.Write(Side(at, (CueSide)token.Side), SideTemplate, keys);
        var sides = side.Count + SideGroup.Count;
        var towards = keys[sides..];
        var list = new TemplateList(towards, CueTemplate, ordered: true);
        RoleSums.Write(token, cue, ref list);
        Distance.Write(ByDistance(token, cue), CueTemplate, towards);
        Quote.Write(ByQuote(token, cue), CueTemplate, towards);
        Tag.Write(ByTag(token, cue), CueTemplate, towards);
        OwnGroup.Write(Own(token, cue), CueTemplate, towards);
        return keys[..(sides + list.Count + Distance.Count + Quote.Count + Tag.Count + OwnGroup.Count)];
    }

    /// <summary>Of the token these keys see nothing but its <see cref="TokenTowardsCue.SideDistance"/>.</summary>
    public static Vector256<uint> ByDistance(in TokenTowardsCue token, in CueView cue)
    {
        var far = token.SideDistance;
        var pairs = FeatureKey.Join(
            Vector256.Create(
                FeatureKey.Join(cue.Lemma, token.Side), FeatureKey.Join(cue.Cluster, token.Side), cue.NextWord, cue.Signature,
                FeatureKey.Join(cue.Signature, cue.Cluster), FeatureKey.Join(cue.Lemma, cue.NextWord), 0, 0),
            Vector256.Create(token.Distance, token.Distance, far, far, far, far, 0, 0));
        return Distance.Keys(pairs.WithElement(6, far).WithElement(7, 0u));
    }

    /// <summary>Of the token these keys see nothing but its <see cref="TokenTowardsCue.SentenceQuote"/>.</summary>
    public static Vector256<uint> ByQuote(in TokenTowardsCue token, in CueView cue)
    {
        var quoted = token.SentenceQuote;
        var pairs = FeatureKey.Join(
            Vector256.Create(
                FeatureKey.Join(cue.Lemma, token.SentenceSide), FeatureKey.Join(cue.Cluster, token.SentenceSide), cue.Signature,
                FeatureKey.Join(cue.NextTag, cue.Cluster), 0, 0, 0, 0),
            Vector256.Create(token.Quote, token.Quote, quoted, quoted, 0, 0, 0, 0));
        return Quote.Keys(Vector256.Create(pairs.GetLower(), Vector128.CreateScalar(quoted)));
    }

    /// <summary>Of the token these keys see nothing but its <see cref="TokenTowardsCue.TagQuote"/>.</summary>
    public static Vector256<uint> ByTag(in TokenTowardsCue token, in CueView cue)
    {
        var pairs = FeatureKey.Join(
            Vector256.Create(
                FeatureKey.Join(cue.Lemma, token.Side), FeatureKey.Join(cue.LastWord, token.Side), cue.Signature,
                FeatureKey.Join(cue.Lemma, cue.NextTag), 0, 0, 0, 0),
            Vector256.Create(
                token.Tag, token.Tag, FeatureKey.Join((token.Side * 8) + token.Quote, token.Tag), FeatureKey.Join(token.Side, token.Tag),
                0, 0, 0, 0));
        return Tag.Keys(Vector256.Create(pairs.GetLower(), Vector128<uint>.Zero));
    }

    /// <summary>The keys that see too much of token and cue to be shared.</summary>
    public static Vector256<uint> Own(in TokenTowardsCue token, in CueView cue)
    {
        uint lemma = FeatureKey.Join(cue.Lemma, token.Side), cluster = FeatureKey.Join(cue.Cluster, token.Side);
        return OwnGroup.Keys(FeatureKey.Join(
            Vector256.Create(
                FeatureKey.Join(token.Side, token.Near), FeatureKey.Join(token.Side, (token.Near * 32) + cue.Tag),
                (cue.Tag * 3) + token.Side, lemma, lemma, cluster, cluster, FeatureKey.Join(cue.Signature, token.FirstPass)),
            Vector256.Create(
                token.Word, token.Tag, (token.Tag * 16) + token.Distance, (token.Near * 4) + token.Breaks, token.Word,
                (token.Tag * 16) + token.Nominals, token.Cluster, (token.Side * 4) + token.Verbs)));
    }

    (uint FromStart, uint ToEnd) Place(int at) =>
        (Math.Min(2u, _table.Rows[at].FromStart), Math.Min(3u, _table.Rows[at].ToEnd));

    static byte Levels(float source, float content) => (byte)((Level(source) * 5) + Level(content));

    static uint Level(float probability) => probability switch
    {
        < .05f => 0,
        < .3f => 1,
        < .7f => 2,
        < .95f => 3,
        _ => 4,
    };
}
