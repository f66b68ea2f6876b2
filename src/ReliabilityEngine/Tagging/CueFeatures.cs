using System.Runtime.Intrinsics;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>What tells whether a token belongs to a cue, a source or a content, seen from the token alone.</summary>
readonly ref struct CueFeatures(TokenTable table, int paragraph)
{
    public const int Most = 80;

    const int ThatReach = 5;

    const uint FirstTemplate = 1;

    /// <summary>Words and classes of words; then pairs of them, and pairs with small numbers.</summary>
    public static readonly FeatureGroup[] Groups =
    [
        new(2, 3, 4, 5, 6, 7, 8, 9),
        new(15, 32, 33, 34, 35, 36, 37, 38),
        new(39, 40, 42, 63, 64, 65),
        new(10, 11, 12, 13, 14, 57, 41, 45),
        new(55, 26, 27, 28, 29, 44, 49, 50),
        new(60, 61, 66, 67, 68, 70, 71, 72),
    ];

    readonly TokenTable _table = table;
    readonly ReadOnlySpan<TokenRow> _rows = table.Rows;
    readonly TokenRange _paragraph = table.Paragraphs[paragraph];
    readonly uint _headline = Headline(table, paragraph);

    /// <summary>Writes all keys for a row, by their templates.</summary>
    public Span<uint> Write(int at, Span<uint> keys)
    {
        var list = new TemplateList(keys, FirstTemplate, ordered: true);
        var row = At(at);
        CueSums.Write(row, ref list);
        Span<Vector256<uint>> own = stackalloc Vector256<uint>[Groups.Length];
        WriteOwn(at, row, own);
        for (var i = 0; i < own.Length; i++)
            Groups[i].Write(own[i], FirstTemplate, keys);
        return keys[..(list.Count + Groups.Sum(group => group.Count))];
    }

    /// <summary>The small numbers that many keys of a row depend on.</summary>
    public RowNumbers At(int at)
    {
        ref readonly var token = ref _rows[at];
        var sentence = _table.Sentence(token.Sentence);
        var fromStart = Math.Min(6u, token.FromStart);
        var ordinal = (uint)Math.Min(2, token.Sentence - _rows[_paragraph.First].Sentence);
        var isLast = sentence.End == _paragraph.End ? 1u : 0u;
        var nextKind = token.ToMark < TokenRow.Far ? (uint)_rows[at + token.ToMark].Quote : 0;
        var lastKind = token.FromMark < TokenRow.Far ? (uint)_rows[at - token.FromMark].Quote : 0;
        return new()
        {
            TwoBefore = (uint)_rows[at - 2].Tag,
            Before = (uint)_rows[at - 1].Tag,
            Tag = (uint)token.Tag,
            After = (uint)_rows[at + 1].Tag,
            TwoAfter = (uint)_rows[at + 2].Tag,
            ShapeBefore = (uint)_rows[at - 1].Shape,
            Shape = (uint)token.Shape,
            ShapeAfter = (uint)_rows[at + 1].Shape,
            Quote = (uint)token.Quote,
            Next = (Bucket(token.ToMark) * 4) + nextKind,
            Last = (Bucket(token.FromMark) * 4) + lastKind,
            NextNear = (Math.Min(Bucket(token.ToMark), 3) * 4) + nextKind,
            LastNear = (Math.Min(Bucket(token.FromMark), 3) * 4) + lastKind,
            FromStart = fromStart,
            ToEnd = Math.Min(4u, token.ToEnd),
            Order = (((ordinal * 2) + isLast) * 8) + ((uint)token.Quote * 2) + (fromStart == 0 ? 1u : 0u),
            Headline = _headline,
            Opening = _rows[sentence.First].Word,
            Stop = (uint)_rows[sentence.End - 1].Stop,
            Frame = (_rows[sentence.First].Quote != QuoteState.Outside ? 1u : 0u)
                + (_rows[sentence.End - 1].Quote != QuoteState.Outside ? 2u : 0u),
            That = That(at, sentence.End),
            Nominal = token.NominalBefore < 0 ? 255u
                : ((uint)_rows[token.NominalBefore].Tag * 8) + (uint)_rows[token.NominalBefore].Shape,
        };
    }

    /// <summary>Writes the keys that see more of the words than small numbers, a vector for each of <see cref="Groups"/>.</summary>
    public void WriteOwn(int at, in RowNumbers row, Span<Vector256<uint>> keys)
    {
        ref readonly var token = ref _rows[at];
        ref readonly var before = ref _rows[at - 1];
        ref readonly var after = ref _rows[at + 1];
        ref readonly var twoBefore = ref _rows[at - 2];
        ref readonly var twoAfter = ref _rows[at + 2];
        var (verb, verbCluster) = Linked(token.VerbBefore);
        var (nextVerb, nextCluster) = Linked(token.VerbAfter);
        var (nominal, nominalCluster) = Linked(token.NominalBefore);
        var starts = before.Sentence != token.Sentence ? 1u : 0u;
        uint cluster = token.Cluster, lemma = token.Lemma;
        keys[0] = Groups[0].Keys(Vector256.Create(
            token.Word, before.Word, after.Word, twoBefore.Word, twoAfter.Word, lemma, before.Lemma, after.Lemma));
        keys[1] = Groups[1].Keys(Vector256.Create(
            token.Prefix, cluster, before.Cluster, after.Cluster, twoAfter.Cluster, twoBefore.Cluster,
            ((uint)before.Cluster * 4096) + cluster, (cluster * 4096) + after.Cluster));
        keys[2] = Groups[2].Keys(Vector256.Create(
            (cluster * 64) + row.After, (cluster * 64) + row.Before, (((uint)before.Group * 256) + token.Group) * 256 + after.Group,
            verb, nextVerb, nominal, 0, 0));
        keys[3] = Groups[3].Keys(FeatureKey.Join(
            Vector256.Create(before.Lemma, lemma, twoBefore.Lemma, after.Lemma, token.Suffix, row.Opening, cluster, cluster),
            Vector256.Create(
                lemma, after.Lemma, before.Lemma, twoAfter.Lemma, row.Tag, row.Tag, (row.Before * 64) + row.After, row.Quote)));
        keys[4] = Groups[4].Keys(FeatureKey.Join(
            Vector256.Create(cluster, lemma, lemma, lemma, lemma, lemma, lemma, lemma),
            Vector256.Create(
                row.Headline, row.Tag, row.After, row.Before, (row.Before * 32) + row.After, row.Quote, row.NextNear, row.LastNear)));
        keys[5] = Groups[5].Keys(FeatureKey.Join(
            Vector256.Create(lemma, lemma, row.Tag, row.Tag, cluster, cluster, cluster, nextVerb),
            Vector256.Create(row.Frame, row.That, verb, nextVerb, nominalCluster, verbCluster, nextCluster, (row.Quote * 2) + starts)));
    }

    (uint Lemma, uint Cluster) Linked(int row) => row < 0 ? (3u, 1u) : (_rows[row].Lemma, _rows[row].Cluster);

    uint That(int at, int end)
    {
        for (var i = at + 1; i < end && i <= at + ThatReach; i++)
        {
            if (_rows[i].Word == Junctions.That)
                return (uint)(i - at);
        }

        return 0;
    }

    static uint Headline(TokenTable table, int paragraph)
    {
        var last = table.Rows[table.Paragraphs[paragraph].End - 1];
        var closed = last.Stop == Stop.Full || last.Quote != QuoteState.Outside;
        return (paragraph == 0 ? 1u : paragraph <= 2 ? 2u : 0u) + (closed ? 0u : 4u);
    }

    static uint Bucket(byte distance) => distance switch
    {
        <= 3 => distance,
        <= 5 => 4,
        <= 8 => 5,
        <= 13 => 6,
        <= 21 => 7,
        < TokenRow.Far => 8,
        _ => 9,
    };
}
