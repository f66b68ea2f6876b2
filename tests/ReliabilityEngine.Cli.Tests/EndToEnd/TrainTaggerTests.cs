using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ReliabilityEngine.Cli.Tests.Support;
using ReliabilityEngine.Tagging;
using ReliabilityEngine.Tests.Support;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Tests.EndToEnd;

/// <summary>Trains taggers on a corpus of a few sentences, from files in the shipped recipe's layouts to weights that load.</summary>
public sealed partial class TrainTaggerTests : IDisposable
{
    const string Recipe = """
        {
          "schema": 1, "seed": 3, "folds": 2,
          "attributions": { "name": "Marked articles", "licence": "own", "path": "marked" },
          "treebanks": [ { "name": "Treebank", "licence": "own", "path": "treebank.conllu" } ],
          "heldOutTreebank": { "name": "Treebank", "licence": "own", "path": "treebank.conllu" },
          "texts": [ { "name": "The articles' texts", "licence": "own", "path": "marked/text" } ]
        }
        """;

    static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal) { ["s"] = "Source", ["k"] = "Cue", ["c"] = "Content" };

    readonly TemporaryFolder _folder = new();
    readonly CliRunner _cli;

    public TrainTaggerTests() => _cli = new(_folder);

    [GeneratedRegex(@"\[(s|k|c) ([^\]]*)\]")]
    static partial Regex Marked { get; }

    [Fact]
    public void The_same_corpus_gives_the_same_weights_and_card_twice()
    {
        WriteCorpus();
        var first = Train("first");
        var second = Train("second");

        Assert.Equal(first.Weights, second.Weights);
        Assert.Equal(first.Card, second.Card);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(first.Weights)), first.Card, StringComparison.Ordinal);
        var document = Document.Parse("The mayor said that the river was high.");
        var tags = DocumentTagger.Read(new MemoryStream(first.Weights)).Tag(document);
        Assert.True(tags.HasAttributions);
        Assert.Equal(PartOfSpeech.Determiner, tags[0]);
    }

    [Fact]
    public void Data_that_the_recipe_names_and_the_folder_lacks_are_named()
    {
        WriteCorpus();
        File.Delete(_folder.File("corpora/treebank.conllu"));

        var result = _cli.Run(Arguments("lacking"));

        Assert.Equal(ExitCode.BadInput, result.ExitCode);
        Assert.Contains("treebank.conllu: not found", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("lacking")));
    }

    public void Dispose() => _folder.Dispose();

    static string[] Arguments(string output) =>
        ["train", "tagger", "--data", "corpora", "--recipe", "recipe.json", "--date", "2026-01-02", "--output", $"{output}/taggers.bin"];

    (byte[] Weights, string Card) Train(string output)
    {
        var result = _cli.Run(Arguments(output));
        Assert.True(result.ExitCode == ExitCode.Done, result.Error);
        return (File.ReadAllBytes(_folder.File($"{output}/taggers.bin")), File.ReadAllText(_folder.File($"{output}/taggers.card.json")));
    }

    void WriteCorpus()
    {
        _folder.Write("recipe.json", Recipe);
        _folder.Write("corpora/treebank.conllu", File.ReadAllText(PathOf("treebank.conllu")));
        var rows = File.ReadLines(PathOf("articles.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'));
        foreach (var article in rows.GroupBy(row => row[0], StringComparer.Ordinal))
            WriteArticle(article.Key, [.. article.Select(row => row[1])]);
    }

    /// <summary>The text without its brackets, and beside it what they said, by offsets.</summary>
    void WriteArticle(string name, string[] sentences)
    {
        var (text, marks, span) = (new StringBuilder(), new StringBuilder(), 0);
        foreach (var (index, sentence) in sentences.Index())
        {
            var (done, roles) = (0, new List<string>());
            foreach (Match match in Marked.Matches(sentence))
            {
                text.Append(sentence, done, match.Index - done);
                var (role, words) = (Roles[match.Groups[1].Value], match.Groups[2].Value);
                marks.Append(CultureInfo.InvariantCulture, $"T{++span}\t{role} {text.Length} {text.Length + words.Length}\t{words}\n");
                roles.Add($"{role}:T{span}");
                text.Append(words);
                done = match.Index + match.Length;
            }

            text.Append(sentence, done, sentence.Length - done).Append("\n\n");
            if (roles.Count > 0)
                marks.Append(CultureInfo.InvariantCulture, $"E{index + 1}\t{string.Join(' ', roles)}\n");
        }

        _folder.Write($"corpora/marked/text/{name}.txt", text.ToString());
        _folder.Write($"corpora/marked/attributions/{name}_a.ann", marks.ToString());
    }

    static string PathOf(string file) => Repository.PathOf("tests", "ReliabilityEngine.Cli.Tests", "Cases", "tagger", file);
}
