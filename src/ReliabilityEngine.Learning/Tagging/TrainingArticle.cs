using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>An annotated article in rows, with what the passes made of it without having seen its publisher.</summary>
sealed class TrainingArticle
{
    public TrainingArticle(AnnotatedArticle article, int fold, WordTable words, PartOfSpeechTagger tagger)
    {
        (Article, Fold) = (article, fold);
        Table = TokenTable.Of(Document.Parse(article.Text), words, tagger);
        Gold = [.. article.Attributions.Select(gold => GoldRows.Of(gold, Table)).Where(gold => !gold.Cue.IsEmpty && !gold.Content.IsEmpty)];
    }

    public AnnotatedArticle Article { get; }

    public int Fold { get; }

    public TokenTable Table { get; }

    public ImmutableArray<GoldRows> Gold { get; }

    public Vector256<float>[] Labels { get; set; } = [];

    public List<Candidate> Candidates { get; set; } = [];

    /// <summary>The gold attribution whose cue overlaps each candidate most, each taken once; null where there is none.</summary>
    public GoldRows?[] Match(IReadOnlyList<CueCandidate> candidates)
    {
        var matches = new GoldRows?[candidates.Count];
        var taken = new HashSet<GoldRows>(ReferenceEqualityComparer.Instance);
        foreach (var i in Enumerable.Range(0, candidates.Count).OrderByDescending(i => candidates[i].Probability).ThenBy(i => i))
        {
            var (shared, best) = Gold.Where(gold => !taken.Contains(gold))
                .Select(gold => (Shared: gold.Cue.Sum(cue => Shared(cue, candidates[i].Rows)), gold))
                .OrderByDescending(pair => pair.Shared).FirstOrDefault();
            if (shared > 0 && taken.Add(best))
                matches[i] = best;
        }

        return matches;
    }

    static int Shared(TokenRange a, TokenRange b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.First, b.First));
}
