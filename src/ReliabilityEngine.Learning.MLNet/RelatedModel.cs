using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>A model of related labels, whose word is one more measurement of the model proper.</summary>
/// <param name="Mean">Of what it says of the examples that the model proper is fitted to.</param>
/// <param name="Gain">What brings it to the size of the other measurements.</param>
sealed record RelatedModel(LinearWeights Weights, double Mean, double Gain)
{
    /// <param name="examples">Those that the model proper is fitted to.</param>
    /// <param name="size">The deviation that it shall have.</param>
    public static RelatedModel Of(LinearWeights weights, IEnumerable<MeasuredExample> examples, double size)
    {
        double[] said = [.. examples.Select(example => weights.Predict(example.Features, example.Grams))];
        var mean = said.Average();
        return new(weights, mean, size / Math.Max(1e-9, Math.Sqrt(said.Average(value => (value - mean) * (value - mean)))));
    }

    public float Value(FeatureVector features, GramVector grams) => (float)((Weights.Predict(features, grams) - Mean) * Gain);
}
