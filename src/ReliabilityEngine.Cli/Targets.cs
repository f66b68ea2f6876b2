namespace ReliabilityEngine.Cli;

/// <summary>What the models of the program predict.</summary>
static class Targets
{
    public const string Reliability = "reliability";
    public const string Bias = "bias";
}
