using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

public sealed class LabelTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public LabelTests()
    {
        _cli = new(_folder);
        ScoreSamples();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Labels_of_outlets_that_the_shipped_model_was_trained_on_are_counted_apart()
    {
        var text = string.Concat(Enumerable.Repeat("The board said on Monday that it will close the quay. ", 10));
        _cli.RunWith($$"""{"id": "quay", "outlet": "cnn.com", "text": "{{text}}"}""", "score", "-");

        var added = _cli.Run("label", "add", "quay", "--reliability", "70");

        Assert.Contains("reliability: 0 of 40 labels, 0 of 4 outlets; 1 more are of outlets that the shipped model was trained on", added.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_are_added_replaced_listed_and_compared()
    {
        Add("ada", "--reliability", "20", "--note", "first sight");
        Add("ada", "--reliability", "25.50", "--leaning", "Left", "--note", "guess upon guess");
        var second = Add("ben", "--reliability", "35", "--leaning", "right");
        Assert.Contains("reliability: 1 of 40 labels, 1 of 4 outlets", second.Error, StringComparison.Ordinal);

        var list = _cli.Run("label", "list", "--format", "csv");
        Assert.Contains("ada", list.Out, StringComparison.Ordinal);
        Assert.Contains(",25.5,,,left,,guess upon guess", list.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("first sight", list.Out, StringComparison.Ordinal);

        var agreement = _cli.Run("label", "agreement");
        Assert.Contains("lie 9.5 points apart", agreement.Out, StringComparison.Ordinal);
        Assert.Contains("say the same in 0 %", agreement.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public void What_is_exported_is_imported_as_it_was(string format)
    {
        Add("ada", "--reliability", "25.5", "--hyperpartisan", "true", "--note", "a \"comma\", and\na line; =1+1");
        Add("Zoë, the second", "--leaning-score", "-12", "--bias", "0");
        Assert.Equal(0, _cli.Run("label", "add", "court-warehouse-fire", "--leaning", "center", "--labeller", "ada").ExitCode);
        var exported = _cli.Run("label", "export", "--format", format).Out;
        var file = _folder.Write($"labels.{format}", exported);
        File.Delete(_cli.DatabasePath);
        ScoreSamples();
        var import = _cli.Run("label", "import", file);
        Assert.Equal("5 labels of 2 articles taken\n", import.Out);
        Assert.Equal(exported, _cli.Run("label", "export", "--format", format).Out);
        Assert.Equal(0, _cli.RunWith(exported, "label", "import", "-").ExitCode);
        Assert.Equal(exported, _cli.Run("label", "export", "--format", format).Out);
    }

    [Fact]
    public void Rows_that_cannot_be_taken_are_named_and_the_rest_is()
    {
        var file = _folder.Write("labels.csv", "id;labeller;reliability;bias\ncourt-warehouse-fire;ada;70;999\nno-such;ada;70;\n;ada;70;\nguesswork-lighthouse-blackout;ada;;\n");
        var import = _cli.Run("label", "import", file);
        Assert.Equal((0, "1 label of 1 article taken; 4 rows with troubles\n"), (import.ExitCode, import.Out));
        Assert.Contains("labels.csv:2: bias is \"999\", expected a number from 0 to 100", import.Error, StringComparison.Ordinal);
        Assert.Contains("labels.csv:3: no-such is not in the database; score it first", import.Error, StringComparison.Ordinal);
        Assert.Contains("labels.csv:4: no \"id\"", import.Error, StringComparison.Ordinal);
        Assert.Contains("labels.csv:5: no label", import.Error, StringComparison.Ordinal);
        Assert.Equal(1, _cli.Run("label", "import", file, "--strict").ExitCode);
        Assert.Equal(1, _cli.Run("label", "import", _folder.Write("none.csv", "a,b\n1,2\n")).ExitCode);
    }

    [Fact]
    public void An_older_label_never_takes_the_place_of_a_newer_one()
    {
        Assert.Equal(0, Import("2026-02-01", 70).ExitCode);
        Assert.Equal(0, Import("2026-01-01", 10).ExitCode);
        Assert.Contains(",70,", _cli.Run("label", "export", "--format", "csv").Out, StringComparison.Ordinal);

        CliResult Import(string date, int value) => _cli.RunWith($"id,labeller,date,reliability\ncourt-warehouse-fire,ada,{date},{value}\n", "label", "import", "-");
    }

    [Fact]
    public void Labels_come_along_with_articles_also_with_those_that_are_scored()
    {
        var text = Some.Text.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        var article = $$$"""{"id": "quay", "outlet": "Post", "text": "{{{text}}}", "labels": {"reliability": 70, "bias": "high", "mood": 3}}""";
        var first = _cli.RunWith(article, "score", "-");
        Assert.Contains("one label is left out (the first at <stdin>:1: bias is \"high\", expected a number from 0 to 100)", first.Error, StringComparison.Ordinal);
        Assert.Contains("post,quay,import,", _cli.Run("label", "export", "--format", "csv").Out, StringComparison.Ordinal);
        _cli.RunWith(article.Replace("\"high\"", "15", StringComparison.Ordinal), "score", "-");
        Assert.Contains(",70,15,,,,", _cli.Run("label", "export", "--format", "csv").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_to_label_next_is_proposed_with_the_reason_until_it_is_labelled()
    {
        Assert.Equal(0, _cli.Run("score", Repository.PathOf("data", "samples")).ExitCode);
        var first = _cli.Run("label", "next", "--limit", "3", "--format", "csv");
        Assert.Equal(4, first.OutLines.Length);
        Assert.Contains("reliability: 0 of 40 labels, 0 of 4 outlets", first.Error, StringComparison.Ordinal);
        var cells = first.OutLines[1].Split(',');
        Assert.Equal(0, _cli.Run("label", "add", $"{cells[0]}/{cells[1]}", "--reliability", "50").ExitCode);
        var second = _cli.Run("label", "next", "--limit", "30", "--format", "csv");
        Assert.Equal(16, second.OutLines.Length);
        Assert.DoesNotContain(cells[1], second.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_is_none_is_refused()
    {
        var add = _cli.Run("label", "add", "court-warehouse-fire", "--reliability", "101");
        Assert.Equal((1, "reliability is \"101\", expected a number from 0 to 100"), (add.ExitCode, add.ErrorLines[^1].Split(": ", 2)[^1]));
        Assert.Equal(1, _cli.Run("label", "add", "court-warehouse-fire").ExitCode);
        Assert.Equal(1, _cli.Run("label", "agreement").ExitCode);
    }

    void ScoreSamples() => Assert.Equal(0, _cli.Run(
        "score", Repository.PathOf("data", "samples", "court-warehouse-fire.json"), Repository.PathOf("data", "samples", "guesswork-lighthouse-blackout.json")).ExitCode);

    CliResult Add(string labeller, params string[] labels)
    {
        var result = _cli.Run(["label", "add", "guesswork-lighthouse-blackout", "--labeller", labeller, .. labels]);
        Assert.True(result.ExitCode == 0, result.Error);
        return result;
    }
}
