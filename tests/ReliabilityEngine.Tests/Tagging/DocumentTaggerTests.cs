using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Tests.Tagging;

/// <summary>What holds whatever the weights say.</summary>
public sealed class DocumentTaggerTests
{
    static readonly string[] Samples = [.. Directory.EnumerateFiles(Repository.PathOf("data", "samples")).Order().Select(File.ReadAllText)];

    public static TheoryData<string> Hostile => new(
        string.Concat(Enumerable.Repeat("said ", 40_000)),
        string.Concat(Enumerable.Repeat("\"said\" ", 30_000)),
        new string('(', 200_000),
        string.Concat(Enumerable.Repeat("\"", 200_000)),
        string.Concat(Enumerable.Repeat("He said that ", 16_000)),
        string.Concat(Enumerable.Repeat("a\n\n", 60_000)),
        new string('x', 200_000),
        "\ud83d\ude00 \ud83d",
        "");

    [Fact]
    public void The_weights_are_built_in() => Assert.True(DocumentTagger.BuiltIn.HasWeights);

    [Fact]
    public void Without_weights_nothing_is_said()
    {
        var tags = DocumentTagger.Absent.Tag(Document.Parse("The mayor said the bridge was safe."));
        Assert.False(tags.IsKnown);
        Assert.Empty(tags.Attributions);
        Assert.Equal(PartOfSpeech.None, tags[0]);
    }

    [Fact]
    public void Nothing_is_nested_and_all_is_in_order()
    {
        var found = Samples.SelectMany(text => Tag(text).Attributions.Select(attribution => (text, attribution))).ToList();
        Assert.NotEmpty(found);
        foreach (var attributions in found.GroupBy(pair => pair.text, pair => pair.attribution))
        {
            var contents = attributions.SelectMany(attribution => attribution.Content).OrderBy(piece => piece.First).ToList();
            Assert.All(contents.Zip(contents.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.First));
            Assert.All(attributions, attribution => Assert.DoesNotContain(contents, piece => piece.Overlaps(attribution.Cue)));
            Assert.Equal(attributions.OrderBy(attribution => attribution.Cue.First), attributions);
        }
    }

    [Fact]
    public void Every_range_lies_within_the_document()
    {
        foreach (var text in Samples)
        {
            var document = Document.Parse(text);
            foreach (var attribution in DocumentTagger.BuiltIn.Tag(document).Attributions)
            {
                Assert.All(attribution.Content.Append(attribution.Cue).Concat(attribution.Source is { } source ? [source] : []), range =>
                    Assert.True(range.First >= 0 && range.Count > 0 && range.End <= document.Tokens.Length));
            }
        }
    }

    [Fact]
    public void Threads_do_not_disturb_each_other()
    {
        var alone = Samples.Select(Show).ToArray();
        Assert.NotEmpty(alone);
        Parallel.For(0, alone.Length * 4, i => Assert.Equal(alone[i % alone.Length], Show(Samples[i % alone.Length])));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_text_takes_time_in_proportion(string text)
    {
        Tag(text[..(text.Length / 4)]);
        var quarter = Time(text[..(text.Length / 4)]);
        var whole = Time(text);
        Assert.True(whole < TimeSpan.FromSeconds(1) + (quarter * 12), $"a quarter took {quarter}, the whole {whole}");
    }

    [Fact]
    public void Reading_and_writing_again_gives_the_same_bytes()
    {
        var bytes = File.ReadAllBytes(Repository.PathOf("data", "weights", "taggers.bin"));
        using var stream = new MemoryStream();
        TaggerWeights.Read(new MemoryStream(bytes)).Write(stream);
        Assert.Equal(bytes, stream.ToArray());
    }

    [Fact]
    public void The_card_describes_these_weights()
    {
        using var card = JsonDocument.Parse(Repository.Read("data", "weights", "taggers.card.json"));
        var bytes = File.ReadAllBytes(Repository.PathOf("data", "weights", "taggers.bin"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), card.RootElement.GetProperty("weightsSha256").GetString());
    }

    [Fact]
    public void Another_file_is_refused() =>
        Assert.Throws<InvalidDataException>(() => DocumentTagger.Read(new MemoryStream([1, 2, 3, 4, 5, 6, 7, 8])));

    static TimeSpan Time(string text)
    {
        var watch = Stopwatch.StartNew();
        Tag(text);
        return watch.Elapsed;
    }

    static string Show(string text) => string.Join("\n", Tag(text).Attributions.Select(attribution =>
        $"{attribution.Source} {attribution.Cue} {string.Join(',', attribution.Content)} {attribution.Probability:r}"));

    static DocumentTags Tag(string text) => DocumentTagger.BuiltIn.Tag(Document.Parse(text));
}
