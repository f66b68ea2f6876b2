using ReliabilityEngine.Learning.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Learning.Tests.Tagging;

public sealed class PolNearCorpusTests : IDisposable
{
    const string Text = "“The bridge is safe,” Mayor Ada Lindqvist said. “It will open.”";

    readonly string _folder = Directory.CreateTempSubdirectory("polnear").FullName;

    [Fact]
    public void Reads_the_first_annotators_attributions_with_all_their_pieces()
    {
        Write("text/harbour-post_bridge.txt", Text);
        Write("attributions/harbour-post_bridge_a.ann",
            "T1\tSource 23 41\tMayor Ada Lindqvist\nT2\tCue 42 46\tsaid\nT3\tContent 0 22;48 63\t“The bridge…\n"
            + "T4\tAttribution 42 46\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n");
        Write("attributions/harbour-post_bridge_b.ann", "");
        var article = Assert.Single(PolNearCorpus.Read(_folder));
        Assert.Equal(("harbour-post_bridge", "harbour-post", Text), (article.Id, article.Publisher, article.Text));
        var attribution = Assert.Single(article.Attributions);
        Assert.Equal([new TextSpan(23, 41)], attribution.Source.AsEnumerable());
        Assert.Equal([new TextSpan(42, 46)], attribution.Cue.AsEnumerable());
        Assert.Equal([new TextSpan(0, 22), new TextSpan(48, 63)], attribution.Content.AsEnumerable());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    void Write(string path, string text)
    {
        var file = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
