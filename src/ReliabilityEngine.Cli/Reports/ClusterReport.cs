using System.Collections.Immutable;
using System.Globalization;
using ReliabilityEngine.Origins;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>Articles with nearly the same text, ready to be printed.</summary>
/// <param name="Articles">The oldest first.</param>
sealed record ClusterReport(ImmutableArray<SeenArticle> Articles, ImmutableArray<string> Agencies)
{
    SeenArticle First => Articles[0];

    public static ResultShape<ClusterReport> Shape { get; } = new(
        (json, cluster) =>
        {
            json.WriteStartObject();
            json.WriteList("agencies", cluster.Agencies, (writer, agency) => writer.WriteStringValue(agency));
            json.WriteList("articles", cluster.Articles, OriginJson.Write);
            json.WriteEndObject();
        },
        [
            new("articles", cluster => cluster.Articles.Length),
            new("agencies", cluster => string.Join("; ", cluster.Agencies)),
            new("first_seen", cluster => Date(cluster.First)),
            new("first_outlet", cluster => cluster.First.Outlet),
            new("title", cluster => cluster.First.Title),
            new("members", cluster => string.Join("; ", cluster.Articles.Select(Reference))),
        ],
        [
            new("articles", cluster => Numbers.Whole(cluster.Articles.Length), AlignRight: true),
            new("first seen", cluster => Date(cluster.First)),
            new("at", cluster => cluster.First.Outlet, Least: 8),
            new("agency", cluster => string.Join(", ", cluster.Agencies)),
            new("title", cluster => cluster.First.Title ?? "", Least: 10),
        ],
        cluster => cluster.Articles.Skip(1).Select(article => $"{Date(article)} {Reference(article)}"));

    static string Date(SeenArticle article) => article.Date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Reference(SeenArticle article) => $"{article.Outlet}/{article.Id}";
}
