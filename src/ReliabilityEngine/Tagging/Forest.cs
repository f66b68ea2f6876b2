using System.Runtime.CompilerServices;

namespace ReliabilityEngine.Tagging;

/// <summary>A node of a decision tree: a question, or an answer where <see cref="Left"/> is negative.</summary>
/// <param name="Value">The threshold of a question (not above: left), or the answer.</param>
readonly record struct TreeNode(byte Feature, short Left, short Right, float Value)
{
    public const short Leaf = -1;
}

/// <summary>Gradient-boosted decision trees (Friedman 2001); the sum of their answers is a log-odds.</summary>
/// <remarks>
/// The trees lie one after the other, and the two ways on from a question side by side: which is taken cannot be guessed, so it
/// is added and not branched upon. An answer leads to itself, so that trees of different depths can be walked together.
/// </remarks>
sealed class Forest
{
    /// <summary>So many trees are walked at once: no step of one waits for another's.</summary>
    const int Together = 4;

    readonly IReadOnlyList<TreeNode[]> _trees;
    readonly Step[] _steps;
    readonly int[] _roots;
    readonly int[] _depths;

    /// <param name="Ways">1 for a question, 0 for an answer.</param>
    /// <param name="Next">How much further the way on lies for values not above the threshold; for others one more.</param>
    /// <param name="Value">The threshold, or the answer.</param>
    readonly record struct Step(byte Feature, byte Ways, short Next, float Value);

    public Forest(float start, IReadOnlyList<TreeNode[]> trees)
    {
        (Start, _trees) = (start, trees);
        var steps = new List<Step>();
        // What is walked together is filled up with empty trees, which answer nothing.
        var rounded = (trees.Count + Together - 1) / Together * Together;
        (_roots, _depths) = (new int[rounded], new int[rounded / Together]);
        for (var i = 0; i < rounded; i++)
        {
            _roots[i] = steps.Count;
            steps.Add(default);
            if (i < trees.Count)
                _depths[i / Together] = Math.Max(_depths[i / Together], Place(trees[i], 0, _roots[i], steps));
        }

        _steps = [.. steps];
    }

    public float Start { get; }

    public int Count => _trees.Count;

    public float Probability(ReadOnlySpan<float> features) => 1 / (1 + MathF.Exp(-LogOdds(features)));

    public float LogOdds(ReadOnlySpan<float> features)
    {
        ReadOnlySpan<Step> steps = _steps;
        var sum = Start;
        for (var i = 0; i < _depths.Length; i++)
        {
            var roots = _roots.AsSpan(i * Together, Together);
            var (a, b, c, d) = (roots[0], roots[1], roots[2], roots[3]);
            for (var depth = _depths[i]; depth > 0; depth--)
            {
                a = After(a, steps, features);
                b = After(b, steps, features);
                c = After(c, steps, features);
                d = After(d, steps, features);
            }

            sum = sum + steps[a].Value + steps[b].Value + steps[c].Value + steps[d].Value;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int After(int at, ReadOnlySpan<Step> steps, ReadOnlySpan<float> features)
    {
        var step = steps[at];
        return at + step.Next + (Convert.ToInt32(!(features[step.Feature] <= step.Value)) & step.Ways);
    }

    /// <summary>Lays a node and all below it at the place kept for it; gives its depth.</summary>
    static int Place(TreeNode[] tree, int node, int at, List<Step> steps)
    {
        var (feature, left, right, value) = tree[node];
        if (left == TreeNode.Leaf)
        {
            steps[at] = new(0, 0, 0, value);
            return 0;
        }

        var next = steps.Count;
        steps[at] = new(feature, 1, checked((short)(next - at)), value);
        steps.Add(default);
        steps.Add(default);
        return 1 + Math.Max(Place(tree, left, next, steps), Place(tree, right, next + 1, steps));
    }

    public static Forest Read(BinaryReader reader)
    {
        var start = reader.ReadSingle();
        var trees = new TreeNode[reader.ReadInt32()][];
        for (var i = 0; i < trees.Length; i++)
        {
            trees[i] = new TreeNode[reader.ReadInt16()];
            for (var k = 0; k < trees[i].Length; k++)
                trees[i][k] = new(reader.ReadByte(), reader.ReadInt16(), reader.ReadInt16(), reader.ReadSingle());
        }

        return new(start, trees);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Start);
        writer.Write(_trees.Count);
        foreach (var tree in _trees)
        {
            writer.Write((short)tree.Length);
            foreach (var node in tree)
            {
                writer.Write(node.Feature);
                writer.Write(node.Left);
                writer.Write(node.Right);
                writer.Write(node.Value);
            }
        }
    }
}
