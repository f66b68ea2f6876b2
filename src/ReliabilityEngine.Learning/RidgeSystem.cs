using System.Numerics.Tensors;

namespace ReliabilityEngine.Learning;

/// <summary>
/// One ridge regression over some of the examples, in its dual form: a coefficient for each example. Solved by
/// conjugate gradients (Hestenes and Stiefel 1952), several at a time over one matrix.
/// </summary>
sealed class RidgeSystem
{
    const int MostSteps = 80;
    const double Tolerance = 1e-4;

    // Long enough that the ridge hardly holds the intercept back.
    const float InterceptLength = 3;

    readonly bool[] _used;
    readonly float[] _penalties;
    readonly float[][] _columns;
    readonly float[] _residual;
    readonly float[] _direction;
    readonly float[] _image;
    readonly double[] _projections;
    readonly double _goal;
    double _energy;
    bool _isGuessed;

    /// <param name="used">The examples to fit.</param>
    /// <param name="targets">What each used example shall come to.</param>
    /// <param name="penalties">Of each example: the penalty of the weights over the example's own weight.</param>
    /// <param name="columns">Dense features of this system alone, beside those in the matrix.</param>
    public RidgeSystem(bool[] used, double[] targets, float[] penalties, IEnumerable<float[]> columns)
    {
        (_used, _penalties) = (used, penalties);
        var intercept = new float[used.Length];
        Array.Fill(intercept, InterceptLength);
        _columns = [intercept, .. columns];
        _projections = new double[_columns.Length];
        Mean = Enumerable.Range(0, used.Length).Where(i => used[i]).Average(i => targets[i]);
        _residual = [.. used.Select((isUsed, i) => isUsed ? (float)(targets[i] - Mean) : 0)];
        _direction = [.. _residual];
        _image = new float[used.Length];
        Coefficients = new float[used.Length];
        _energy = Square(_residual);
        _goal = _energy * Tolerance * Tolerance;
    }

    public float[] Coefficients { get; }

    public double Mean { get; }

    /// <summary>The intercept of the fitted model.</summary>
    public double Intercept => Mean + (InterceptLength * Gain(0));

    bool IsSolved => _energy <= _goal;

    /// <summary>
    /// Takes the solution of a system over nearly the same examples for a first guess: the folds differ by a few outlets,
    /// and a quarter of the steps is left.
    /// </summary>
    public void StartFrom(RidgeSystem solved)
    {
        for (var i = 0; i < _used.Length; i++)
            Coefficients[i] = _direction[i] = _used[i] ? solved.Coefficients[i] : 0;
        _isGuessed = true;
    }

    public static void Solve(GramMatrix matrix, IReadOnlyList<RidgeSystem> systems, CancellationToken cancellation)
    {
        Apply(matrix, [.. systems.Where(system => system._isGuessed)], system => system.TakeGuess(), cancellation);
        for (var step = 0; step < MostSteps; step++)
        {
            RidgeSystem[] open = [.. systems.Where(system => !system.IsSolved)];
            if (open.Length == 0)
                return;
            Apply(matrix, open, system => system.Step(), cancellation);
        }
    }

    /// <summary>What the fitted model says of examples, used or not, in their order.</summary>
    public double[] Predict(IReadOnlyList<int> rows, GramMatrix matrix)
    {
        double[] gains = [.. Enumerable.Range(0, _columns.Length).Select(Gain)];
        var said = new double[rows.Count];
        Parallel.For(0, said.Length, i =>
        {
            said[i] = Mean + TensorPrimitives.Dot(matrix[rows[i]], Coefficients);
            for (var k = 0; k < gains.Length; k++)
                said[i] += _columns[k][rows[i]] * gains[k];
        });
        return said;
    }

    /// <summary>The fitted weight of a dense column; the intercept's is the first.</summary>
    public double Gain(int column) => TensorPrimitives.Dot(_columns[column], Coefficients);

    /// <summary>Makes the images of all directions in one pass over the matrix, and lets every system go on from its own.</summary>
    static void Apply(GramMatrix matrix, RidgeSystem[] systems, Action<RidgeSystem> goOn, CancellationToken cancellation)
    {
        var directions = new RowTable(systems.Length, matrix.Count);
        for (var k = 0; k < systems.Length; k++)
        {
            systems[k].Project();
            systems[k]._direction.CopyTo(directions[k]);
        }

        var tiles = (matrix.Count + RowTable.Together - 1) / RowTable.Together;
        Parallel.For(0, tiles, new ParallelOptions { CancellationToken = cancellation }, tile =>
        {
            for (var k = 0; k < systems.Length; k += RowTable.Others)
                Apply(matrix.Rows, tile * RowTable.Together, directions, k, systems);
        });
        Parallel.ForEach(systems, goOn);
    }

    static void Apply(RowTable matrix, int first, RowTable directions, int other, RidgeSystem[] systems)
    {
        var (end, last) = (Math.Min(matrix.Width, first + RowTable.Together), Math.Min(systems.Length, other + RowTable.Others));
        if (!systems[other].UsesAny(first, end) && !systems[last - 1].UsesAny(first, end))
            return;
        Span<float> products = stackalloc float[RowTable.Together * RowTable.Others];
        matrix.Multiply(first, directions, other, products);
        for (var row = first; row < end; row++)
        {
            for (var k = other; k < last; k++)
                systems[k].TakeImage(row, products[((row - first) * RowTable.Others) + k - other]);
        }
    }

    void Project()
    {
        for (var k = 0; k < _columns.Length; k++)
            _projections[k] = TensorPrimitives.Dot(_columns[k], _direction);
    }

    bool UsesAny(int first, int end) => _used.AsSpan(first, end - first).Contains(true);

    void TakeImage(int row, float product)
    {
        if (!_used[row])
            return;
        var sum = (double)product + (_penalties[row] * _direction[row]);
        for (var k = 0; k < _columns.Length; k++)
            sum += _columns[k][row] * _projections[k];
        _image[row] = (float)sum;
    }

    void TakeGuess()
    {
        TensorPrimitives.Subtract(_residual, _image, _residual);
        _residual.CopyTo(_direction, 0);
        _energy = Square(_residual);
        _isGuessed = false;
    }

    void Step()
    {
        var length = (float)(_energy / TensorPrimitives.Dot(_direction, _image));
        TensorPrimitives.MultiplyAdd(_direction, length, Coefficients, Coefficients);
        TensorPrimitives.MultiplyAdd(_image, -length, _residual, _residual);
        var energy = Square(_residual);
        TensorPrimitives.MultiplyAdd(_direction, (float)(energy / _energy), _residual, _direction);
        _energy = energy;
    }

    static double Square(float[] vector) => TensorPrimitives.Dot(vector, vector);
}
