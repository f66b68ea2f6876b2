using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ReliabilityEngine.Learning;

/// <summary>The fits that one fold asks for: the auxiliary models, and on what they say a model for each kind of label.</summary>
sealed class FoldFit
{
    readonly Design _design;
    readonly GramMatrix _matrix;
    readonly double _auxiliaryWeight;
    readonly Lazy<ImmutableArray<Part>> _parts;

    public FoldFit(Design design, Recipe recipe, GramMatrix matrix, Fold fold)
    {
        (_design, _matrix, _auxiliaryWeight) = (design, matrix, recipe.AuxiliaryWeight);
        Auxiliary = [.. design.Auxiliary.Select(labels => Fit(labels, fold, []))];
        _parts = new(() => [.. design.Proper.Select(labels => FitPart(labels, fold))]);
    }

    public ImmutableArray<RidgeSystem> Auxiliary { get; }

    /// <summary>To be asked for when the auxiliary models are solved.</summary>
    public ImmutableArray<RidgeSystem> Proper => [.. _parts.Value.Select(part => part.System)];

    /// <summary>What the fold's model says of the examples that it is to judge.</summary>
    public ImmutableArray<double> Predict(Fold fold)
    {
        var said = new double[fold.Test.Length];
        foreach (var part in _parts.Value)
            TensorPrimitives.MultiplyAdd(part.System.Predict(fold.Test, _matrix), part.Labels.Share, said, said);
        return [.. said];
    }

    /// <summary>The coefficients of all models as one, and its intercept.</summary>
    public (double[] Coefficients, double Intercept) Folded()
    {
        var (coefficients, intercept) = (new double[_matrix.Count], 0.0);
        foreach (var part in _parts.Value)
        {
            intercept += part.Labels.Share * part.System.Intercept;
            Add(part.System, part.Labels.Share);
            foreach (var (column, k) in part.Columns.Select((column, k) => (column, k)))
            {
                var gain = part.Labels.Share * _auxiliaryWeight / column.Deviation * part.System.Gain(k + 1);
                intercept += gain * (column.System.Intercept - column.Mean);
                Add(column.System, gain);
            }
        }

        return (coefficients, intercept);

        void Add(RidgeSystem system, double gain)
        {
            for (var i = 0; i < coefficients.Length; i++)
                coefficients[i] += gain * system.Coefficients[i];
        }
    }

    Part FitPart(LabelColumn labels, Fold fold)
    {
        ImmutableArray<Column> columns =
            [.. Auxiliary.Zip(_design.Auxiliary).Where(pair => pair.Second.File != labels.File).Select(pair => Standardize(pair.First, labels, fold))];
        return new(labels, Fit(labels, fold, columns.Select(column => column.Values)), columns);
    }

    static RidgeSystem Fit(LabelColumn labels, Fold fold, IEnumerable<float[]> columns)
    {
        var used = labels.Values.Select((value, i) => !double.IsNaN(value) && fold.Train[i]).ToArray();
        if (!used.Contains(true))
            throw new TrainingException($"fold {fold.Name}: no article with a label \"{labels.Name}\" is left to train on; more outlets are needed");
        return new(used, labels.Values, labels.Penalties, columns);
    }

    /// <summary>What an auxiliary model says of the examples that a model proper is fitted to or judges, on the scale of the former.</summary>
    Column Standardize(RidgeSystem system, LabelColumn labels, Fold fold)
    {
        var used = Enumerable.Range(0, _matrix.Count).Where(i => !double.IsNaN(labels.Values[i]) && fold.Train[i]).ToArray();
        int[] rows = [.. used, .. fold.Test];
        var said = system.Predict(rows, _matrix);
        var mean = said.Take(used.Length).Average();
        var deviation = Math.Max(1e-9, Math.Sqrt(said.Take(used.Length).Average(value => (value - mean) * (value - mean))));
        var column = new float[_matrix.Count];
        foreach (var (row, value) in rows.Zip(said))
            column[row] = (float)((value - mean) / deviation * _auxiliaryWeight);
        return new(system, mean, deviation, column);
    }

    sealed record Part(LabelColumn Labels, RidgeSystem System, ImmutableArray<Column> Columns);

    sealed record Column(RidgeSystem System, double Mean, double Deviation, float[] Values);
}
