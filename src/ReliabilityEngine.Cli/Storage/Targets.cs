namespace ReliabilityEngine.Cli.Storage;

/// <summary>The targets that have columns of their own.</summary>
static class Targets
{
    public const string Reliability = "reliability";
    public const string Bias = "bias";
}
