using System.IO.Compression;
using System.Text;
using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

/// <summary>What strangers' files may hold: each gives a message that names file, line and reason, and never a stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    const string GoodLine = """{"id": "good", "text": "The board met on Monday and closed the quay."}""";

    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public BadInputTests() => _cli = new(_folder);

    [Theory]
    [InlineData("bad.jsonl", "this is no JSON", "bad.jsonl:1: not JSON (column 2)")]
    [InlineData("bad.jsonl", """{"title": "No text"}""", "bad.jsonl:1: no \"text\"")]
    [InlineData("bad.jsonl", """{"text": null}""", "bad.jsonl:1: no \"text\"")]
    [InlineData("bad.jsonl", """{"text": 5}""", "bad.jsonl:1: \"text\" is a number, expected a string")]
    [InlineData("bad.jsonl", """{"text": "x", "title": ["a"]}""", "bad.jsonl:1: \"title\" is an array, expected a string")]
    [InlineData("bad.jsonl", """{"text": "x", "labels": "high"}""", "bad.jsonl:1: \"labels\" is a string, expected an object")]
    [InlineData("bad.jsonl", "[1, 2]", "bad.jsonl:1: an array, expected an object")]
    [InlineData("bad.jsonl", """{"text": "\ud800"}""", "bad.jsonl:1: half of a surrogate pair")]
    [InlineData("bad.jsonl", """{"text": "one\u0000two"}""", "bad.jsonl:1: \"text\" has a null character in it")]
    [InlineData("bad.json", """{"text": """, "bad.json:1: not JSON")]
    [InlineData("bad.json", "[\n1]", "bad.json:2: a number, expected an object")]
    [InlineData("bad.json", "[]", "bad.json: empty, expected an article")]
    [InlineData("bad.jsonl", "", "bad.jsonl: empty, expected an article")]
    [InlineData("bad.txt", "", "bad.txt: empty, expected an article")]
    [InlineData("bad.txt", " \n ", "bad.txt: nothing but white space")]
    [InlineData("bad.html", "<html><body></body></html>", "bad.html: no article text")]
    [InlineData("bad.txt.gz", "not packed", "bad.txt.gz: damaged: not gzip data")]
    [InlineData("bad.pdf", "any", "bad.pdf: unknown kind of file")]
    public void A_bad_file_alone_is_the_whole_input(string name, string content, string message)
    {
        _folder.Write(name, content);

        AssertRefused(_cli.Run("analyze", name), message);
    }

    [Fact]
    public void Invalid_utf8_is_named_by_its_first_byte()
    {
        _folder.Write("latin.txt", [.. "Caf"u8, 0xE9, .. " closed"u8]);

        AssertRefused(_cli.Run("analyze", "latin.txt"), "latin.txt: not valid UTF-8 (byte 0xE9 at 4)");
    }

    [Theory]
    [InlineData("wide.jsonl", "JSON Lines")]
    [InlineData("wide.json", "JSON")]
    public void Json_in_utf16_is_told_from_noise(string name, string expected)
    {
        _folder.Write(name, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(GoodLine)]);

        AssertRefused(_cli.Run("analyze", name), $"{name}: UTF-16, expected {expected} in UTF-8");
    }

    [Theory]
    [InlineData("noise.jsonl", "JSON Lines")]
    [InlineData("noise.json", "JSON")]
    [InlineData("noise.txt", "text")]
    [InlineData("noise.html", "HTML")]
    public void Binary_data_is_said_once(string name, string expected)
    {
        _folder.Write(name, [.. Enumerable.Range(0, 20_000).Select(i => (byte)(i * 7 % 256))]);

        var result = _cli.Run("analyze", name);

        AssertRefused(result, $"{name}: binary data, expected {expected}");
        Assert.Single(result.ErrorLines);
    }

    [Fact]
    public void A_packed_file_that_was_cut_is_damaged()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(GoodLine + "\n", 1000))));
        _folder.Write("cut.jsonl.gz", packed.ToArray()[..(int)(packed.Length / 2)]);

        Assert.Contains("cut.jsonl.gz", _cli.Run("analyze", "cut.jsonl.gz").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_path_is_named() => AssertRefused(_cli.Run("analyze", "nowhere.jsonl"), "nowhere.jsonl: no such file or folder");

    [Fact]
    public void An_address_of_another_kind_is_named() => AssertRefused(_cli.Run("analyze", "ftp://quay.example/a.txt"), "expected an address that begins with https://");

    [Fact]
    public void A_glob_without_a_match_is_named() => AssertRefused(_cli.Run("analyze", "nowhere/*.jsonl"), "nowhere/*.jsonl: no file matches");

    [Fact]
    public void An_empty_folder_has_no_article()
    {
        Directory.CreateDirectory(_folder.File("empty"));

        AssertRefused(_cli.Run("analyze", "empty"), "no article in the input");
    }

    [Fact]
    public void A_line_of_fifty_megabytes_is_passed_over_and_the_others_are_read()
    {
        using (var file = File.CreateText(_folder.File("long.jsonl")))
        {
            file.WriteLine(GoodLine);
            file.Write("{\"text\": \"");
            for (var i = 0; i < 50; i++)
                file.Write(new string('x', 1 << 20));
            file.WriteLine("\"}");
            file.WriteLine(GoodLine);
        }

        var result = _cli.Run("analyze", "long.jsonl");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Equal(2, result.OutLines.Length);
        Assert.Equal(["long.jsonl:2: a line of 50 MB, expected at most 10 MB", "1 of 3 articles could not be read"], result.ErrorLines);
    }

    [Fact]
    public void The_good_lines_among_bad_ones_are_read_in_their_order()
    {
        _folder.Write("mixed.jsonl", """
            {"id": "1", "text": "One."}
            {"id": "2"}

            {"id": "3", "text": "Three."}
            nonsense
            {"id": "5", "text": "Five."}
            """);

        var result = _cli.Run("analyze", "mixed.jsonl");

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Equal(["1", "3", "5"], result.OutLines.Select(line => line.Split('"')[5]));
        Assert.StartsWith("mixed.jsonl:2: no \"text\"", result.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith("mixed.jsonl:5: not JSON", result.ErrorLines[1], StringComparison.Ordinal);
        Assert.Equal("2 of 5 articles could not be read", result.ErrorLines[^1]);
        Assert.Equal(ExitCode.BadInput, _cli.Run("analyze", "mixed.jsonl", "--strict").ExitCode);
    }

    [Fact]
    public void Dates_that_say_nothing_give_one_warning_a_file()
    {
        _folder.Write("dates.jsonl", """
            {"text": "One.", "published": "yesterday"}
            {"text": "Two.", "published": ""}
            {"text": "Three.", "published": "2025-03-01"}
            """);

        var result = _cli.Run("analyze", "dates.jsonl");

        Assert.Equal(3, result.OutLines.Length);
        Assert.Contains("2 dates of publication cannot be read (the first at dates.jsonl:1)", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_folder_other_names_are_passed_over_and_counted()
    {
        _folder.Write("in/a.txt", "The board met.");
        _folder.Write("in/deep/b.md", "The board met again.");
        _folder.Write("in/picture.png", "no text");

        var result = _cli.Run("analyze", "in");

        Assert.Equal(2, result.OutLines.Length);
        Assert.Equal(["1 file passed over: names of no known kind"], result.ErrorLines);
    }

    [Theory]
    [InlineData("analyze")]
    [InlineData("analyze x.jsonl --format xml")]
    [InlineData("unheard-of")]
    [InlineData("db delete")]
    public void Bad_usage_ends_with_code_1_and_points_to_the_help(string arguments)
    {
        var result = _cli.Run(arguments.Split(' '));

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.Contains("--help", result.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    static void AssertRefused(CliResult result, string message)
    {
        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Out);
    }
}
