using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Learning.Cards;

/// <summary>Mean label over mean score in tenths of the scores, as a drawing.</summary>
static class CalibrationPlot
{
    const int Size = 320;
    const int Margin = 40;

    static readonly string[] Colours = ["#1f5f99", "#b3541e", "#3a7d44"];

    public static string Draw(ImmutableArray<Agreement> agreements)
    {
        var svg = new StringBuilder();
        svg.Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size + (2 * Margin)} {Size + (2 * Margin)}" font-family="sans-serif" font-size="12">""");
        svg.Add($"""<title>Mean label over mean score, on outlets that training never saw</title>""");
        svg.Add($"""<rect x="{Margin}" y="{Margin}" width="{Size}" height="{Size}" fill="none" stroke="#888"/>""");
        svg.Add($"""<line x1="{X(0)}" y1="{Y(0)}" x2="{X(100)}" y2="{Y(100)}" stroke="#888" stroke-dasharray="4"/>""");
        for (var tick = 0; tick <= 100; tick += 25)
        {
            svg.Add($"""<text x="{X(tick)}" y="{Y(0) + 16}" text-anchor="middle">{tick}</text>""");
            svg.Add($"""<text x="{Margin - 6}" y="{Y(tick) + 4}" text-anchor="end">{tick}</text>""");
        }

        svg.Add($"""<text x="{Margin + (Size / 2)}" y="{Size + (2 * Margin) - 6}" text-anchor="middle">score</text>""");
        svg.Add($"""<text x="12" y="{Margin + (Size / 2)}" text-anchor="middle" transform="rotate(-90 12 {Margin + (Size / 2)})">label</text>""");
        foreach (var (agreement, k) in agreements.Select((agreement, k) => (agreement, k)))
            Draw(svg, agreement, k);
        return svg.Append("</svg>\n").ToString();
    }

    static void Draw(StringBuilder svg, Agreement agreement, int k)
    {
        var colour = Colours[k % Colours.Length];
        var points = string.Join(' ', agreement.Calibration.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Score)},{Y(point.Label)}")));
        svg.Add($"""<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>""");
        foreach (var point in agreement.Calibration)
            svg.Add($"""<circle cx="{X(point.Score)}" cy="{Y(point.Label)}" r="3" fill="{colour}"/>""");
        svg.Add($"""<text x="{Margin + 8}" y="{Margin + 16 + (16 * k)}" fill="{colour}">{SecurityElement.Escape(agreement.Label)}</text>""");
    }

    static double X(double value) => Math.Round(Margin + (Math.Clamp(value, 0, 100) * Size / 100), 1);

    static double Y(double value) => Math.Round(Margin + Size - (Math.Clamp(value, 0, 100) * Size / 100), 1);

    static void Add(this StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
