using System.Runtime.Intrinsics;
using ReliabilityEngine.Learning.Tagging;
using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Learning.Tests.Tagging;

public sealed class ChainLearningTests
{
    const uint Begin = 11;
    const uint Any = 12;

    static readonly ChainSettings Settings = new(Rounds: 12, Rate: 0.3f, Dropout: 0, Caution: 1, FewestSeen: 1, Kept: 100);

    /// <summary>The second token of a span looks like any other: only the order tells it.</summary>
    [Fact]
    public void Learns_from_features_and_from_order()
    {
        var chain = ChainLearning.Learn(Sequences(), 3, heldOutFold: -1, Settings, seed: 1);
        uint[][] tokens = [[Any], [Begin], [Any], [Any]];
        var scores = tokens.Select(keys => chain.Score(keys)).ToArray();
        var path = new byte[scores.Length];
        chain.BestPath(scores, new byte[path.Length], new Vector256<int>[path.Length], path);
        Assert.Equal([0, 1, 2, 0], path);
        var probabilities = new Vector256<float>[scores.Length];
        chain.Marginals(scores, new byte[path.Length], probabilities);
        Assert.InRange(probabilities[1][1], 0.8f, 1f);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes() => Assert.Equal(Bytes(seed: 5), Bytes(seed: 5));

    [Fact]
    public void A_fold_left_out_is_not_learned_from()
    {
        var sequences = new LabelledSequences(fewestSeen: 1);
        sequences.Begin(fold: 0);
        sequences.Add([Begin], 0, 1);
        sequences.Begin(fold: 1);
        sequences.Add([Any], 0, 0);
        sequences.Number();
        Assert.Equal(1, ChainLearning.Learn(sequences, 3, heldOutFold: 0, Settings, 1).Weights.Count);
    }

    static byte[] Bytes(int seed)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        ChainLearning.Learn(Sequences(), 3, -1, Settings with { Dropout = 0.3f }, seed).Write(writer);
        return stream.ToArray();
    }

    static LabelledSequences Sequences()
    {
        var sequences = new LabelledSequences(fewestSeen: 1);
        for (var i = 0; i < 60; i++)
        {
            sequences.Begin(fold: i % 3);
            for (var at = 0; at < 6; at++)
            {
                var isBegin = at == i % 5;
                sequences.Add(isBegin ? [Begin] : [Any], 0, (byte)(isBegin ? 1 : at == (i % 5) + 1 ? 2 : 0));
            }
        }

        sequences.Number();
        return sequences;
    }
}
