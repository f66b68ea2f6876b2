using System.Runtime.Intrinsics;
using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Tests.Tagging;

public sealed class WeightTableTests
{
    static readonly Dictionary<uint, ulong> Entries = RandomEntries(100_000);
    static readonly WeightTable Table = new(Entries.Select(pair => (pair.Key, pair.Value)), 1);

    [Fact]
    public void Sums_the_weights_of_known_keys_and_of_no_others()
    {
        var left = Entries.Where(pair => Table.Knows(pair.Key)).ToList();
        Assert.InRange(left.Count, 90_000, Entries.Count);
        Assert.All(left.Where(pair => !IsTakenForAnother(pair.Key)), pair => AssertWeights(Table, pair.Key, pair.Value));
        var random = new Random(2);
        var unknown = Enumerable.Range(0, 100_000).Select(_ => (uint)random.Next(1 << FeatureKey.Bits))
            .Where(key => !Entries.ContainsKey(key) && !IsTakenForAnother(key)).ToList();
        Assert.NotEmpty(unknown);
        Assert.All(unknown, key => AssertWeights(Table, key, 0));
    }

    [Fact]
    public void Looks_at_the_heaviest_features_where_too_many_meet()
    {
        var heavy = Entries.OrderByDescending(pair => Weight(pair.Value)).Take(10_000).Count(pair => !Table.Knows(pair.Key));
        var light = Entries.OrderBy(pair => Weight(pair.Value)).Take(10_000).Count(pair => !Table.Knows(pair.Key));
        Assert.InRange(heavy, 0, light / 4);
    }

    [Fact]
    public void Eight_keys_together_have_the_sum_that_they_have_one_by_one()
    {
        var random = new Random(3);
        uint[] known = [.. Entries.Keys];
        for (var i = 0; i < 5000; i++)
        {
            var keys = Enumerable.Range(0, FeatureGroup.Size)
                .Select(_ => random.Next(3) == 0 ? (uint)random.Next(1 << FeatureKey.Bits) : known[random.Next(known.Length)]).ToArray();
            Assert.Equal(Lanes(Table.Sum(keys.AsSpan())), Lanes(Table.Sum(Vector256.Create(keys))));
        }
    }

    [Fact]
    public void Adds_up_over_keys()
    {
        var table = new WeightTable([(5, 0x01), (6, 0x02FF), (7, 0x7F00)], 0.5f);
        ReadOnlySpan<uint> keys = [5, 6, 7, 8];
        var sum = table.Sum(keys);
        Assert.Equal(0, sum[0]);
        Assert.Equal(129, sum[1]);
    }

    [Fact]
    public void Refuses_more_features_than_it_holds() =>
        Assert.Throws<ArgumentException>(() => new WeightTable(Enumerable.Range(0, 250_000).Select(i => ((uint)i, 1ul)), 1));

    static void AssertWeights(WeightTable table, uint key, ulong weights)
    {
        ReadOnlySpan<uint> keys = [key];
        var sum = table.Sum(keys);
        for (var label = 0; label < WeightTable.Labels; label++)
            Assert.Equal((sbyte)(byte)(weights >> (8 * label)), sum[label]);
    }

    /// <summary>Keys whose eight highest bits are 0 and 1 are not told apart: 0 is the tag of nothing.</summary>
    static bool IsTakenForAnother(uint key) => key >> (FeatureKey.Bits - 8) <= 1;

    static short[] Lanes(Vector128<short> sum) => [.. Enumerable.Range(0, WeightTable.Labels).Select(label => sum[label])];

    static int Weight(ulong weights) => Enumerable.Range(0, WeightTable.Labels).Sum(label => Math.Abs((int)(sbyte)(byte)(weights >> (8 * label))));

    static Dictionary<uint, ulong> RandomEntries(int count)
    {
        var random = new Random(1);
        return Enumerable.Range(0, count).Select(_ => (uint)random.Next(1, 1 << FeatureKey.Bits)).Distinct()
            .ToDictionary(key => key, _ => (ulong)random.NextInt64() & 0x00FF_FFFF_FFFF_FFFF);
    }
}
