using ReliabilityEngine.Attributions;
using ReliabilityEngine.Cli.Ingestion.Gold;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Learning.Extractions;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Tests.Gold;

public sealed class GoldFolderTests : IDisposable
{
    const string Text = "Ada Quill said it rains.\nIt may snow.";

    readonly TemporaryFolder _folder = new();

    [Fact]
    public void All_layouts_may_stand_in_one_folder()
    {
        WriteNews();
        _folder.Write("kinds.tsv", "post_quay\t0\t9\tperson\t0\n");
        WriteChains("S\t1\tMAY\topen\tauthor\nL\t0,1\t1\tso\n");

        var articles = Read();

        Assert.Equal(["post_quay", "guess"], articles.Select(article => article.Article.Id));
        Assert.Equal("post", articles[0].Group);
        Assert.Equal([new TextSpan(0, 9)], Assert.Single(articles[0].Attributions!.Value).Source.AsEnumerable());
        Assert.Equal(new GoldSource(new(0, 9), SourceKind.Person), Assert.Single(articles[0].Sources!.Value));
        Assert.Null(articles[0].Chains);
        Assert.Equal(new Guess(new(28, 31), LikelihoodBand.Open, Voice.Author), Assert.Single(articles[1].Chains!.Speculations));
        Assert.Equal([(0, 1), (1, 1)], articles[1].Chains!.Links.Order());
    }

    [Fact]
    public void Sentences_count_code_points_and_become_places_in_the_text()
    {
        _folder.Write("guess.json", """{"id": "guess", "title": "", "text": "😀 may. 😀 So.", "sentences": [[0, 6], [7, 12]]}""");
        _folder.Write("guess.gold.tsv", "S\t0\tmay\topen\tauthor\n");

        var chains = Assert.Single(Read()).Chains!;

        Assert.Equal([new TextSpan(0, 7), new TextSpan(8, 14)], chains.Sentences.AsEnumerable());
        Assert.Equal(new TextSpan(3, 6), Assert.Single(chains.Speculations).Marker);
    }

    [Theory]
    [InlineData("T1\tSource 0\n", ":1: found 'Source 0', expected a kind and its offsets")]
    [InlineData("T1\tSource 0 9\nT2\tCue 10 x\n", ":2: found 'Cue 10 x', expected a kind and its offsets")]
    [InlineData("T1\tSource 9 9\n", ":1: found the span 9 to 9, expected one within the 37 characters of the text")]
    [InlineData("T1\tSource 0 9;30 38\n", ":1: found the span 30 to 38, expected one within the 37 characters of the text")]
    public void Broken_annotations_are_refused_with_their_line(string annotations, string message)
    {
        WriteNews(annotations);
        Refuses(Path.Combine("attributions", "post_quay_a.ann") + message);
    }

    [Theory]
    [InlineData("post_quay\t0\t9\tperson\n", ":1: found 4 cells, expected 5")]
    [InlineData("post_quay\t0\t9\tperson\t0\npost_quay\tx\t9\tperson\t0\n", ":2: found 'x', expected an offset from 0 to 37")]
    [InlineData("post_quay\t9\t0\tperson\t0\n", ":1: found the span 9 to 0")]
    [InlineData("post_quay\t0\t9\tPerson\t0\n", ":1: found 'Person', expected person, organisation, document, unnamed, collective, author, other")]
    [InlineData("post_quay\t0\t9\tperson\tno\n", ":1: found 'no', expected 0 or 1 for the anaphor")]
    [InlineData("post_pier\t0\t9\tperson\t0\n", ":1: found the article 'post_pier', expected one that stands in a gold folder's text/")]
    public void A_broken_table_of_sources_is_refused_with_its_line(string table, string message)
    {
        WriteNews();
        _folder.Write("kinds.tsv", table);
        Refuses("kinds.tsv" + message);
    }

    [Theory]
    [InlineData("S\t2\tmay\topen\tauthor\n", ":1: found '2', expected a sentence's number from 0 to 1")]
    [InlineData("S\t0\tmay\topen\tauthor\n", ":1: found the marker 'may', expected words of sentence 0: 'Ada Quill said it rains.'")]
    [InlineData("\nS\t1\tmay\tsure\tauthor\n", ":2: found 'sure', expected remote, very-unlikely, unlikely, even, likely, very-likely, certain, open")]
    [InlineData("S\t1\tmay\topen\tshe\n", ":1: found 'she', expected author, named, unnamed")]
    [InlineData("L\t0,x\t1\tso\n", ":1: found 'x', expected a sentence's number from 0 to 1")]
    [InlineData("S\t1\tmay\n", ":1: found 'S\t1\tmay', expected S, sentence, marker, band, voice or L, sentences, sentence, cue, tabs between")]
    public void A_broken_table_of_guesses_is_refused_with_its_line(string table, string message)
    {
        WriteChains(table);
        Refuses("guess.gold.tsv" + message);
    }

    [Theory]
    [InlineData("{", "guess.json:1: not JSON")]
    [InlineData("[]", "guess.json: found no \"id\", expected id, title, text and sentences")]
    [InlineData("""{"id": "guess", "text": "It may."}""", "guess.json: found no \"sentences\", expected id, title, text and sentences")]
    [InlineData("""{"id": "guess", "text": "It may.", "sentences": [[0, 9]]}""", "guess.json: sentence 0: found the span 0 to 9, expected one within the 7 characters of the text")]
    [InlineData("""{"id": "guess", "text": "It may.", "sentences": [[0]]}""", "guess.json: sentence 0: found 1 numbers, expected start and end")]
    [InlineData("""{"id": "guess", "text": "It may.", "sentences": [0]}""", "guess.json: found a field of another type")]
    [InlineData("""{"id": "other", "text": "It may.", "sentences": [[0, 7]]}""", "guess.json: found no ")]
    public void A_broken_article_of_guesses_is_refused(string json, string message)
    {
        WriteChains("");
        _folder.Write("guess.json", json);
        Refuses(message);
    }

    [Fact]
    public void A_folder_without_gold_is_refused_with_what_was_looked_for()
    {
        Refuses(": no gold in it, expected text/ with attributions/, a table of sources (.tsv), or ID.json with ID.gold.tsv");
        WriteNews();
        File.Delete(_folder.File("text/post_quay.txt"));
        Refuses("post_quay_a.ann: found no text of it, expected ");
    }

    [Theory]
    [InlineData("{\"id\": \"a\"}\n", "found.jsonl:1: found another shape, expected an article a line as `reliability analyze` prints it")]
    [InlineData("\n{\n", "found.jsonl:2: not JSON")]
    [InlineData("""{"id": "a", "attributions": [{"source": [3, 1], "content": []}]}""", "found.jsonl:1: found another shape")]
    [InlineData("""{"id": "a", "attributions": [{"source": [0, 1], "kind": "bird", "content": []}]}""", "found.jsonl:1: found 'bird', expected person, ")]
    public void A_broken_analysis_is_refused_with_its_line(string line, string message)
    {
        var file = _folder.Write("found.jsonl", line);
        Assert.Contains(message, Assert.Throws<Refusal>(() => AnalysisFile.Read(file)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    IReadOnlyList<GoldArticle> Read() => GoldFolders.Read([_folder.Path], []);

    void Refuses(string message) => Assert.Contains(message, Assert.Throws<Refusal>(Read).Message, StringComparison.Ordinal);

    void WriteNews(string annotations = "T1\tSource 0 9\tAda Quill\nT2\tCue 10 14\tsaid\nT3\tContent 15 23\tit rains\nE1\tCue:T2 Source:T1 Content:T3\n")
    {
        _folder.Write("text/post_quay.txt", Text);
        _folder.Write("attributions/post_quay_a.ann", annotations);
    }

    void WriteChains(string table)
    {
        _folder.Write("guess.json", $$"""{"id": "guess", "title": "", "text": "{{Text.Replace("\n", "\\n", StringComparison.Ordinal)}}", "sentences": [[0, 24], [25, 37]]}""");
        _folder.Write("guess.gold.tsv", table);
    }
}
