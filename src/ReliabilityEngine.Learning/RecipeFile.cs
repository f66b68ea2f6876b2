using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ReliabilityEngine.Features;
using ReliabilityEngine.Learning.NGrams;

namespace ReliabilityEngine.Learning;

/// <summary>Reads a recipe strictly: whatever it does not know or lacks is refused with its line.</summary>
public static class RecipeFile
{
    public static Recipe Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TrainingException($"{path}: no such recipe");
        }
    }

    public static Recipe Parse(string json, string path)
    {
        JsonNodeAt root;
        try
        {
            root = JsonNodeAt.Parse(Encoding.UTF8.GetBytes(json), path);
        }
        catch (InvalidOperationException)
        {
            throw new TrainingException($"{path}: half of a surrogate pair, expected text");
        }
        catch (JsonException error)
        {
            throw new TrainingException($"{path}:{error.LineNumber + 1}: not JSON: {error.Message.Split(" LineNumber")[0].Split(" Path:")[0]}");
        }

        var recipe = ReadRecipe(root, json);
        foreach (var (labels, at) in recipe.AllLabels.Zip(root["train"].Items.Concat(root["auxiliary"].Items)))
        {
            if (recipe.Files.All(file => file.Name != labels.File))
                throw at["file"].Refused($"\"{labels.File}\" is not listed in \"files\"");
        }

        return recipe;
    }

    static Recipe ReadRecipe(JsonNodeAt root, string json)
    {
        root.AllowOnly("name", "target", "learner", "seed", "split", "range", "files", "train", "auxiliary", "penalty", "auxiliaryWeight", "featureWeight",
            "trees", "features", "without", "ngrams", "minimumDocuments", "folds", "coverage");
        var range = root["range"].Items;
        return new()
        {
            Name = root[root.Has("name") ? "name" : "target"].Word(),
            Target = root["target"].Word(),
            Learner = ReadLearner(root["learner"]),
            Seed = root["seed"].Whole(0, int.MaxValue),
            Split = root["split"].Word() is "outlet" and var split
                ? split : throw root["split"].Refused("expected \"outlet\": any other split flatters, since outlets seen in training are judged"),
            Lowest = range.Length == 2 ? range[0].Number(-100, 0) : throw root["range"].Refused("expected two numbers, such as [0, 100]"),
            Highest = range[1].Number(1, 100),
            Files = [.. root["files"].NonEmpty().Select(ReadFile)],
            Train = [.. root["train"].NonEmpty().Select(node => ReadLabels(node, "weight"))],
            Auxiliary = [.. root["auxiliary"].Items.Select(node => ReadLabels(node, "penalty"))],
            Penalty = root["penalty"].Number(1e-6, 1e6),
            AuxiliaryWeight = root["auxiliaryWeight"].Number(0, 100),
            FeatureWeight = root["featureWeight"].Number(0, 100),
            Trees = root.Has("trees") ? ReadTrees(root["trees"]) : TreeGrowth.Default,
            Features = root.Has("features") ? root["features"].OneOf<FeatureChoice>() : FeatureChoice.All,
            Without = root.Has("without") ? [.. root["without"].Items.Select(ReadFeature)] : [],
            NGrams = [.. ReadBlocks(root["ngrams"])],
            MinimumDocuments = root["minimumDocuments"].Whole(1, 1000),
            Folds = root["folds"].Whole(2, 256),
            Coverage = root["coverage"].Number(0.5, 0.99),
            Source = json,
        };
    }

    static string ReadLearner(JsonNodeAt node) => node.Word() is var name && Learners.Find(name) is not null ? name : throw node.Refused(Learners.Missing(name));

    static string ReadFeature(JsonNodeAt node) =>
        node.Word() is var name && FeatureSet.All.Any(feature => feature.Name == name) ? name : throw node.Refused($"there is no feature \"{name}\"");

    static TreeGrowth ReadTrees(JsonNodeAt node)
    {
        node.AllowOnly("count", "leaves", "leastExamples", "rate", "featureShare");
        return new(node["count"].Whole(1, 10_000), node["leaves"].Whole(2, 1000), node["leastExamples"].Whole(1, 10_000),
            node["rate"].Number(1e-4, 1), node["featureShare"].Number(1e-4, 1));
    }

    static DataFile ReadFile(JsonNodeAt node)
    {
        node.AllowOnly("file", "sha256", "title", "licence");
        var sha = node["sha256"].Word();
        if (sha.Length != 64 || sha.Any(c => !char.IsAsciiHexDigitLower(c)))
            throw node["sha256"].Refused("expected 64 lower-case hex digits");
        return new(node["file"].Word(), sha, node["title"].Word(), node["licence"].Word());
    }

    static LabelSource ReadLabels(JsonNodeAt node, string weight)
    {
        node.AllowOnly("name", "file", "label", "values", "except", weight);
        var values = node.Has("values")
            ? node["values"].Fields.Select(field => KeyValuePair.Create(field.Key, field.Value.Number(-200, 200)))
            : [];
        return new(node["name"].Word(), node["file"].Word(), node["label"].Word(), values, node[weight].Number(1e-6, 1e6),
            node.Has("except") ? node["except"].Word() : null);
    }

    static IEnumerable<NGramBlock> ReadBlocks(JsonNodeAt node) => node.Items.Length <= NGramBlock.MostBlocks
        ? node.Items.Select(ReadBlock)
        : throw node.Refused($"{node.Items.Length} blocks, expected {NGramBlock.MostBlocks} at most");

    static NGramBlock ReadBlock(JsonNodeAt node)
    {
        node.AllowOnly("part", "unit", "sizes", "bits", "weight");
        var sizes = node["sizes"].Items;
        if (sizes.Length != 2)
            throw node["sizes"].Refused("expected the shortest and the longest size, such as [1, 2]");
        var shortest = sizes[0].Whole(1, NGramBlock.MostUnits);
        return new(node["part"].OneOf<TextPart>(), node["unit"].OneOf<GramUnit>(), shortest, sizes[1].Whole(shortest, NGramBlock.MostUnits),
            node["bits"].Whole(4, NGramBlock.MostBits), node["weight"].Number(1e-6, 100));
    }
}
