using ReliabilityEngine.Analysis;
using ReliabilityEngine.Rules;
using Spectre.Console;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>The newsroom rules that a text keeps and breaks, with its words.</summary>
static class RuleList
{
    const int Quoted = 3;
    const int Indent = 8;

    public static void Write(IAnsiConsole console, ArticleAnalysis analysis)
    {
        foreach (var finding in NewsroomRules.Check(analysis).OrderBy(finding => finding.Kept))
        {
            console.Write(new Paragraph(finding.Kept ? "kept" : "broken", new Style(finding.Kept ? Color.Green : Color.Red)));
            WriteLines(console, $"{finding.Rule.Says} [{finding.Rule.Id}]", finding.Kept ? "kept".Length : "broken".Length);
            if (!finding.Kept && finding.Spans.Length > 0)
                WriteLines(console, Words(analysis, finding), 0);
        }
    }

    /// <param name="written">Columns of the first line that are taken already.</param>
    static void WriteLines(IAnsiConsole console, string text, int written)
    {
        foreach (var (index, line) in Wrapping.Wrap(text, console.Profile.Width - Indent).Index())
            console.WriteLine(new string(' ', index == 0 ? Indent - written : Indent) + line);
    }

    static string Words(ArticleAnalysis analysis, RuleFinding finding)
    {
        var words = finding.Spans.Take(Quoted).Select(span => $"“{Terminal.SafeLine(TextWidth.Cut(span.In(analysis.Article.Text).ToString(), 60))}”");
        var more = finding.Spans.Length > Quoted ? $" and {finding.Spans.Length - Quoted} more" : "";
        return string.Join(", ", words) + more;
    }
}
