using ReliabilityEngine.Cli.Ingestion;
using ReliabilityEngine.Cli.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Ingestion;

public sealed class LexiconFolderTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_of_known_names_replace_and_amend()
    {
        _folder.Write("hedges.add.txt", "+ lo and behold\n- perhaps\n");
        _folder.Write("README.md", "what these are");
        var hedges = LexiconFolder.Read(_folder.Path)["hedges"];
        Assert.NotNull(hedges.Find("lo and behold"));
        Assert.Null(hedges.Find("perhaps"));
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_known_ones()
    {
        _folder.Write("hedgehogs.txt", "# title: Hedgehogs\n");
        var message = Assert.Throws<Refusal>(() => LexiconFolder.Read(_folder.Path)).Message;
        Assert.Contains("hedgehogs.txt:1: found the file name 'hedgehogs.txt', expected a lexicon's name", message, StringComparison.Ordinal);
        Assert.Contains("anonymity-reasons, ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_refused_with_file_and_line()
    {
        _folder.Write("hedges.add.txt", "# ours\nlo and behold\n");
        var message = Assert.Throws<Refusal>(() => LexiconFolder.Read(_folder.Path)).Message;
        Assert.Equal($"{_folder.File("hedges.add.txt")}:2: found 'lo and behold', expected '+ phrase' or '- phrase'", message);
    }

    [Fact]
    public void A_folder_without_lexicons_is_refused_and_so_is_none() =>
        Assert.All(
            new[] { _folder.Path, _folder.File("missing") },
            folder => Assert.StartsWith($"{folder}: no ", Assert.Throws<Refusal>(() => LexiconFolder.Read(folder)).Message, StringComparison.Ordinal));
}
