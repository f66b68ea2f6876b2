using System.Globalization;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>How a candidate does beside the model in use, with the limits that it must keep.</summary>
static class GateSheet
{
    const int OutletsShown = 5;

    /// <param name="current">Null where no model is in use.</param>
    public static void Write(TextWriter output, string? current, string candidate, GateVerdict verdict, PromotionGate gate)
    {
        if (verdict.Comparison is not { } comparison)
        {
            output.WriteLine(verdict.Objection is null ? $"{candidate}: nothing is in use that it could lose to" : $"{candidate} beside {current}");
            return;
        }

        output.WriteLine($"{candidate} beside {current}, on {Numbers.Whole(verdict.Articles)} articles of {Numbers.Whole(verdict.Outlets)} outlets that neither ever saw:");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  correlation   {Signed(comparison.Gain)}  (90 % interval {Signed(comparison.Low)} to {Signed(comparison.High)}; where it falls, a loss of more than {gate.LargestLoss:0.000} must be ruled out)"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  outlet ranks   {comparison.OutletRanks:0.000}  ({gate.LeastOutletRanks:0.000} or more)"));
        output.WriteLine($"  moved most    {string.Join(", ", comparison.Moved.Take(OutletsShown).Select(move => $"{Terminal.SafeLine(move.Outlet)} {Numbers.Points(move.Points)}"))}");
    }

    static string Signed(double value) => value.ToString("+0.000;\u22120.000;0.000", CultureInfo.InvariantCulture);
}
