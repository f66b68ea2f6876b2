namespace ReliabilityEngine.Speculations;

/// <summary>The likelihood that a marker's words stand for (ICD-203), from least to most; <see cref="Open"/> has no numbers.</summary>
public enum LikelihoodBand : byte
{
    Remote,
    VeryUnlikely,
    Unlikely,
    Even,
    Likely,
    VeryLikely,
    Certain,

    /// <summary>May, might, could, perhaps: no standard gives them a number.</summary>
    Open,
}

/// <summary>A range of probabilities, each 0..1.</summary>
public readonly record struct Likelihood(double Low, double High)
{
    public static Likelihood operator *(Likelihood left, Likelihood right) => new(left.Low * right.Low, left.High * right.High);

    public static Likelihood Multiply(Likelihood left, Likelihood right) => left * right;
}
