using System.Globalization;
using System.Text.Json;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Learning.WhatIf;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

public sealed class ExplainTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public ExplainTests() => _cli = new(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Explain_says_what_single_change_would_move_the_score_most()
    {
        var sample = Repository.PathOf("data", "samples", "guesswork-lighthouse-blackout.json");
        var json = JsonDocument.Parse(_cli.Run("explain", sample, "--format", "json").Out).RootElement;
        var changes = json.GetProperty("changes").EnumerateArray().ToList();
        Assert.NotEmpty(changes);
        Assert.All(changes, change =>
        {
            var before = json.GetProperty(change.GetProperty("target").GetString()!).GetProperty("score").GetDouble();
            Assert.Equal(change.GetProperty("points").GetDouble(), change.GetProperty("score").GetDouble() - before, 0.051);
            Assert.Contains(Changes.All, known => known.Id == change.GetProperty("change").GetString());
        });
        var words = changes[0].GetProperty("what").GetString()!.Split(' ')[..4];
        Assert.Contains(string.Join(' ', words), _cli.Run("explain", sample).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_printed_adds_up_to_the_score()
    {
        var sample = Repository.PathOf("data", "samples", "scoop-palace-split.json");
        var json = JsonDocument.Parse(_cli.Run("explain", sample, "--format", "json").Out).RootElement;
        var printed = _cli.Run("explain", sample).Out;
        foreach (var target in (string[])["reliability", "bias"])
        {
            var lines = printed[printed.IndexOf($"\n{target}: ", StringComparison.Ordinal)..].Split('\n').Skip(2).TakeWhile(line => line.Length > 0).ToList();
            Assert.Contains(lines, line => line.EndsWith("smaller reasons together", StringComparison.Ordinal));
            var points = lines.Where(line => line[6] != ' ').Select(line => double.Parse(line[..7].Replace('\u2212', '-'), CultureInfo.InvariantCulture));
            Assert.Equal(json.GetProperty(target).GetProperty("score").GetDouble(), points.Sum(), 0.01);
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Ends_of_lines_of_other_systems_are_ends_of_lines(string end)
    {
        const string Text = "Quay to close\n\nBy Ada Quill\n\nThe board said on Monday that the quay may close.\n\n\"It is likely,\" she said.\n";

        Assert.Equal(_cli.RunWith(Text, "explain", "-").Out, _cli.RunWith(Text.ReplaceLineEndings(end), "explain", "-").Out);
    }

    [Fact]
    public void No_line_ends_in_blanks_or_begins_with_a_mark()
    {
        var samples = Directory.GetFiles(Repository.PathOf("data", "samples"), "*.json");
        Assert.NotEmpty(samples);
        Assert.All(samples, sample =>
        {
            var lines = _cli.Run("explain", sample).Out.Split('\n');
            Assert.Contains(lines, line => line.Contains("[person]", StringComparison.Ordinal) || line.Contains("[collective]", StringComparison.Ordinal));
            Assert.DoesNotContain(lines, line => line.EndsWith(' ') || line.StartsWith('['));
        });
    }

    [Fact]
    public void A_text_that_cannot_be_judged_gets_no_advice()
    {
        var result = _cli.RunWith("The harbour board met on Monday.", "explain", "-");
        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("change", result.Out, StringComparison.Ordinal);
    }
}
