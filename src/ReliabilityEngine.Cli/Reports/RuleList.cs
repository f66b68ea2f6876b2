using ReliabilityEngine.Analysis;
using ReliabilityEngine.Rules;
using Spectre.Console;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>The newsroom rules that a text keeps and breaks, with its words.</summary>
static class RuleList
{
    const int Quoted = 3;

    public static void Write(IAnsiConsole console, ArticleAnalysis analysis)
    {
        foreach (var finding in NewsroomRules.Check(analysis).OrderBy(finding => finding.Kept))
        {
            var line = new Paragraph();
            line.Append(finding.Kept ? "kept    " : "broken  ", new Style(finding.Kept ? Color.Green : Color.Red));
            line.Append($"{finding.Rule.Says} [{finding.Rule.Id}]");
            console.Write(line);
            console.WriteLine();
            if (!finding.Kept && finding.Spans.Length > 0)
                console.Write(new Padder(new Paragraph(Words(analysis, finding)), new Padding(8, 0, 0, 0)));
        }
    }

    static string Words(ArticleAnalysis analysis, RuleFinding finding)
    {
        var words = finding.Spans.Take(Quoted).Select(span => $"“{Terminal.SafeLine(TextWidth.Cut(span.In(analysis.Article.Text).ToString(), 60))}”");
        var more = finding.Spans.Length > Quoted ? $" and {finding.Spans.Length - Quoted} more" : "";
        return string.Join(", ", words) + more;
    }
}
