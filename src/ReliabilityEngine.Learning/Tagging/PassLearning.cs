using System.Runtime.Intrinsics;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Learns the two passes; each article's labels and candidates come from chains that did not see its publisher.</summary>
sealed class PassLearning(IReadOnlyList<TrainingArticle> articles, int folds, int seed, int threads)
{
    const int FirstPassLabels = 7;
    const int SecondPassLabels = 5;

    /// <summary>A gold cue that the first pass missed is taught to the second as if it had been found for certain.</summary>
    const float Certain = 1;

    public LabelChain LearnCues()
    {
        var sequences = new LabelledSequences(ChainSettings.FirstPass.FewestSeen);
        foreach (var article in articles)
            AddParagraphs(article, sequences);
        return Learn(sequences, FirstPassLabels, ChainSettings.FirstPass, chain =>
        {
            var sums = new CueSums(chain);
            return article => article.Labels = AttributionTagger.FirstPass(article.Table, sums);
        });
    }

    public LabelChain LearnRoles()
    {
        var sequences = new LabelledSequences(ChainSettings.SecondPass.FewestSeen);
        foreach (var article in articles)
            AddWindows(article, sequences);
        return Learn(sequences, SecondPassLabels, ChainSettings.SecondPass, chain =>
        {
            var sums = new RoleSums(chain);
            return article => article.Candidates = AttributionTagger.SecondPass(article.Table, article.Labels, sums);
        });
    }

    /// <summary>Trains a chain on everything and one without each fold, and lets the latter speak on the fold.</summary>
    LabelChain Learn(LabelledSequences sequences, int labels, ChainSettings settings, Func<LabelChain, Action<TrainingArticle>> applied)
    {
        LabelChain? whole = null;
        sequences.Number();
        Parallel.For(0, folds + 1, new() { MaxDegreeOfParallelism = threads }, i =>
        {
            var fold = i - 1;
            var chain = ChainLearning.Learn(sequences, labels, fold, settings, seed + i);
            if (fold < 0)
                whole = chain;
            var apply = applied(chain);
            foreach (var article in articles.Where(article => article.Fold == fold))
                apply(article);
        });
        return whole!;
    }

    static void AddParagraphs(TrainingArticle article, LabelledSequences sequences)
    {
        Span<uint> keys = stackalloc uint[CueFeatures.Most];
        var labels = GoldLabels.FirstPass(article.Table, article.Gold);
        for (var p = 0; p < article.Table.Paragraphs.Length; p++)
        {
            var paragraph = article.Table.Paragraphs[p];
            var features = new CueFeatures(article.Table, p);
            sequences.Begin(article.Fold);
            for (var i = paragraph.First; i < paragraph.End; i++)
                sequences.Add(features.Write(i, keys), Junctions.Of(article.Table.Rows, i, paragraph.First), labels[i]);
        }
    }

    static void AddWindows(TrainingArticle article, LabelledSequences sequences)
    {
        var features = new RoleFeatures(article.Table, article.Labels);
        for (var p = 0; p < article.Table.Paragraphs.Length; p++)
        {
            var found = CueCandidates.Find(p, article.Table.Paragraphs[p], article.Labels);
            var gold = article.Match(found);
            for (var i = 0; i < found.Count; i++)
            {
                if (gold[i] is { } attribution)
                    AddWindow(article, features, found, found[i], attribution, sequences);
            }

            foreach (var missed in article.Gold.Except(gold.OfType<GoldRows>(), ReferenceEqualityComparer.Instance).Cast<GoldRows>())
            {
                if (!article.Table.Paragraphs[p].Contains(missed.Cue[0].First))
                    continue;
                var cue = new CueCandidate(p, missed.Cue[0], Certain);
                AddWindow(article, features, [.. found, cue], cue, missed, sequences);
            }
        }
    }

    static void AddWindow(
        TrainingArticle article, RoleFeatures features, List<CueCandidate> candidates, CueCandidate of, GoldRows gold,
        LabelledSequences sequences)
    {
        Span<uint> keys = stackalloc uint[RoleFeatures.Most * 2];
        var around = new Surroundings(article.Table, new(article.Table.Paragraphs[of.Paragraph], candidates), of);
        var view = new CueView(article.Table, around);
        var cue = around.Cue.Rows;
        var labels = GoldLabels.SecondPass(around.Window, gold);
        sequences.Begin(article.Fold);
        for (var i = around.Window.First; i < around.Window.End; i++)
        {
            var token = features.Towards(i, view, around.CuesOf(article.Table.Rows[i].Sentence));
            sequences.Add(
                features.Write(i, token, view, keys), Junctions.Of(article.Table.Rows, i, around.Window.First, cue), labels[i - around.Window.First]);
        }
    }
}
