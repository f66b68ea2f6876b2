using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Tests;

public sealed class LayeringTests
{
    /// <summary>Each stage may use those before it; ratings know only numbers and the evidence's places.</summary>
    static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Text"] = [],
        ["Lexicons"] = ["Text"],
        ["Tagging"] = ["Text", "Lexicons"],
        ["Attributions"] = ["Text", "Lexicons", "Tagging"],
        ["Speculations"] = ["Text", "Lexicons", "Tagging", "Attributions"],
        ["Analysis"] = ["Text", "Lexicons", "Tagging", "Attributions", "Speculations"],
        ["Features"] = ["Text", "Lexicons", "Tagging", "Attributions", "Speculations", "Analysis"],
        ["Rules"] = ["Text", "Lexicons", "Tagging", "Attributions", "Speculations", "Analysis", "Features"],
        ["Origins"] = ["Text", "Lexicons", "Tagging", "Attributions", "Speculations", "Analysis"],
        ["Ratings"] = ["Text"],
    };

    [Fact]
    public void Stages_know_only_the_stages_before_them() =>
        Assert.Empty(Layering.Breaches("ReliabilityEngine", "ReliabilityEngine", Arrows));
}
