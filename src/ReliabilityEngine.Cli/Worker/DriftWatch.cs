using ReliabilityEngine.Cli.Storage;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Learning.Cards;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Worker;

/// <summary>Holds what is scored now against what the models were trained on.</summary>
/// <param name="fewest">With fewer articles nothing is said.</param>
sealed class DriftWatch(Database database, IEnumerable<Model> models, DateTimeOffset since, int fewest)
{
    const int MostMeasured = 1000;

    readonly DriftQuery _query = new(database, since);

    public IEnumerable<DriftFinding> Findings() => Scores().Concat(Features()).Concat(Outlets());

    public IEnumerable<DriftFinding> Scores() => models.Where(model => model.Target is Targets.Reliability or Targets.Bias).Select(Score);

    DriftFinding Score(Model model)
    {
        var scores = _query.Scores(model.Target, model.Version);
        var trained = CardOf(model) is { } card ? CardScores.Read(card) : null;
        var now = scores.Count > 0 ? scores.Average() : (double?)null;
        if (scores.Count < fewest || trained is null)
            return new("score", model.Target, scores.Count, trained?.Mean, now, null, DriftState.Unknown);
        var index = Drift.StabilityIndex(trained.Tenths, scores);
        return new("score", model.Target, scores.Count, trained.Mean, now, index, Drift.OfIndex(index));
    }

    /// <summary>In standard deviations of the training examples, on the scale that the models read them by; the steady ones are left out.</summary>
    IEnumerable<DriftFinding> Features()
    {
        var measurements = new MeasurementTable(database);
        List<FeatureVector> vectors = [.. _query.Newest(MostMeasured).Select(row => measurements.Find(row.Article, row.Extractor)).OfType<Measurements>().Select(found => found.Features)];
        if (vectors.Count < fewest || models.FirstOrDefault() is not { } model)
            return [];
        return FeatureSet.All.Select((feature, index) => (feature.Name, Shift: vectors.Average(vector => model.Standardized(index, vector[index])), Now: vectors.Average(vector => vector[index])))
            .Select(row => new DriftFinding("feature", row.Name, vectors.Count, null, row.Now, row.Shift, Drift.OfShift(row.Shift)))
            .Where(finding => finding.State != DriftState.Steady).OrderByDescending(finding => Math.Abs(finding.Measure!.Value));
    }

    /// <summary>Outlets whose late articles score otherwise than those before.</summary>
    IEnumerable<DriftFinding> Outlets() => _query.ByOutlet().GroupBy(row => row.Outlet, StringComparer.Ordinal)
        .Select(outlet => OutletShift.Between(
            outlet.Key, [.. outlet.Where(row => !row.IsLate).Select(row => row.Reliability)], [.. outlet.Where(row => row.IsLate).Select(row => row.Reliability)]))
        .OfType<OutletShift>().Where(shift => shift.State != DriftState.Steady)
        .OrderByDescending(shift => Math.Abs(shift.T))
        .Select(shift => new DriftFinding("outlet", shift.Outlet, shift.Articles, shift.Before, shift.Now, shift.T, shift.State));

    string? CardOf(Model model) =>
        _query.Card(model.Version) ?? ShippedModel.All.FirstOrDefault(shipped => shipped.Version == model.Version)?.Card;
}
