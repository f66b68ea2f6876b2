using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

/// <summary>A command line that is wrong is answered with what was found and what was expected, in no words of C#.</summary>
public sealed class UsageTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public UsageTests() => _cli = new(_folder);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("scroe in.txt", "scroe: no such command; did you mean score?")]
    [InlineData("conjure", "conjure: no such command, expected score, analyze, ")]
    [InlineData("report", "a command is missing, expected outlets, articles, article, clusters or drift")]
    [InlineData("report outlet", "outlet: no such command; did you mean outlets?")]
    [InlineData("score", "<path> is missing: Files (")]
    [InlineData("score in.txt --fromat json", "--fromat: no such option; did you mean --format?")]
    [InlineData("score in.txt --fromat=json", "--fromat: no such option; did you mean --format?")]
    [InlineData("score in.txt -v", "-v: no such option")]
    [InlineData("train in.jsonl --recipies x", "--recipies: no such option; did you mean --recipe?")]
    [InlineData("report outlets --verbose", "--verbose: no such option")]
    [InlineData("report outlets today", "today: expected nothing more here")]
    [InlineData("score in.txt --format xml", "--format xml: expected table, json, jsonl or csv")]
    [InlineData("report outlets --sort size", "--sort size: expected reliability, bias, articles or outlet")]
    [InlineData("import pdf in.txt", "kind pdf: expected semeval, nela, csv, warc or feed")]
    [InlineData("report outlets --limit many", "--limit many: expected a whole number, 1 or more")]
    [InlineData("report outlets --limit 0", "--limit 0: expected a whole number, 1 or more")]
    [InlineData("report articles --min 120", "--min 120: expected a number from 0 to 100")]
    [InlineData("report articles --max x", "--max x: expected a number from 0 to 100")]
    [InlineData("report drift --days -4", "--days -4: expected a whole number from 1 to 36500")]
    [InlineData("label next --limit -3", "--limit -3: expected a whole number, 1 or more")]
    [InlineData("quarantine show x", "x: expected a whole number")]
    [InlineData("evaluate extraction", "--gold is missing: A folder of annotated articles")]
    [InlineData("report outlets --db", "--db wants a value: The database; ")]
    public void It_says_what_was_found_and_what_was_expected(string arguments, string message)
    {
        _folder.Write("in.txt", "The board met.");

        var result = _cli.Run(arguments.Split(' '));

        Assert.Equal((ExitCode.BadInput, ""), (result.ExitCode, result.Out));
        Assert.StartsWith($"reliability: {message}", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(2, result.ErrorLines.Length);
        Assert.StartsWith("See: reliability ", result.ErrorLines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--odd.txt")]
    [InlineData("--", "--odd.txt")]
    public void A_file_may_be_named_like_an_option(params string[] paths)
    {
        _folder.Write("--odd.txt", "The board met on Monday.");

        Assert.Equal(ExitCode.Done, _cli.Run(["analyze", .. paths]).ExitCode);
    }

    [Fact]
    public void The_root_of_a_disk_is_no_database()
    {
        var result = _cli.Run("init", "--db", Path.GetPathRoot(_folder.Path)!);

        Assert.Equal(ExitCode.Failure, result.ExitCode);
        Assert.Contains("cannot be opened", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_home_that_is_not_there_yet_is_a_home()
    {
        if (OperatingSystem.IsWindows())
            return;
        var home = _folder.File("nobody");

        var result = _cli.RunIn(new Dictionary<string, string> { ["HOME"] = home, ["XDG_DATA_HOME"] = "", ["RELIABILITY_DB"] = "" }, "report", "outlets");

        Assert.Contains($"{home}/.local/share/reliability/reliability.db: no such database", result.Error, StringComparison.Ordinal);
    }
}
