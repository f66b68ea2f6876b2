using System.Globalization;
using ReliabilityEngine.Analysis;
using ReliabilityEngine.Speculations;
using Spectre.Console;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>Chains of guesses as trees, each step below its ground, with what is left of the likelihood.</summary>
static class ChainTree
{
    const int LongestStep = 70;
    const int Indent = 4;
    const int Narrowest = 20;

    public static void Write(IAnsiConsole console, ArticleAnalysis analysis)
    {
        foreach (var chain in analysis.Chains)
            console.Write(TreeOf(analysis, chain, console.Profile.Width));
    }

    static Tree TreeOf(ArticleAnalysis analysis, Chain chain, int width)
    {
        var tree = new Tree(Markup.Escape($"{chain.Steps.Length} guesses, one on the other: {Total(chain)}"));
        IHasTreeNodes parent = tree;
        foreach (var (depth, step) in chain.Steps.Index())
            parent = parent.AddNode(Markup.Escape(string.Join('\n', Wrapping.Wrap(Describe(analysis, step), Math.Max(Narrowest, width - Indent * (depth + 1))))));
        return tree;
    }

    static string Total(Chain chain)
    {
        var open = chain.Unquantified == 0 ? "" : $", and {chain.Unquantified} without a number";
        return chain.Likelihood is { } likelihood
            ? string.Create(CultureInfo.InvariantCulture, $"together {100 * likelihood.Low:0.#} to {100 * likelihood.High:0.#} %{open}")
            : "none with a number";
    }

    static string Describe(ArticleAnalysis analysis, int step)
    {
        var speculation = analysis.Speculations[step];
        var words = TextWidth.Cut(Terminal.SafeLine(speculation.Span.In(analysis.Article.Text).ToString()), LongestStep);
        return $"{step + 1} ({speculation.Band.InWords()}) {words}";
    }
}
