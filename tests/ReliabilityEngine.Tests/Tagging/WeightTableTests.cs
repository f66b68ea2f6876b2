using System.Runtime.Intrinsics;
using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Tests.Tagging;

public sealed class WeightTableTests
{
    [Fact]
    public void Sums_the_weights_of_known_keys_and_of_no_others()
    {
        var random = new Random(1);
        var entries = Enumerable.Range(0, 100_000).Select(_ => (uint)random.Next(1 << FeatureKey.Bits)).Distinct()
            .ToDictionary(key => key, _ => (ulong)random.NextInt64() & 0x00FF_FFFF_FFFF_FFFF);
        var table = new WeightTable(entries.Select(pair => (pair.Key, pair.Value)), 1);
        foreach (var (key, weights) in entries)
            AssertWeights(table, key, weights);
        var unknown = Enumerable.Range(0, 100_000).Select(_ => (uint)random.Next(1 << FeatureKey.Bits))
            .Where(key => !entries.ContainsKey(key)).ToList();
        Assert.NotEmpty(unknown);
        Assert.All(unknown, key => AssertWeights(table, key, 0));
    }

    [Fact]
    public void Adds_up_over_keys()
    {
        var table = new WeightTable([(5, 0x01), (6, 0x02FF), (7, 0x7F00)], 0.5f);
        var sum = table.Sum([5, 6, 7, 8]);
        Assert.Equal(0, sum[0]);
        Assert.Equal(129, sum[1]);
    }

    [Fact]
    public void Refuses_more_features_than_it_holds() =>
        Assert.Throws<ArgumentException>(() => new WeightTable(Enumerable.Range(0, 250_000).Select(i => ((uint)i, 1ul)), 1));

    static void AssertWeights(WeightTable table, uint key, ulong weights)
    {
        var sum = table.Sum([key]);
        for (var label = 0; label < WeightTable.Labels; label++)
            Assert.Equal((sbyte)(byte)(weights >> (8 * label)), sum[label]);
    }
}
