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

    /// <summary>Writes the keys for a row and returns their number.</summary>
    public int Write(int at, Span<uint> keys)
    {
        var list = new FeatureList(keys, 1);
        Words(at, ref list);
        Tags(at, ref list);
        Clusters(at, ref list);
        Marks(at, ref list);
        Place(at, ref list);
        Verbs(at, ref list);
        return list.Count;
    }

    void Words(int at, ref FeatureList list)
    {
        ref readonly var token = ref _rows[at];
        ref readonly var before = ref _rows[at - 1];
        ref readonly var after = ref _rows[at + 1];
        list.Add(0);
        list.Add(token.Word);
        list.Add(before.Word);
        list.Add(after.Word);
        list.Add(_rows[at - 2].Word);
        list.Add(_rows[at + 2].Word);
        list.Add(token.Lemma);
        list.Add(before.Lemma);
        list.Add(after.Lemma);
        list.Add(before.Lemma, token.Lemma);
        list.Add(token.Lemma, after.Lemma);
        list.Add(_rows[at - 2].Lemma, before.Lemma);
        list.Add(after.Lemma, _rows[at + 2].Lemma);
        list.Add(token.Suffix, (uint)token.Tag);
        list.Add(token.Prefix);
    }

    void Tags(int at, ref FeatureList list)
    {
        ref readonly var token = ref _rows[at];
        uint tag = (uint)token.Tag, before = (uint)_rows[at - 1].Tag, after = (uint)_rows[at + 1].Tag;
        uint twoBefore = (uint)_rows[at - 2].Tag, twoAfter = (uint)_rows[at + 2].Tag;
        list.Add(tag);
        list.Add(before);
        list.Add(after);
        list.Add(twoBefore);
        list.Add(twoAfter);
        list.Add((before * 32) + tag);
        list.Add((tag * 32) + after);
        list.Add((((twoBefore * 32) + before) * 32) + tag);
        list.Add((((before * 32) + tag) * 32) + after);
        list.Add((((tag * 32) + after) * 32) + twoAfter);
        list.Add(token.Lemma, tag);
        list.Add(token.Lemma, after);
        list.Add(token.Lemma, before);
        list.Add(token.Lemma, (before * 32) + after);
        list.Add(((uint)token.Shape * 8) + (uint)_rows[at - 1].Shape);
        list.Add(((uint)token.Shape * 8) + (uint)_rows[at + 1].Shape);
    }

    void Clusters(int at, ref FeatureList list)
    {
        ref readonly var token = ref _rows[at];
        ref readonly var before = ref _rows[at - 1];
        ref readonly var after = ref _rows[at + 1];
        list.Add(token.Cluster);
        list.Add(before.Cluster);
        list.Add(after.Cluster);
        list.Add(_rows[at + 2].Cluster);
        list.Add(_rows[at - 2].Cluster);
        list.Add(((uint)before.Cluster * 4096) + token.Cluster);
        list.Add(((uint)token.Cluster * 4096) + after.Cluster);
        list.Add(((uint)token.Cluster * 64) + (uint)after.Tag);
        list.Add(((uint)token.Cluster * 64) + (uint)before.Tag);
        list.Add(token.Cluster, ((uint)before.Tag * 64) + (uint)after.Tag);
        list.Add((((uint)before.Group * 256) + token.Group) * 256 + after.Group);
    }

    void Marks(int at, ref FeatureList list)
    {
        ref readonly var token = ref _rows[at];
        uint tag = (uint)token.Tag, quote = (uint)token.Quote;
        uint next = Bucket(token.ToMark), last = Bucket(token.FromMark);
        var nextKind = token.ToMark < TokenRow.Far ? (uint)_rows[at + token.ToMark].Quote : 0;
        var lastKind = token.FromMark < TokenRow.Far ? (uint)_rows[at - token.FromMark].Quote : 0;
        list.Add((quote * 32) + tag);
        list.Add(token.Lemma, quote);
        list.Add(token.Cluster, quote);
        list.Add(tag, (next * 4) + nextKind);
        list.Add(tag, (last * 4) + lastKind);
        list.Add((((next * 4) + nextKind) * 64) + (last * 4) + lastKind);
        list.Add(token.Lemma, (Math.Min(next, 3) * 4) + nextKind);
        list.Add(token.Lemma, (Math.Min(last, 3) * 4) + lastKind);
    }

    void Place(int at, ref FeatureList list)
    {
        ref readonly var token = ref _rows[at];
        var sentence = _table.Sentence(token.Sentence);
        uint tag = (uint)token.Tag, quote = (uint)token.Quote;
        var fromStart = Math.Min(6u, token.FromStart);
        var toEnd = Math.Min(4u, token.ToEnd);
        var ordinal = (uint)Math.Min(2, token.Sentence - _rows[_paragraph.First].Sentence);
        var isLast = sentence.End == _paragraph.End ? 1u : 0u;
        var starts = fromStart == 0 ? 1u : 0u;
        var frame = (_rows[sentence.First].Quote != QuoteState.Outside ? 1u : 0u)
            + (_rows[sentence.End - 1].Quote != QuoteState.Outside ? 2u : 0u);
        list.Add((fromStart * 32) + tag);
        list.Add((toEnd * 32) + tag);
        list.Add((((ordinal * 2) + isLast) * 8) + (quote * 2) + starts);
        list.Add((_headline * 4) + quote);
        list.Add(token.Cluster, _headline);
        list.Add(tag, _headline);
        list.Add(_rows[sentence.First].Word, tag);
        list.Add(((uint)_rows[sentence.End - 1].Stop * 32) + tag);
        list.Add((frame * 32) + tag);
        list.Add(token.Lemma, frame);
        var that = That(at, sentence.End);
        list.Add(token.Lemma, that);
        list.Add(tag, that);
    }

    void Verbs(int at, ref FeatureList list)
    {
        ref readonly var token = ref _rows[at];
        var tag = (uint)token.Tag;
        var (verb, verbCluster) = Linked(token.VerbBefore);
        var (nextVerb, nextCluster) = Linked(token.VerbAfter);
        var (nominal, nominalCluster) = Linked(token.NominalBefore);
        var nominalForm = token.NominalBefore < 0 ? 255u
            : ((uint)_rows[token.NominalBefore].Tag * 8) + (uint)_rows[token.NominalBefore].Shape;
        var starts = _rows[at - 1].Sentence != token.Sentence ? 1u : 0u;
        list.Add(verb);
        list.Add(nextVerb);
        list.Add(nominal);
        list.Add(tag, verb);
        list.Add(tag, nextVerb);
        list.Add(token.Cluster, nominalCluster);
        list.Add(tag, nominalForm);
        list.Add(token.Cluster, verbCluster);
        list.Add(token.Cluster, nextCluster);
        list.Add(nextVerb, ((uint)token.Quote * 2) + starts);
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
