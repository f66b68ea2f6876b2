using System.CommandLine;
using System.CommandLine.Parsing;
using ReliabilityEngine.Cli.Commands.Labels;
using ReliabilityEngine.Cli.Commands.Models;
using ReliabilityEngine.Cli.Reports;
using ReliabilityEngine.Cli.Worker;
using ReliabilityEngine.Learning;
using ReliabilityEngine.Learning.Cards;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Learns a model from labelled articles.</summary>
sealed class TrainCommand : Verb
{
    readonly DatabaseFeature _database;

    readonly Argument<string[]> _labelled = new("labelled")
    {
        Description = "Files of labelled articles (JSON Lines), in place of those that the recipe names.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    readonly Option<string[]> _recipes = new("--recipe") { Description = "What to train, and how; once for every target.", HelpName = "file" };

    readonly Option<string> _data = new("--data") { Description = "Folder of the recipe's files; else RELIABILITY_DATA.", HelpName = "folder" };

    readonly Option<bool> _fromDatabase = new("--from-database")
    {
        Description = "Learn from the labels in the database, in place of the recipe's files, beginning with the shipped model.",
    };

    readonly Option<bool> _alone = new("--alone") { Description = "With --from-database: learn from the labels alone, without the shipped model." };

    readonly Option<string> _output = new("--output")
    {
        Description = "Folder for the model and its card.",
        HelpName = "folder",
        DefaultValueFactory = _ => "trained",
    };

    readonly Option<bool> _study = new("--study")
    {
        Description = "Also say in the card what each part of the recipe is worth; takes minutes.",
    };

    readonly Option<bool> _promote = new("--promote") { Description = "Put the model in use, unless it does worse than the present one (then code 3)." };

    readonly PromotionFeature _promotion;

    public TrainCommand()
        : base(
            "train", "Train a model from labelled articles and judge it on outlets that it has not seen.",
            "reliability train data/labelled/*.jsonl --recipe models/reliability.recipe.json",
            "reliability train --recipe models/reliability.recipe.json --recipe models/bias.recipe.json --data ../corpora --output models",
            "reliability train --from-database --recipe models/reliability.recipe.json --promote")
    {
        Add(_labelled);
        foreach (var option in (Option[])[_recipes, _data, _fromDatabase, _alone, _output, _study, _promote])
            Add(option);
        _promotion = new(this);
        _database = new(this);
        Add(new TrainTaggerCommand());
        Validators.Add(result =>
        {
            if (result.Children.All(child => child is not CommandResult) && result.GetResult(_recipes) is null)
                result.AddError("Expected --recipe, such as models/reliability.recipe.json.");
            if (result.GetValue(_fromDatabase) && (result.GetValue(_labelled) is { Length: > 0 } || result.GetResult(_data) is not null))
                result.AddError("Expected either --from-database or files.");
            if (result.GetValue(_alone) && !result.GetValue(_fromDatabase))
                result.AddError("--alone goes with --from-database.");
        });
        Run(Train);
    }

    int Train(Call call)
    {
        try
        {
            var tables = new ExampleTables(call.Value(_labelled) is { Length: > 0 } ? null : call.Value(_data) ?? call.Options.Data, OutletNames.Default);
            // A gate that one recipe's model misses does not keep the others from being trained.
            return call.Value(_recipes)!.Select(path => Recipe(call, path)).ToArray()
                .Select(recipe => call.Value(_fromDatabase)
                    ? TrainFromDatabase(call, recipe)
                    : Train(call, recipe, (wanted, progress) => tables.For(wanted, progress, call.Cancellation)))
                .ToArray().Max();
        }
        catch (TrainingException error)
        {
            throw new Refusal(error.Message);
        }
    }

    int TrainFromDatabase(Call call, Recipe recipe)
    {
        using var database = _database.OpenExisting(call);
        var labelled = LabelledExamples.Of(database, recipe.Target);
        if (labelled.TextsDropped > 0)
            call.Terminal.Log($"{labelled.TextsDropped} labelled articles are left out: their texts are not kept any more");
        var prior = call.Value(_alone) ? null : ShippedModel.All.FirstOrDefault(model => model.IsDefault && model.Target == recipe.Target);
        return Train(call, recipe.WithLabels(labelled.Source, prior),
            (wanted, _) => ExampleTable.Measure(labelled.Examples, wanted.NGrams, null, call.Cancellation));
    }

    int Train(Call call, Recipe recipe, Func<Recipe, IProgress<TrainingStep>, ExampleTable> measure)
    {
        var progress = new TrainingProgress(call.Terminal);
        var run = Training.Run(recipe, measure(recipe, progress), progress, call.Cancellation, call.Value(_study));
        call.Terminal.ShowStatus("");
        var path = CardFiles.Write(run, call.Value(_output)!);
        EvaluationSheet.Write(call.Terminal.Out, call.Terminal.Width, run.Evaluation);
        call.Terminal.Out.WriteLine($"\n{path}: model {run.Model.Version}, {run.Bytes.Length / 1024} kB, card beside it");
        return Keep(call, run);
    }

    Recipe Recipe(Call call, string path)
    {
        var recipe = RecipeFile.Read(path);
        return call.Value(_labelled) is { Length: > 0 } files ? recipe.WithFiles(files) : recipe;
    }

    int Keep(Call call, TrainingRun run)
    {
        using var database = _database.OpenOrCreate(call);
        var registry = new ModelRegistry(database, call.Options.Promotion, TimeProvider.System);
        var candidate = registry.AddTrained(run, call.Cancellation);
        if (call.Value(_promote) && !candidate.IsInUse)
            return _promotion.Promote(call, registry, candidate);
        call.Terminal.Out.WriteLine(candidate.IsInUse
            ? $"in use for {candidate.Target} already, in {database.Path}"
            : $"stored as a candidate in {database.Path}; `reliability models promote {candidate.Version}` puts it in use");
        return ExitCode.Done;
    }
}
