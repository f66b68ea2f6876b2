using System.Runtime.Intrinsics;
using ReliabilityEngine.Tagging;

namespace ReliabilityEngine.Learning.Tagging;

/// <summary>Learns how labels follow each other at each junction.</summary>
sealed class TransitionLearning
{
    const int Lanes = LabelChain.Lanes;

    readonly int _labels;
    readonly float[] _forward = new float[LabelChain.Transitions];
    readonly float[] _backward = new float[LabelChain.Transitions];
    readonly float[] _gradient = new float[LabelChain.Transitions];
    readonly float[] _squares = new float[LabelChain.Transitions];

    public TransitionLearning(int labels)
    {
        _labels = labels;
        _squares.AsSpan().Fill(1);
        LabelChain.Exponents(labels, Weights, _forward, _backward);
    }

    public float[] Weights { get; } = new float[LabelChain.Transitions];

    /// <summary>Fills in the label probabilities of a sequence, and adds what its transitions were expected to be and were not.</summary>
    public void Observe(
        ReadOnlySpan<Vector256<float>> potentials, ReadOnlySpan<byte> junctions, ReadOnlySpan<byte> gold, Span<Vector256<float>> probabilities)
    {
        LatticePasses.Forward(potentials, junctions, _labels, _forward, probabilities);
        var beta = Vector256<float>.One;
        for (var t = potentials.Length - 1; t >= 0; t--)
        {
            if (t > 0)
                Expect(junctions[t], probabilities[t - 1], potentials[t] * beta, gold[t - 1], gold[t]);
            var joint = probabilities[t] * beta;
            probabilities[t] = joint / Vector256.Sum(joint);
            if (t > 0)
                beta = LatticePasses.Step(potentials[t] * beta, junctions[t], _labels, _backward);
        }
    }

    void Expect(byte junction, Vector256<float> before, Vector256<float> after, byte goldBefore, byte gold)
    {
        var total = 0f;
        for (var label = 0; label < _labels; label++)
            total += before[label] * Vector256.Sum(LabelChain.Row(_forward, junction, label) * after);
        for (var label = 0; label < _labels; label++)
        {
            var at = ((junction * Lanes) + label) * Lanes;
            var expected = LabelChain.Row(_forward, junction, label) * after * (before[label] / total);
            (Vector256.Create(_gradient, at) + expected).CopyTo(_gradient, at);
        }

        _gradient[(((junction * Lanes) + goldBefore) * Lanes) + gold]--;
    }

    public void Step(float rate)
    {
        for (var i = 0; i < _gradient.Length; i++)
        {
            if (_gradient[i] == 0)
                continue;
            _squares[i] += _gradient[i] * _gradient[i];
            Weights[i] -= rate * _gradient[i] / MathF.Sqrt(_squares[i]);
            _gradient[i] = 0;
        }

        LabelChain.Exponents(_labels, Weights, _forward, _backward);
    }
}
