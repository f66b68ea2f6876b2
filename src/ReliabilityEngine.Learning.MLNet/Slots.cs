using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>
/// The slots of the vectors that ML.NET is given: the n-grams that training saw, the declared features, and what models of
/// related labels say. Their names travel in ML.NET's own file, and a model is read by them.
/// </summary>
/// <param name="Columns">Each slot's place in the joint table of n-grams, or behind it in the list of features; ascending.</param>
/// <param name="Scales">What the measurement of each of these is multiplied by.</param>
/// <param name="Related">The models whose words fill the last slots.</param>
sealed record Slots(
    ImmutableArray<int> Columns, ImmutableArray<float> Scales, Standardizer Standardizer, NGramLayout Layout, ImmutableArray<RelatedModel> Related)
{
    const string SlotNames = nameof(SlotNames);

    const int None = -1;

    readonly int[] _slotOf = Inverted(Columns, Layout.Size + FeatureSet.All.Length);

    public int Count => Columns.Length + Related.Length;

    IEnumerable<string> Names => Columns.Select(NameOf).Concat(Enumerable.Range(0, Related.Length).Select(NameOfRelated));

    /// <param name="rows">The examples that are trained with.</param>
    /// <param name="leastExamples">An n-gram that stands in fewer of them has no slot.</param>
    public static Slots Of(Design design, NGramLayout layout, IEnumerable<int> rows, int leastExamples)
    {
        var examples = new int[layout.Size];
        foreach (var index in rows.SelectMany(row => design.Rows[row].Indices).Where(index => index < layout.Size))
            examples[index]++;
        ImmutableArray<int> columns = [.. Enumerable.Range(0, design.Columns).Where(column => column >= layout.Size || examples[column] >= leastExamples)];
        return new(columns, [.. columns.Select(column => column < layout.Size ? design.Rarity[column] : (float)design.FeatureScale)], design.Standardizer, layout, []);
    }

    /// <summary>The schema of rows with these slots, for training and scoring.</summary>
    public SchemaDefinition Schema()
    {
        var schema = SchemaDefinition.Create(typeof(VectorRow));
        var features = schema[nameof(VectorRow.Features)];
        // A vector without a size is refused by every trainer.
        features.ColumnType = new VectorDataViewType(NumberDataViewType.Single, Count);
        return schema;
    }

    /// <summary>The same with the slots' names, for saving.</summary>
    public SchemaDefinition NamedSchema()
    {
        var schema = Schema();
        var names = Names.Select(name => name.AsMemory()).ToArray();
        schema[nameof(VectorRow.Features)].AddAnnotation(SlotNames, new VBuffer<ReadOnlyMemory<char>>(Count, names), new VectorDataViewType(TextDataViewType.Instance, Count));
        return schema;
    }

    /// <summary>Refuses a model that was saved with other slots.</summary>
    /// <param name="file">The file's name, for messages.</param>
    public void Check(DataViewSchema schema, string file)
    {
        var saved = default(VBuffer<ReadOnlyMemory<char>>);
        if (schema.GetColumnOrNull(nameof(VectorRow.Features)) is { } column && column.Annotations.Schema.GetColumnOrNull(SlotNames) is not null)
            column.Annotations.GetValue(SlotNames, ref saved);
        if (saved.Length != Count)
            throw new ModelException($"{file}: ML.NET's model has {saved.Length} named slots, expected {Count}; train it again");
        foreach (var (found, expected) in saved.DenseValues().Zip(Names))
        {
            if (!found.Span.SequenceEqual(expected))
                throw new ModelException($"{file}: made for other features: ML.NET's model has a slot \"{found}\", expected \"{expected}\"; train it again");
        }
    }

    public VBuffer<float> Vector(FeatureVector features, GramVector grams)
    {
        var (slots, values) = (new List<int>(grams.Count + FeatureSet.All.Length), new List<float>(grams.Count + FeatureSet.All.Length));
        for (var k = 0; k < grams.Count; k++)
        {
            if (_slotOf[grams.Indices[k]] is not None and var slot)
                Take(slot, grams.Values[k] * Scales[slot]);
        }

        for (var feature = 0; feature < FeatureSet.All.Length; feature++)
            Take(SlotOf(feature), (float)Standardizer.Scale(feature, features[feature]) * Scales[SlotOf(feature)]);
        for (var k = 0; k < Related.Length; k++)
            Take(Columns.Length + k, Related[k].Value(features, grams));
        var (indices, entries) = (slots.ToArray(), values.ToArray());
        // ML.NET wants the indices of a sparse vector in order.
        Array.Sort(indices, entries);
        return new(Count, indices.Length, entries, indices);

        void Take(int slot, float value)
        {
            slots.Add(slot);
            values.Add(value);
        }
    }

    /// <summary>The vector of an article with another value of one feature.</summary>
    /// <param name="related">What that adds to each related model's word.</param>
    public VBuffer<float> Changed(VBuffer<float> vector, int feature, double value, IEnumerable<float> related)
    {
        var (indices, values) = (vector.GetIndices().ToArray(), vector.GetValues().ToArray());
        // The features and related models are the last slots, and each has an entry.
        var firstRelated = values.Length - Related.Length;
        values[firstRelated - FeatureSet.All.Length + feature] = (float)Standardizer.Scale(feature, value) * Scales[SlotOf(feature)];
        foreach (var (shift, k) in related.Select((shift, k) => (shift, k)))
            values[firstRelated + k] += shift;
        return new(Count, values.Length, values, indices);
    }

    /// <summary>Points by slot, as those of features and n-grams.</summary>
    public (double[] Features, double[] Grams) PointsOf(IReadOnlyDictionary<int, double> slots, GramVector grams) => (
        [.. Enumerable.Range(0, FeatureSet.All.Length).Select(feature => slots.GetValueOrDefault(SlotOf(feature)))],
        [.. grams.Indices.Select(index => _slotOf[index] is not None and var slot ? slots.GetValueOrDefault(slot) : 0)]);

    int SlotOf(int feature) => _slotOf[Layout.Size + feature];

    string NameOf(int column)
    {
        if (column >= Layout.Size)
            return FeatureSet.All[column - Layout.Size].Name;
        var block = Layout.BlockOf(column);
        return string.Create(CultureInfo.InvariantCulture, $"{block}/{column - Layout.Offsets[block]}");
    }

    static int[] Inverted(ImmutableArray<int> columns, int size)
    {
        var slots = new int[size];
        Array.Fill(slots, None);
        for (var slot = 0; slot < columns.Length; slot++)
            slots[columns[slot]] = slot;
        return slots;
    }

    static string NameOfRelated(int related) => string.Create(CultureInfo.InvariantCulture, $"related/{related}");
}
