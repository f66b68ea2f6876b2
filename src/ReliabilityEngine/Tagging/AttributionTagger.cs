using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tagging;

/// <summary>Finds attributions by learned weights: likely cues, then source and content of each, then which of them to believe.</summary>
sealed class AttributionTagger(LabelChain cues, LabelChain roles, CueRates rates, Forest judge, float threshold)
{
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
        var (labels, chain) = (new Vector256<float>[table.Rows.Length], sums.Chain);
        Span<uint> keys = stackalloc uint[CueFeatures.Most];
        for (var p = 0; p < table.Paragraphs.Length; p++)
        {
            var paragraph = table.Paragraphs[p];
            var features = new CueFeatures(table, p);
            var scores = new Vector256<float>[paragraph.Count];
            var junctions = new byte[paragraph.Count];
            for (var i = 0; i < scores.Length; i++)
            {
                var row = features.At(paragraph.First + i);
                var own = new TemplateList(keys, 0, ordered: false);
                features.WriteOwn(paragraph.First + i, row, ref own);
                scores[i] = chain.Convert(chain.Weights.Sum(keys[..own.Count]) + sums.Of(row));
                junctions[i] = Junctions.Of(table.Rows, paragraph.First + i, paragraph.First);
            }

            chain.Marginals(scores, junctions, labels.AsSpan(paragraph.First, paragraph.Count));
        }

        return labels;
    }

    /// <summary>The candidates with their parts, in text order.</summary>
    public static List<Candidate> SecondPass(TokenTable table, Vector256<float>[] labels, RoleSums sums)
    {
        var tagger = new RoleTagger(table, labels, sums);
        var candidates = new List<Candidate>();
        for (var p = 0; p < table.Paragraphs.Length; p++)
        {
            var cues = CueCandidates.Find(p, table.Paragraphs[p], labels);
            for (var i = 0; i < cues.Count; i++)
                candidates.Add(tagger.Tag(cues, i));
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
