using System.Collections.Immutable;
using System.Text.Json;
using ReliabilityEngine.Ratings;

namespace ReliabilityEngine.Cli.Storage;

/// <summary>A row of the table of scores.</summary>
sealed record ScoreRow(
    long Key, long Article, string Extractor, string ReliabilityModel, string BiasModel,
    double? Reliability, double? ReliabilityLow, double? ReliabilityHigh, double? ReliabilityBase,
    double? Bias, double? BiasLow, double? BiasHigh, double? BiasBase, long Credibility, string Warnings, string LikelihoodTable)
{
    public const string Columns =
        """
        key, article, extractor, reliability_model, bias_model, reliability, reliability_low, reliability_high,
        reliability_base, bias, bias_low, bias_high, bias_base, credibility, warnings, likelihood_table
        """;

    public ArticleScore ToScore(ImmutableArray<Contribution> contributions) => new()
    {
        Reliability = Target(Reliability, ReliabilityLow, ReliabilityHigh, ReliabilityBase),
        Bias = Target(Bias, BiasLow, BiasHigh, BiasBase),
        InformationCredibility = (int)Credibility,
        Contributions = contributions,
        Warnings = JsonSerializer.Deserialize<ImmutableArray<string>>(Warnings),
        Models = ImmutableSortedDictionary<string, string>.Empty
            .Add(Targets.Reliability, ReliabilityModel).Add(Targets.Bias, BiasModel),
        Extractor = Extractor,
        LikelihoodTable = LikelihoodTable,
    };

    static TargetScore Target(double? score, double? low, double? high, double? start) =>
        score is null ? TargetScore.NotJudged : new(score, new(low!.Value, high!.Value), start);
}
