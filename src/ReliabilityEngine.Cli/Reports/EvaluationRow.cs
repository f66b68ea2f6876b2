using ReliabilityEngine.Learning.Evaluations;

namespace ReliabilityEngine.Cli.Reports;

/// <summary>One figure of what an evaluation of a recipe says.</summary>
/// <param name="Table">Which of its tables.</param>
/// <param name="Part">The row of it.</param>
sealed record EvaluationRow(string Recipe, string Table, string Part, string Measure, double Value)
{
    public static ResultShape<EvaluationRow> Shape { get; } = new(
        (json, row) =>
        {
            json.WriteStartObject();
            json.WriteString("recipe", row.Recipe);
            json.WriteString("table", row.Table);
            json.WriteString("part", row.Part);
            json.WriteString("measure", row.Measure);
            json.WriteNumber("value", Numbers.Measurement(row.Value));
            json.WriteEndObject();
        },
        [
            new("recipe", row => row.Recipe), new("table", row => row.Table), new("part", row => row.Part),
            new("measure", row => row.Measure), new("value", row => Numbers.Measurement(row.Value)),
        ],
        []);

    /// <param name="recipe">Its name.</param>
    public static IEnumerable<EvaluationRow> Of(string recipe, Evaluation evaluation) =>
        from table in EvaluationTable.Of(evaluation).Prepend(EvaluationTable.Agreements(evaluation))
        from row in table.Rows
        from figure in table.Measures.Zip(row.Values)
        where figure.Second is not null
        select new EvaluationRow(recipe, table.Name, row.Part, figure.First.Name, figure.Second!.Value);
}
