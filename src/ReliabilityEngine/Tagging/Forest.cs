namespace ReliabilityEngine.Tagging;

/// <summary>A node of a decision tree: a question, or an answer where <see cref="Left"/> is negative.</summary>
/// <param name="Value">The threshold of a question (not above: left), or the answer.</param>
readonly record struct TreeNode(byte Feature, short Left, short Right, float Value)
{
    public const short Leaf = -1;
}

/// <summary>Gradient-boosted decision trees (Friedman 2001); the sum of their answers is a log-odds.</summary>
sealed class Forest(float start, IReadOnlyList<TreeNode[]> trees)
{
    readonly TreeNode[][] _trees = [.. trees];

    public float Start { get; } = start;

    public int Count => _trees.Length;

    public float Probability(ReadOnlySpan<float> features) => 1 / (1 + MathF.Exp(-LogOdds(features)));

    public float LogOdds(ReadOnlySpan<float> features)
    {
        var sum = Start;
        foreach (var tree in _trees)
        {
            var at = 0;
            while (tree[at].Left != TreeNode.Leaf)
                at = features[tree[at].Feature] <= tree[at].Value ? tree[at].Left : tree[at].Right;
            sum += tree[at].Value;
        }

        return sum;
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
        writer.Write(_trees.Length);
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
