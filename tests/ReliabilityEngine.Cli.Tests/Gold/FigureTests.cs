using System.Globalization;
using ReliabilityEngine.Cli.Ingestion.Gold;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Learning.Extractions;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Gold;

/// <summary>Findings of several qualities, measured on the annotated articles that come with the project.</summary>
public sealed class FigureTests
{
    static readonly string Folder = Repository.PathOf("tests", "ReliabilityEngine.Cli.Tests", "Gold");

    static readonly IReadOnlyList<GoldArticle> Articles =
        GoldFolders.Read([Repository.PathOf("data", "annotated")], []);

    public static TheoryData<string[]> Lines => Cases.Read("tests", "ReliabilityEngine.Cli.Tests", "Gold", "figures.tsv");

    [Theory, MemberData(nameof(Lines))]
    public void Figures_are_those_of_the_reference_scorers(string[] line)
    {
        var figure = Evaluate(line[0]).Layouts.Single(layout => layout.Layout == line[1]).Groups[0][line[2]];
        Assert.True(double.Parse(line[3], CultureInfo.InvariantCulture) == Numbers.Fourth(figure.Value), $"{line[^1]}: found {figure.Value}");
    }

    [Fact]
    public void Every_measure_is_among_the_figures()
    {
        var measures = Evaluate("near").Layouts.SelectMany(layout => layout.Groups[0].Figures.Select(figure => $"{layout.Layout} {figure.Measure}")).ToList();
        Assert.NotEmpty(measures);
        Assert.Equal(measures.Order(), ((IEnumerable<object[]>)Lines).Select(line => $"{line[1]} {line[2]}").Distinct().Order());
    }

    [Fact]
    public void Intervals_hold_their_figures_and_are_the_same_every_time()
    {
        var figures = AllFigures("near").ToList();
        Assert.NotEmpty(figures);
        Assert.Equal(figures, AllFigures("near"));
        Assert.All(figures.Where(figure => figure.Interval is not null), figure => Assert.InRange(figure.Value, figure.Interval!.Value.Low, figure.Interval.Value.High));
        Assert.Contains(figures, figure => figure.Interval is { } interval && interval.Low < interval.High);
    }

    [Fact]
    public void A_publisher_has_figures_of_its_own_and_the_counts_of_all_add_up()
    {
        var layout = Evaluate("near").Layouts[0];
        Assert.Equal([null, "alder-bay-news", "harbour-post"], layout.Groups.Select(group => group.Group));
        Assert.All(layout.Groups[0].Figures.Where(figure => figure.Basis.Gold is not null), figure =>
            Assert.Equal(figure.Basis.Gold, layout.Groups.Skip(1).Sum(group => group[figure.Measure].Basis.Gold)));
    }

    [Fact]
    public void Kinds_count_every_source_once()
    {
        var evaluation = Evaluate("far");
        var found = evaluation.Layouts.Single(layout => layout.Layout == "sources").Groups[0]["found"].Basis;
        Assert.Equal(found.Gold, evaluation.Kinds.Sum(kind => kind.Count));
        Assert.Equal(found.Right, evaluation.Kinds.Where(kind => kind.Pair.Found is not null).Sum(kind => kind.Count));
    }

    [Fact]
    public void The_worst_articles_come_worst_first_and_those_without_an_error_not_at_all()
    {
        var worst = Evaluate("near").Layouts.SelectMany(layout => layout.Worst.Select(article => (layout.Layout, article.Tally))).ToList();
        Assert.NotEmpty(worst);
        Assert.All(worst, article => Assert.True(article.Tally.Errors > 0));
        Assert.All(worst.Zip(worst.Skip(1)).Where(pair => pair.First.Layout == pair.Second.Layout), pair => Assert.True(pair.First.Tally.F1 <= pair.Second.Tally.F1));
        Assert.DoesNotContain(Evaluate("near").Layouts.Single(layout => layout.Layout == "chains").Worst, article => article.Article == "minutes");
    }

    static IEnumerable<Figure> AllFigures(string found) => Evaluate(found).Layouts.SelectMany(layout => layout.Groups).SelectMany(group => group.Figures);

    static ExtractionEvaluation Evaluate(string name)
    {
        var found = AnalysisFile.Read(Path.Combine(Folder, $"{name}.jsonl"));
        return ExtractionEvaluation.Of([.. Articles.Select(article => (article, found[article.Article.Id]))], worst: 20);
    }
}
