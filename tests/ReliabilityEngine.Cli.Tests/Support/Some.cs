using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Cli.Worker;
using ReliabilityEngine.Features;
using ReliabilityEngine.Ratings;
using ReliabilityEngine.Speculations;

namespace ReliabilityEngine.Cli.Tests.Support;

/// <summary>Values of which any will do.</summary>
static class Some
{
    public const string Text =
        """
        The harbour board will close the north quay in May, its chair, Ada Quill, said on Monday. "The piles are worn," she said.

        A person familiar with the plan said that the work might take two years. It probably will, since the piles are worn.
        """;

    public static Article Article(string id = "quay", string outlet = "The Harbour Post", string text = Text) => new()
    {
        Id = id,
        Outlet = outlet,
        Title = "North quay to close",
        Text = text,
        Published = new DateTimeOffset(2025, 3, 4, 5, 6, 7, TimeSpan.Zero),
    };

    public static ArticleScore Score(double reliability = 71.3, string model = "model-1") => new()
    {
        Reliability = new(reliability, new(58, 81.2), 63.9),
        Bias = new(23.4, new(12, 35.1), 31),
        InformationCredibility = 2,
        Contributions =
        [
            new("reliability", FeatureSet.All[0].Name, 0.4, -6.1, [new(0, 3), new(4, 11)]),
            new("reliability", "words", 2, 1.5, [new(12, 17)], "harbour board"),
            new("reliability", "other words", 30, 12, []),
        ],
        Warnings = ["text looks truncated"],
        Models = ImmutableSortedDictionary<string, string>.Empty.Add("reliability", model).Add("bias", "model-b"),
        Extractor = Extractor.Version,
        LikelihoodTable = LikelihoodTable.Default.Name,
    };

    public static (ArticleAnalysis Analysis, FeatureVector Vector) Measured(Article article)
    {
        var analysis = ArticleAnalyzer.Analyze(article);
        return (analysis, FeatureSet.Measure(analysis));
    }

    /// <summary>The engine's own lexicons and likelihoods.</summary>
    public static Instrument Instrument { get; } = Instrument.Load(null, LikelihoodTable.Default);

    /// <summary>With more time and memory than any test needs.</summary>
    public static BoundedWork Work { get; } = new(TimeSpan.FromMinutes(1), 1 << 30, TimeProvider.System);

    /// <summary>Of a program that nobody stops.</summary>
    public sealed class Lifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication()
        {
        }
    }
}
