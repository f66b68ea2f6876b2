namespace ReliabilityEngine.Learning.Tagging;

/// <summary>How a label chain is trained.</summary>
/// <param name="Rate">First step length of AdaGrad; it falls in the second half.</param>
/// <param name="Dropout">Share of features left out at each token, so that no feature is relied on alone.</param>
/// <param name="Caution">Start of AdaGrad's sums: the higher, the slower a rare feature learns.</param>
/// <param name="FewestSeen">Features seen less often are not used.</param>
/// <param name="Kept">Features kept after training, the heaviest.</param>
sealed record ChainSettings(int Rounds, float Rate, float Dropout, float Caution, int FewestSeen, int Kept)
{
    public static ChainSettings FirstPass { get; } = new(Rounds: 7, Rate: 0.02f, Dropout: 0.35f, Caution: 1, FewestSeen: 3, Kept: 120_000);

    public static ChainSettings SecondPass { get; } = new(Rounds: 6, Rate: 0.03f, Dropout: 0.3f, Caution: 1, FewestSeen: 3, Kept: 120_000);

    /// <summary>The step length of a round.</summary>
    public float RateOf(int round) => Rate * (round == Rounds - 1 ? .1f : round < Rounds / 2 ? 1 : round < Rounds * 3 / 4 ? .5f : .25f);
}
