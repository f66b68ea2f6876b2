using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Tests.Tagging;

public sealed class SumTableTests
{
    static readonly WeightTable Weights = new(Entries(), 1);

    [Fact]
    public void Holds_the_sums_that_its_features_have_one_by_one()
    {
        uint[] sizes = [3, 2, 5, 4];
        var table = new SumTable(Weights, Write, sizes);
        var seen = 0;
        for (uint a = 0; a < sizes[0]; a++)
        {
            for (uint b = 0; b < sizes[1]; b++)
            {
                for (uint c = 0; c < sizes[2]; c++)
                {
                    for (uint d = 0; d < sizes[3]; d++, seen++)
                        AssertSum(table, a, b, c, d);
                }
            }
        }

        Assert.Equal(120, seen);
    }

    [Fact]
    public void An_ordered_list_has_each_key_at_its_templates_place()
    {
        var keys = new uint[3];
        var list = new TemplateList(keys, 7, ordered: true);
        list.Add(9, 1);
        list.Add(7, 2);
        list.Add(8, 3, 4);
        Assert.Equal(3, list.Count);
        Assert.Equal([FeatureKey.Of(7, 2), FeatureKey.Of(8, FeatureKey.Join(3, 4)), FeatureKey.Of(9, 1)], keys);
    }

    static void AssertSum(SumTable table, uint a, uint b, uint c, uint d)
    {
        var keys = new uint[2];
        var list = new TemplateList(keys, 0, ordered: false);
        Write([a, b, c, d], ref list);
        var (expected, found) = (Weights.Sum(keys.AsSpan()), table[a, b, c, d]);
        for (var label = 0; label < WeightTable.Labels; label++)
            Assert.Equal(expected[label], found[label]);
    }

    static void Write(scoped ReadOnlySpan<uint> parts, ref TemplateList keys)
    {
        keys.Add(1, (parts[0] * 2) + parts[1]);
        keys.Add(2, parts[2], parts[3]);
    }

    static IEnumerable<(uint Key, ulong Weights)> Entries()
    {
        for (var i = 0u; i < 20; i++)
        {
            yield return (FeatureKey.Of(1, i), 1 + i);
            yield return (FeatureKey.Of(2, FeatureKey.Join(i % 5, i / 5)), (i + 3) << 8);
        }
    }
}
