using System.Collections.Immutable;
using Microsoft.ML;

namespace ReliabilityEngine.Learning.MLNet;

/// <summary>
/// One training run. Each fit has one thread and a context of its own, so that it comes to the same every time; the folds
/// run beside one another.
/// </summary>
sealed class MLNetTraining
{
    readonly Method _method;
    readonly ExampleTable _table;
    readonly Recipe _recipe;
    readonly Design _design;
    readonly Slots _slots;

    public MLNetTraining(Method method, ExampleTable table, Recipe recipe)
    {
        (_method, _table, _recipe, _design) = (method, table, recipe, Design.Of(table, recipe));
        var labelled = Enumerable.Range(0, table.Count).Where(row => _design.Proper.Any(labels => !double.IsNaN(labels.Values[row]))).ToArray();
        _slots = Slots.Of(_design, table.Layout, labelled, method.LeastExamples(recipe, labelled.Length));
    }

    /// <param name="folds">The last may train on everything.</param>
    public IFormula[] Fit(ImmutableArray<Fold> folds, IProgress<TrainingStep>? progress, CancellationToken cancellation)
    {
        foreach (var fold in folds)
            RefuseEmpty(fold);
        progress?.Report(new("fitting", 0));
        var auxiliary = LinearLearner.FitAuxiliary(_design, _recipe, folds, cancellation);
        var (formulas, done) = (new IFormula[folds.Length], 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.For(0, folds.Length, options, i =>
        {
            formulas[i] = new MLNetFormula(_slots, [.. _design.Proper.Select(labels => Fit(labels, folds[i], auxiliary[i], cancellation))]);
            progress?.Report(new("fitting", (double)Interlocked.Increment(ref done) / folds.Length));
        });
        return formulas;
    }

    FittedPart Fit(LabelColumn labels, Fold fold, ImmutableArray<LinearWeights> auxiliary, CancellationToken cancellation)
    {
        var used = RowsOf(labels, fold).ToArray();
        // Of its own articles an auxiliary model says too much.
        var slots = _slots with
        {
            Related = [.. _design.Auxiliary.Zip(auxiliary).Where(pair => pair.First.File != labels.File)
                .Select(pair => RelatedModel.Of(pair.Second, used.Select(row => _table.Rows[row]), _recipe.AuxiliaryWeight))],
        };
        var examples = used.Select(row => ExampleOf(row, labels, slots)).ToArray();
        var context = new MLContext(_recipe.Seed);
        var data = context.Data.LoadFromEnumerable(examples.SelectMany(example => _method.Rows(example, _recipe)), slots.Schema());
        // No trainer can be stopped from outside: one under way is left to run out on a thread of its own.
        var model = Task.Run(() => _method.Fit(context, data, examples, _recipe), cancellation).WaitAsync(cancellation).GetAwaiter().GetResult();
        var outputs = new EnginePool<ScoredRow>(context, model, slots);
        return new(context, model, slots, _method.Link(_recipe.Lowest, _recipe.Highest), labels.Share, examples.Average(example => outputs.Predict(example).Score));
    }

    VectorRow ExampleOf(int row, LabelColumn labels, Slots slots)
    {
        var measured = _table.Rows[row];
        return new() { Features = slots.Vector(measured.Features, measured.Grams), Label = (float)labels.Values[row], Weight = (float)measured.Example.Weight };
    }

    void RefuseEmpty(Fold fold)
    {
        if (_design.Proper.FirstOrDefault(labels => !RowsOf(labels, fold).Any()) is { } without)
            throw new TrainingException($"fold {fold.Name}: no article with a label \"{without.Name}\" is left to train on; more outlets are needed");
    }

    IEnumerable<int> RowsOf(LabelColumn labels, Fold fold) => Enumerable.Range(0, _table.Count).Where(row => fold.Train[row] && !double.IsNaN(labels.Values[row]));
}
