using Microsoft.ML.Data;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>An example as ML.NET reads it.</summary>
sealed class SdcaRow
{
    public VBuffer<float> Features { get; set; }

    public float Label { get; set; }

    public static SdcaRow Of(SparseRow row, int columns, double label)
    {
        // ML.NET wants the indices of a sparse vector in order.
        var (indices, values) = ((int[])row.Indices.Clone(), (float[])row.Values.Clone());
        Array.Sort(indices, values);
        return new() { Features = new(columns, indices.Length, values, indices), Label = (float)label };
    }
}
