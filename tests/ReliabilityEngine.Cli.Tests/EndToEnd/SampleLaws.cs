using System.Text.Json;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

/// <summary>What the shipped models must make of the project's own samples.</summary>
public sealed class SampleLaws
{
    /// <summary>A twin is its sample with the names of sources taken out and hedges stacked.</summary>
    [Fact]
    public void Every_sample_scores_higher_than_its_degraded_twin()
    {
        var samples = Scores("data", "samples");
        var twins = Scores("tests", "twins");
        Assert.True(samples.Count >= 14, $"{samples.Count} samples");
        Assert.Equal(samples.Count, twins.Count);
        Assert.All(samples, sample => Assert.True(sample.Value > twins[sample.Key], $"{sample.Key}: {sample.Value} and its twin {twins[sample.Key]}"));
    }

    [Fact]
    public void Careful_agency_copy_stands_above_stacked_guesswork()
    {
        var samples = Scores("data", "samples");
        Assert.True(samples["agency-dam-inspection"] > samples["guesswork-lighthouse-blackout"] + 20);
    }

    /// <summary>Reliability by file name, without its ending.</summary>
    static Dictionary<string, double> Scores(params string[] folder)
    {
        using var temporary = new TemporaryFolder();
        var cli = new CliRunner(temporary);
        return Directory.EnumerateFiles(Repository.PathOf(folder)).ToDictionary(
            file => Path.GetFileNameWithoutExtension(file)!,
            file =>
            {
                var result = cli.Run("score", file, "--no-store", "--format", "jsonl");
                return JsonDocument.Parse(result.OutLines[0]).RootElement.GetProperty("reliability").GetProperty("score").GetDouble();
            });
    }
}
