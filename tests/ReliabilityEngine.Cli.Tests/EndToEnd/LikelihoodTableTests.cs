using System.Text.Json;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

/// <summary>A house's own likelihoods, through every command that measures.</summary>
[Collection(TrainedModels.Name)]
public sealed class LikelihoodTableTests : IDisposable
{
    static readonly string Guesswork = Repository.PathOf("data", "samples", "guesswork-lighthouse-blackout.json");

    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public LikelihoodTableTests(TrainedDatabase trained)
    {
        _cli = new(_folder);
        trained.CopyTo(_cli.DatabasePath);
    }

    [Fact]
    public void Every_table_is_named_where_its_likelihoods_are_printed()
    {
        Assert.NotEmpty(LikelihoodTable.BuiltIn);
        Assert.All(LikelihoodTable.BuiltIn, table =>
        {
            using var analysis = JsonDocument.Parse(Assert.Single(_cli.Run("analyze", Guesswork, "--likelihood-table", table.Name).OutLines));
            Assert.Equal(table.Name, analysis.RootElement.GetProperty("likelihood_table").GetString());
            var speculations = analysis.RootElement.GetProperty("speculations");
            var chain = analysis.RootElement.GetProperty("chains")[0];
            var expected = chain.GetProperty("steps").EnumerateArray().Select(step => speculations[step.GetInt32()].GetProperty("band").GetString())
                .Select(name => LikelihoodBands.TryParse(name, out var band) ? table[band] : null).OfType<Likelihood>().Aggregate((all, next) => all * next);
            Assert.Equal(expected.Low, chain.GetProperty("likelihood")[0].GetDouble(), 6);
            Assert.Equal(expected.High, chain.GetProperty("likelihood")[1].GetDouble(), 6);
        });
        Assert.Contains("likelihoods by phia", _cli.Run("explain", Guesswork, "--likelihood-table", "phia").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_score_says_its_table_and_another_table_scores_anew()
    {
        _folder.Write("house.tsv", "# ours\nunlikely\t0\t40\neven\t40\t60\nlikely\t60\t100\n");

        var byDefault = TableOf(_cli.Run("score", Guesswork, "--format", "jsonl"));
        var byHouse = _cli.Run("score", Guesswork, "--format", "jsonl", "--likelihood-table", "house.tsv");
        var again = _cli.Run("score", Guesswork, "--format", "jsonl", "--likelihood-table", "house.tsv");
        var reported = _cli.Run("report", "article", "guesswork-lighthouse-blackout");

        Assert.Equal("icd203", byDefault);
        Assert.Equal("house.tsv", TableOf(byHouse));
        Assert.DoesNotContain("\"stored\":true", byHouse.Out, StringComparison.Ordinal);
        Assert.Contains("chains measured by the likelihood table house.tsv", byHouse.Out, StringComparison.Ordinal);
        Assert.Contains("\"stored\":true", again.Out, StringComparison.Ordinal);
        Assert.Equal("house.tsv", TableOf(again));
        Assert.Contains("likelihoods by house.tsv", reported.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("even\t4o\t60\n", "house.tsv:1: found '4o', expected a number from 0 to 100")]
    [InlineData("even\t40\t60\n", "house.tsv:1: found no band 'unlikely', expected unlikely, even and likely at least")]
    [InlineData("\u0000", "house.tsv:1: binary data, expected likelihoods in UTF-8")]
    public void A_broken_table_is_refused_with_its_line(string content, string message)
    {
        _folder.Write("house.tsv", content);

        var result = _cli.Run("analyze", Guesswork, "--likelihood-table", "house.tsv");

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Equal($"reliability: {message}", result.Error.Trim());
    }

    [Fact]
    public void A_table_that_is_not_there_is_refused_with_those_that_are()
    {
        Assert.Contains("nato: no likelihood table, expected icd203, phia, kent, ipcc or a file", _cli.Run("analyze", Guesswork, "--likelihood-table", "nato").Error, StringComparison.Ordinal);

        _folder.Write("reliability/appsettings.json", """{"LikelihoodTable": "nato"}""");
        Assert.Contains("LikelihoodTable is \"nato\", expected icd203, phia, kent, ipcc or a file", _cli.Run("config", "check").Error, StringComparison.Ordinal);

        _folder.Write("reliability/appsettings.json", """{"LikelihoodTable": "kent"}""");
        Assert.Contains("\"likelihood_table\":\"kent\"", _cli.Run("analyze", Guesswork).Out, StringComparison.Ordinal);
    }

    static string? TableOf(CliResult result)
    {
        using var json = JsonDocument.Parse(Assert.Single(result.OutLines));
        return json.RootElement.GetProperty("likelihood_table").GetString();
    }

    public void Dispose() => _folder.Dispose();
}
