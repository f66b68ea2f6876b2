using System.Collections.Immutable;
using ReliabilityEngine.Features;

namespace ReliabilityEngine.Learning;

/// <summary>A label as a number for every example.</summary>
/// <param name="Values">Not a number where an example has none, or cannot be judged.</param>
/// <param name="Penalties">Of the weights, over the example's own weight.</param>
/// <param name="Share">How much of the score is due to the model of this label; 0 of an auxiliary one.</param>
sealed record LabelColumn(string Name, string File, double[] Values, float[] Penalties, double Share);

/// <summary>The examples as rows of numbers: weighted n-grams, then standardised features.</summary>
sealed record Design(
    ImmutableArray<SparseRow> Rows, int Columns, ImmutableArray<LabelColumn> Proper, ImmutableArray<LabelColumn> Auxiliary,
    Standardizer Standardizer, float[] Rarity, double FeatureScale, ExampleTable Table)
{
    // A block that weighs less is left out.
    const float LeastWeight = 1e-5f;

    public static Design Of(ExampleTable table, Recipe recipe)
    {
        var weights = recipe.Train.Sum(source => source.Weight);
        ImmutableArray<LabelColumn> proper = [.. recipe.Train.Select(source => Labels(table, source, recipe.Penalty, source.Weight / weights))];
        var standardizer = Standardizer.Of(
            [.. table.Rows.Where((_, i) => IsLabelled(proper, i)).Select(row => row.Features)], recipe.LooksAt);
        var rarity = RarityOf(table, recipe);
        var scale = recipe.FeatureWeight / Math.Sqrt(FeatureSet.All.Length);
        return new([.. table.Rows.Select(row => RowOf(row, table.Layout.Size, rarity, standardizer, scale))],
            table.Layout.Size + FeatureSet.All.Length, proper,
            [.. recipe.Auxiliary.Select(source => Labels(table, source, source.Weight, 0))], standardizer, rarity, scale, table);
    }

    /// <summary>A fit's weights, one for each feature and n-gram.</summary>
    public LinearWeights Weights(FoldFit fit)
    {
        var (coefficients, intercept) = fit.Folded();
        return Primal(coefficients, intercept);
    }

    /// <summary>The weights of a fit in its dual form.</summary>
    /// <param name="coefficients">Of each example.</param>
    public LinearWeights Primal(double[] coefficients, double intercept)
    {
        var sums = new double[Columns];
        for (var i = 0; i < Rows.Length; i++)
        {
            if (coefficients[i] == 0)
                continue;
            for (var k = 0; k < Rows[i].Indices.Length; k++)
                sums[Rows[i].Indices[k]] += coefficients[i] * Rows[i].Values[k];
        }

        return Weights(sums, intercept);
    }

    /// <param name="sums">A weight for each column.</param>
    public LinearWeights Weights(double[] sums, double intercept)
    {
        ImmutableArray<float> grams = [.. Rarity.Select((rarity, index) => (float)(sums[index] * rarity))];
        var mean = Table.Rows.Where((_, i) => IsLabelled(Proper, i)).Average(row => Sum(row, grams));
        return new(intercept + mean, Standardizer, [.. sums[Rarity.Length..].Select(sum => sum * FeatureScale)], grams, mean);
    }

    static double Sum(MeasuredExample row, ImmutableArray<float> weights)
    {
        var sum = 0.0;
        for (var k = 0; k < row.Grams.Count; k++)
            sum += row.Grams.Values[k] * weights[row.Grams.Indices[k]];
        return sum;
    }

    static bool IsLabelled(ImmutableArray<LabelColumn> labels, int row) => labels.Any(column => !double.IsNaN(column.Values[row]));

    static LabelColumn Labels(ExampleTable table, LabelSource source, double penalty, double share) =>
        new(source.Name, source.File, [.. table.Rows.Select(row => row.Obstacle is null ? row.Example.ValueOf(source) ?? double.NaN : double.NaN)],
            [.. table.Rows.Select(row => (float)(penalty / row.Example.Weight))], share);

    /// <summary>The inverse document frequency of every n-gram (Spärck Jones 1972); 0 for those too rare to trust.</summary>
    static float[] RarityOf(ExampleTable table, Recipe recipe)
    {
        var counts = new int[table.Layout.Size];
        foreach (var row in table.Rows)
        {
            foreach (var index in row.Grams.Indices)
                counts[index]++;
        }

        // A fifth brings the weighted vectors back to about the length that their blocks were given.
        var rarity = Array.ConvertAll(counts, count => (float)((Math.Log((1.0 + table.Count) / (1 + count)) + 1) / 5));
        for (var block = 0; block < recipe.NGrams.Length; block++)
        {
            // The examples may have been measured for a recipe that weighs its blocks otherwise.
            var weight = (float)(recipe.NGrams[block].Weight / table.Layout.Blocks[block].Weight);
            for (var i = table.Layout.Offsets[block]; i < table.Layout.Offsets[block] + recipe.NGrams[block].Size; i++)
                rarity[i] = counts[i] < recipe.MinimumDocuments || weight < LeastWeight ? 0 : rarity[i] * weight;
        }

        return rarity;
    }

    static SparseRow RowOf(MeasuredExample row, int offset, float[] rarity, Standardizer standardizer, double scale)
    {
        var grams = Enumerable.Range(0, row.Grams.Count).Where(k => rarity[row.Grams.Indices[k]] > 0).ToArray();
        var features = FeatureSet.All.Length;
        var (indices, values) = (new int[grams.Length + features], new float[grams.Length + features]);
        for (var k = 0; k < grams.Length; k++)
        {
            indices[k] = row.Grams.Indices[grams[k]];
            values[k] = row.Grams.Values[grams[k]] * rarity[indices[k]];
        }

        for (var feature = 0; feature < features; feature++)
        {
            indices[grams.Length + feature] = offset + feature;
            values[grams.Length + feature] = (float)(standardizer.Scale(feature, row.Features[feature]) * scale);
        }

        return new(indices, values);
    }
}
