using System.Globalization;
using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>How a model did on outlets that it had not seen, for people; the card says more.</summary>
static class EvaluationSheet
{
    /// <summary>All that the card says.</summary>
    public static void WriteWhole(TextWriter output, int width, Evaluation evaluation)
    {
        Write(output, width, evaluation);
        foreach (var table in EvaluationTable.Of(evaluation).Where(table => !table.Rows.IsEmpty))
            table.Write(output, width);
    }

    public static void Write(TextWriter output, int width, Evaluation evaluation)
    {
        foreach (var agreement in evaluation.Agreements)
        {
            output.WriteLine($"On outlets that its folds' models never saw, against \"{agreement.Label}\" of {agreement.File}:");
            var table = new TablePrinter<(string Measure, string Value)>(output, width,
                [new("measure", row => row.Measure), new("value", row => row.Value, AlignRight: true)]);
            foreach (var row in Rows(agreement))
                table.Print(row);
            table.Finish();
        }
    }

    static IEnumerable<(string, string)> Rows(Agreement agreement)
    {
        yield return ("articles", Numbers.Whole(agreement.Articles));
        yield return ("outlets", Numbers.Whole(agreement.Outlets));
        yield return ("correlation (r)", Decimals(agreement.R));
        yield return ("rank correlation", Decimals(agreement.RankCorrelation));
        yield return ("mean error", Decimals(agreement.MeanError));
        yield return ("mean error of always saying the mean", Decimals(agreement.MeanErrorOfMean));
        yield return ("low against high (AUC)", Decimals(agreement.Auc));
        if (agreement is { Coverage: { } coverage, Width: { } span })
        {
            yield return ("labels inside the intervals", Decimals(coverage));
            yield return ("mean width of the intervals", Decimals(span));
        }

        if (agreement.Accuracy is { } accuracy)
            yield return ("accuracy", Decimals(accuracy));
        yield return ($"Brier score ({(agreement.Accuracy is null ? "of a label of 50 and over" : "of a yes")})", Decimals(agreement.Brier));
        yield return ("mean distance of score and label over the tenths", Decimals(agreement.CalibrationError));
    }

    static string Decimals(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
