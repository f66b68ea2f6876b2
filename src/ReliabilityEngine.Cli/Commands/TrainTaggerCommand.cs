using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ReliabilityEngine.Learning.Tagging;
using ReliabilityEngine.Text;

namespace ReliabilityEngine.Cli.Commands;

/// <summary>Trains the weights by which the instrument tags parts of speech and attributions.</summary>
sealed class TrainTaggerCommand : Verb
{
    readonly Option<string> _data = new("--data") { Description = "Folder that the recipe's paths start from.", HelpName = "folder", Required = true };
    readonly Option<string> _recipe = new("--recipe")
    {
        Description = "What to train on.",
        HelpName = "file",
        DefaultValueFactory = _ => Path.Combine("models", "taggers.recipe.json"),
    };

    readonly Option<string> _output = new("--output")
    {
        Description = "The file of weights; its cards are written beside it.",
        HelpName = "file",
        DefaultValueFactory = _ => Path.Combine("data", "weights", "taggers.bin"),
    };

    readonly Option<string?> _found = new("--out-of-publisher")
    {
        Description = "Also write what was found in each article by taggers that had not seen its publisher, as `analyze` prints it.",
        HelpName = "file",
    };

    readonly Option<DateOnly?> _date = new("--date") { Description = "The date on the card; today, where not given.", HelpName = "date" };
    readonly Option<int> _threads = new Option<int>("--threads") { Description = "Chains trained at once.", HelpName = "count", DefaultValueFactory = _ => 2 }.Within(1, 64);

    public TrainTaggerCommand()
        : base(
            "tagger", "Train the taggers of parts of speech and attributions; the weights take effect when the program is built.",
            "reliability train tagger --data ../corpora --date 2026-11-22")
    {
        Add(_data);
        Add(_recipe);
        Add(_output);
        Add(_found);
        Add(_date);
        Add(_threads);
        Run(Train);
    }

    int Train(Call call)
    {
        var (recipe, output) = (Recipe(call.Value(_recipe)!, call.Value(_data)!), call.Value(_output)!);
        var date = call.Value(_date) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        var command = $"reliability train tagger --data DIR --recipe {call.Value(_recipe)!.Replace('\\', '/')}"
            + $" --date {date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        var (weights, card, learned) = TaggerTraining.Run(
            recipe, call.Value(_data)!, command, date, call.Value(_threads), step => call.Terminal.Log($"training: {step}"));
        if (Path.GetDirectoryName(output) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        File.WriteAllBytes(output, weights);
        File.WriteAllText(Path.ChangeExtension(output, ".card.json"), card.ToJson());
        File.WriteAllText(Path.ChangeExtension(output, ".card.md"), card.ToMarkdown());
        if (call.Value(_found) is { } found)
            File.WriteAllLines(found, learned.OutOfPublisher.Select(pair => Line(pair.Article.Id, pair.Found)));
        return ExitCode.Done;
    }

    static TaggerRecipe Recipe(string file, string data)
    {
        if (!File.Exists(file))
            throw new Refusal($"{file}: no such recipe");
        try
        {
            var recipe = TaggerRecipe.Read(file);
            var missing = recipe.All.Select(set => Path.Combine(data, set.Path)).FirstOrDefault(path => !Path.Exists(path));
            return missing is null ? recipe : throw new Refusal($"{missing}: not found, though {file} names it");
        }
        catch (InvalidDataException error)
        {
            throw new Refusal(error.Message);
        }
    }

    static string Line(string id, IEnumerable<FoundAttribution> attributions) => JsonSerializer.Serialize(new
    {
        schema = 1,
        id,
        attributions = attributions.Select(attribution => new
        {
            source = attribution.Source is { } source ? Bounds(source) : null,
            cue = Bounds(attribution.Cue),
            content = attribution.Content.Select(Bounds),
        }),
    });

    static int[] Bounds(TextSpan span) => [span.Start, span.End];
}
