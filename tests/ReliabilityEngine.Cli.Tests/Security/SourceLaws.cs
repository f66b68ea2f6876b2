using System.Text.RegularExpressions;
using ReliabilityEngine.Tests.Support;

namespace ReliabilityEngine.Cli.Tests.Security;

/// <summary>What no line of the program may do, read from the lines themselves.</summary>
public sealed partial class SourceLaws
{
    /// <summary>Lists of columns, conditions and names of tables that stand as constants beside their statement, and features' names.</summary>
    static readonly string[] Constants = ["Columns", "ScoreRow.Columns", "Seen", "which", "table", "name", "index", "BusySeconds * 1000", "string.Join"];

    static IReadOnlyList<(string File, string Text)> Sources => [.. Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(file => (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file)))];

    [Fact]
    public void No_regular_expression_goes_back()
    {
        var uses = Sources.Where(source => RegexUse().IsMatch(source.Text)).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, source => Assert.True(RegexUse().Count(source.Text) <= NonBacktracking().Count(source.Text), $"{source.File}: expected RegexOptions.NonBacktracking"));
    }

    [Fact]
    public void Statements_hold_no_values()
    {
        var statements = Sources.SelectMany(source => InterpolatedStatement().Matches(source.Text).Select(match => (source.File, Text: match.Value))).ToList();
        Assert.NotEmpty(statements);
        Assert.All(statements, statement => Assert.All(Hole().Matches(statement.Text).Select(match => match.Groups[1].Value), hole =>
            Assert.True(Array.Exists(Constants, constant => hole == constant || hole.StartsWith(constant + "(", StringComparison.Ordinal)), $"{statement.File}: {{{hole}}} in a statement, expected a parameter")));
    }

    [Fact]
    public void Xml_is_read_in_one_place_and_knows_no_document_types()
    {
        var readers = Sources.Where(source => XmlUse().IsMatch(source.Text)).ToList();
        var only = Assert.Single(readers);
        Assert.EndsWith("SafeXml.cs", only.File, StringComparison.Ordinal);
        Assert.Contains("DtdProcessing.Prohibit", only.Text, StringComparison.Ordinal);
        Assert.Contains("XmlResolver = null", only.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"BinaryFormatter|TypeNameHandling|Assembly\.Load\(|Type\.GetType\(|Activator\.CreateInstance\(", "loads types that data name")]
    [InlineData(@"ServerCertificateCustomValidationCallback|DangerousAcceptAnyServerCertificateValidator|RemoteCertificateValidationCallback", "trusts any certificate")]
    [InlineData(@"AllowAutoRedirect = true|UseProxy = true|new WebClient|WebRequest\.", "fetches past the guards")]
    [InlineData(@"\bProcess\.Start\(", "starts programs")]
    public void No_line(string pattern, string what) =>
        Assert.All(Sources, source => Assert.False(Regex.IsMatch(source.Text, pattern), $"{source.File} {what}"));

    [GeneratedRegex(@"\bnew Regex\(|\bRegex _?\w+;|\bRegex _?\w+ = new\(|\bRegex\.(Match|Matches|IsMatch|Replace|Split)\(|\[GeneratedRegex\(")]
    private static partial Regex RegexUse();

    [GeneratedRegex(@"RegexOptions\.NonBacktracking")]
    private static partial Regex NonBacktracking();

    [GeneratedRegex(@"\$(?:""""""\s*(?:SELECT|INSERT|UPDATE|DELETE|PRAGMA|ALTER|CREATE|DROP|WITH)\b[\s\S]*?""""""|""(?:SELECT|INSERT|UPDATE|DELETE|PRAGMA|ALTER|CREATE|DROP)\b(?:\\""|[^""\n])*"")")]
    private static partial Regex InterpolatedStatement();

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"XmlReader\.Create\(|XDocument\.(Load|Parse)\(|XElement\.Parse\(|new XmlDocument|new XmlTextReader|XmlSerializer")]
    private static partial Regex XmlUse();
}
