using System.Globalization;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>How the scores of two models differ, ready to be printed.</summary>
/// <param name="Before">Version of the one model.</param>
/// <param name="After">Version of the other.</param>
sealed record ShiftReport(string Target, string Before, string After, ScoreShift Shift, int NotJudged, int WithoutText)
{
    /// <summary>All, then outlet by outlet, then the articles that move most.</summary>
    public IEnumerable<ShiftRow> Rows =>
    [
        new("all") { Report = this, Articles = Shift.Articles, Before = Shift.Before, After = Shift.After },
        .. Shift.Outlets.Select(outlet => new ShiftRow("outlet")
        {
            Outlet = outlet.Outlet,
            Articles = outlet.Articles,
            Before = outlet.Before,
            After = outlet.After,
            Ranks = (outlet.RankBefore, outlet.RankAfter),
        }),
        .. Shift.Moved.Select(pair => new ShiftRow("article") { Outlet = pair.Outlet, Id = pair.Id, Title = pair.Title, Before = pair.Before, After = pair.After }),
    ];

    /// <summary>What no model could score, and why; empty where nothing was left out.</summary>
    public static string LeftOut(int notJudged, int withoutText, string opening) => (notJudged, withoutText) switch
    {
        (0, 0) => "",
        (_, 0) => $"{opening}{Numbers.Whole(notJudged)} cannot be judged",
        (0, _) => $"{opening}{Numbers.Whole(withoutText)} whose text was dropped",
        _ => $"{opening}{Numbers.Whole(notJudged)} cannot be judged, {Numbers.Whole(withoutText)} whose text was dropped",
    };

    public void Write(TextWriter output, int width)
    {
        output.WriteLine($"{Target}: {Before} before, {After} after, on {Articles(Shift.Articles)}{LeftOut(NotJudged, WithoutText, " (left out: ")}{(NotJudged + WithoutText > 0 ? ")" : "")}");
        output.WriteLine($"mean {Numbers.Tenth(Shift.Before).ToString("0.0", CultureInfo.InvariantCulture)} before, {Numbers.Tenth(Shift.After).ToString("0.0", CultureInfo.InvariantCulture)} after; correlation of the two {Correlation}\n");
        Print(output, width, "outlet", ShiftRow.Outlets);
        if (Shift.Moved.Length == 0)
            return;
        output.WriteLine("\nThe articles that move most:");
        Print(output, width, "article", ShiftRow.Movers);
    }

    string Correlation => Shift.Correlation?.ToString("0.000", CultureInfo.InvariantCulture) ?? Numbers.Dash;

    static string Articles(int count) => count == 1 ? "1 article" : $"{Numbers.Whole(count)} articles";

    void Print(TextWriter output, int width, string kind, IReadOnlyList<TableColumn<ShiftRow>> columns)
    {
        var table = new TablePrinter<ShiftRow>(output, width, columns);
        foreach (var row in Rows.Where(row => row.Kind == kind))
            table.Print(row);
        table.Finish();
    }
}
