using ReliabilityEngine.Analysis;
using ReliabilityEngine.Attributions;
using ReliabilityEngine.Speculations;
using ReliabilityEngine.Text;
using Spectre.Console;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>A place in the text with what it is; the label says in words what the colour says.</summary>
readonly record struct Mark(TextSpan Span, string Label, Style Style);

/// <summary>An article's text with its findings marked.</summary>
static class MarkedText
{
    static readonly Style Named = new(Color.Green);
    static readonly Style Unnamed = new(Color.Red);
    static readonly Style Hedge = new(Color.Yellow);
    static readonly Style Booster = new(Color.Magenta1);
    static readonly Style Guess = new(Color.Orange1, decoration: Decoration.Underline);
    static readonly Style Furniture = new(Color.Grey);
    static readonly Style LabelStyle = new(Color.Grey);

    public static void Write(IAnsiConsole console, ArticleAnalysis analysis)
    {
        var lines = new StyledLines(console.Profile.Width);
        var text = analysis.Article.Text;
        var position = 0;
        foreach (var mark in Marks(analysis))
        {
            lines.Append(text.AsSpan(position, mark.Span.Start - position));
            lines.Append(mark.Span.In(text), mark.Style);
            if (mark.Label.Length > 0)
                lines.AppendWhole($"[{mark.Label}]", LabelStyle);
            position = mark.Span.End;
        }

        lines.Append(text.AsSpan(position));
        console.Write(lines.Finish());
        console.WriteLine();
    }

    /// <summary>In order and disjoint; where two meet, the one that says more stands.</summary>
    static IEnumerable<Mark> Marks(ArticleAnalysis analysis)
    {
        var kept = new List<Mark>();
        foreach (var mark in ByWeight(analysis).Where(mark => !mark.Span.IsEmpty))
        {
            if (!kept.Exists(other => other.Span.Overlaps(mark.Span)))
                kept.Add(mark);
        }

        return kept.OrderBy(mark => mark.Span);
    }

    static IEnumerable<Mark> ByWeight(ArticleAnalysis analysis) =>
        analysis.Furniture.Select(item => new Mark(item.Span, item.Kind.Name(), Furniture))
            .Concat(analysis.Speculations.Select((item, index) => new Mark(item.Marker, $"{index + 1}: {item.Band.InWords()}{Of(item.Voice)}", Guess)))
            .Concat(analysis.Attributions.Where(item => item.Source is not null).Select(Source))
            .Concat(analysis.Hedges.Select(item => new Mark(item.Cue.Span, $"hedge{Of(item.Voice)}", Hedge)))
            .Concat(analysis.Boosters.Select(item => new Mark(item.Cue.Span, $"booster{Of(item.Voice)}", Booster)));

    static Mark Source(Attribution attribution) => new(attribution.Source!.Value, Describe(attribution),
        attribution.Kind is SourceKind.Unnamed or SourceKind.Collective or SourceKind.Other ? Unnamed : Named);

    static string Describe(Attribution attribution) => attribution.Anonymity is { } anonymity
        ? $"unnamed, {anonymity.Specificity.Name()}"
        : attribution.Kind.Name();

    static string Of(Voice voice) => voice == Voice.Author ? "" : $", {voice.Name()}";
}
