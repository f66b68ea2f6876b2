using Microsoft.ML.Data;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>An article as ML.NET reads it, with its label where it has one.</summary>
sealed class VectorRow
{
    public VBuffer<float> Features { get; set; }

    /// <summary>In the unit of the score.</summary>
    public float Label { get; set; }

    /// <summary>The label of classifiers, whose rows come in pairs: one for the share of the range that the label reaches, one for the rest.</summary>
    public bool IsHigh { get; set; }

    public float Weight { get; set; } = 1;
}

/// <summary>What ML.NET says of a row.</summary>
sealed class ScoredRow
{
    public float Score { get; set; }
}

/// <summary>What ML.NET says of a row's features.</summary>
sealed class ExplainedRow
{
    public VBuffer<float> FeatureContributions { get; set; }
}
