using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests;

public sealed class LayeringTests
{
    static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Configuration"] = [],
        ["Ingestion"] = ["Configuration"],
        ["Storage"] = ["Configuration"],
        ["Reports"] = ["Configuration"],
        ["Worker"] = ["Configuration", "Ingestion", "Storage"],
        ["Web"] = ["Configuration", "Ingestion", "Storage", "Reports"],
        ["Commands"] = ["Configuration", "Worker", "Ingestion", "Storage", "Reports", "Web"],
    };

    [Fact]
    public void Only_commands_bring_the_parts_together() =>
        Assert.Empty(Layering.Breaches("ReliabilityEngine.Cli", "ReliabilityEngine.Cli", Arrows));
}
