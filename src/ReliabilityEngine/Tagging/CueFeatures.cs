using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>What tells whether a token belongs to a cue, a source or a content, seen from the token alone.</summary>
readonly ref struct CueFeatures(TokenTable table, int paragraph)
{
    public const int Most = 80;

    const int ThatReach = 5;

    readonly TokenTable _table = table;
    readonly ReadOnlySpan<TokenRow> _rows = table.Rows;
    readonly TokenRange _paragraph = table.Paragraphs[paragraph];
    readonly uint _headline = Headline(table, paragraph);

    /// <summary>Writes all keys for a row, by their templates, and returns their number.</summary>
    public int Write(int at, Span<uint> keys)
    {
        var list = new TemplateList(keys, 1, ordered: true);
        var row = At(at);
        CueSums.Write(row, ref list);
        WriteOwn(at, row, ref list);
        return list.Count;
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

    /// <summary>Writes the keys that see more of the words than small numbers.</summary>
    public void WriteOwn(int at, in RowNumbers row, ref TemplateList list)
    {
        Words(at, row, ref list);
        Clusters(at, row, ref list);
        Lemmas(at, row, ref list);
        Verbs(at, row, ref list);
    }

    void Words(int at, in RowNumbers row, ref TemplateList list)
    {
        ref readonly var token = ref _rows[at];
        ref readonly var before = ref _rows[at - 1];
        ref readonly var after = ref _rows[at + 1];
        list.Add(2, token.Word);
        list.Add(3, before.Word);
        list.Add(4, after.Word);
        list.Add(5, _rows[at - 2].Word);
        list.Add(6, _rows[at + 2].Word);
        list.Add(7, token.Lemma);
        list.Add(8, before.Lemma);
        list.Add(9, after.Lemma);
        list.Add(10, before.Lemma, token.Lemma);
        list.Add(11, token.Lemma, after.Lemma);
        list.Add(12, _rows[at - 2].Lemma, before.Lemma);
        list.Add(13, after.Lemma, _rows[at + 2].Lemma);
        list.Add(14, token.Suffix, row.Tag);
        list.Add(15, token.Prefix);
        list.Add(57, row.Opening, row.Tag);
    }

    void Clusters(int at, in RowNumbers row, ref TemplateList list)
    {
        ref readonly var token = ref _rows[at];
        ref readonly var before = ref _rows[at - 1];
        ref readonly var after = ref _rows[at + 1];
        list.Add(32, token.Cluster);
        list.Add(33, before.Cluster);
        list.Add(34, after.Cluster);
        list.Add(35, _rows[at + 2].Cluster);
        list.Add(36, _rows[at - 2].Cluster);
        list.Add(37, ((uint)before.Cluster * 4096) + token.Cluster);
        list.Add(38, ((uint)token.Cluster * 4096) + after.Cluster);
        list.Add(39, ((uint)token.Cluster * 64) + row.After);
        list.Add(40, ((uint)token.Cluster * 64) + row.Before);
        list.Add(41, token.Cluster, (row.Before * 64) + row.After);
        list.Add(42, (((uint)before.Group * 256) + token.Group) * 256 + after.Group);
        list.Add(45, token.Cluster, row.Quote);
        list.Add(55, token.Cluster, row.Headline);
    }

    void Lemmas(int at, in RowNumbers row, ref TemplateList list)
    {
        var lemma = _rows[at].Lemma;
        list.Add(26, lemma, row.Tag);
        list.Add(27, lemma, row.After);
        list.Add(28, lemma, row.Before);
        list.Add(29, lemma, (row.Before * 32) + row.After);
        list.Add(44, lemma, row.Quote);
        list.Add(49, lemma, row.NextNear);
        list.Add(50, lemma, row.LastNear);
        list.Add(60, lemma, row.Frame);
        list.Add(61, lemma, row.That);
    }

    void Verbs(int at, in RowNumbers row, ref TemplateList list)
    {
        ref readonly var token = ref _rows[at];
        var (verb, verbCluster) = Linked(token.VerbBefore);
        var (nextVerb, nextCluster) = Linked(token.VerbAfter);
        var (nominal, nominalCluster) = Linked(token.NominalBefore);
        var starts = _rows[at - 1].Sentence != token.Sentence ? 1u : 0u;
        list.Add(63, verb);
        list.Add(64, nextVerb);
        list.Add(65, nominal);
        list.Add(66, row.Tag, verb);
        list.Add(67, row.Tag, nextVerb);
        list.Add(68, token.Cluster, nominalCluster);
        list.Add(70, token.Cluster, verbCluster);
        list.Add(71, token.Cluster, nextCluster);
        list.Add(72, nextVerb, (row.Quote * 2) + starts);
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
