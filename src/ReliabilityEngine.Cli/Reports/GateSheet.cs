using System.Globalization;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>How a candidate does beside the model in use, with the limits that it must keep.</summary>
static class GateSheet
{
    const int OutletsShown = 5;
    const int Indent = 15;

    /// <param name="current">Null where no model is in use.</param>
    public static void Write(TextWriter output, int width, string? current, string candidate, GateVerdict verdict, PromotionGate gate)
    {
        if (verdict.Comparison is not { } comparison)
        {
            output.WriteLine(verdict.Objection is null ? $"{candidate}: nothing is in use that it could lose to" : $"{candidate} beside {current}");
            return;
        }

        output.WriteLine($"{candidate} beside {current}, on {Numbers.Whole(verdict.Articles)} articles of {Numbers.Whole(verdict.Outlets)} outlets that neither ever saw:");
        Write(output, "correlation", comparison.Correlation, Signed);
        Write(output, "mean error", comparison.Error, Numbers.Points);
        Write(output, "outlet ranks", string.Create(CultureInfo.InvariantCulture, $"{comparison.OutletRanks:0.000}"), string.Create(CultureInfo.InvariantCulture, $"{gate.LeastOutletRanks:0.000} or more"));
        var moved = string.Join(", ", comparison.Moved.Take(OutletsShown).Select(move => $"{Terminal.SafeLine(move.Outlet)}\u00A0{Numbers.Points(move.Points)}"));
        foreach (var (index, line) in Wrapping.Wrap(moved, width - Indent).Index())
            output.WriteLine($"{(index == 0 ? "  moved most" : ""),-Indent}{line.Replace('\u00A0', ' ')}");
    }

    static void Write(TextWriter output, string name, Change change, Func<double, string> inWords) =>
        Write(output, name, inWords(change.Value), $"90 % interval {inWords(change.Low)} to {inWords(change.High)}");

    static void Write(TextWriter output, string name, string value, string remark) => output.WriteLine($"  {name,-12} {value,6}  ({remark})");

    static string Signed(double value) => value.ToString("+0.000;\u22120.000;0.000", CultureInfo.InvariantCulture);
}
