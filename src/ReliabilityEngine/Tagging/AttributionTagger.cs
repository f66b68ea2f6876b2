using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>Finds attributions by learned weights: likely cues, then source and content of each, then which of them to believe.</summary>
sealed class AttributionTagger(LabelChain cues, LabelChain roles, CueRates rates, Forest judge, float threshold)
{
    /// <summary>So many rows are scored together.</summary>
    const int Together = 32;

    readonly CueSums _cueSums = new(cues);
    readonly RoleSums _roleSums = new(roles);

    public LabelChain Cues { get; } = cues;

    public LabelChain Roles { get; } = roles;

    public CueRates Rates { get; } = rates;

    public Forest Judge { get; } = judge;

    /// <summary>Candidates judged less likely are dropped.</summary>
    public float Threshold { get; } = threshold;

    /// <summary>The attributions in text order; no cue stands in another's content, and no two contents overlap.</summary>
    public ImmutableArray<TaggedAttribution> Find(TokenTable table)
    {
        var labels = FirstPass(table, _cueSums);
        var candidates = SecondPass(table, labels, _roleSums);
        var probabilities = new float[candidates.Count];
        var features = new CandidateFeatures(table, labels, candidates);
        Span<float> values = stackalloc float[CandidateFeatures.Count];
        for (var i = 0; i < probabilities.Length; i++)
        {
            features.Write(i, key => Rates[key], values);
            probabilities[i] = Judge.Probability(values);
        }

        return [.. CandidateChoice.Choose(candidates, probabilities, Threshold, table.Rows.Length)
            .Select(i => Attribution(candidates[i], probabilities[i]))];
    }

    /// <summary>The probability of each label at each row, paragraph by paragraph.</summary>
    public static Vector256<float>[] FirstPass(TokenTable table, CueSums sums)
    {
        var labels = new Vector256<float>[table.Rows.Length];
        for (var p = 0; p < table.Paragraphs.Length; p++)
        {
            var paragraph = table.Paragraphs[p];
            var scores = new Vector256<float>[paragraph.Count];
            var junctions = new byte[paragraph.Count];
            for (var i = 0; i < scores.Length; i += Together)
                Score(new(table, p), paragraph.First + i, sums, scores.AsSpan(i, Math.Min(Together, scores.Length - i)));
            for (var i = 0; i < junctions.Length; i++)
                junctions[i] = Junctions.Of(table.Rows, paragraph.First + i, paragraph.First);
            sums.Chain.Marginals(scores, junctions, labels.AsSpan(paragraph.First, paragraph.Count));
        }

        return labels;
    }

    /// <summary>Scores some rows: first the keys of all, then their weights, so that no look at the table waits for another.</summary>
    static void Score(CueFeatures features, int first, CueSums sums, Span<Vector256<float>> scores)
    {
        var groups = CueFeatures.Groups.Length;
        var chain = sums.Chain;
        Span<Vector256<uint>> keys = stackalloc Vector256<uint>[Together * groups];
        Span<Vector128<short>> totals = stackalloc Vector128<short>[Together];
        for (var i = 0; i < scores.Length; i++)
        {
            var row = features.At(first + i);
            features.WriteOwn(first + i, row, keys.Slice(i * groups, groups));
            totals[i] = sums.Of(row);
        }

        for (var i = 0; i < scores.Length; i++)
        {
            var total = totals[i];
            foreach (var group in keys.Slice(i * groups, groups))
                total += chain.Weights.Sum(group);
            scores[i] = chain.Convert(total);
        }
    }

    /// <summary>The candidates with their parts, in text order.</summary>
    public static List<Candidate> SecondPass(TokenTable table, Vector256<float>[] labels, RoleSums sums)
    {
        var tagger = new RoleTagger(table, labels, sums);
        var candidates = new List<Candidate>();
        for (var p = 0; p < table.Paragraphs.Length; p++)
        {
            var found = CueCandidates.Find(p, table.Paragraphs[p], labels);
            var cues = new LikelyCues(table.Paragraphs[p], found);
            foreach (var cue in found)
                candidates.Add(tagger.Tag(cues, cue));
        }

        return candidates;
    }

    static TaggedAttribution Attribution(Candidate candidate, float probability)
    {
        return new(
            candidate.Source is { } source ? Tokens(source) : null,
            Tokens(candidate.Cue.Rows),
            [.. candidate.Content.Select(Tokens)],
            probability);

        TokenRange Tokens(TokenRange rows) => TokenTable.TokensOf(rows, candidate.Cue.Paragraph);
    }
}
