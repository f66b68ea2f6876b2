using ReliabilityEngine.Analysis;
using ReliabilityEngine.Learning.WhatIf;
using ReliabilityEngine.Origins;
using ReliabilityEngine.Ratings;
using Spectre.Console;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>An article in the terminal: text, chains, rules, and every point of its scores.</summary>
static class Explanation
{
    /// <param name="provenance">Of a stored article.</param>
    public static void Write(
        Terminal terminal, ArticleAnalysis analysis, ArticleScore score, Provenance? provenance, IReadOnlyCollection<TriedChange> changes)
    {
        var console = Console(terminal);
        var article = analysis.Article;
        console.Write(new Paragraph(
            string.Join('\n', Wrapping.Wrap(Terminal.SafeLine(article.Title ?? article.Id), terminal.Width)), new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.Write(new Paragraph(Terminal.SafeLine(article.Outlet), new Style(Color.Grey)));
        console.WriteLine();
        console.WriteLine();
        MarkedText.Write(console, analysis);
        Section(console, $"Chains of guesses, likelihoods by {Terminal.SafeLine(analysis.Likelihoods.Name)}", analysis.Chains.Length > 0, () => ChainTree.Write(console, analysis));
        Section(console, "Newsroom rules", true, () => RuleList.Write(console, analysis));
        foreach (var warning in score.Warnings)
            terminal.Out.WriteLine($"\n! {warning}");
        terminal.Out.WriteLine($"\nInformation credibility (Admiralty): {score.InformationCredibility}");
        ScoreSheet.WriteProvenance(terminal.Out, terminal.Width, provenance);
        ScoreSheet.WriteTarget(terminal.Out, terminal.Width, Targets.Reliability, score.Reliability, score, article.Text);
        ScoreSheet.WriteTarget(terminal.Out, terminal.Width, Targets.Bias, score.Bias, score, article.Text);
        if (score.Reliability.Score is not null)
            ChangeSheet.Write(terminal.Out, terminal.Width, changes, article.Text);
    }

    static void Section(IAnsiConsole console, string title, bool isWanted, Action write)
    {
        if (!isWanted)
            return;
        console.WriteLine();
        console.Write(new Paragraph(title, new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        write();
    }

    static IAnsiConsole Console(Terminal terminal)
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = terminal.UseColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.UseColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminal.Out),
        });
        console.Profile.Width = terminal.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
