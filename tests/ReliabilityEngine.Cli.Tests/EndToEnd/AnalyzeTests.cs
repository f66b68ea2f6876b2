using System.Text.Json;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Features;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

public sealed class AnalyzeTests : IDisposable
{
    static readonly string[] ContractFields =
    [
        "schema", "id", "extractor", "sentences", "attributions", "hedges", "boosters", "furniture", "scare_quotes",
        "rules", "speculations", "links", "chains", "likelihood_table", "features",
    ];

    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public AnalyzeTests() => _cli = new(_folder);

    [Fact]
    public void Every_field_of_the_contract_is_there()
    {
        _folder.Write("quay.txt", Some.Text);

        using var json = JsonDocument.Parse(Assert.Single(_cli.Run("analyze", "quay.txt").OutLines));

        Assert.All(ContractFields, field => Assert.True(json.RootElement.TryGetProperty(field, out _), field));
        Assert.Equal(FeatureSet.All.Select(feature => feature.Name), json.RootElement.GetProperty("features").EnumerateObject().Select(f => f.Name));
        Assert.False(json.RootElement.TryGetProperty("text", out _));
        Assert.Equal(Extractor.Version, json.RootElement.GetProperty("extractor").GetString());
    }

    [Fact]
    public void Spans_count_in_the_text_that_came_in_line_ends_and_title_included_and_mark_not()
    {
        const string Text = "A title\r\n\r\nThe board met — at last. It will meet again.\r\n";
        _folder.Write("crlf.txt", [.. "\uFEFF"u8, .. System.Text.Encoding.UTF8.GetBytes(Text)]);

        using var json = JsonDocument.Parse(Assert.Single(_cli.Run("analyze", "crlf.txt", "--with-text").OutLines));

        Assert.Equal(Text, json.RootElement.GetProperty("text").GetString());
        var last = json.RootElement.GetProperty("sentences").EnumerateArray().Last();
        Assert.Equal("It will meet again.", Text[last[0].GetInt32()..last[1].GetInt32()]);
    }

    [Fact]
    public void Html_prints_the_text_that_was_found_in_it()
    {
        _folder.Write("page.html",
            """
            <html><head><title>Quay</title></head><body><nav>Home</nav><article><p>The harbour board met on Monday to close the north quay.</p>
            <p>It will meet again when the piles have been looked at.</p></article></body></html>
            """);

        using var json = JsonDocument.Parse(Assert.Single(_cli.Run("analyze", "page.html").OutLines));

        Assert.Equal(
            "The harbour board met on Monday to close the north quay.\n\nIt will meet again when the piles have been looked at.",
            json.RootElement.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("""{"id": "a", "text": "One."}""", "a")]
    [InlineData("  \n{\"id\": \"a\", \"text\": \"One.\"}\n{\"id\": \"b\", \"text\": \"Two.\"}", "a b")]
    [InlineData("One sentence that is text.", "3a8f")]
    public void Standard_input_is_told_by_its_first_character(string input, string ids)
    {
        var result = _cli.RunWith(input, "analyze", "-");

        var found = result.OutLines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!);
        Assert.Equal(ids == "3a8f" ? Article.ContentId(null, null, input) : ids, string.Join(' ', found));
    }

    [Fact]
    public void Many_articles_keep_their_order()
    {
        _folder.Write("many.jsonl", string.Concat(Enumerable.Range(0, 500).Select(i => $$"""{"id": "{{i}}", "text": "{{string.Concat(Enumerable.Repeat("The board met. ", i % 7 * 50))}}"}""" + "\n")));

        var result = _cli.Run("analyze", "many.jsonl", "--format", "csv");

        Assert.Equal(Enumerable.Range(0, 500).Select(i => $"{i}"), result.OutLines.Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void Csv_has_a_column_for_every_feature_and_quotes_what_needs_it()
    {
        _folder.Write("a.jsonl", """{"id": "a", "title": "Quay, \"north\"", "text": "One."}""");

        var result = _cli.Run("analyze", "a.jsonl", "--format", "csv");

        Assert.Equal(4 + FeatureSet.All.Length, result.OutLines[0].TrimEnd('\r').Split(',').Length);
        Assert.StartsWith("a,unknown,\"Quay, \"\"north\"\"\",,", result.OutLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_array()
    {
        _folder.Write("a.jsonl", """{"id": "a", "text": "One."}""" + "\n" + """{"id": "b", "text": "Two."}""");

        using var json = JsonDocument.Parse(_cli.Run("analyze", "a.jsonl", "--format", "json").Out);

        Assert.Equal(2, json.RootElement.GetArrayLength());
    }

    [Fact]
    public void What_could_steer_a_terminal_is_made_visible()
    {
        _folder.Write("a.jsonl", """{"id": "a", "title": "Red \u001b[31m and \u202e back", "text": "One."}""");

        var result = _cli.Run("analyze", "a.jsonl", "--format", "table");

        Assert.Contains("Red <1b>[31m", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', result.Out);
    }

    public void Dispose() => _folder.Dispose();
}
