using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Learning.Tests;

/// <summary>The README's sample for C#, compiled and run; the page must show these very lines.</summary>
public sealed class ReadmeSample
{
    const string Begin = "        // README";

    [Fact]
    public void The_sample_scores_an_article()
    {
        var text = string.Join(' ', Enumerable.Repeat("The ferry board said on Monday that it will publish the tender in May, and the mayor agreed.", 5));

        // README
        var engine = Engine.Load();
        var article = new Article { Id = "1", Outlet = "The Harbour Post", Title = "Ferry tender", Text = text };
        var score = engine.Score(article);

        Console.WriteLine($"reliability {score.Reliability.Score:0} ({score.Reliability.Interval})");
        foreach (var reason in score.Contributions.Where(reason => reason.Target == "reliability").Take(3))
            Console.WriteLine($"{reason.Points:+0.0;-0.0} {reason.Feature}");

        // README
        Assert.NotNull(score.Reliability.Score);
    }

    [Fact]
    public void The_page_shows_what_is_compiled_here()
    {
        var source = Repository.Read("tests", "ReliabilityEngine.Learning.Tests", "ReadmeSample.cs");
        var lines = source.Split(Begin + "\n")[1].Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        Assert.NotEmpty(lines);
        var page = Repository.Read("README.md");
        Assert.All(lines, line => Assert.Contains(line, page, StringComparison.Ordinal));
    }
}
