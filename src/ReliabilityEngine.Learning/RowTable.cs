using System.Numerics;
using System.Runtime.InteropServices;

namespace ReliabilityEngine.Learning;

/// <summary>Rows of numbers side by side, whose products with other rows come out several at a time, each number read once for all.</summary>
sealed class RowTable
{
    /// <summary>So many rows, times <see cref="Others"/> rows of another table, keep their sums in the processor's registers.</summary>
    public const int Together = 4;

    public const int Others = 2;

    readonly int _stride;
    readonly float[] _values;

    public RowTable(int rows, int width)
    {
        (Width, _stride) = (width, RoundUp(width, Vector<float>.Count));
        _values = new float[(long)RoundUp(RoundUp(rows, Together), Others) * _stride];
    }

    public int Width { get; }

    public Span<float> this[int row] => _values.AsSpan(row * _stride, Width);

    /// <summary>The products of <see cref="Together"/> rows with <see cref="Others"/> rows of a table of the same width, row by row.</summary>
    public void Multiply(int first, RowTable table, int other, Span<float> products)
    {
        var a = Vectors(first);
        var b = Vectors(first + 1);
        var c = Vectors(first + 2);
        var d = Vectors(first + 3);
        var x = table.Vectors(other);
        var y = table.Vectors(other + 1);
        var (ax, bx, cx, dx) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        var (ay, by, cy, dy) = (ax, bx, cx, dx);
        for (var k = 0; k < a.Length; k++)
        {
            var (xk, yk) = (x[k], y[k]);
            (ax, ay) = (Vector.FusedMultiplyAdd(a[k], xk, ax), Vector.FusedMultiplyAdd(a[k], yk, ay));
            (bx, by) = (Vector.FusedMultiplyAdd(b[k], xk, bx), Vector.FusedMultiplyAdd(b[k], yk, by));
            (cx, cy) = (Vector.FusedMultiplyAdd(c[k], xk, cx), Vector.FusedMultiplyAdd(c[k], yk, cy));
            (dx, dy) = (Vector.FusedMultiplyAdd(d[k], xk, dx), Vector.FusedMultiplyAdd(d[k], yk, dy));
        }

        (products[0], products[1], products[2], products[3]) = (Vector.Sum(ax), Vector.Sum(ay), Vector.Sum(bx), Vector.Sum(by));
        (products[4], products[5], products[6], products[7]) = (Vector.Sum(cx), Vector.Sum(cy), Vector.Sum(dx), Vector.Sum(dy));
    }

    ReadOnlySpan<Vector<float>> Vectors(int row) => MemoryMarshal.Cast<float, Vector<float>>(_values.AsSpan(row * _stride, _stride));

    static int RoundUp(int value, int unit) => (value + unit - 1) / unit * unit;
}
