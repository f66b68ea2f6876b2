using System.CommandLine;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Learning;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Trains by folds of outlets and says how far the models go on outlets that they never saw.</summary>
sealed class EvaluateModelCommand : Verb
{
    readonly Option<string[]> _recipes = new("--recipe")
    {
        Description = "What to train, and how; once for every target.",
        HelpName = "file",
        Required = true,
    };

    readonly Option<string> _data = new("--data") { Description = "Folder of the recipes' files; else RELIABILITY_DATA.", HelpName = "folder" };

    readonly Option<string> _scores = new("--scores")
    {
        Description = "Write every labelled article's scores there, each by models that never saw its outlet.",
        HelpName = "file",
    };

    readonly FormatFeature _format;

    readonly Option<bool> _study = new("--study") { Description = "Also say what each part of the recipe is worth; takes minutes." };

    public EvaluateModelCommand()
        : base(
            "model", "Judge a recipe's model on outlets that it has not seen, without keeping it.",
            "reliability evaluate model --recipe models/reliability.recipe.json --recipe models/bias.recipe.json --scores scored.jsonl",
            "reliability evaluate model --recipe models/reliability.recipe.json --study --format csv > figures.csv")
    {
        foreach (var option in (Option[])[_recipes, _data, _scores, _study])
            Add(option);
        _format = new(this, "table");
        Run(Evaluate);
    }

    int Evaluate(Call call)
    {
        try
        {
            var judged = new OutOfFoldSheet();
            var tables = new ExampleTables(call.Value(_data) ?? call.Options.Data, OutletNames.Default);
            var progress = new TrainingProgress(call.Terminal);
            var printer = _format.IsTable(call) ? null : _format.Printer(call, EvaluationRow.Shape);
            foreach (var recipe in call.Value(_recipes)!.Select(RecipeFile.Read).ToArray())
            {
                var table = tables.For(recipe, progress, call.Cancellation);
                var run = Training.Run(recipe, table, progress, call.Cancellation, call.Value(_study));
                call.Terminal.ShowStatus("");
                Print(call, printer, run);
                judged.Add(recipe, table.Rows.Select(row => row.Example), run.OutOfFold);
            }

            printer?.Finish();
            if (call.Value(_scores) is { } path)
                judged.Write(path);
            return ExitCode.Done;
        }
        catch (TrainingException error)
        {
            throw new Refusal(error.Message);
        }
    }

    static void Print(Call call, ResultPrinter<EvaluationRow>? printer, TrainingRun run)
    {
        if (printer is null)
        {
            EvaluationSheet.WriteWhole(call.Terminal.Out, call.Terminal.Width, run.Evaluation);
            return;
        }

        foreach (var row in EvaluationRow.Of(run.Recipe.Name, run.Evaluation))
            printer.Print(row);
    }
}
