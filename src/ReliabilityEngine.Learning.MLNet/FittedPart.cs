using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>The model of one kind of label. Safe to share between threads.</summary>
/// <param name="share">How much of the score is due to it.</param>
/// <param name="centre">The mean of what it puts out for the examples that it was fitted to.</param>
sealed class FittedPart(MLContext context, ITransformer model, Slots slots, Link link, double share, double centre)
{
    readonly EnginePool<ScoredRow> _scores = new(context, model, slots);
    readonly EnginePool<ExplainedRow> _contributions = new(context, model, slots);
    readonly float[]? _weights = WeightsOf(model);

    public double Share => share;

    public double Centre => centre;

    public ImmutableArray<RelatedModel> Related => slots.Related;

    public double Base => share * link.Score(centre);

    public bool IsLinear => _weights is not null;

    public double Predict(FeatureVector features, GramVector grams) => share * link.Score(_scores.Predict(RowOf(features, grams)).Score);

    public (double[] Features, double[] Grams) Explain(FeatureVector features, GramVector grams)
    {
        var row = RowOf(features, grams);
        var slope = share * link.Slope(centre, _scores.Predict(row).Score);
        if (_weights is not { } weights)
            return slots.PointsOf(_contributions.Predict(row).FeatureContributions.Items().ToDictionary(item => item.Key, item => slope * item.Value), grams);
        var points = slots.PointsOf(row.Features.Items().ToDictionary(item => item.Key, item => slope * weights[item.Key] * item.Value), grams);
        for (var k = 0; k < slots.Related.Length; k++)
            Unfold(slots.Related[k], slope * weights[slots.Columns.Length + k]);
        return points;

        // What a related model's word adds is what its own measurements add to that.
        void Unfold(RelatedModel related, double weight)
        {
            var said = related.Weights.Explain(features, grams);
            for (var feature = 0; feature < points.Features.Length; feature++)
                points.Features[feature] += weight * related.Gain * said.Features[feature];
            for (var gram = 0; gram < points.Grams.Length; gram++)
                points.Grams[gram] += weight * related.Gain * said.Grams[gram];
        }
    }

    /// <summary>By how much the part's score would change were a feature, each for itself, that of another article.</summary>
    public double[] Shifts(FeatureVector features, GramVector grams, FeatureVector others)
    {
        var row = RowOf(features, grams);
        var score = link.Score(_scores.Predict(row).Score);
        var related = slots.Related.Select(related => related.Weights.Shifts(features, grams, others).Select(shift => (float)(shift * related.Gain)).ToArray()).ToArray();
        return [.. Enumerable.Range(0, FeatureSet.All.Length).Select(feature => features[feature] == others[feature] ? 0 : Shift(feature))];

        double Shift(int feature)
        {
            var changed = slots.Changed(row.Features, feature, others[feature], related.Select(shifts => shifts[feature]));
            return share * (link.Score(_scores.Predict(new() { Features = changed }).Score) - score);
        }
    }

    public byte[] ToZip()
    {
        using var memory = new MemoryStream();
        context.Model.Save(model, context.Data.LoadFromEnumerable<VectorRow>([], slots.NamedSchema()).Schema, memory);
        return ModelZip.WithoutTimes(memory.ToArray());
    }

    VectorRow RowOf(FeatureVector features, GramVector grams) => new() { Features = slots.Vector(features, grams) };

    static float[]? WeightsOf(ITransformer model)
    {
        var trained = (model as ISingleFeaturePredictionTransformer<object>)?.Model;
        var linear = trained is CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator> calibrated ? calibrated.SubModel : trained as LinearModelParameters;
        return linear?.Weights.ToArray();
    }
}
