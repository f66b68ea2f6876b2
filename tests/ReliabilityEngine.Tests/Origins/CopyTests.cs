using System.Text.Json;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Origins;
using ReliabilityEngine.Tests.Support;
using Xunit.Abstractions;

namespace ReliabilityEngine.Tests.Origins;

/// <summary>
/// What editors do to a text that is not theirs, done to every third labelled sample; the samples are of the same subjects (councils, hospitals,
/// courts, clubs, weather) and none is a copy of another.
/// </summary>
public sealed class CopyTests(ITestOutputHelper output)
{
    static readonly (Article Article, TextSketch Sketch)[] Originals = [.. Labelled().Where((_, index) => index % 3 == 0).Select(article => (article, SketchOf(article)))];

    [Theory]
    [InlineData("printed as it is", 1.0)]
    [InlineData("with another title and byline", 1.0)]
    [InlineData("without its second half", 1.0)]
    [InlineData("without the last two thirds", 0.9)]
    [InlineData("between two paragraphs of one's own", 1.0)]
    [InlineData("its paragraphs in another order", 1.0)]
    [InlineData("every fifteenth word another", 1.0)]
    [InlineData("every tenth word another", 0.95)]
    [InlineData("halved, every fifteenth word another", 0.9)]
    public void Copies_are_found(string change, double least)
    {
        Assert.NotEmpty(Originals);
        var found = Originals.Count(original => ArticleOrigin.AreCopies(original.Sketch, SketchOf(Changed(original.Article, change)), sameOutlet: false));
        output.WriteLine($"{change}: {found} of {Originals.Length}");
        Assert.True(found >= least * Originals.Length, $"{change}: {found} of {Originals.Length}");
    }

    [Fact]
    public void Texts_on_the_same_subject_are_no_copies()
    {
        var pairs = from one in Originals
                    from other in Originals
                    where string.CompareOrdinal(one.Article.Id, other.Article.Id) < 0
                    select (Copies: ArticleOrigin.AreCopies(one.Sketch, other.Sketch, sameOutlet: false), Shared: one.Sketch.SharedOfShorter(other.Sketch));
        Assert.True(pairs.Count() > 200);
        Assert.DoesNotContain(pairs, pair => pair.Copies || pair.Shared >= ArticleOrigin.Independent);
    }

    [Fact]
    public void A_sketch_comes_back_from_bytes()
    {
        var sketch = Originals[0].Sketch;
        var read = TextSketch.Read(sketch.ToBytes(), sketch.Words);
        Assert.Equal(sketch.Hashes.AsEnumerable(), read.Hashes.AsEnumerable());
        Assert.Equal(1, read.SharedOfLonger(sketch));
    }

    [Fact]
    public void The_standing_paragraphs_of_an_outlet_make_no_copies()
    {
        var standing = string.Join("\n\n", Originals[^1].Article.Text.Split("\n\n").Take(3));
        var (one, other) = (With(Originals[0].Article, standing), With(Originals[1].Article, standing));
        Assert.False(ArticleOrigin.AreCopies(SketchOf(one), SketchOf(other), sameOutlet: true));

        static Article With(Article article, string paragraphs) => article with { Text = $"{article.Text}\n\n{paragraphs}" };
    }

    static Article Changed(Article article, string change)
    {
        var paragraphs = article.Text.Split("\n\n");
        return article with
        {
            Outlet = "The Harbour Post",
            Title = "What happened, and what we know",
            Byline = "By our own correspondent",
            Text = change switch
            {
                "with another title and byline" => $"By Jo Orme\n\nQUAYSIDE, May 3 (AP) — {article.Text}\n\nShare this article",
                "without its second half" => Part(article.Text, 2),
                "without the last two thirds" => Part(article.Text, 3),
                "between two paragraphs of one's own" =>
                    $"The Harbour Post has followed this matter since it began, and will go on to. Readers have sent us letters.\n\n{article.Text}\n\nOur harbour has nothing of the kind, the harbour master told us, though there was once talk of it.",
                "its paragraphs in another order" => string.Join("\n\n", paragraphs.Reverse()),
                "every fifteenth word another" => Rewritten(article.Text, 15),
                "every tenth word another" => Rewritten(article.Text, 10),
                "halved, every fifteenth word another" => Rewritten(Part(article.Text, 2), 15),
                _ => article.Text,
            },
        };
    }

    static string Part(string text, int parts)
    {
        var words = text.Split(' ');
        return string.Join(' ', words[..Math.Max(70, words.Length / parts)]) + ".";
    }

    static string Rewritten(string text, int every) =>
        string.Join(' ', text.Split(' ').Select((word, index) => index % every == every - 1 && !word.Contains('\n', StringComparison.Ordinal) ? "meanwhile" : word));

    static TextSketch SketchOf(Article article) => TextSketch.Of(ArticleAnalyzer.Analyze(article));

    static IEnumerable<Article> Labelled() =>
        from file in Directory.GetFiles(Repository.PathOf("data", "labelled"), "*.jsonl").Order(StringComparer.Ordinal)
        from line in File.ReadLines(file)
        let json = JsonDocument.Parse(line).RootElement
        select new Article
        {
            Id = json.GetProperty("id").GetString()!,
            Outlet = json.GetProperty("outlet").GetString()!,
            Title = json.GetProperty("title").GetString(),
            Text = json.GetProperty("text").GetString()!,
        };
}
