using System.Runtime.Intrinsics;
using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Tests.Tagging;

/// <summary>Checks the chain against counting out every sequence of labels.</summary>
public sealed class LabelChainTests
{
    const int Labels = 5;

    static readonly LabelChain Chain = new(Labels, new([], 1), Transitions());
    static readonly Vector256<float>[] Scores = RandomScores(5);
    static readonly byte[] Junctions = [0, 3, 1, 3, 2];

    [Fact]
    public void Marginals_are_the_shares_of_all_allowed_sequences()
    {
        var probabilities = new Vector256<float>[Scores.Length];
        Chain.Marginals(Scores.ToArray(), Junctions, probabilities);
        var all = Sequences(Scores.Length).Select(path => (Path: path, Weight: Math.Exp(Score(path)))).ToList();
        Assert.NotEmpty(all);
        var total = all.Sum(sequence => sequence.Weight);
        for (var t = 0; t < Scores.Length; t++)
        {
            for (var label = 0; label < Labels; label++)
            {
                var expected = all.Where(sequence => sequence.Path[t] == label).Sum(sequence => sequence.Weight) / total;
                Assert.Equal(expected, probabilities[t][label], 0.0005);
            }
        }
    }

    [Fact]
    public void Best_path_is_the_best_of_all_allowed_sequences()
    {
        var path = new byte[Scores.Length];
        Chain.BestPath(Scores, Junctions, new Vector256<int>[Scores.Length], path);
        Assert.Equal(Sequences(Scores.Length).MaxBy(Score), path);
    }

    [Theory]
    [InlineData(0, 2, false)]
    [InlineData(1, 2, true)]
    [InlineData(2, 2, true)]
    [InlineData(3, 2, false)]
    [InlineData(4, 3, true)]
    [InlineData(2, 0, true)]
    public void A_further_label_follows_only_its_own_kind(int before, int label, bool allowed) =>
        Assert.Equal(allowed, LabelChain.Allows(before, label));

    [Fact]
    public void A_score_that_rules_everything_out_still_gives_probabilities()
    {
        Vector256<float>[] scores = [Vector256.Create(0f).WithElement(2, 500f), Vector256.Create(0f).WithElement(4, 500f)];
        var probabilities = new Vector256<float>[2];
        Chain.Marginals(scores, [0, 0], probabilities);
        Assert.All(probabilities, row => Assert.Equal(1, Vector256.Sum(row), 0.001));
    }

    static double Score(byte[] path)
    {
        double sum = Scores[0][path[0]];
        for (var t = 1; t < path.Length; t++)
            sum += Scores[t][path[t]] + LabelChain.Row(Chain.TransitionWeights, Junctions[t], path[t - 1])[path[t]];
        return sum;
    }

    static IEnumerable<byte[]> Sequences(int length)
    {
        IEnumerable<byte[]> paths = [[]];
        for (var t = 0; t < length; t++)
        {
            paths = paths.SelectMany(path => Enumerable.Range(0, Labels)
                .Where(label => LabelChain.Allows(path.Length == 0 ? 0 : path[^1], label))
                .Select(label => (byte[])[.. path, (byte)label]));
        }

        return paths;
    }

    static float[] Transitions()
    {
        var random = new Random(3);
        return [.. Enumerable.Range(0, LabelChain.Transitions).Select(_ => (float)((random.NextDouble() * 4) - 2))];
    }

    static Vector256<float>[] RandomScores(int length)
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, length).Select(_ =>
        {
            var scores = Vector256<float>.Zero;
            for (var label = 0; label < Labels; label++)
                scores = scores.WithElement(label, (float)((random.NextDouble() * 4) - 2));
            return scores;
        })];
    }
}
