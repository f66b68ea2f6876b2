using System.Numerics.Tensors;

namespace ReliabilityEngine.Learning;

/// <summary>
/// How much every example has in common with every other: the products of their vectors. With it, fitting any part of
/// the examples to any label costs products of a square matrix, whatever the number of features.
/// </summary>
sealed class GramMatrix
{
    const int Chunk = 1024;
    const int Tile = 32;

    // A column that more of the rows have is faster multiplied whole than entry by entry.
    const int RowsForEachOfRare = 8;

    GramMatrix(int count) => Rows = new(count, count);

    /// <summary>The products of each example with every other.</summary>
    public RowTable Rows { get; }

    public int Count => Rows.Width;

    public ReadOnlySpan<float> this[int row] => Rows[row];

    public static GramMatrix Build(IReadOnlyList<SparseRow> rows, int columns, CancellationToken cancellation)
    {
        var matrix = new GramMatrix(rows.Count);
        var frequent = Split(rows, columns);
        var options = new ParallelOptions { CancellationToken = cancellation };
        matrix.AddRare(rows, frequent, options);
        var dense = frequent.Count(slot => slot >= 0);
        for (var first = 0; first < dense; first += Chunk)
            matrix.AddDense(Dense(rows, frequent, first, options), options);
        matrix.Mirror();
        return matrix;
    }

    /// <summary>The products that are left when those of some columns are taken out.</summary>
    public GramMatrix Less(GramMatrix part) => Map((row, i) => TensorPrimitives.Subtract(this[i], part[i], row));

    public GramMatrix Times(double factor) => Map((row, i) => TensorPrimitives.Multiply(this[i], (float)factor, row));

    /// <summary>Gives the columns that many of the rows have a slot among the dense ones; −1 to the others.</summary>
    static int[] Split(IReadOnlyList<SparseRow> rows, int columns)
    {
        var slots = new int[columns];
        foreach (var row in rows)
        {
            foreach (var index in row.Indices)
                slots[index]++;
        }

        var next = 0;
        for (var i = 0; i < columns; i++)
            slots[i] = slots[i] > rows.Count / RowsForEachOfRare ? next++ : -1;
        return slots;
    }

    static RowTable Dense(IReadOnlyList<SparseRow> rows, int[] slots, int first, ParallelOptions options)
    {
        var dense = new RowTable(rows.Count, Chunk);
        Parallel.For(0, rows.Count, options, row =>
        {
            var entries = rows[row];
            var values = dense[row];
            for (var i = 0; i < entries.Indices.Length; i++)
            {
                var slot = slots[entries.Indices[i]] - first;
                if (slot is >= 0 and < Chunk)
                    values[slot] = entries.Values[i];
            }
        });
        return dense;
    }

    /// <summary>Adds to the lower half, a tile of rows by a tile of rows, so that both stay near the processor.</summary>
    void AddDense(RowTable dense, ParallelOptions options) => Parallel.For(0, (Count + Tile - 1) / Tile, options, tile =>
    {
        var (first, end) = (tile * Tile, Math.Min(Count, (tile + 1) * Tile));
        for (var column = 0; column < end; column += Tile)
        {
            for (var i = first; i < end; i += RowTable.Together)
            {
                for (var j = column; j < Math.Min(end, column + Tile); j += RowTable.Others)
                    AddProducts(dense, i, j);
            }
        }
    });

    void AddProducts(RowTable dense, int first, int other)
    {
        Span<float> products = stackalloc float[RowTable.Together * RowTable.Others];
        dense.Multiply(first, dense, other, products);
        for (var k = 0; k < products.Length; k++)
        {
            var (i, j) = (first + (k / RowTable.Others), other + (k % RowTable.Others));
            if (i < Count && j <= i)
                Rows[i][j] += products[k];
        }
    }

    void AddRare(IReadOnlyList<SparseRow> rows, int[] slots, ParallelOptions options)
    {
        var postings = Postings.Of(rows, slots);
        Parallel.For(0, Count, options, i =>
        {
            var row = rows[i];
            var sums = Rows[i];
            for (var k = 0; k < row.Indices.Length; k++)
            {
                if (slots[row.Indices[k]] >= 0)
                    continue;
                var value = row.Values[k];
                for (var at = postings.Starts[row.Indices[k]]; postings.Rows[at] < i; at++)
                    sums[postings.Rows[at]] += value * postings.Values[at];
                sums[i] += value * value;
            }
        });
    }

    GramMatrix Map(RowFill fill)
    {
        var result = new GramMatrix(Count);
        Parallel.For(0, Count, i => fill(result.Rows[i], i));
        return result;
    }

    void Mirror()
    {
        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < i; j++)
                Rows[j][i] = Rows[i][j];
        }
    }

    delegate void RowFill(Span<float> row, int index);

    /// <summary>For every rare column the rows that have it, in order.</summary>
    sealed record Postings(int[] Starts, int[] Rows, float[] Values)
    {
        public static Postings Of(IReadOnlyList<SparseRow> rows, int[] slots)
        {
            var starts = new int[slots.Length + 1];
            foreach (var row in rows)
            {
                foreach (var index in row.Indices)
                    starts[index + 1] += slots[index] < 0 ? 1 : 0;
            }

            for (var i = 0; i < slots.Length; i++)
                starts[i + 1] += starts[i];
            var (next, places, values) = (starts[..^1], new int[starts[^1]], new float[starts[^1]]);
            for (var i = 0; i < rows.Count; i++)
            {
                for (var k = 0; k < rows[i].Indices.Length; k++)
                {
                    if (slots[rows[i].Indices[k]] < 0)
                        (places[next[rows[i].Indices[k]]], values[next[rows[i].Indices[k]]++]) = (i, rows[i].Values[k]);
                }
            }

            return new(starts, places, values);
        }
    }
}

/// <summary>A row of a matrix with most entries zero.</summary>
readonly record struct SparseRow(int[] Indices, float[] Values)
{
    /// <summary>The entries of the columns from the first up to the end.</summary>
    public SparseRow Between(int first, int end)
    {
        var indices = Indices;
        var kept = Enumerable.Range(0, indices.Length).Where(k => indices[k] >= first && indices[k] < end).ToArray();
        var values = Values;
        return new([.. kept.Select(k => indices[k])], [.. kept.Select(k => values[k])]);
    }
}
