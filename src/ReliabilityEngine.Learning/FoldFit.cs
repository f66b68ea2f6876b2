using System.Collections.Immutable;

namespace ReliabilityEngine.Learning;

/// <summary>The fits that one fold asks for: the auxiliary models, and on what they say the model proper.</summary>
sealed class FoldFit
{
    readonly Design _design;
    readonly GramMatrix _matrix;
    readonly double _auxiliaryWeight;
    readonly Lazy<(RidgeSystem Proper, ImmutableArray<Column> Columns)> _proper;

    public FoldFit(Design design, Recipe recipe, GramMatrix matrix, Fold fold)
    {
        (_design, _matrix, _auxiliaryWeight) = (design, matrix, recipe.AuxiliaryWeight);
        Auxiliary = [.. design.Auxiliary.Select(labels => Fit(labels, fold, []))];
        _proper = new(() => FitProper(design.Proper, fold));
    }

    public ImmutableArray<RidgeSystem> Auxiliary { get; }

    /// <summary>To be asked for when the auxiliary models are solved.</summary>
    public RidgeSystem Proper => _proper.Value.Proper;

    public double Predict(int row) => Proper.Predict(row, _matrix[row]);

    /// <summary>The coefficients of all models as one, and its intercept.</summary>
    public (double[] Coefficients, double Intercept) Folded()
    {
        var coefficients = Array.ConvertAll(Proper.Coefficients, value => (double)value);
        var intercept = Proper.Intercept;
        foreach (var (column, k) in _proper.Value.Columns.Select((column, k) => (column, k)))
        {
            var gain = _auxiliaryWeight / column.Deviation * Proper.Gain(k + 1);
            intercept += gain * (Auxiliary[k].Intercept - column.Mean);
            for (var i = 0; i < coefficients.Length; i++)
                coefficients[i] += gain * Auxiliary[k].Coefficients[i];
        }

        return (coefficients, intercept);
    }

    (RidgeSystem, ImmutableArray<Column>) FitProper(LabelColumn labels, Fold fold)
    {
        ImmutableArray<Column> columns = [.. Auxiliary.Select(system => Standardize(system, labels, fold))];
        return (Fit(labels, fold, columns.Select(column => column.Values)), columns);
    }

    static RidgeSystem Fit(LabelColumn labels, Fold fold, IEnumerable<float[]> columns)
    {
        var used = labels.Values.Select((value, i) => !double.IsNaN(value) && fold.Train[i]).ToArray();
        if (!used.Contains(true))
            throw new TrainingException($"fold {fold.Name}: no article with a label \"{labels.Name}\" is left to train on; more outlets are needed");
        return new(used, labels.Values, labels.Noise, columns);
    }

    /// <summary>What an auxiliary model says of every example, on the scale of those that the model proper is fitted to.</summary>
    Column Standardize(RidgeSystem system, LabelColumn labels, Fold fold)
    {
        var said = new double[_matrix.Count];
        Parallel.For(0, said.Length, row => said[row] = system.Predict(row, _matrix[row]));
        var used = Enumerable.Range(0, said.Length).Where(i => !double.IsNaN(labels.Values[i]) && fold.Train[i]).ToArray();
        var mean = used.Average(i => said[i]);
        var deviation = Math.Max(1e-9, Math.Sqrt(used.Average(i => (said[i] - mean) * (said[i] - mean))));
        return new(mean, deviation, Array.ConvertAll(said, value => (float)((value - mean) / deviation * _auxiliaryWeight)));
    }

    sealed record Column(double Mean, double Deviation, float[] Values);
}
