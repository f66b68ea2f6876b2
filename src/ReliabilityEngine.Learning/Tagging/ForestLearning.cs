using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>How a forest is trained.</summary>
/// <param name="Ridge">Added to the curvature of every leaf, which draws its answer towards nothing.</param>
sealed record ForestSettings(int Trees, int Leaves, int FewestInLeaf, float Rate, float Ridge)
{
    public static ForestSettings Default { get; } = new(Trees: 150, Leaves: 12, FewestInLeaf: 40, Rate: 0.06f, Ridge: 5);
}

/// <summary>Trains boosted trees by Newton steps on the logistic loss (Chen and Guestrin 2016); targets may lie between 0 and 1.</summary>
sealed class ForestLearning
{
    const int Bins = 64;

    readonly ForestSettings _settings;
    readonly float[][] _thresholds;
    readonly byte[][] _bins;
    readonly float[] _gradients;
    readonly float[] _curvatures;
    readonly float[] _scores;
    readonly float[] _targets;

    ForestLearning(float[][] rows, float[] targets, ForestSettings settings)
    {
        (_settings, _targets) = (settings, targets);
        var features = rows[0].Length;
        _thresholds = [.. Enumerable.Range(0, features).Select(feature => Thresholds(rows, feature))];
        _bins = [.. Enumerable.Range(0, features).Select(feature => Binned(rows, feature, _thresholds[feature]))];
        (_gradients, _curvatures, _scores) = (new float[rows.Length], new float[rows.Length], new float[rows.Length]);
    }

    public static Forest Learn(float[][] rows, float[] targets, ForestSettings settings)
    {
        var learning = new ForestLearning(rows, targets, settings);
        var mean = targets.Average();
        var start = MathF.Log(mean / (1 - mean));
        learning._scores.AsSpan().Fill(start);
        return new(start, [.. Enumerable.Range(0, settings.Trees).Select(_ => learning.Tree())]);
    }

    static float[] Thresholds(float[][] rows, int feature)
    {
        var values = rows.Select(row => row[feature]).Order().ToArray();
        return [.. Enumerable.Range(1, Bins - 1).Select(i => values[(int)((long)i * (values.Length - 1) / Bins)]).Distinct()];
    }

    static byte[] Binned(float[][] rows, int feature, float[] thresholds) =>
        [.. rows.Select(row => Array.BinarySearch(thresholds, row[feature]) is var at && at >= 0 ? (byte)at : (byte)~at)];

    /// <summary>A leaf that may still be split, and how.</summary>
    sealed record Leaf(int[] Rows, short Node)
    {
        public float Gain { get; set; }

        public int Feature { get; set; }

        public int Bin { get; set; }
    }

    TreeNode[] Tree()
    {
        for (var i = 0; i < _scores.Length; i++)
        {
            var probability = 1 / (1 + MathF.Exp(-_scores[i]));
            (_gradients[i], _curvatures[i]) = (probability - _targets[i], probability * (1 - probability));
        }

        var nodes = new List<TreeNode> { default };
        var leaves = new List<Leaf> { Measured(new([.. Enumerable.Range(0, _scores.Length)], 0)) };
        while (leaves.Count < _settings.Leaves && leaves.MaxBy(leaf => leaf.Gain) is { Gain: > 0 } best)
        {
            leaves.Remove(best);
            Split(best, nodes, leaves);
        }

        foreach (var leaf in leaves)
            nodes[leaf.Node] = new(0, TreeNode.Leaf, TreeNode.Leaf, Answer(leaf));
        return [.. nodes];
    }

    void Split(Leaf leaf, List<TreeNode> nodes, List<Leaf> leaves)
    {
        var bins = _bins[leaf.Feature];
        var (left, right) = ((short)nodes.Count, (short)(nodes.Count + 1));
        nodes.Add(default);
        nodes.Add(default);
        nodes[leaf.Node] = new((byte)leaf.Feature, left, right, _thresholds[leaf.Feature][leaf.Bin]);
        leaves.Add(Measured(new([.. leaf.Rows.Where(row => bins[row] <= leaf.Bin)], left)));
        leaves.Add(Measured(new([.. leaf.Rows.Where(row => bins[row] > leaf.Bin)], right)));
    }

    float Answer(Leaf leaf)
    {
        var (gradient, curvature) = (0d, 0d);
        foreach (var row in leaf.Rows)
        {
            gradient += _gradients[row];
            curvature += _curvatures[row];
        }

        var answer = (float)(-gradient / (curvature + _settings.Ridge)) * _settings.Rate;
        foreach (var row in leaf.Rows)
            _scores[row] += answer;
        return answer;
    }

    Leaf Measured(Leaf leaf)
    {
        if (leaf.Rows.Length < 2 * _settings.FewestInLeaf)
            return leaf;
        Span<(double Gradient, double Curvature, int Count)> sums = stackalloc (double, double, int)[Bins];
        for (var feature = 0; feature < _bins.Length; feature++)
        {
            sums.Clear();
            var bins = _bins[feature];
            foreach (var row in leaf.Rows)
            {
                ref var sum = ref sums[bins[row]];
                sum = (sum.Gradient + _gradients[row], sum.Curvature + _curvatures[row], sum.Count + 1);
            }

            Best(leaf, feature, sums);
        }

        return leaf;
    }

    void Best(Leaf leaf, int feature, ReadOnlySpan<(double Gradient, double Curvature, int Count)> sums)
    {
        var (allGradient, allCurvature) = (0d, 0d);
        foreach (var sum in sums)
            (allGradient, allCurvature) = (allGradient + sum.Gradient, allCurvature + sum.Curvature);
        var (gradient, curvature, count) = (0d, 0d, 0);
        var parent = Worth(allGradient, allCurvature);
        for (var bin = 0; bin < _thresholds[feature].Length; bin++)
        {
            (gradient, curvature, count) = (gradient + sums[bin].Gradient, curvature + sums[bin].Curvature, count + sums[bin].Count);
            if (count < _settings.FewestInLeaf || leaf.Rows.Length - count < _settings.FewestInLeaf)
                continue;
            var gain = (float)(Worth(gradient, curvature) + Worth(allGradient - gradient, allCurvature - curvature) - parent);
            if (gain > leaf.Gain)
                (leaf.Gain, leaf.Feature, leaf.Bin) = (gain, feature, bin);
        }
    }

    double Worth(double gradient, double curvature) => gradient * gradient / (curvature + _settings.Ridge);
}
